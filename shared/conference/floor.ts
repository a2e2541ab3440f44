import * as z from "zod/mini";
import type { Context, Plate } from "./actor.ts";
import { decideCall } from "./calls.ts";
import type { Language, Level } from "./common.ts";
import { identifier } from "./common.ts";
import type { EventOf } from "./event.ts";
import { raisedHands } from "./hands.ts";
import { findSegment, sittingMeeting } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import { openReplies } from "./replies.ts";
import type { State } from "./state.ts";
import { isInTimeToUndo } from "./undo.ts";

/** The right to speak now. At most one delegation has it (FL1). */
export interface FloorState {
	/** Who has the floor. */
	readonly statement: FloorStatement | null;
	/** Whose statement a point of order interrupts; has the floor again afterwards, the clock standing (FL7). */
	readonly interrupted: FloorStatement | null;
	/** The latest act on the floor that can be taken back, with the floor as it was before (UN2). */
	readonly undo: FloorUndo | null;
}

export interface FloorUndo {
	/** `ended` only between the end of a statement and the call that ended it. */
	readonly act: "call" | "pause" | "extend" | "ended";
	readonly at: number;
	readonly statementId: string;
	readonly before: Pick<FloorState, "statement" | "interrupted">;
}

/** What the floor is had for. */
export type StatementKind = "statement" | "hand" | "reply" | "pointOfOrder";

export interface FloorStatement {
	readonly id: string;
	readonly segmentId: string;
	readonly kind: StatementKind;
	/** Entry of the list that was called; null for who is in no list. */
	readonly entryId: string | null;
	/** The raised hand, the reply or the point of order that was called. */
	readonly sourceId: string | null;
	readonly delegationId: string;
	readonly speakerId: string | null;
	/** Name and title as they stood when the floor was given; null where the directory had none. */
	readonly plate: Plate | null;
	readonly level: Level | null;
	readonly onBehalfOf: string | null;
	readonly jointly: readonly string[];
	readonly language: Language;
	readonly recorded: boolean;
	readonly givenAt: number;
	/** Limit in ms, extensions included. */
	readonly limitMs: number;
	/** Conference time since which the clock runs; null while it is paused. */
	readonly runningSince: number | null;
	/** Time spoken before `runningSince`, in ms. */
	readonly spokenMs: number;
	/** Conference time since which the clock stands; null while it runs. */
	readonly pausedSince: number | null;
	/** Time for which the clock stood before `pausedSince`, in ms. */
	readonly pausedMs: number;
}

export type FloorEnd =
	| "yielded"
	| "endedByChair"
	| "nextCalled"
	| "segmentEnded"
	| "meetingClosed"
	/** Called and not there (SL16). */
	| "absent"
	/** A point of order on which the chair has ruled. */
	| "ruled";

/** What statements recorded before the fields existed are read as. */
const statementBefore = {
	kind: "statement" as StatementKind,
	sourceId: null,
	level: null,
	jointly: [] as readonly string[],
	pausedSince: null,
	pausedMs: 0,
};
type Later = keyof typeof statementBefore;
/** A statement as the record has it. */
export type RecordedStatement = Omit<FloorStatement, Later> & { readonly [K in Later]?: FloorStatement[K] };

/** A recorded statement with all its fields. */
export function statementOf(recorded: RecordedStatement): FloorStatement {
	return { ...statementBefore, ...recorded };
}

const segmentId = identifier;

/** `after` is the statement that the caller sees on the floor: a second "call next" at the same moment changes nothing (FL3). */
const after = z.nullable(identifier);

/** Schemas of the commands, by type. */
export const floorCommands = {
	giveFloor: z.strictObject({ type: z.literal("giveFloor"), segmentId, entryId: identifier, after }),
	/** Gives the floor to a raised hand. */
	callHand: z.strictObject({ type: z.literal("callHand"), segmentId, handId: identifier, after }),
	/** Gives the floor for a reply that was granted. */
	callReply: z.strictObject({ type: z.literal("callReply"), segmentId, replyId: identifier, after }),
	/** Interrupts whoever speaks and gives the floor for a point of order. */
	hearPointOfOrder: z.strictObject({ type: z.literal("hearPointOfOrder"), pointId: identifier, after }),
	callProgrammeSpeaker: z.strictObject({ type: z.literal("callProgrammeSpeaker"), segmentId, after }),
	pauseFloor: z.strictObject({ type: z.literal("pauseFloor"), statementId: identifier }),
	resumeFloor: z.strictObject({ type: z.literal("resumeFloor"), statementId: identifier }),
	extendFloor: z.strictObject({
		type: z.literal("extendFloor"),
		statementId: identifier,
		seconds: z.int().check(z.gte(10), z.lte(600)),
	}),
	/** Sets the clock back to the full time; what was spoken until now does not count. */
	resetFloor: z.strictObject({ type: z.literal("resetFloor"), statementId: identifier }),
	yieldFloor: z.strictObject({ type: z.literal("yieldFloor"), statementId: identifier }),
	endFloor: z.strictObject({ type: z.literal("endFloor"), statementId: identifier }),
	/** Takes back the latest call, pause or extension (UN2). */
	takeBackCall: z.strictObject({ type: z.literal("takeBackCall"), statementId: identifier }),
	takeBackPause: z.strictObject({ type: z.literal("takeBackPause"), statementId: identifier }),
	takeBackExtension: z.strictObject({ type: z.literal("takeBackExtension"), statementId: identifier }),
};
export type FloorCommand = z.infer<(typeof floorCommands)[keyof typeof floorCommands]>;

export type FloorEvent =
	| EventOf<"FloorGiven", { readonly statement: RecordedStatement }>
	| EventOf<"FloorPaused", { readonly statementId: string }>
	| EventOf<"FloorResumed", { readonly statementId: string }>
	| EventOf<"FloorExtended", { readonly statementId: string; readonly byMs: number }>
	| EventOf<"FloorReset", { readonly statementId: string }>
	| EventOf<"CallTakenBack", { readonly statement: FloorStatement; readonly floor: FloorUndo["before"] }>
	| EventOf<"PauseTakenBack", { readonly statementId: string }>
	| EventOf<"ExtensionTakenBack", { readonly statementId: string; readonly byMs: number }>
	| EventOf<
			"FloorEnded",
			{
				readonly statementId: string;
				readonly segmentId: string;
				readonly reason: FloorEnd;
				readonly spokenMs: number;
				readonly limitMs: number;
				/** Absent in older records, where it follows from the rest. */
				readonly pausedMs?: number;
			}
	  >;

/** Before the first event. */
export function emptyFloor(): FloorState {
	return { statement: null, interrupted: null, undo: null };
}

/** Time spoken until `now`, in ms, pauses left out (TM2). */
export function spokenUntil(statement: FloorStatement, now: number): number {
	const running = statement.runningSince === null ? 0 : Math.max(0, now - statement.runningSince);
	return statement.spokenMs + running;
}

/** Time for which the clock stood until `now`, in ms. */
function pausedUntil({ pausedSince, pausedMs }: FloorStatement, now: number): number {
	return pausedMs + (pausedSince === null ? 0 : Math.max(0, now - pausedSince));
}

/** Decides a command by the rules FL and TM. */
export function decideFloor(command: FloorCommand, state: State, context: Context): Decision<FloorEvent> {
	switch (command.type) {
		case "giveFloor":
		case "callHand":
		case "callReply":
		case "hearPointOfOrder":
		case "callProgrammeSpeaker":
			return decideCall(command, state, context);
		case "takeBackCall":
		case "takeBackPause":
		case "takeBackExtension":
			return decideTakingBack(command, state, context.now);
		default:
			return decideClock(command, state, context);
	}
}

type ClockCommand = Extract<
	FloorCommand,
	{ type: "pauseFloor" | "resumeFloor" | "extendFloor" | "resetFloor" | "yieldFloor" | "endFloor" }
>;

function decideClock(command: ClockCommand, state: State, context: Context): Decision<FloorEvent> {
	const at = context.now;
	const present = state.floor.statement;
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
		case "resetFloor":
			if (spokenUntil(present, at) === 0) return refuse("nothingSpoken");
			return accept({ type: "FloorReset", at, data: { statementId } });
		case "yieldFloor":
			if (context.actor.role !== "system" && context.actor.delegationId !== present.delegationId)
				return refuse("notYourFloor");
			return accept(...endOfFloor(state, at, "yielded"));
		case "endFloor":
			return accept(...endOfFloor(state, at, "endedByChair"));
	}
}

/** UN2: a call, a pause or an extension is taken back while nothing else has happened to the floor since. */
function decideTakingBack(
	command: Extract<FloorCommand, { type: "takeBackCall" | "takeBackPause" | "takeBackExtension" }>,
	state: State,
	at: number,
): Decision<FloorEvent> {
	const { statement: present, undo } = state.floor;
	const { statementId } = command;
	if (present === null || present.id !== statementId) return refuse("floorChanged");
	const act = { takeBackCall: "call", takeBackPause: "pause", takeBackExtension: "extend" }[command.type];
	if (undo === null || undo.act !== act || undo.statementId !== statementId || !isInTimeToUndo(undo.at, at))
		return refuse("nothingToUndo");
	switch (command.type) {
		case "takeBackCall": {
			// UN3: what was said to the world is not taken back.
			for (const pledge of state.pledges.pledges.values())
				if (pledge.statementId === statementId) return refuse("nothingToUndo");
			if (asksAgain(state, present)) return refuse("nothingToUndo");
			const data = { statement: present, floor: resumedAt(undo, at) };
			return accept({ type: "CallTakenBack", at, data });
		}
		case "takeBackPause":
			// PR4: a suspended meeting's clock stands, whoever stopped it.
			if (sittingMeeting(state)?.status !== "open") return refuse("nothingToUndo");
			return accept({ type: "PauseTakenBack", at, data: { statementId } });
		case "takeBackExtension": {
			const byMs = present.limitMs - (undo.before.statement?.limitMs ?? present.limitMs);
			return accept({ type: "ExtensionTakenBack", at, data: { statementId, byMs } });
		}
	}
}

/** UN3: whether the delegation has raised another hand or asked for another reply since it was called. */
function asksAgain(state: State, { kind, segmentId, delegationId }: FloorStatement): boolean {
	if (kind !== "hand" && kind !== "reply") return false;
	const asking = kind === "hand" ? raisedHands(state, segmentId) : openReplies(state, segmentId);
	return asking.some((each) => each.delegationId === delegationId);
}

/** The floor as it was, its clock as it stood and running on from `at` if it ran: what the mistake took does not count. */
function resumedAt(undo: FloorUndo, at: number): FloorUndo["before"] {
	const { statement } = undo.before;
	return statement === null
		? undo.before
		: { ...undo.before, statement: continuedAt(statement, undo.at, at) };
}

/** A statement as it was at `since`, going on at `at` as if no time had passed. */
function continuedAt(statement: FloorStatement, since: number, at: number): FloorStatement {
	const { runningSince, pausedSince } = statement;
	return {
		...statement,
		runningSince: runningSince === null ? null : at,
		spokenMs: spokenUntil(statement, since),
		pausedSince: pausedSince === null ? null : at,
		pausedMs: pausedUntil(statement, since),
	};
}

/** What ends the floor when it is held: none when nobody speaks, two when a point of order interrupts a statement. */
export function endOfFloor(
	state: State,
	at: number,
	reason: FloorEnd,
	endsAll = reason === "nextCalled" || reason === "segmentEnded" || reason === "meetingClosed",
): FloorEvent[] {
	const { statement, interrupted } = state.floor;
	if (statement === null) return [];
	// FL7: who was interrupted has the floor again, unless the floor goes on to somebody else or nobody.
	return [
		...(interrupted !== null && endsAll ? [endOf(interrupted, at, reason)] : []),
		endOf(statement, at, reason),
	];
}

function endOf(statement: FloorStatement, at: number, reason: FloorEnd): FloorEvent {
	const { id: statementId, segmentId, limitMs } = statement;
	const spokenMs = spokenUntil(statement, at);
	const data = { statementId, segmentId, reason, spokenMs, limitMs, pausedMs: pausedUntil(statement, at) };
	return { type: "FloorEnded", at, data };
}

/** What pauses the floor when its clock runs. */
export function pauseOfFloor(state: State, at: number): FloorEvent[] {
	const present = state.floor.statement;
	if (present === null || present.runningSince === null) return [];
	return [{ type: "FloorPaused", at, data: { statementId: present.id } }];
}

/** Folds one event in, into a new value. */
export function evolveFloor(floor: FloorState, event: FloorEvent): FloorState {
	if (event.type === "FloorGiven") return given(floor, statementOf(event.data.statement), event.at);
	if (event.type === "CallTakenBack") return { ...event.data.floor, undo: null };
	const present = floor.statement;
	const { statementId } = event.data;
	if (event.type === "FloorEnded" && floor.interrupted?.id === statementId)
		return { ...floor, interrupted: null, undo: endedBy(floor, event) };
	if (present === null || present.id !== statementId) return floor;
	const before = { statement: present, interrupted: floor.interrupted };
	switch (event.type) {
		case "FloorPaused": {
			const undo = { act: "pause" as const, at: event.at, statementId, before };
			return { ...floor, statement: pausedAt(present, event.at), undo };
		}
		case "FloorResumed":
			return { ...floor, statement: runningFrom(present, event.at), undo: null };
		case "FloorExtended": {
			const undo = { act: "extend" as const, at: event.at, statementId, before };
			return { ...floor, statement: { ...present, limitMs: present.limitMs + event.data.byMs }, undo };
		}
		case "FloorReset": {
			const runningSince = present.runningSince === null ? null : event.at;
			return { ...floor, statement: { ...present, spokenMs: 0, runningSince }, undo: null };
		}
		case "PauseTakenBack":
			return { ...floor, ...(floor.undo === null ? {} : resumedAt(floor.undo, event.at)), undo: null };
		case "ExtensionTakenBack":
			return { ...floor, statement: { ...present, limitMs: present.limitMs - event.data.byMs }, undo: null };
		case "FloorEnded":
			return { statement: floor.interrupted, interrupted: null, undo: endedBy(floor, event) };
	}
}

function given(floor: FloorState, statement: FloorStatement, at: number): FloorState {
	const { undo } = floor;
	const interrupts = statement.kind === "pointOfOrder" && floor.statement !== null;
	const ended = undo?.act === "ended" && undo.at === at ? undo.before : null;
	const before = ended ?? { statement: floor.statement, interrupted: floor.interrupted };
	return {
		statement,
		interrupted: interrupts && floor.statement !== null ? pausedAt(floor.statement, at) : null,
		undo: { act: "call", at, statementId: statement.id, before },
	};
}

/** Keeps what a call has ended, until the call itself is folded in; the first of two ends has seen the whole floor. */
function endedBy(floor: FloorState, event: Extract<FloorEvent, { type: "FloorEnded" }>): FloorUndo | null {
	const { reason, statementId } = event.data;
	if (reason !== "nextCalled") return null;
	const { statement, interrupted, undo } = floor;
	if (undo?.act === "ended" && undo.at === event.at) return undo;
	return { act: "ended", at: event.at, statementId, before: { statement, interrupted } };
}

function pausedAt(statement: FloorStatement, at: number): FloorStatement {
	if (statement.runningSince === null) return statement;
	return { ...statement, runningSince: null, spokenMs: spokenUntil(statement, at), pausedSince: at };
}

function runningFrom(statement: FloorStatement, at: number): FloorStatement {
	return { ...statement, runningSince: at, pausedSince: null, pausedMs: pausedUntil(statement, at) };
}
