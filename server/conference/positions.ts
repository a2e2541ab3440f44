import type { Audience } from "../../shared/conference/audience.ts";
import { audienceKey, groupKey, oneOfEachGroup } from "../../shared/conference/audience.ts";
import type { Projections } from "./projections.ts";

const anyDelegation: Audience = { kind: "delegation", delegationId: "" };
const anyPodium: Audience = { kind: "podium", delegationId: "" };

/**
 * How many events each audience has been told. Derived from the journal alone, so that every node and every
 * restart counts the same, and an audience's numbers say nothing of what others do.
 *
 * Most events are for everyone. The rest is counted once per group of audiences, and for the concerned
 * delegations as the difference to their group: hundreds of audiences cost no more than one.
 */
export class Positions {
	#everyone = 0;
	readonly #groups = new Map<string, number>();
	readonly #differences = new Map<string, number>();

	count(projections: Projections): void {
		if (projections.isForEveryone) {
			this.#everyone += 1;
			return;
		}
		for (const audience of oneOfEachGroup) {
			if (!projections.tells(audience)) continue;
			const key = groupKey(audience);
			this.#groups.set(key, (this.#groups.get(key) ?? 0) + 1);
		}
		for (const delegationId of projections.concerned) {
			this.#countDifference(projections, { kind: "delegation", delegationId }, anyDelegation);
			this.#countDifference(projections, { kind: "podium", delegationId }, anyPodium);
		}
	}

	/** Position of the last event that the audience was told; 0 before the first. */
	of(audience: Audience): number {
		const group = this.#groups.get(groupKey(audience)) ?? 0;
		return this.#everyone + group + (this.#differences.get(audienceKey(audience)) ?? 0);
	}

	#countDifference(projections: Projections, audience: Audience, others: Audience): void {
		const difference = Number(projections.tells(audience)) - Number(projections.tells(others));
		if (difference === 0) return;
		const key = audienceKey(audience);
		this.#differences.set(key, (this.#differences.get(key) ?? 0) + difference);
	}
}
