import type { Actor } from "./actor.ts";

/** For whom there is a stream of its own; what each sees is in `visibility.ts`. */
export type Audience =
	| { readonly kind: "public" }
	| { readonly kind: "participants" }
	| { readonly kind: "delegation"; readonly delegationId: string }
	/** A co-chair sees what the podium sees and what its own delegation sees. */
	| { readonly kind: "podium"; readonly delegationId: string }
	| { readonly kind: "secretariat" };

export type AudienceKind = Audience["kind"];
/** Every kind that there is. */
export const audienceKinds: readonly AudienceKind[] = [
	"public",
	"participants",
	"delegation",
	"podium",
	"secretariat",
];

/** Whoever is not signed in. */
export const publicAudience: Audience = { kind: "public" };

/** The stream that a person gets; a visitor without accreditation is the public. */
export function audienceOf(actor: Actor | undefined): Audience {
	if (actor === undefined || actor.role === "system") return publicAudience;
	if (actor.role === "secretariat") return { kind: "secretariat" };
	if (actor.delegationId === null) return { kind: "participants" };
	return { kind: actor.role === "chair" ? "podium" : "delegation", delegationId: actor.delegationId };
}

/** A name for rooms, caches and logs: `public`, `delegation:kor`. */
export function audienceKey(audience: Audience): string {
	return "delegationId" in audience ? `${audience.kind}:${audience.delegationId}` : audience.kind;
}

/** The audience of a key made by `audienceKey`, or nothing when it is none. */
export function parseAudience(key: string): Audience | undefined {
	const [kind, delegationId] = key.split(":");
	if (kind === "delegation" || kind === "podium") return delegationId ? { kind, delegationId } : undefined;
	if (kind === "public" || kind === "participants" || kind === "secretariat")
		return delegationId === undefined ? { kind } : undefined;
	return undefined;
}

/** Whether a delegation is the audience's own. */
export function isOwn(audience: Audience, delegationId: string | null): boolean {
	return "delegationId" in audience && audience.delegationId === delegationId;
}
