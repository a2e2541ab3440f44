import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import { identifier } from "./common.ts";
import type { EventOf } from "./event.ts";
import type { PointsOfOrderEvent } from "./pointsOfOrder.ts";
import type { Consequence } from "./programme.ts";
import { closure, endOfDebate, runningSegment, sittingMeeting, suspension } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";

/** Procedural motions in the order of their precedence (MO1); a challenged ruling is decided before all others. */
export const motionKinds = [
	"challenge",
	"suspendMeeting",
	"adjournMeeting",
	"adjournDebate",
	"closeDebate",
] as const;
export type MotionKind = (typeof motionKinds)[number];

export const votes = ["yes", "no", "abstain", "notParticipating"] as const;
export type Vote = (typeof votes)[number];

/** A procedural motion, and the vote on it. */
export interface Motion {
	readonly id: string;
	readonly meetingId: string;
	readonly kind: MotionKind;
	readonly delegationId: string;
	readonly movedAt: number;
	/** The point of order whose ruling is challenged. */
	readonly pointId: string | null;
	/** `fallen` when the meeting or the debate that it is about ended before it was decided. */
	readonly status: "moved" | "voting" | "adopted" | "rejected" | "withdrawn" | "fallen";
	readonly ballot: Ballot | null;
}

/** Delegations vote one by one by name, or all at once and counted. */
export const ballotMethods = ["rollCall", "showOfHands"] as const;

export interface Ballot {
	readonly method: (typeof ballotMethods)[number];
	readonly openedAt: number;
	/** By delegation, as cast last. In a show of hands only the count is told to others. */
	readonly votes: ReadonlyMap<string, Vote>;
	readonly result: BallotResult | null;
}

/** How many delegations voted in which way, and what came of it. */
export interface BallotResult {
	readonly yes: number;
	readonly no: number;
	readonly abstain: number;
	readonly notParticipating: number;
	readonly adopted: boolean;
	readonly at: number;
}

export interface MotionsState {
	/** By id, in the order in which they were moved. */
	readonly motions: Map<string, Motion>;
}

const motionId = identifier;

/** Schemas of the commands, by type. */
export const motionsCommands = {
	moveMotion: z.strictObject({
		type: z.literal("moveMotion"),
		meetingId: identifier,
		delegationId: identifier,
		/** A challenge has a command of its own. */
		kind: z.enum(["suspendMeeting", "adjournMeeting", "adjournDebate", "closeDebate"]),
	}),
	withdrawMotion: z.strictObject({ type: z.literal("withdrawMotion"), motionId }),
	openBallot: z.strictObject({
		type: z.literal("openBallot"),
		motionId,
		method: z.enum(ballotMethods),
	}),
	castVote: z.strictObject({
		type: z.literal("castVote"),
		motionId,
		delegationId: identifier,
		vote: z.enum(votes),
	}),
	closeBallot: z.strictObject({ type: z.literal("closeBallot"), motionId }),
};
export type MotionsCommand = z.infer<(typeof motionsCommands)[keyof typeof motionsCommands]>;

export type MotionsEvent =
	| EventOf<"MotionMoved", { readonly motion: Motion }>
	| EventOf<"MotionWithdrawn", { readonly motionId: string }>
	| EventOf<"BallotOpened", { readonly motionId: string; readonly method: Ballot["method"] }>
	| EventOf<"VoteCast", { readonly motionId: string; readonly delegationId: string; readonly vote: Vote }>
	| EventOf<"BallotClosed", { readonly motionId: string; readonly result: BallotResult }>;

/** Before the first event. */
export function emptyMotions(): MotionsState {
	return { motions: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyMotions(subject: MotionsState): MotionsState {
	return { motions: new Map(subject.motions) };
}

/** The motions of the sitting meeting that are not decided, in the order in which they are put to the vote (MO1). */
export function openMotions(state: State): Motion[] {
	const meetingId = sittingMeeting(state)?.id;
	return [...state.motions.motions.values()]
		.filter((each) => each.meetingId === meetingId && (each.status === "moved" || each.status === "voting"))
		.sort((a, b) => motionKinds.indexOf(a.kind) - motionKinds.indexOf(b.kind));
}

/** Whether a delegation votes: Member States do (MO3). */
export function canVote(state: State, delegationId: string): boolean {
	return state.delegations.delegations.get(delegationId)?.kind === "memberState";
}

/** The motion by which a ruling is challenged. */
export function challengeOf(
	meetingId: string,
	delegationId: string,
	pointId: string,
	context: Context,
): Motion {
	return {
		id: context.newId,
		meetingId,
		kind: "challenge",
		delegationId,
		movedAt: context.now,
		pointId,
		status: "moved",
		ballot: null,
	};
}

type Outcome = MotionsEvent | PointsOfOrderEvent | Consequence;

/** Decides a command by the rules MO. */
export function decideMotions(command: MotionsCommand, state: State, context: Context): Decision<Outcome> {
	const at = context.now;
	if (command.type === "moveMotion") {
		const { meetingId, delegationId, kind } = command;
		const meeting = state.programme.meetings.get(meetingId);
		if (meeting === undefined) return refuse("unknownMeeting", { meetingId });
		if (meeting.status !== "open") return refuse("meetingNotOpen", { meetingId });
		if (!state.delegations.delegations.has(delegationId))
			return refuse("unknownDelegation", { delegationId });
		// MO2: one motion of a kind at a time, and none about a debate that does not go on.
		if (openMotions(state).some((each) => each.kind === kind)) return refuse("motionAlreadyMoved");
		const isAboutDebate = kind === "adjournDebate" || kind === "closeDebate";
		const segment = runningSegment(state)?.segment;
		if (isAboutDebate && (segment?.kind !== "statements" || segment.debate !== "open"))
			return refuse("noDebate");
		const motion: Motion = {
			...challengeOf(meetingId, delegationId, "", context),
			kind,
			pointId: null,
		};
		return accept({ type: "MotionMoved", at, data: { motion } });
	}
	const { motionId } = command;
	const motion = state.motions.motions.get(motionId);
	if (motion === undefined) return refuse("unknownMotion");
	const isOpen = motion.status === "moved" || motion.status === "voting";
	if (!isOpen || motion.meetingId !== sittingMeeting(state)?.id) return refuse("motionDecided");
	if (command.type === "castVote" || command.type === "closeBallot") {
		const { ballot } = motion;
		if (ballot === null) return refuse("noBallot");
		if (command.type === "castVote") return cast(command, ballot, state, at);
		const result = resultOf(motion, ballot, state, at);
		return accept<Outcome>(
			{ type: "BallotClosed", at, data: { motionId, result } },
			...effectOf(motion, result.adopted, state, at),
		);
	}
	if (motion.status === "voting") return refuse("ballotOpen");
	if (command.type === "withdrawMotion") {
		if (motion.kind === "challenge") return refuse("challengePending");
		return accept({ type: "MotionWithdrawn", at, data: { motionId } });
	}
	if (sittingMeeting(state)?.status !== "open")
		return refuse("meetingNotOpen", { meetingId: motion.meetingId });
	const open = openMotions(state);
	// MO1: a motion that takes precedence waits for the end of a vote that has begun.
	if (open.some(({ status }) => status === "voting")) return refuse("ballotOpen");
	const first = open[0];
	if (first !== undefined && first.id !== motionId) return refuse("anotherMotionFirst", { kind: first.kind });
	return accept({ type: "BallotOpened", at, data: { motionId, method: command.method } });
}

function cast(
	{ motionId, delegationId, vote }: Extract<MotionsCommand, { type: "castVote" }>,
	ballot: Ballot,
	state: State,
	at: number,
): Decision<MotionsEvent> {
	if (!state.delegations.delegations.has(delegationId)) return refuse("unknownDelegation", { delegationId });
	if (!canVote(state, delegationId)) return refuse("doesNotVote", { delegationId });
	// MO4: a vote may be changed until the result is declared.
	if (ballot.votes.get(delegationId) === vote) return refuse("sameVote");
	return accept({ type: "VoteCast", at, data: { motionId, delegationId, vote } });
}

/** MO5: abstentions and who does not participate are not counted among those present and voting. */
function resultOf(motion: Motion, ballot: Ballot, state: State, at: number): BallotResult {
	const count = (vote: Vote) => [...ballot.votes.values()].filter((each) => each === vote).length;
	const [yes, no] = [count("yes"), count("no")];
	const isSimple = motion.kind === "challenge" || state.profile.procedure.majority === "simple";
	const adopted = isSimple ? yes > no : yes > 0 && yes >= 2 * no;
	return { yes, no, abstain: count("abstain"), notParticipating: count("notParticipating"), adopted, at };
}

/** MO6: what was adopted takes effect at once. */
function effectOf(motion: Motion, adopted: boolean, state: State, at: number): Outcome[] {
	if (motion.kind === "challenge")
		return [{ type: "ChallengeDecided", at, data: { pointId: motion.pointId ?? "", overruled: adopted } }];
	const meeting = sittingMeeting(state);
	if (!adopted || meeting === undefined) return [];
	switch (motion.kind) {
		case "suspendMeeting":
			return meeting.status === "suspended" ? [] : suspension(meeting, state, at);
		case "adjournMeeting":
			return closure(meeting, state, at);
		case "adjournDebate":
			return endOfDebate("adjourned", state, at);
		case "closeDebate":
			return endOfDebate("closed", state, at);
	}
}

/** Folds one event in; changes the maps in place, for whoever owns them (`Fork`). */
export function evolveMotions(subject: MotionsState, event: MotionsEvent): void {
	if (event.type === "MotionMoved") {
		subject.motions.set(event.data.motion.id, event.data.motion);
		return;
	}
	const present = subject.motions.get(event.data.motionId);
	if (present === undefined) return;
	subject.motions.set(present.id, changed(present, event));
}

function changed(present: Motion, event: Exclude<MotionsEvent, { type: "MotionMoved" }>): Motion {
	switch (event.type) {
		case "MotionWithdrawn":
			return { ...present, status: "withdrawn" };
		case "BallotOpened": {
			const { method } = event.data;
			const ballot = { method, openedAt: event.at, votes: new Map(), result: null };
			return { ...present, status: "voting", ballot };
		}
		case "VoteCast": {
			if (present.ballot === null) return present;
			const votes = new Map(present.ballot.votes).set(event.data.delegationId, event.data.vote);
			return { ...present, ballot: { ...present.ballot, votes } };
		}
		case "BallotClosed": {
			const { result } = event.data;
			const ballot = present.ballot === null ? null : { ...present.ballot, result };
			return { ...present, status: result.adopted ? "adopted" : "rejected", ballot };
		}
	}
}

/** MO7: what is still open when its meeting closes has fallen. */
export function fallMotions(
	subject: MotionsState,
	meetingId: string,
	kinds: readonly MotionKind[] = motionKinds,
): void {
	for (const [id, motion] of subject.motions) {
		const isOpen = motion.status === "moved" || motion.status === "voting";
		if (isOpen && motion.meetingId === meetingId && kinds.includes(motion.kind))
			subject.motions.set(id, { ...motion, status: "fallen" });
	}
}

/** MO7: a motion about a debate that no longer goes on is not before the meeting; else it would hit the next debate. */
export function fallDebateMotions(subject: MotionsState, meetingId: string): void {
	fallMotions(subject, meetingId, ["adjournDebate", "closeDebate"]);
}
