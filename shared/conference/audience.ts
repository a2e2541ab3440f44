import type { Actor } from "./actor.ts";
import { type Channel, channels } from "./common.ts";

/** For whom there is a stream of its own; what each sees is in `visibility.ts`. */
export type Audience =
	| { readonly kind: "public" }
	| { readonly kind: "participants" }
	| { readonly kind: "delegation"; readonly delegationId: string }
	/** A co-chair sees what the podium sees and what its own delegation sees. */
	| { readonly kind: "podium"; readonly delegationId: string }
	| { readonly kind: "secretariat" }
	/** The interpreters and captioners of a channel. */
	| { readonly kind: "booth"; readonly channel: Channel }
	| { readonly kind: "operator" };

export type AudienceKind = Audience["kind"];

/** Whoever is not signed in. */
export const publicAudience: Audience = { kind: "public" };

/** The stream that a person gets; a visitor without accreditation is the public. */
export function audienceOf(actor: Actor | undefined): Audience {
	if (actor === undefined || actor.role === "system") return publicAudience;
	if (actor.role === "secretariat" || actor.role === "operator") return { kind: actor.role };
	if (actor.channel !== null) return { kind: "booth", channel: actor.channel };
	if (actor.delegationId === null) return { kind: "participants" };
	return { kind: actor.role === "chair" ? "podium" : "delegation", delegationId: actor.delegationId };
}

/** A name for rooms, caches and logs: `public`, `delegation:kor`, `booth:fr`. */
export function audienceKey(audience: Audience): string {
	if ("delegationId" in audience) return `${audience.kind}:${audience.delegationId}`;
	return "channel" in audience ? `${audience.kind}:${audience.channel}` : audience.kind;
}

/**
 * Those who are told the same of an event, but for the delegations that it concerns: every kind by itself, and every booth, since
 * what is said in one is not for the next.
 */
export function groupKey(audience: Audience): string {
	return "delegationId" in audience ? audience.kind : audienceKey(audience);
}

/** An audience of each group; no delegation has the empty id, so it stands for any that an event does not concern. */
export const oneOfEachGroup: readonly Audience[] = [
	publicAudience,
	{ kind: "participants" },
	{ kind: "delegation", delegationId: "" },
	{ kind: "podium", delegationId: "" },
	{ kind: "secretariat" },
	...channels.map((channel) => ({ kind: "booth", channel }) as const),
	{ kind: "operator" },
];

/** The audience of a key made by `audienceKey`, or nothing when it is none. */
export function parseAudience(key: string): Audience | undefined {
	const [kind, whose] = key.split(":");
	if (kind === "delegation" || kind === "podium") return whose ? { kind, delegationId: whose } : undefined;
	if (kind === "booth") {
		const channel = channels.find((each) => each === whose);
		return channel === undefined ? undefined : { kind, channel };
	}
	if (kind === "public" || kind === "participants" || kind === "secretariat" || kind === "operator")
		return whose === undefined ? { kind } : undefined;
	return undefined;
}

/** Whether a delegation is the audience's own. */
export function isOwn(audience: Audience, delegationId: string | null): boolean {
	return "delegationId" in audience && audience.delegationId === delegationId;
}
