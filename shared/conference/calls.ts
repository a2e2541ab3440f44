import type { Context } from "./actor.ts";
import { speakerRefusal } from "./delegations.ts";
import type { FloorCommand, FloorEvent, FloorStatement } from "./floor.ts";
import { endOfFloor } from "./floor.ts";
import { openMotions } from "./motions.ts";
import { isForGroup } from "./order.ts";
import { openPoints } from "./pointsOfOrder.ts";
import type { Segment } from "./programme.ts";
import { findSegment, runningSegment } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import { listOf } from "./speakersList.ts";
import type { State } from "./state.ts";

type CallCommand = Extract<
	FloorCommand,
	{ type: "giveFloor" | "callHand" | "callReply" | "hearPointOfOrder" | "callProgrammeSpeaker" }
>;

/** Gives the floor: to an entry of the list, a raised hand, a reply, a point of order or the programme's speaker. */
export function decideCall(command: CallCommand, state: State, context: Context): Decision<FloorEvent> {
	const at = context.now;
	const present = state.floor.statement;
	const segmentId =
		command.type === "hearPointOfOrder" ? runningSegment(state)?.segment.id : command.segmentId;
	const found = segmentId === undefined ? undefined : findSegment(state, segmentId);
	if (segmentId === undefined) return refuse("segmentNotRunning", { segmentId: "" });
	if (found === undefined) return refuse("unknownSegment", { segmentId });
	const { meeting, segment } = found;
	if (meeting.status !== "open") return refuse("meetingNotOpen", { meetingId: meeting.id });
	if (segment.status !== "running") return refuse("segmentNotRunning", { segmentId: segment.id });
	if ((present?.id ?? null) !== command.after) return refuse("floorChanged");
	const called = calledBy(command, segment, state, context);
	if ("rejection" in called) return called;
	const statement = { ...blank(segment, context), ...called.statement };
	const isInterrupting = statement.kind === "pointOfOrder";
	return accept<FloorEvent>(...(isInterrupting ? [] : endOfFloor(state, at, "nextCalled")), {
		type: "FloorGiven",
		at,
		data: { statement },
	});
}

function calledBy(command: CallCommand, segment: Segment, state: State, context: Context) {
	if (command.type === "hearPointOfOrder") return fromPoint(command.pointId, state, context);
	// PO2: points of order take precedence over whoever is next.
	const point = openPoints(state)[0];
	if (point !== undefined) return refuse("pointOfOrderFirst", { delegationId: point.delegationId });
	// MO8: nobody is called during a vote, and a challenged ruling is decided first.
	const motion = openMotions(state).find(({ status, kind }) => status === "voting" || kind === "challenge");
	if (motion !== undefined) return refuse("ballotFirst", { kind: motion.kind });
	switch (command.type) {
		case "giveFloor":
			return fromList(command.entryId, segment, state, context);
		case "callHand":
			return fromHand(command.handId, segment, state, context);
		case "callReply":
			return fromReply(command.replyId, segment, state);
		case "callProgrammeSpeaker":
			return fromProgramme(segment);
	}
}

type Called = Pick<FloorStatement, "delegationId"> & Partial<FloorStatement>;

function blank(segment: Segment, { newId, now }: Context): Omit<FloorStatement, "delegationId"> {
	return {
		id: newId,
		segmentId: segment.id,
		kind: "statement",
		entryId: null,
		sourceId: null,
		speakerId: null,
		plate: null,
		level: null,
		onBehalfOf: null,
		jointly: [],
		language: "en",
		recorded: false,
		givenAt: now,
		limitMs: segment.limitMs,
		runningSince: now,
		spokenMs: 0,
		pausedSince: null,
		pausedMs: 0,
	};
}

/** SL9: the delegation is called, whatever became of the person whom it named. */
function speakerOf(delegationId: string, named: string | null, state: State, { plateOf }: Context) {
	const isFit = named !== null && speakerRefusal(state, delegationId, named) === undefined;
	if (!isFit) return { speakerId: null, plate: null };
	return { speakerId: named, plate: plateOf(named) ?? null };
}

/** How long a statement of the list may be, in ms (TM3). */
export function limitOf(
	segment: Pick<Segment, "limitMs" | "groupLimitMs">,
	entry: { readonly onBehalfOf: string | null; readonly jointly: readonly string[] },
): number {
	return isForGroup(entry) ? segment.groupLimitMs : segment.limitMs;
}

function fromList(entryId: string, segment: Segment, state: State, context: Context) {
	const entry = listOf(state, segment.id).entries.get(entryId);
	if (entry === undefined || entry.status === "withdrawn") return refuse("unknownInscription");
	if (entry.status !== "waiting") return refuse("alreadyCalled", { delegationId: entry.delegationId });
	// PR8: in a discussion hands are called, in a ceremony the programme's speakers.
	if (segment.mode !== "list") return refuse("notInThisMode");
	if (segment.debate !== "open") return refuse("debateNotOpen");
	const { delegationId, speakerId, level, onBehalfOf, jointly, language, mode } = entry;
	const statement: Called = {
		entryId,
		delegationId,
		...speakerOf(delegationId, speakerId, state, context),
		level,
		onBehalfOf,
		jointly,
		language,
		recorded: mode === "recorded",
		limitMs: limitOf(segment, entry),
	};
	return { statement };
}

/** HA2: the chair picks among the hands that are up. */
function fromHand(handId: string, segment: Segment, state: State, context: Context) {
	const hand = state.hands.hands.get(handId);
	if (hand === undefined || hand.segmentId !== segment.id || hand.status !== "raised")
		return refuse("unknownHand");
	if (segment.mode !== "requests") return refuse("notInThisMode");
	if (segment.debate !== "open") return refuse("debateNotOpen");
	const { delegationId, speakerId, language } = hand;
	const statement: Called = {
		kind: "hand",
		sourceId: handId,
		delegationId,
		...speakerOf(delegationId, speakerId, state, context),
		language,
	};
	return { statement };
}

/** RR3: granted replies are taken as one block when the list has been heard. */
function fromReply(replyId: string, segment: Segment, state: State) {
	const reply = state.replies.replies.get(replyId);
	if (reply === undefined || reply.segmentId !== segment.id) return refuse("unknownReply");
	if (reply.status !== "granted") return refuse("replyNotGranted");
	if (listOf(state, segment.id).order.length > 0 && segment.debate !== "closed")
		return refuse("repliesAfterList");
	const { delegationId, limitMs } = reply;
	const statement: Called = { kind: "reply", sourceId: replyId, delegationId, limitMs };
	return { statement };
}

/** PO3: a point of order interrupts; whoever spoke has the floor again afterwards. */
function fromPoint(pointId: string, state: State, context: Context) {
	const point = state.pointsOfOrder.points.get(pointId);
	if (point === undefined) return refuse("unknownPoint");
	if (point.status !== "raised" && point.status !== "waiting") return refuse("pointHeard");
	// PO2: points of order are dealt with one after the other.
	const first = openPoints(state)[0];
	if (first === undefined) return refuse("pointDecided");
	if (first.id !== pointId) return refuse("pointOfOrderFirst", { delegationId: first.delegationId });
	const { delegationId } = point;
	const statement: Called = {
		kind: "pointOfOrder",
		sourceId: pointId,
		delegationId,
		...speakerOf(delegationId, null, state, context),
		limitMs: state.profile.procedure.pointOfOrderMs,
	};
	return { statement };
}

function fromProgramme(segment: Segment) {
	if (segment.speaker === null) return refuse("noProgrammeSpeaker", { segmentId: segment.id });
	const { delegationId, name, title, recorded } = segment.speaker;
	const statement: Called = { delegationId, plate: { name, title }, recorded };
	return { statement };
}
