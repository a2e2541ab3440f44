import type { Range } from "../random.ts";

const second = 1000;
const minute = 60 * second;

/** How the cast keeps time. All values are conference time in ms. */
export interface Pace {
	/** `programme`: turns are spread so that a meeting fills its planned time; `brisk`: the next speaker is called at once. */
	readonly turns: "programme" | "brisk";
	/** From the planned start until the gavel falls. */
	readonly lateness: Range;
	/** From the opening of a meeting to its first speaker. */
	readonly welcome: Range;
	/** From one speaker to the next, at least. */
	readonly handover: Range;
	/** A break half-way through a meeting that has the time for it. */
	readonly breakMs: number;
	/** Longest time between two meetings, whatever the programme says; null keeps to the programme. */
	readonly longestPause: number | null;
	/** From one announced pledge to the next while the desk has some to announce; null leaves it to the speakers. */
	readonly beat: Range | null;
	/** In each such span every delegation prepares one more pledge; null: only those for its own statements. */
	readonly epoch: number | null;
	/** Beyond this many a delegation prepares no further one. */
	readonly pledgesEach: number;
	/** From a draft to its submission, and from the submission to the desk's answer. */
	readonly drafting: Range;
	readonly clearing: Range;
	/** From the announcement to the note that confirms it. */
	readonly confirming: Range;
}

/** The hours before a rehearsal begins: true to the planned times. */
export const programmePace: Pace = {
	turns: "programme",
	lateness: [170 * second, 200 * second],
	welcome: [330 * second, 350 * second],
	handover: [12 * second, 25 * second],
	breakMs: 15 * minute,
	longestPause: null,
	beat: null,
	epoch: null,
	pledgesEach: 4,
	drafting: [5 * minute, 30 * minute],
	clearing: [30 * minute, 190 * minute],
	confirming: [45 * minute, 300 * minute],
};

/** The rehearsal that people watch: the room is never empty for long, and the tally moves every few seconds. */
export const livePace: Pace = {
	turns: "brisk",
	lateness: [5 * second, 40 * second],
	welcome: [25 * second, 45 * second],
	handover: [6 * second, 16 * second],
	breakMs: 2 * minute,
	longestPause: 3 * minute,
	beat: [7 * second, 15 * second],
	epoch: 10 * minute,
	pledgesEach: 14,
	drafting: [3 * second, 9 * second],
	clearing: [20 * second, 280 * second],
	confirming: [90 * second, 20 * minute],
};
