/**
 * Randomness by name: the same seed and key give the same number in [0, 1), however often and in whatever
 * order it is asked. So a simulated participant's plan ("this statement lasts 3:48") needs no memory: it is
 * the same after every frame, on every reconnect and after a restart.
 */
export type Chance = (key: string) => number;

const kept = 50_000;

export function keyedChance(seed: number): Chance {
	const known = new Map<string, number>();
	return (key) => {
		let value = known.get(key);
		if (value === undefined) {
			value = hash(`${seed}/${key}`);
			// A long run names ever new statements; forgetting costs a hash, keeping would cost the memory.
			if (known.size >= kept) known.clear();
			known.set(key, value);
		}
		return value;
	};
}

/** FNV-1a, then a finaliser so that keys that differ in their last letter give unrelated numbers. */
function hash(text: string): number {
	let h = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193);
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}

/** A range in whatever unit its name says, lowest first. */
export type Range = readonly [low: number, high: number];

/** A whole number within the range, ends included; always the same for the same key. */
export function between(chance: Chance, key: string, [low, high]: Range): number {
	return Math.round(low + chance(key) * (high - low));
}

/** One of the values, always the same for the same key; nothing of an empty list. */
export function pick<T>(chance: Chance, key: string, from: readonly T[]): T | undefined {
	return from[Math.floor(chance(key) * from.length)];
}
