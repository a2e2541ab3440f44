import type { FloorStatement } from "../../../shared/conference/floor.ts";
import { type Hand, raisedHands } from "../../../shared/conference/hands.ts";
import { type Motion, openMotions } from "../../../shared/conference/motions.ts";
import { openPoints, type PointOfOrder } from "../../../shared/conference/pointsOfOrder.ts";
import type { Meeting, Segment } from "../../../shared/conference/programme.ts";
import { openReplies, type Reply } from "../../../shared/conference/replies.ts";
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
	/** Points of order that the chair has still to deal with: the one that is heard first, then the oldest (PO2). */
	readonly points: readonly PointOfOrder[];
	/** Motions that are not decided, in the order in which they are put to the vote (MO1). */
	readonly motions: readonly Motion[];
	/** Hands that are up in the running segment, in the order in which they were raised (HA2). */
	readonly hands: readonly Hand[];
	/** Replies of the running segment that are asked for or granted (RR3). */
	readonly replies: readonly Reply[];
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
	const open = useSelect(openPoints, sameItems);
	const motions = useSelect(openMotions, sameItems);
	const hands = useSelect((state) => raisedHands(state, running?.id ?? ""), sameItems);
	const replies = useSelect((state) => openReplies(state, running?.id ?? ""), sameItems);
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
		points: open.toSorted((a, b) => Number(b.status === "heard") - Number(a.status === "heard")),
		motions,
		hands,
		replies,
	};
}
