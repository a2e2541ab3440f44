/** Below this nobody hears anything, in dBov; the meter begins here. */
export const quietest = -60;

/** How far a meter reaches, 0 to 1. */
export function partOf(level: number | undefined): number {
	if (level === undefined) return 0;
	return Math.min(1, Math.max(0, (level - quietest) / -quietest));
}

/** After so long without a sound there is more than a pause for breath, in ms. */
const silentAfterMs = 10_000;

/** Remembers when each feed was last heard. Times are monotonic, in ms. */
export class Heard {
	readonly #at = new Map<string, number>();

	/** What is heard at a moment, by feed. */
	hear(levels: ReadonlyMap<string, number>, now: number): void {
		for (const [id, level] of levels) if (level > quietest) this.#at.set(id, now);
	}

	/** The feeds of which nothing has been heard since long; each is given the time from when it was first asked about. */
	silent(ids: readonly string[], now: number): ReadonlySet<string> {
		for (const id of this.#at.keys()) if (!ids.includes(id)) this.#at.delete(id);
		for (const id of ids) if (!this.#at.has(id)) this.#at.set(id, now);
		return new Set(ids.filter((id) => now - (this.#at.get(id) ?? now) >= silentAfterMs));
	}
}
