import type { Audience, AudienceKind } from "../../shared/conference/visibility.ts";
import { audienceKey } from "../../shared/conference/visibility.ts";
import type { Projections } from "./projections.ts";

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
		for (const [kind, event] of projections.byKind)
			if (event !== undefined) this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
		for (const [key, event] of projections.byKey) {
			const kind = key.slice(0, key.indexOf(":")) as AudienceKind;
			const difference = Number(event !== undefined) - Number(projections.byKind.get(kind) !== undefined);
			if (difference !== 0) this.#differences.set(key, (this.#differences.get(key) ?? 0) + difference);
		}
	}

	/** Position of the last event that the audience was told; 0 before the first. */
	of(audience: Audience): number {
		const kind = this.#kinds.get(audience.kind) ?? 0;
		return this.#everyone + kind + (this.#differences.get(audienceKey(audience)) ?? 0);
	}
}
