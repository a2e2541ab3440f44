import type { Audience, AudienceKind } from "../../shared/conference/audience.ts";
import { audienceKey, audienceKinds } from "../../shared/conference/audience.ts";
import type { Projections } from "./projections.ts";

/** No delegation has the empty id, so it stands for any that the event does not concern. */
const anyDelegation: Audience = { kind: "delegation", delegationId: "" };
const anyPodium: Audience = { kind: "podium", delegationId: "" };
const anyOf = audienceKinds.map((kind) => ({ kind, delegationId: "" }) as Audience);

/**
 * How many events each audience has been told. Derived from the journal alone, so that every node and every
 * restart counts the same, and an audience's numbers say nothing of what others do.
 *
 * Most events are for everyone. The rest is counted once per kind of audience, and for the concerned
 * delegations as the difference to their kind: hundreds of audiences cost no more than one.
 */
export class Positions {
	#everyone = 0;
	readonly #kinds = new Map<AudienceKind, number>();
	readonly #differences = new Map<string, number>();

	count(projections: Projections): void {
		if (projections.isForEveryone) {
			this.#everyone += 1;
			return;
		}
		for (const audience of anyOf)
			if (projections.tells(audience))
				this.#kinds.set(audience.kind, (this.#kinds.get(audience.kind) ?? 0) + 1);
		for (const delegationId of projections.concerned) {
			this.#countDifference(projections, { kind: "delegation", delegationId }, anyDelegation);
			this.#countDifference(projections, { kind: "podium", delegationId }, anyPodium);
		}
	}

	/** Position of the last event that the audience was told; 0 before the first. */
	of(audience: Audience): number {
		const kind = this.#kinds.get(audience.kind) ?? 0;
		return this.#everyone + kind + (this.#differences.get(audienceKey(audience)) ?? 0);
	}

	#countDifference(projections: Projections, audience: Audience, others: Audience): void {
		const difference = Number(projections.tells(audience)) - Number(projections.tells(others));
		if (difference === 0) return;
		const key = audienceKey(audience);
		this.#differences.set(key, (this.#differences.get(key) ?? 0) + difference);
	}
}
