import * as z from "zod/mini";
import type { Context, Plate } from "./actor.ts";
import type { Language } from "./common.ts";
import { identifier } from "./common.ts";
import { speakerRefusal } from "./delegations.ts";
import type { EventOf } from "./event.ts";
import type { Segment } from "./programme.ts";
import { findSegment } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import { listOf } from "./speakersList.ts";
import type { State } from "./state.ts";

/** The right to speak now. At most one delegation has it (FL1). */
export interface FloorState {
	readonly statement: FloorStatement | null;
}

export interface FloorStatement {
	readonly id: string;
	readonly segmentId: string;
	/** Null for a programme speaker of a ceremony, who is in no list. */
	readonly entryId: string | null;
	readonly delegationId: string;
	readonly speakerId: string | null;
	/** Name and title as they stood when the floor was given; null where the directory had none. */
	readonly plate: Plate | null;
	readonly onBehalfOf: string | null;
	readonly language: Language;
	readonly recorded: boolean;
	readonly givenAt: number;
	/** Limit in ms, extensions included. */
	readonly limitMs: number;
	/** Conference time since which the clock runs; null while it is paused. */
	readonly runningSince: number | null;
	/** Time spoken before `runningSince`, in ms. */
	readonly spokenMs: number;
}

export type FloorEnd = "yielded" | "endedByChair" | "nextCalled" | "segmentEnded" | "meetingClosed";

const segmentId = identifier;

/** `after` is the statement that the caller sees on the floor: a second "call next" at the same moment changes nothing (FL3). */
const after = z.nullable(identifier);

/** Schemas of the commands, by type. */
export const floorCommands = {
	giveFloor: z.strictObject({ type: z.literal("giveFloor"), segmentId, entryId: identifier, after }),
	callProgrammeSpeaker: z.strictObject({ type: z.literal("callProgrammeSpeaker"), segmentId, after }),
	pauseFloor: z.strictObject({ type: z.literal("pauseFloor"), statementId: identifier }),
	resumeFloor: z.strictObject({ type: z.literal("resumeFloor"), statementId: identifier }),
	extendFloor: z.strictObject({
		type: z.literal("extendFloor"),
		statementId: identifier,
		seconds: z.int().check(z.gte(10), z.lte(600)),
	}),
	yieldFloor: z.strictObject({ type: z.literal("yieldFloor"), statementId: identifier }),
	endFloor: z.strictObject({ type: z.literal("endFloor"), statementId: identifier }),
};
export type FloorCommand = z.infer<(typeof floorCommands)[keyof typeof floorCommands]>;

export type FloorEvent =
	| EventOf<"FloorGiven", { readonly statement: FloorStatement }>
	| EventOf<"FloorPaused", { readonly statementId: string }>
	| EventOf<"FloorResumed", { readonly statementId: string }>
	| EventOf<"FloorExtended", { readonly statementId: string; readonly byMs: number }>
	| EventOf<
			"FloorEnded",
			{
				readonly statementId: string;
				readonly segmentId: string;
				readonly reason: FloorEnd;
				readonly spokenMs: number;
				readonly limitMs: number;
			}
	  >;

/** Before the first event. */
export function emptyFloor(): FloorState {
	return { statement: null };
}

/** Time spoken until `now`, in ms, pauses left out (TM2). */
export function spokenUntil(statement: FloorStatement, now: number): number {
	const running = statement.runningSince === null ? 0 : Math.max(0, now - statement.runningSince);
	return statement.spokenMs + running;
}

/** Decides a command by the rules FL and TM. */
export function decideFloor(command: FloorCommand, state: State, context: Context): Decision<FloorEvent> {
	const at = context.now;
	const present = state.floor.statement;
	if (command.type === "giveFloor" || command.type === "callProgrammeSpeaker") {
		const found = findSegment(state, command.segmentId);
		if (found === undefined) return refuse("unknownSegment", { segmentId: command.segmentId });
		if (found.meeting.status !== "open") return refuse("meetingNotOpen", { meetingId: found.meeting.id });
		if (found.segment.status !== "running")
			return refuse("segmentNotRunning", { segmentId: command.segmentId });
		if ((present?.id ?? null) !== command.after) return refuse("floorChanged");
		const given =
			command.type === "giveFloor"
				? fromList(command.entryId, found.segment, state, context)
				: fromProgramme(found.segment, context);
		if ("rejection" in given) return given;
		return accept<FloorEvent>(...endOfFloor(state, at, "nextCalled"), {
			type: "FloorGiven",
			at,
			data: { statement: given.statement },
		});
	}

	if (present === null) return refuse("floorFree");
	const { statementId } = command;
	// FL4: an act names the statement it means, so that a late press never hits the next speaker.
	if (present.id !== statementId) return refuse("floorChanged");
	switch (command.type) {
		case "pauseFloor":
			if (present.runningSince === null) return refuse("floorPaused");
			return accept({ type: "FloorPaused", at, data: { statementId } });
		case "resumeFloor": {
			if (present.runningSince !== null) return refuse("floorRunning");
			const found = findSegment(state, present.segmentId);
			if (found?.meeting.status !== "open")
				return refuse("meetingNotOpen", { meetingId: found?.meeting.id ?? "" });
			return accept({ type: "FloorResumed", at, data: { statementId } });
		}
		case "extendFloor": {
			const byMs = command.seconds * 1000;
			// TM4: extensions stay within an hour in all, so that a slip of the finger cannot give away the day.
			if (present.limitMs + byMs > 3_600_000) return refuse("extensionTooLong");
			return accept({ type: "FloorExtended", at, data: { statementId, byMs } });
		}
		case "yieldFloor":
			if (context.actor.role !== "system" && context.actor.delegationId !== present.delegationId)
				return refuse("notYourFloor");
			return accept(...endOfFloor(state, at, "yielded"));
		case "endFloor":
			return accept(...endOfFloor(state, at, "endedByChair"));
	}
}

function fromList(entryId: string, segment: Segment, state: State, context: Context) {
	const entry = listOf(state, segment.id).entries.get(entryId);
	if (entry === undefined || entry.status === "withdrawn") return refuse("unknownInscription");
	if (entry.status !== "waiting") return refuse("alreadyCalled", { delegationId: entry.delegationId });
	// SL9: the delegation is called, whatever became of the person whom it named.
	const isFit = speakerRefusal(state, entry.delegationId, entry.speakerId) === undefined;
	const speakerId = isFit ? entry.speakerId : null;
	const statement: FloorStatement = {
		id: context.newId,
		segmentId: segment.id,
		entryId,
		delegationId: entry.delegationId,
		speakerId,
		plate: speakerId === null ? null : (context.plateOf(speakerId) ?? null),
		onBehalfOf: entry.onBehalfOf,
		language: entry.language,
		recorded: false,
		givenAt: context.now,
		// TM3: a statement on behalf of a group has the group's limit.
		limitMs: entry.onBehalfOf === null ? segment.limitMs : segment.groupLimitMs,
		runningSince: context.now,
		spokenMs: 0,
	};
	return { statement };
}

function fromProgramme(segment: Segment, context: Context) {
	if (segment.speaker === null) return refuse("noProgrammeSpeaker", { segmentId: segment.id });
	const { delegationId, name, title, recorded } = segment.speaker;
	const statement: FloorStatement = {
		id: context.newId,
		segmentId: segment.id,
		entryId: null,
		delegationId,
		speakerId: null,
		plate: { name, title },
		onBehalfOf: null,
		language: "en",
		recorded,
		givenAt: context.now,
		limitMs: segment.limitMs,
		runningSince: context.now,
		spokenMs: 0,
	};
	return { statement };
}

/** What ends the floor when it is held: one event, or none when nobody speaks. */
export function endOfFloor(state: State, at: number, reason: FloorEnd): FloorEvent[] {
	const present = state.floor.statement;
	if (present === null) return [];
	const { id: statementId, segmentId, limitMs } = present;
	const data = { statementId, segmentId, reason, spokenMs: spokenUntil(present, at), limitMs };
	return [{ type: "FloorEnded", at, data }];
}

/** What pauses the floor when its clock runs. */
export function pauseOfFloor(state: State, at: number): FloorEvent[] {
	const present = state.floor.statement;
	if (present === null || present.runningSince === null) return [];
	return [{ type: "FloorPaused", at, data: { statementId: present.id } }];
}

/** Folds one event in, into a new value. */
export function evolveFloor(floor: FloorState, event: FloorEvent): FloorState {
	if (event.type === "FloorGiven") return { statement: event.data.statement };
	const present = floor.statement;
	if (present === null || present.id !== event.data.statementId) return floor;
	switch (event.type) {
		case "FloorPaused":
			return { statement: { ...present, runningSince: null, spokenMs: spokenUntil(present, event.at) } };
		case "FloorResumed":
			return { statement: { ...present, runningSince: event.at } };
		case "FloorExtended":
			return { statement: { ...present, limitMs: present.limitMs + event.data.byMs } };
		case "FloorEnded":
			return { statement: null };
	}
}
