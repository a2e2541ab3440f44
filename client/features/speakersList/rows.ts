import type { FloorStatement } from "../../../shared/conference/floor.ts";
import {
	type ExpectedTime,
	expectedRanges,
	heardIn,
	listOf,
	speakersInOrder,
} from "../../../shared/conference/selectors.ts";
import type { Entry, SpeakersList } from "../../../shared/conference/speakersList.ts";
import type { State } from "../../../shared/conference/state.ts";
import type { Statement } from "../../../shared/conference/statements.ts";
import { useSelect } from "../../conference/hooks.ts";
import { useRoughNow } from "./useRoughNow.ts";

/** A list as a seat reads it: what was heard, who speaks, who waits and about when each is called. */
export interface ListRows {
	readonly list: SpeakersList;
	/** Statements that are over. */
	readonly heard: readonly Statement[];
	/** Who speaks now from this list. */
	readonly now: FloorStatement | null;
	readonly waiting: readonly Waiting[];
	/** Statements made so far, the one going on included: the next place has this number plus one. */
	readonly made: number;
}

export interface Waiting {
	readonly entry: Entry;
	/** 0 for the next speaker. */
	readonly place: number;
	/** About when it is called, as a range. */
	readonly expected: ExpectedTime;
}

/** Also about when somebody who asked now would be called. */
export function useListRows(
	segmentId: string | undefined,
): ListRows & { readonly nextExpected: ExpectedTime } {
	const now = useRoughNow();
	const state = useSelect(relevant, sameRelevant).state;
	const id = segmentId ?? "";
	const made = heardIn(state, id);
	const { statement, interrupted } = state.floor;
	// A point of order is in no list; whoever it interrupts speaks from the list all the same.
	const speaking = statement?.kind === "pointOfOrder" ? interrupted : statement;
	const isOfList = speaking?.segmentId === id && speaking.kind !== "reply";
	const waiting = speakersInOrder(state, id);
	const ranges = expectedRanges(state, id, now);
	const unknown = { earliest: now, expected: now, latest: now };
	return {
		list: listOf(state, id),
		heard: made.filter(({ endedAt }) => endedAt !== null),
		now: isOfList ? speaking : null,
		waiting: waiting.map((entry, place) => ({
			entry,
			place,
			expected: ranges[place] ?? unknown,
		})),
		made: made.length,
		nextExpected: ranges.at(-1) ?? unknown,
	};
}

/** Rows change with these subjects alone; a pledge that is announced renders no list again. */
function relevant(state: State): { readonly state: State } {
	return { state };
}

function sameRelevant(a: { readonly state: State }, b: { readonly state: State }): boolean {
	return (
		a.state.speakersLists === b.state.speakersLists &&
		a.state.floor === b.state.floor &&
		a.state.statements === b.state.statements &&
		a.state.programme === b.state.programme
	);
}
