/** How many pledges there were after a while: `at` in conference time, ms. */
export interface Point {
	readonly at: number;
	readonly count: number;
}

const mostPoints = 60;

/**
 * The growth of the tally in so many steps at most, each the last count of its span; the first and the last
 * announcement are always there.
 */
export function growth(announcedAt: readonly number[]): Point[] {
	const sorted = [...announcedAt].sort((a, b) => a - b);
	const [first, last] = [sorted[0], sorted.at(-1)];
	if (first === undefined || last === undefined) return [];
	const span = Math.max(1, (last - first) / mostPoints);
	const points = new Map<number, Point>();
	sorted.forEach((at, index) => {
		points.set(Math.floor((at - first) / span), { at, count: index + 1 });
	});
	return [...points.values()];
}

/** A stepped line through the points in a box of the given size, from the left below. */
export function steps(points: readonly Point[], width: number, height: number): string {
	const [first, last] = [points[0], points.at(-1)];
	if (first === undefined || last === undefined) return "";
	const x = ({ at }: Point) => Math.round((width * (at - first.at)) / Math.max(1, last.at - first.at));
	const y = ({ count }: Point) => Math.round(height - (height * count) / last.count);
	return [`M0 ${height}V${y(first)}`, ...points.slice(1).map((point) => `H${x(point)}V${y(point)}`)].join("");
}
