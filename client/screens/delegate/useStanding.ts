import type { Hand } from "../../../shared/conference/hands.ts";
import { raisedHands } from "../../../shared/conference/hands.ts";
import { listOf, runningSegment, waitingEntryOf } from "../../../shared/conference/selectors.ts";
import type { Entry, LateRequest, SpeakersList } from "../../../shared/conference/speakersList.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import type { ListPlace } from "../../features/speakersList/listSegment.ts";
import type { ListRows } from "../../features/speakersList/rows.ts";

/** Where the delegation stands with the floor: what its one big action is now. */
export type Standing =
	| { readonly kind: "speaking" }
	| { readonly kind: "next" | "inList"; readonly entry: Entry; readonly place: number }
	/** Inscribed in writing: never called, put on the record by the delegation itself (ST3). */
	| { readonly kind: "written"; readonly entry: Entry }
	/** May ask now. */
	| { readonly kind: "open" }
	| { readonly kind: "closed"; readonly late: LateRequest | undefined }
	/** A moderated discussion: the own hand, if it is up, and its place among all hands. */
	| {
			readonly kind: "hands";
			readonly hand: Hand | undefined;
			readonly place: number;
			readonly hands: number;
	  }
	| { readonly kind: "notOpen"; readonly opensAt: number | null }
	| { readonly kind: "spoken" | "delivered" | "ceremony" | "noList" | "noRight" };

export function useStanding(
	delegationId: string,
	place: ListPlace | undefined,
	rows: ListRows,
	maySpeak: boolean,
): Standing {
	const speaker = useSelect((state) => state.floor.statement?.delegationId);
	const isCeremony = useSelect((state) => runningSegment(state)?.segment.mode === "ceremony");
	const segmentId = place?.segment.id ?? "";
	const entry = useSelect((state) => waitingEntryOf(listOf(state, segmentId), delegationId));
	const hands = useSelect((state) => raisedHands(state, segmentId), sameItems);
	if (speaker === delegationId) return { kind: "speaking" };
	if (place === undefined) return { kind: isCeremony ? "ceremony" : "noList" };
	const isRunning = place.segment.status === "running";
	if (place.segment.mode === "requests" && isRunning) {
		if (!maySpeak) return { kind: "noRight" };
		const index = hands.findIndex((each) => each.delegationId === delegationId);
		return { kind: "hands", hand: hands[index], place: index, hands: hands.length };
	}
	if (entry !== undefined) {
		const index = rows.list.order.indexOf(entry.id);
		// While the programme's own speakers speak nobody of the list is next.
		const isNext = index === 0 && isRunning && place.segment.mode === "list";
		return { kind: isNext ? "next" : "inList", entry, place: index };
	}
	const written = writtenOf(rows.list, delegationId);
	if (written !== undefined) return { kind: "written", entry: written };
	if (place.segment.mode === "ceremony") return { kind: "ceremony" };
	if (rows.heard.some((each) => each.delegationId === delegationId)) return { kind: "spoken" };
	if (hasDelivered(rows.list, delegationId)) return { kind: "delivered" };
	if (!maySpeak) return { kind: "noRight" };
	switch (rows.list.status) {
		case "open":
		case "closing":
			return { kind: "open" };
		case "notOpen":
			return { kind: "notOpen", opensAt: rows.list.opensAt };
		case "closed":
			return { kind: "closed", late: lateOf(rows.list, delegationId) };
	}
}

function writtenOf(list: SpeakersList, delegationId: string): Entry | undefined {
	for (const entry of list.entries.values())
		if (entry.delegationId === delegationId && entry.status === "written") return entry;
	return undefined;
}

/** Whether its statement is on the record without having had the floor. */
function hasDelivered(list: SpeakersList, delegationId: string): boolean {
	for (const entry of list.entries.values())
		if (entry.delegationId === delegationId && entry.status === "delivered") return true;
	return false;
}

/** The latest late request: what became of an earlier one is history. */
function lateOf(list: SpeakersList, delegationId: string): LateRequest | undefined {
	return [...list.lateRequests.values()].findLast((each) => each.delegationId === delegationId);
}
