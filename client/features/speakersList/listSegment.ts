import type { Meeting, Segment } from "../../../shared/conference/programme.ts";
import { presentMeeting, statementsSegment } from "../../../shared/conference/selectors.ts";
import type { State } from "../../../shared/conference/state.ts";
import { useSelect } from "../../conference/hooks.ts";

export interface ListPlace {
	readonly meeting: Meeting;
	readonly segment: Segment;
}

/**
 * The speakers' list that a seat is about: that of the present meeting; during a ceremony, or when the
 * present list has been heard, that of the next meeting with one.
 */
export function listSegment(state: State): ListPlace | undefined {
	const present = presentMeeting(state);
	if (present === undefined) return undefined;
	const meetings = [...state.programme.meetings.values()].filter(
		({ kind }) => kind !== "preparatory" && kind !== "sideEvent",
	);
	for (const meeting of meetings.slice(meetings.indexOf(present))) {
		const segment = statementsSegment(meeting);
		if (segment !== undefined && meeting.status !== "closed" && segment.status !== "ended")
			return { meeting, segment };
	}
	const segment = statementsSegment(present);
	return segment && { meeting: present, segment };
}

/** The same, renewed only when the meeting or the segment changes. */
export function useListSegment(): ListPlace | undefined {
	return useSelect(listSegment, (a, b) => a?.meeting === b?.meeting && a?.segment === b?.segment);
}
