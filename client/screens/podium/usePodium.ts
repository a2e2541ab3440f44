import type { FloorStatement } from "../../../shared/conference/floor.ts";
import type { Meeting, Segment } from "../../../shared/conference/programme.ts";
import { heardIn, presentMeeting } from "../../../shared/conference/selectors.ts";
import type { Seat } from "../../../shared/protocol/join.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { type ListPlace, useListSegment } from "../../features/speakersList/listSegment.ts";
import { type ListRows, useListRows } from "../../features/speakersList/rows.ts";

/** What the podium works with: the meeting, its list, who speaks, and whether this chair presides. */
export interface Podium {
	readonly seat: Seat;
	/** The meeting that sits, or the next one. */
	readonly meeting: Meeting | undefined;
	readonly isOpen: boolean;
	readonly running: Segment | undefined;
	/** The segment that would be started next. */
	readonly nextSegment: Segment | undefined;
	/** The list on the screen; during a ceremony that of the next meeting. */
	readonly place: ListPlace | undefined;
	readonly rows: ListRows;
	readonly statement: FloorStatement | null;
	/** This seat holds the gavel of the meeting that sits. */
	readonly presides: boolean;
	/** The list on the screen belongs to the meeting that sits: the gavel reaches it (GV5). */
	readonly reachesList: boolean;
	/** The programme's speaker of the running segment has not been called yet. */
	readonly awaitsSpeaker: boolean;
}

export function usePodium(seat: Seat): Podium {
	const meeting = useSelect(presentMeeting);
	const place = useListSegment();
	const rows = useListRows(place?.segment.id);
	const statement = useSelect((state) => state.floor.statement);
	const holder = useSelect((state) => state.gavel.holder?.representativeId);
	const running = meeting?.segments.find(({ status }) => status === "running");
	const called = useSelect(
		(state) => (running === undefined ? [] : heardIn(state, running.id).map(({ id }) => id)),
		sameItems,
	);
	const sits = meeting?.status === "open" || meeting?.status === "suspended";
	const presides = sits && holder === seat.representativeId;
	return {
		seat,
		meeting,
		isOpen: meeting?.status === "open",
		running,
		nextSegment: meeting?.segments.find(({ status }) => status === "planned"),
		place,
		rows,
		statement,
		presides,
		reachesList: presides && place !== undefined && place.meeting.id === meeting?.id,
		awaitsSpeaker: running?.speaker != null && called.length === 0,
	};
}
