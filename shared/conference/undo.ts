/** UN1: how long an act can be taken back, in ms of conference time. */
export const undoMs = 10_000;

/** Whether what was done at `at` can still be taken back. */
export function isInTimeToUndo(at: number, now: number): boolean {
	return now - at <= undoMs;
}
