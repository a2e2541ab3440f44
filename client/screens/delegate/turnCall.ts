/** How long before its turn a delegation is told, in minutes. */
export const turnCalls = [15, 5, 1] as const;
export type TurnCall = (typeof turnCalls)[number];

/** The nearest call whose time has come, `waitMs` before the turn; null while it is farther away than all. */
export function turnCallAt(waitMs: number): TurnCall | null {
	return turnCalls.findLast((minutes) => waitMs <= minutes * 60_000) ?? null;
}

/**
 * What is told now: a call nearer than the one told last. An expected time that moves away again and comes back
 * is not told a second time.
 */
export function nextTurnCall(told: TurnCall | null, waitMs: number): TurnCall | null {
	const call = turnCallAt(waitMs);
	return call !== null && (told === null || call < told) ? call : null;
}
