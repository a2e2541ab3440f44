import { wordsPerMinute } from "../../../shared/conference/texts.ts";

/** How a pace sounds in a booth. */
export type PaceWord = "slow" | "good" | "slightlyFast" | "tooFast";

/** Within this much of the pace for interpretation nobody hears a difference, in words a minute. */
const tolerance = 5;
/** From here on something is lost in interpretation. */
const tooFastFrom = 145;
const slowBelow = 90;

/** What to say about a pace, in words a minute. */
export function paceWord(pace: number): PaceWord {
	if (pace < slowBelow) return "slow";
	if (pace <= wordsPerMinute + tolerance) return "good";
	return pace < tooFastFrom ? "slightlyFast" : "tooFast";
}

/** Before this a pace is chance, in ms. */
const countsFromMs = 15_000;

/** Words a minute so far; null while too little was said to tell. */
export function paceSoFar(words: number, spokenMs: number): number | null {
	if (spokenMs < countsFromMs || words < 1) return null;
	return Math.round(words / (spokenMs / 60_000));
}
