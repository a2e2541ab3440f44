import * as z from "zod/mini";
import type { Context, Plate } from "./actor.ts";
import type { Localized } from "./common.ts";
import { identifier, localized, text } from "./common.ts";
import { meetingKinds, type SegmentMode, segmentKinds, segmentModes } from "./definition.ts";
import type { EventOf } from "./event.ts";
import type { FloorEvent } from "./floor.ts";
import { endOfFloor, pauseOfFloor } from "./floor.ts";
import type { GavelEvent } from "./gavel.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import { marked } from "./secrecy.ts";
import type { SpeakersListEvent } from "./speakersList.ts";
import type { State } from "./state.ts";

export { type SegmentMode, segmentModes } from "./definition.ts";

export type MeetingStatus = "planned" | "open" | "suspended" | "closed";
export type SegmentStatus = "planned" | "running" | "ended";
/** Whether delegations are still called: by a motion the debate is adjourned for a while, or closed. */
export type Debate = "open" | "adjourned" | "closed";

export interface Segment {
	readonly id: string;
	readonly kind: (typeof segmentKinds)[number];
	readonly title: Localized;
	readonly plannedMinutes: number | null;
	/** Speaking limits in ms: of a delegation's own statement, and of one on behalf of a group. */
	readonly limitMs: number;
	readonly groupLimitMs: number;
	readonly speaker: (Plate & { readonly delegationId: string; readonly recorded: boolean }) | null;
	readonly status: SegmentStatus;
	readonly mode: SegmentMode;
	readonly debate: Debate;
}

export interface Meeting {
	readonly id: string;
	readonly kind: (typeof meetingKinds)[number];
	readonly title: Localized;
	readonly shortTitle: Localized;
	/** Day or month as the record gives it; the planned instants are ms since the epoch where they are known. */
	readonly date: string;
	readonly plannedStart: number | null;
	readonly plannedEnd: number | null;
	readonly coChairs: readonly string[];
	readonly segments: readonly Segment[];
	readonly status: MeetingStatus;
	readonly openedAt: number | null;
	readonly closedAt: number | null;
}

export interface ProgrammeState {
	/** In the order of the programme. */
	readonly meetings: Map<string, Meeting>;
}

const limit = z.int().check(z.gte(30_000), z.lte(3_600_000));

const segment = z.strictObject({
	id: identifier,
	kind: z.enum(segmentKinds),
	title: localized(160, "open"),
	plannedMinutes: z.nullable(z.int()),
	limitMs: limit,
	groupLimitMs: limit,
	/** By the kind of the segment where absent: statements from the list, everything else as a ceremony. */
	mode: z.optional(z.enum(segmentModes)),
	speaker: z.nullable(
		z.strictObject({
			delegationId: identifier,
			name: text(120, "open"),
			title: localized(160, "open"),
			recorded: z.boolean(),
		}),
	),
});

const meeting = z.strictObject({
	id: identifier,
	kind: z.enum(meetingKinds),
	title: localized(160, "open"),
	shortTitle: localized(160, "open"),
	date: marked("open", z.string()),
	plannedStart: z.nullable(z.int()),
	plannedEnd: z.nullable(z.int()),
	coChairs: z.array(identifier),
	segments: z.array(segment),
	/** A meeting that was held before the record begins (a preparatory meeting, say) is adopted as closed. */
	held: z.boolean(),
});

const meetingId = identifier;

/** Schemas of the commands, by type. */
export const programmeCommands = {
	adoptProgramme: z.strictObject({ type: z.literal("adoptProgramme"), meetings: z.array(meeting) }),
	rescheduleMeeting: z.strictObject({
		type: z.literal("rescheduleMeeting"),
		meetingId,
		plannedStart: z.int(),
		plannedEnd: z.int(),
	}),
	openMeeting: z.strictObject({ type: z.literal("openMeeting"), meetingId }),
	suspendMeeting: z.strictObject({ type: z.literal("suspendMeeting"), meetingId }),
	resumeMeeting: z.strictObject({ type: z.literal("resumeMeeting"), meetingId }),
	closeMeeting: z.strictObject({ type: z.literal("closeMeeting"), meetingId }),
	startSegment: z.strictObject({ type: z.literal("startSegment"), segmentId: identifier }),
	/** Changes how the floor is given; lists and raised hands stay as they are. */
	changeMode: z.strictObject({
		type: z.literal("changeMode"),
		segmentId: identifier,
		mode: z.enum(segmentModes),
	}),
	/** Sets the speaking limits (ms) of what is still to be said. */
	setLimits: z.strictObject({
		type: z.literal("setLimits"),
		segmentId: identifier,
		limitMs: limit,
		groupLimitMs: limit,
	}),
	/** Takes up a debate that was adjourned. */
	resumeDebate: z.strictObject({ type: z.literal("resumeDebate"), segmentId: identifier }),
};
export type ProgrammeCommand = z.infer<(typeof programmeCommands)[keyof typeof programmeCommands]>;

/** A meeting as it is adopted; records older than modes and motions name neither. */
type AdoptedMeeting = Omit<Meeting, "segments"> & {
	readonly segments: readonly (Omit<Segment, "mode" | "debate"> & {
		readonly mode?: SegmentMode | undefined;
	})[];
};

export type ProgrammeEvent =
	| EventOf<"ProgrammeAdopted", { readonly meetings: readonly AdoptedMeeting[] }>
	| EventOf<
			"MeetingRescheduled",
			{ readonly meetingId: string; readonly plannedStart: number; readonly plannedEnd: number }
	  >
	| EventOf<"MeetingOpened", { readonly meetingId: string }>
	| EventOf<"MeetingSuspended", { readonly meetingId: string }>
	| EventOf<"MeetingResumed", { readonly meetingId: string }>
	| EventOf<"MeetingClosed", { readonly meetingId: string }>
	| EventOf<"SegmentStarted", { readonly meetingId: string; readonly segmentId: string }>
	| EventOf<
			"ModeChanged",
			{ readonly meetingId: string; readonly segmentId: string; readonly mode: SegmentMode }
	  >
	| EventOf<
			"LimitsSet",
			{
				readonly meetingId: string;
				readonly segmentId: string;
				readonly limitMs: number;
				readonly groupLimitMs: number;
			}
	  >
	| EventOf<
			"DebateChanged",
			{ readonly meetingId: string; readonly segmentId: string; readonly debate: Debate }
	  >;

/** Before the first event. */
export function emptyProgramme(): ProgrammeState {
	return { meetings: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyProgramme(subject: ProgrammeState): ProgrammeState {
	return { meetings: new Map(subject.meetings) };
}

/** The meeting that sits now (open or suspended); by PR2 there is at most one. */
export function sittingMeeting(state: State): Meeting | undefined {
	for (const each of state.programme.meetings.values())
		if (each.status === "open" || each.status === "suspended") return each;
	return undefined;
}

/** The segment and its meeting, or nothing for an id that the programme does not have. */
export function findSegment(
	state: State,
	segmentId: string,
): { meeting: Meeting; segment: Segment } | undefined {
	for (const each of state.programme.meetings.values()) {
		const found = each.segments.find((candidate) => candidate.id === segmentId);
		if (found !== undefined) return { meeting: each, segment: found };
	}
	return undefined;
}

/** The segment in progress of the sitting meeting. */
export function runningSegment(state: State): { meeting: Meeting; segment: Segment } | undefined {
	const sitting = sittingMeeting(state);
	const running = sitting?.segments.find((candidate) => candidate.status === "running");
	return sitting !== undefined && running !== undefined ? { meeting: sitting, segment: running } : undefined;
}

/** What an act of the programme brings about, also in other subjects. */
export type Consequence = ProgrammeEvent | GavelEvent | FloorEvent | SpeakersListEvent;

/** Decides a command by the rules PR. */
export function decideProgramme(
	command: ProgrammeCommand,
	state: State,
	context: Context,
): Decision<Consequence> {
	const at = context.now;
	if (command.type === "adoptProgramme")
		return adoptionRefusal(command.meetings, state) ?? accept(adopted(command.meetings, at));
	if (command.type === "startSegment") return startSegment(command.segmentId, state, at);
	if (command.type === "changeMode" || command.type === "setLimits" || command.type === "resumeDebate")
		return decideSegment(command, state, at);

	const present = state.programme.meetings.get(command.meetingId);
	if (present === undefined) return refuse("unknownMeeting", { meetingId: command.meetingId });
	const data = { meetingId: present.id };
	switch (command.type) {
		case "rescheduleMeeting": {
			const { plannedStart, plannedEnd } = command;
			if (plannedEnd <= plannedStart) return refuse("timesReversed");
			if (present.status === "closed") return refuse("meetingAlreadyHeld", data);
			return accept({ type: "MeetingRescheduled", at, data: { ...data, plannedStart, plannedEnd } });
		}
		case "openMeeting":
			return openMeeting(present, state, context);
		case "suspendMeeting": {
			if (present.status !== "open") return refuse("meetingNotOpen", data);
			return accept<Consequence>(...suspension(present, state, at));
		}
		case "resumeMeeting":
			if (present.status !== "suspended") return refuse("meetingNotSuspended", data);
			return accept({ type: "MeetingResumed", at, data });
		case "closeMeeting": {
			if (present.status !== "open" && present.status !== "suspended") return refuse("meetingNotOpen", data);
			return accept<Consequence>(...closure(present, state, at));
		}
	}
}

/** PR1: adopting adds to the programme and never replaces what may already sit; every id is there once. */
function adoptionRefusal(meetings: readonly z.infer<typeof meeting>[], state: State) {
	const known = new Set<string>();
	const segments = new Set<string>();
	for (const each of state.programme.meetings.values()) {
		known.add(each.id);
		for (const { id } of each.segments) segments.add(id);
	}
	for (const each of meetings) {
		if (known.has(each.id)) return refuse("alreadyDefined");
		known.add(each.id);
		for (const { id } of each.segments) {
			if (segments.has(id)) return refuse("alreadyDefined");
			segments.add(id);
		}
		const named = [...each.coChairs, ...each.segments.flatMap(({ speaker }) => speaker?.delegationId ?? [])];
		const stranger = named.find((id) => !state.delegations.delegations.has(id));
		if (stranger !== undefined) return refuse("unknownDelegation", { delegationId: stranger });
		if (each.plannedStart !== null && each.plannedEnd !== null && each.plannedEnd <= each.plannedStart)
			return refuse("timesReversed");
	}
	return undefined;
}

function adopted(meetings: readonly z.infer<typeof meeting>[], at: number): ProgrammeEvent {
	return {
		type: "ProgrammeAdopted",
		at,
		data: {
			meetings: meetings.map(({ held, ...each }) => ({
				...each,
				segments: each.segments.map((one) => ({ ...one, status: held ? "ended" : "planned" })),
				status: held ? "closed" : "planned",
				openedAt: null,
				closedAt: null,
			})),
		},
	};
}

/** PR4: suspending a meeting stops the speaker's clock. */
export function suspension(present: Meeting, state: State, at: number): Consequence[] {
	const data = { meetingId: present.id };
	return [...pauseOfFloor(state, at), { type: "MeetingSuspended", at, data }];
}

/** PR5: closing ends the floor and the lists, and the gavel is laid down. */
export function closure(present: Meeting, state: State, at: number): Consequence[] {
	return [
		...endOfFloor(state, at, "meetingClosed"),
		...closingLists(present.segments, state, at),
		{ type: "MeetingClosed", at, data: { meetingId: present.id } },
		...(state.gavel.holder === null ? [] : [{ type: "GavelLaidDown" as const, at, data: {} }]),
	];
}

/** PR9: a debate that is adjourned or closed by a motion ends the floor; when closed, the list closes too. */
export function endOfDebate(debate: Exclude<Debate, "open">, state: State, at: number): Consequence[] {
	const running = runningSegment(state);
	if (running === undefined) return [];
	const { meeting, segment } = running;
	return [
		...endOfFloor(state, at, "endedByChair", true),
		...(debate === "closed" ? closingLists([segment], state, at) : []),
		{ type: "DebateChanged", at, data: { meetingId: meeting.id, segmentId: segment.id, debate } },
	];
}

type SegmentCommand = Extract<ProgrammeCommand, { type: "changeMode" | "setLimits" | "resumeDebate" }>;

function decideSegment(command: SegmentCommand, state: State, at: number): Decision<Consequence> {
	const { segmentId } = command;
	const found = findSegment(state, segmentId);
	if (found === undefined) return refuse("unknownSegment", { segmentId });
	const { meeting, segment } = found;
	if (meeting.status === "closed") return refuse("meetingAlreadyHeld", { meetingId: meeting.id });
	if (segment.status === "ended") return refuse("segmentNotRunning", { segmentId });
	const data = { meetingId: meeting.id, segmentId };
	switch (command.type) {
		case "changeMode":
			// PR8: only a segment of statements has a list and raised hands.
			if (segment.kind !== "statements") return refuse("noListInSegment", { segmentId });
			if (segment.mode === command.mode) return refuse("alreadyInMode");
			return accept({ type: "ModeChanged", at, data: { ...data, mode: command.mode } });
		case "setLimits": {
			const { limitMs, groupLimitMs } = command;
			if (limitMs === segment.limitMs && groupLimitMs === segment.groupLimitMs) return refuse("sameLimits");
			return accept({ type: "LimitsSet", at, data: { ...data, limitMs, groupLimitMs } });
		}
		case "resumeDebate":
			if (segment.debate !== "adjourned") return refuse("debateNotAdjourned");
			return accept({ type: "DebateChanged", at, data: { ...data, debate: "open" } });
	}
}

function openMeeting(present: Meeting, state: State, context: Context): Decision<Consequence> {
	const at = context.now;
	if (present.status === "open" || present.status === "suspended")
		return refuse("anotherMeetingOpen", { meetingId: present.id });
	if (present.status === "closed") return refuse("meetingAlreadyHeld", { meetingId: present.id });
	const sitting = sittingMeeting(state);
	if (sitting !== undefined) return refuse("anotherMeetingOpen", { meetingId: sitting.id });
	const opened: ProgrammeEvent = { type: "MeetingOpened", at, data: { meetingId: present.id } };
	const { actor } = context;
	// GV2: the co-chair who opens the meeting takes the gavel by doing so.
	if (actor.role !== "chair" || actor.delegationId === null) return accept(opened);
	const holder = { representativeId: actor.id, delegationId: actor.delegationId };
	return accept<Consequence>(opened, { type: "GavelTaken", at, data: { holder } });
}

function startSegment(segmentId: string, state: State, at: number): Decision<Consequence> {
	const found = findSegment(state, segmentId);
	if (found === undefined) return refuse("unknownSegment", { segmentId });
	if (found.meeting.status !== "open") return refuse("meetingNotOpen", { meetingId: found.meeting.id });
	if (found.segment.status !== "planned") return refuse("segmentAlreadyStarted", { segmentId });
	// PR6: the segment that ran before ends, with its floor and its list.
	const before = found.meeting.segments.filter(({ status }) => status === "running");
	return accept<Consequence>(...endOfFloor(state, at, "segmentEnded"), ...closingLists(before, state, at), {
		type: "SegmentStarted",
		at,
		data: { meetingId: found.meeting.id, segmentId },
	});
}

function closingLists(segments: readonly Segment[], state: State, at: number): SpeakersListEvent[] {
	return segments
		.filter((each) => {
			const list = state.speakersLists.lists.get(each.id);
			// One that would open by itself is closed as well.
			const isScheduled = list?.status === "notOpen" && list.opensAt !== null;
			return list?.status === "open" || list?.status === "closing" || isScheduled;
		})
		.map((each) => ({ type: "SpeakersListClosed" as const, at, data: { segmentId: each.id } }));
}

/** Folds one event in; changes the maps in place, for whoever owns them (`Fork`). */
export function evolveProgramme(subject: ProgrammeState, event: ProgrammeEvent): void {
	if (event.type === "ProgrammeAdopted") {
		for (const each of event.data.meetings) {
			const segments = each.segments.map(
				(one): Segment => ({
					...one,
					mode: one.mode ?? (one.kind === "statements" ? "list" : "ceremony"),
					debate: "open",
				}),
			);
			subject.meetings.set(each.id, { ...each, segments });
		}
		return;
	}
	const present = subject.meetings.get(event.data.meetingId);
	if (present === undefined) return;
	subject.meetings.set(present.id, changed(present, event));
}

function changed(present: Meeting, event: Exclude<ProgrammeEvent, { type: "ProgrammeAdopted" }>): Meeting {
	switch (event.type) {
		case "MeetingRescheduled":
			return { ...present, plannedStart: event.data.plannedStart, plannedEnd: event.data.plannedEnd };
		case "MeetingOpened":
			return { ...present, status: "open", openedAt: event.at };
		case "MeetingSuspended":
			return { ...present, status: "suspended" };
		case "MeetingResumed":
			return { ...present, status: "open" };
		case "MeetingClosed":
			return {
				...present,
				status: "closed",
				closedAt: event.at,
				segments: present.segments.map((each) =>
					each.status === "running" ? { ...each, status: "ended" } : each,
				),
			};
		case "SegmentStarted":
			return {
				...present,
				segments: present.segments.map((each) => {
					if (each.id === event.data.segmentId) return { ...each, status: "running" };
					return each.status === "running" ? { ...each, status: "ended" } : each;
				}),
			};
		case "ModeChanged":
			return withSegment(present, event.data.segmentId, { mode: event.data.mode });
		case "LimitsSet": {
			const { segmentId, limitMs, groupLimitMs } = event.data;
			return withSegment(present, segmentId, { limitMs, groupLimitMs });
		}
		case "DebateChanged":
			return withSegment(present, event.data.segmentId, { debate: event.data.debate });
	}
}

function withSegment(present: Meeting, segmentId: string, change: Partial<Segment>): Meeting {
	const segments = present.segments.map((each) => (each.id === segmentId ? { ...each, ...change } : each));
	return { ...present, segments };
}
