import type { Audience } from "../../shared/conference/audience.ts";
import type { ProjectedEvent } from "../../shared/conference/decider.ts";
import type { Projections } from "./projections.ts";

/** The latest events of a conference, for clients that were away for a while; older ones take a snapshot. */
export class Tail {
	readonly #capacity: number;
	#kept: Projections[] = [];

	constructor(capacity: number) {
		this.#capacity = capacity;
	}

	push(projections: Projections): void {
		this.#kept.push(projections);
		// Cutting at twice the size makes the cut cost nothing on average.
		if (this.#kept.length >= 2 * this.#capacity) this.#kept = this.#kept.slice(-this.#capacity);
	}

	/** The last `count` events that the audience was told, oldest first; nothing when fewer are kept. */
	last(audience: Audience, count: number): readonly ProjectedEvent[] | undefined {
		const found: ProjectedEvent[] = [];
		for (let index = this.#kept.length - 1; index >= 0 && found.length < count; index -= 1) {
			const event = this.#kept[index]?.for(audience);
			if (event !== undefined) found.push(event);
		}
		return found.length === count ? found.reverse() : undefined;
	}
}
