/**
 * Draws lots: the ids in an order that follows from the seed alone, so that whoever has the record can draw
 * again and find the same (SL14). The ids are sorted first, shuffled after Fisher and Yates, with the
 * generator sfc32 seeded from the first 32 hexadecimal digits of `seed`.
 */
export function drawLots(ids: Iterable<string>, seed: string): string[] {
	const drawn = [...ids].sort();
	const next = generator(seed);
	for (let last = drawn.length - 1; last > 0; last -= 1) {
		const pick = Math.floor((next() / 2 ** 32) * (last + 1));
		const [a, b] = [drawn[last], drawn[pick]];
		if (a === undefined || b === undefined) continue;
		drawn[last] = b;
		drawn[pick] = a;
	}
	return drawn;
}

/** sfc32 (Doty-Humphrey): whole numbers of 32 bits. The first outputs are thrown away, as its author advises. */
function generator(seed: string): () => number {
	let [a = 0, b = 0, c = 0, d = 0] = [0, 8, 16, 24].map((from) =>
		Number.parseInt(seed.slice(from, from + 8), 16),
	);
	const next = () => {
		const sum = (a + b + d) | 0;
		d = (d + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = ((c << 21) | (c >>> 11)) + sum;
		return sum >>> 0;
	};
	for (let warming = 0; warming < 12; warming += 1) next();
	return next;
}
