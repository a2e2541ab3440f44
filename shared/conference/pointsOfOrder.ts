import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import { identifier, text } from "./common.ts";
import type { EventOf } from "./event.ts";
import type { FloorEvent } from "./floor.ts";
import { endOfFloor } from "./floor.ts";
import type { MotionsEvent } from "./motions.ts";
import { challengeOf, openMotions } from "./motions.ts";
import { sittingMeeting } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";

/** Takes precedence over the list; the chair rules at once, and the ruling can be challenged (PO). */
export interface PointOfOrder {
	readonly id: string;
	readonly meetingId: string;
	readonly delegationId: string;
	/** What it is about, in a few words; told in the room, not to the public. */
	readonly text: string | null;
	readonly raisedAt: number;
	/** `waiting` where the chair has asked it to wait for the end of the statement; `heard` once it has the floor. */
	readonly status: "raised" | "waiting" | "heard" | "ruled" | "withdrawn";
	/** Whether the chair has asked it to wait; stays so once it is heard. */
	readonly askedToWait: boolean;
	readonly ruling: Ruling | null;
}

export const rulings = ["upheld", "notUpheld", "noted"] as const;

export interface Ruling {
	readonly ruling: (typeof rulings)[number];
	/** The chair's words, if recorded. */
	readonly text: string | null;
	readonly at: number;
	/** Delegation of the chair who ruled; null where the system did. */
	readonly byDelegation: string | null;
	/** The motion by which the ruling was challenged, and what became of it. */
	readonly challenge: { readonly motionId: string; readonly overruled: boolean | null } | null;
}

export interface PointsOfOrderState {
	/** By id, in the order in which they were raised. */
	readonly points: Map<string, PointOfOrder>;
}

const pointId = identifier;

/** Schemas of the commands, by type. */
export const pointsOfOrderCommands = {
	raisePointOfOrder: z.strictObject({
		type: z.literal("raisePointOfOrder"),
		meetingId: identifier,
		delegationId: identifier,
		text: text(280, "room"),
	}),
	withdrawPointOfOrder: z.strictObject({ type: z.literal("withdrawPointOfOrder"), pointId }),
	/** Asks it to wait for the end of the statement; only where the conference's rules allow it. */
	askToWait: z.strictObject({ type: z.literal("askToWait"), pointId }),
	ruleOnPoint: z.strictObject({
		type: z.literal("ruleOnPoint"),
		pointId,
		ruling: z.enum(rulings),
		text: z.nullable(text(500, "open")),
	}),
	challengeRuling: z.strictObject({
		type: z.literal("challengeRuling"),
		pointId,
		delegationId: identifier,
	}),
};
export type PointsOfOrderCommand = z.infer<
	(typeof pointsOfOrderCommands)[keyof typeof pointsOfOrderCommands]
>;

export type PointsOfOrderEvent =
	| EventOf<"PointOfOrderRaised", { readonly point: PointOfOrder }>
	| EventOf<"PointOfOrderWithdrawn", { readonly pointId: string }>
	| EventOf<"PointOfOrderAskedToWait", { readonly pointId: string }>
	| EventOf<"PointOfOrderRuled", { readonly pointId: string; readonly ruling: Ruling }>
	| EventOf<"RulingChallenged", { readonly pointId: string; readonly motionId: string }>
	| EventOf<"ChallengeDecided", { readonly pointId: string; readonly overruled: boolean }>;

/** Before the first event. */
export function emptyPointsOfOrder(): PointsOfOrderState {
	return { points: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyPointsOfOrder(subject: PointsOfOrderState): PointsOfOrderState {
	return { points: new Map(subject.points) };
}

/** The points of order of the sitting meeting that the chair has still to deal with, oldest first; nobody else is called before (PO2). */
export function openPoints(state: State): PointOfOrder[] {
	const meetingId = sittingMeeting(state)?.id;
	return [...state.pointsOfOrder.points.values()].filter(
		(each) => each.meetingId === meetingId && each.ruling === null && each.status !== "withdrawn",
	);
}

/** The ruling that can still be challenged: the latest act of the chair that sits (PO5). */
export function challengeablePoint(state: State): PointOfOrder | undefined {
	const meetingId = sittingMeeting(state)?.id;
	let last: PointOfOrder | undefined;
	for (const each of state.pointsOfOrder.points.values())
		if (each.meetingId === meetingId && each.ruling !== null && each.ruling.at >= (last?.ruling?.at ?? 0))
			last = each;
	if (last === undefined || last.ruling === null || last.ruling.challenge !== null) return undefined;
	// An immediate decision: once somebody else has been given the floor the ruling stands.
	const { at } = last.ruling;
	const isOver = [...state.statements.statements.values()].some(
		({ end, startedAt }) => end !== "inWriting" && end !== "takenBack" && startedAt > at,
	);
	return isOver ? undefined : last;
}

/** Decides a command by the rules PO. */
export function decidePointsOfOrder(
	command: PointsOfOrderCommand,
	state: State,
	context: Context,
): Decision<PointsOfOrderEvent | FloorEvent | MotionsEvent> {
	const at = context.now;
	if (command.type === "raisePointOfOrder") {
		const { meetingId, delegationId, text } = command;
		if (!state.programme.meetings.has(meetingId)) return refuse("unknownMeeting", { meetingId });
		if (state.programme.meetings.get(meetingId)?.status !== "open")
			return refuse("meetingNotOpen", { meetingId });
		if (!state.delegations.delegations.has(delegationId))
			return refuse("unknownDelegation", { delegationId });
		// PO1: a delegation has one point of order before the chair at a time.
		if (openPoints(state).some((each) => each.delegationId === delegationId))
			return refuse("pointAlreadyRaised");
		const point: PointOfOrder = {
			id: context.newId,
			meetingId,
			delegationId,
			text,
			raisedAt: at,
			status: "raised",
			askedToWait: false,
			ruling: null,
		};
		return accept({ type: "PointOfOrderRaised", at, data: { point } });
	}
	const { pointId } = command;
	const point = state.pointsOfOrder.points.get(pointId);
	if (point === undefined) return refuse("unknownPoint");
	if (command.type === "challengeRuling") return challenge(point, command.delegationId, state, context);
	if (point.ruling !== null || point.status === "withdrawn") return refuse("pointDecided");
	if (point.meetingId !== sittingMeeting(state)?.id)
		return refuse("meetingNotOpen", { meetingId: point.meetingId });
	switch (command.type) {
		case "withdrawPointOfOrder":
			if (point.status === "heard") return refuse("pointHeard");
			return accept({ type: "PointOfOrderWithdrawn", at, data: { pointId } });
		case "askToWait":
			if (!state.profile.procedure.askToWait) return refuse("noWaitingInRules");
			if (point.status !== "raised" || state.floor.statement === null) return refuse("pointHeard");
			return accept({ type: "PointOfOrderAskedToWait", at, data: { pointId } });
		case "ruleOnPoint": {
			const byDelegation = context.actor.role === "system" ? null : context.actor.delegationId;
			const ruling = { ruling: command.ruling, text: command.text, at, byDelegation, challenge: null };
			// PO4: the ruling ends what is said on the point; the speaker before has the floor again.
			const isSpeaking = state.floor.statement?.sourceId === pointId;
			return accept<PointsOfOrderEvent | FloorEvent>(...(isSpeaking ? endOfFloor(state, at, "ruled") : []), {
				type: "PointOfOrderRuled",
				at,
				data: { pointId, ruling },
			});
		}
	}
}

/** PO5: a challenge goes to an immediate decision; the ruling stands unless a majority overrules it. */
function challenge(
	point: PointOfOrder,
	delegationId: string,
	state: State,
	context: Context,
): Decision<PointsOfOrderEvent | MotionsEvent> {
	if (!state.delegations.delegations.has(delegationId)) return refuse("unknownDelegation", { delegationId });
	if (challengeablePoint(state)?.id !== point.id) return refuse("rulingStands");
	// MO2: also of challenges one is before the meeting at a time.
	if (openMotions(state).some(({ kind }) => kind === "challenge")) return refuse("motionAlreadyMoved");
	const at = context.now;
	const motion = challengeOf(point.meetingId, delegationId, point.id, context);
	return accept<PointsOfOrderEvent | MotionsEvent>(
		{ type: "MotionMoved", at, data: { motion } },
		{ type: "RulingChallenged", at, data: { pointId: point.id, motionId: motion.id } },
	);
}

/** Folds one event in; changes the maps in place, for whoever owns them (`Fork`). */
export function evolvePointsOfOrder(subject: PointsOfOrderState, event: PointsOfOrderEvent): void {
	if (event.type === "PointOfOrderRaised") {
		subject.points.set(event.data.point.id, event.data.point);
		return;
	}
	const present = subject.points.get(event.data.pointId);
	if (present === undefined) return;
	subject.points.set(present.id, changed(present, event));
}

/** PO3: a point has the floor, or not yet when the call was taken back. */
export function setHeard(subject: PointsOfOrderState, pointId: string, isHeard: boolean): void {
	const present = subject.points.get(pointId);
	if (present === undefined) return;
	const before = present.askedToWait ? "waiting" : "raised";
	subject.points.set(pointId, { ...present, status: isHeard ? "heard" : before });
}

function changed(
	present: PointOfOrder,
	event: Exclude<PointsOfOrderEvent, { type: "PointOfOrderRaised" }>,
): PointOfOrder {
	switch (event.type) {
		case "PointOfOrderWithdrawn":
			return { ...present, status: "withdrawn" };
		case "PointOfOrderAskedToWait":
			return { ...present, status: "waiting", askedToWait: true };
		case "PointOfOrderRuled":
			return { ...present, status: "ruled", ruling: event.data.ruling };
		case "RulingChallenged":
			return withChallenge(present, event.data.motionId, null);
		case "ChallengeDecided":
			return withChallenge(present, present.ruling?.challenge?.motionId ?? "", event.data.overruled);
	}
}

function withChallenge(point: PointOfOrder, motionId: string, overruled: boolean | null): PointOfOrder {
	if (point.ruling === null) return point;
	return { ...point, ruling: { ...point.ruling, challenge: { motionId, overruled } } };
}
