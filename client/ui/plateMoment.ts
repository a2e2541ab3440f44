/** What the clock of a statement is doing. Each has its own words and its own shape, not only a colour. */
export type PlateMoment = "notStarted" | "running" | "lastMinute" | "conclude" | "over" | "paused";

/** A statement's clock as a plate shows it; times in milliseconds. */
export interface PlateClock {
	/** What is left; negative when over time. */
	readonly remainingMs: number;
	readonly limitMs: number;
	readonly moment: PlateMoment;
	/** The connection is lost and the time is counted on from the last word of the server. */
	readonly about?: boolean | undefined;
}

/** The moment of a clock that runs: the last minute and the last 30 seconds are announced. */
export function runningMoment(remainingMs: number): PlateMoment {
	if (remainingMs < 0) return "over";
	if (remainingMs <= 30_000) return "conclude";
	return remainingMs <= 60_000 ? "lastMinute" : "running";
}

/**
 * How far a name steps down in size, by its length in letters: plates hold up to 16, 24, 40 or more.
 * Never an ellipsis on a delegation.
 */
export function nameStep(name: string): 1 | 2 | 3 | 4 {
	const letters = [...name].length;
	if (letters <= 16) return 1;
	if (letters <= 24) return 2;
	return letters <= 40 ? 3 : 4;
}
