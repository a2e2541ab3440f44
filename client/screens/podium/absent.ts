import { evolveSpeakersLists } from "../../../shared/conference/listFold.ts";
import { listOf } from "../../../shared/conference/speakersList.ts";
import type { State } from "../../../shared/conference/state.ts";

/** Where an entry would stand if it were marked absent now: 0 for the next speaker, and behind whom (SL16). */
export function placeWhenAbsent(
	state: State,
	segmentId: string,
	entryId: string,
	now: number,
): { readonly place: number; readonly behind: string | null } {
	// The rule itself decides, on a copy that is thrown away.
	const lists = { lists: new Map(state.speakersLists.lists) };
	evolveSpeakersLists(lists, { type: "EntryMarkedAbsent", at: now, data: { segmentId, entryId } }, state);
	const list = listOf({ ...state, speakersLists: lists }, segmentId);
	const place = list.order.indexOf(entryId);
	const before = list.entries.get(list.order[place - 1] ?? "");
	return { place, behind: before?.delegationId ?? null };
}
