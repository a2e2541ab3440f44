/**
 * Wall time that never runs backwards within the process: a correction of the machine's clock, by hand or by a
 * time server, must not turn back a speaker's countdown. In ms since the epoch, with fractions.
 */
export function monotonicNow(): number {
	return performance.timeOrigin + performance.now();
}
