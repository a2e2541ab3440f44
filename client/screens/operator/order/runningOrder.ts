import type { Language, Localized } from "../../../../shared/conference/common.ts";
import { nextSpeakers } from "../../../../shared/conference/following.ts";
import { greenRoomPlaces } from "../../../../shared/conference/mediaPlan.ts";
import type { Meeting, Segment } from "../../../../shared/conference/programme.ts";
import { recordingFor } from "../../../../shared/conference/recordingPlace.ts";
import type { Recording } from "../../../../shared/conference/recordings.ts";
import {
	heardIn,
	limitOf,
	presentMeeting,
	speakersInOrder,
	waitingEntryOf,
} from "../../../../shared/conference/selectors.ts";
import { listOf, type StatementMode } from "../../../../shared/conference/speakersList.ts";
import type { State } from "../../../../shared/conference/state.ts";

/** Somebody who will have the floor, and with what. */
export interface RunningOrderItem {
	readonly key: string;
	readonly delegationId: string;
	/** Of the programme: the part that it is; null for whoever comes from the list, from hands or replies. */
	readonly title: Localized | null;
	readonly by: "list" | "hands" | "replies" | "programme";
	readonly mode: StatementMode;
	/** In which a statement is announced; null where nobody has said. */
	readonly language: Language | null;
	readonly limitMs: number;
	/** What is filed; beside a live statement it is a back-up. */
	readonly recording: Recording | undefined;
	/** Among those whose seats test themselves. */
	readonly isSoon: boolean;
}

/** A part of the meeting that comes later, told by its title and how many have asked to speak in it. */
export interface LaterPart {
	readonly segment: Segment;
	readonly waiting: number;
}

export interface RunningOrder {
	readonly meeting: Meeting | undefined;
	readonly items: readonly RunningOrderItem[];
	/** Those who wait beyond the items. */
	readonly more: number;
	readonly later: readonly LaterPart[];
}

/** So many of a list stand in the running order by name. */
const mostItems = 8;

/** What comes after what is on now: whoever is called next, and what the programme has then. */
export function runningOrder(state: State): RunningOrder {
	const meeting = presentMeeting(state);
	const parts = meeting?.segments.filter(({ status }) => status !== "ended") ?? [];
	const items: RunningOrderItem[] = [];
	const later: LaterPart[] = [];
	let more = 0;
	for (const segment of parts) {
		const isRunning = segment.status === "running";
		if (segment.speaker !== null) {
			const isCalled = heardIn(state, segment.id).length > 0;
			if (!isCalled) items.push(ofProgramme(state, segment));
		} else if (isRunning) {
			const { kind, delegationIds } = nextSpeakers(state, Number.POSITIVE_INFINITY);
			more = Math.max(0, delegationIds.length - mostItems);
			items.push(
				...delegationIds
					.slice(0, mostItems)
					.map((id, place) => ofDelegation(state, segment, id, kind, place < greenRoomPlaces)),
			);
		} else later.push({ segment, waiting: speakersInOrder(state, segment.id).length });
	}
	return { meeting, items, more, later };
}

function ofProgramme(state: State, segment: Segment): RunningOrderItem {
	const { id, speaker, title, limitMs } = segment;
	const delegationId = speaker?.delegationId ?? "";
	return {
		key: `programme ${id}`,
		delegationId,
		title,
		by: "programme",
		mode: speaker?.recorded ? "recorded" : "live",
		language: null,
		limitMs,
		recording: recordingFor(state, id, delegationId),
		isSoon: false,
	};
}

function ofDelegation(
	state: State,
	segment: Segment,
	delegationId: string,
	by: "list" | "hands" | "replies",
	isSoon: boolean,
): RunningOrderItem {
	const entry = by === "list" ? waitingEntryOf(listOf(state, segment.id), delegationId) : undefined;
	return {
		key: `${by} ${segment.id} ${delegationId}`,
		delegationId,
		title: null,
		by,
		mode: entry?.mode ?? "live",
		language: entry?.language ?? null,
		limitMs: entry === undefined ? segment.limitMs : limitOf(segment, entry),
		// A reply has none of its own.
		recording: by === "replies" ? undefined : recordingFor(state, segment.id, delegationId),
		isSoon: isSoon && by !== "hands",
	};
}

/** Whether two running orders say the same, so that nothing is drawn again for an event about something else. */
export function isSameOrder(a: RunningOrder, b: RunningOrder): boolean {
	return (
		a.meeting === b.meeting &&
		a.more === b.more &&
		a.items.length === b.items.length &&
		a.items.every((each, index) => isSameItem(each, b.items[index])) &&
		a.later.length === b.later.length &&
		a.later.every(
			(each, index) => each.segment === b.later[index]?.segment && each.waiting === b.later[index]?.waiting,
		)
	);
}

function isSameItem(a: RunningOrderItem, b: RunningOrderItem | undefined): boolean {
	return (
		b !== undefined &&
		a.key === b.key &&
		a.mode === b.mode &&
		a.language === b.language &&
		a.limitMs === b.limitMs &&
		a.recording === b.recording &&
		a.isSoon === b.isSoon
	);
}
