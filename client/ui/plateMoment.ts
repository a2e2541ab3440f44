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
	/** The floor interrupts somebody else's, or could have: its rail is dashed. */
	readonly isInterruption?: boolean | undefined;
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
