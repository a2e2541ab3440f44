import type { CaptionsEvent } from "./captions.ts";
import type { Language } from "./common.ts";

/* Captions as they stand and their fold, without the validator, so that the public page carries no schemas of commands. */

/** A line that a captioner has written of what is said. */
export interface CaptionLine {
	readonly at: number;
	readonly statementId: string | null;
	readonly text: string;
}

export interface CaptionsState {
	/** The last lines in each language in which somebody writes, oldest first. The whole is in the journal (CA2). */
	readonly lines: ReadonlyMap<Language, readonly CaptionLine[]>;
}

/** How many lines are kept to be read. */
export const keptLines = 3;

/** Before the first event. */
export function emptyCaptions(): CaptionsState {
	return { lines: new Map() };
}

/** The subject with one event folded in; the given one is unchanged. */
export function evolveCaptions({ lines }: CaptionsState, event: CaptionsEvent): CaptionsState {
	const { language, statementId, text } = event.data;
	const known = lines.get(language) ?? [];
	// CA3: the words of two speakers never stand together.
	const same = known.filter((each) => each.statementId === statementId);
	const next = [...same, { at: event.at, statementId, text }].slice(-keptLines);
	return { lines: new Map(lines).set(language, next) };
}

/** CA4: with the meeting its captions end, and with them the button that shows them. */
export function clearCaptions(subject: CaptionsState): CaptionsState {
	return subject.lines.size === 0 ? subject : emptyCaptions();
}
