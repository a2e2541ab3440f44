/** The middle of a list of measurements; of two middles the mean. */
export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** The value below which a share of the measurements lies, by linear interpolation. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const place = (sorted.length - 1) * share;
	const low = sorted[Math.floor(place)] ?? Number.NaN;
	const high = sorted[Math.ceil(place)] ?? Number.NaN;
	return low + (high - low) * (place - Math.floor(place));
}

/** How far the middle half of the measurements spreads, as a share of the median. */
export function spread(values: readonly number[]): number {
	return (quantile(values, 0.75) - quantile(values, 0.25)) / median(values);
}
