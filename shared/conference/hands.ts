import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import type { Language } from "./common.ts";
import { identifier, languages } from "./common.ts";
import { speakerRefusal } from "./delegations.ts";
import type { EventOf } from "./event.ts";
import { findSegment } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";

/** A hand raised in a moderated discussion. It stays up through a lost connection, until it is lowered or called. */
export interface Hand {
	readonly id: string;
	readonly segmentId: string;
	readonly delegationId: string;
	readonly speakerId: string | null;
	readonly language: Language;
	readonly raisedAt: number;
	readonly status: "raised" | "called" | "lowered";
}

export interface HandsState {
	/** By id, in the order in which they were raised. */
	readonly hands: Map<string, Hand>;
}

/** Schemas of the commands, by type. */
export const handsCommands = {
	raiseHand: z.strictObject({
		type: z.literal("raiseHand"),
		segmentId: identifier,
		delegationId: identifier,
		speakerId: z.nullable(identifier),
		language: z.enum(languages),
	}),
	/** By the delegation itself, or by the chair. */
	lowerHand: z.strictObject({ type: z.literal("lowerHand"), handId: identifier }),
};
export type HandsCommand = z.infer<(typeof handsCommands)[keyof typeof handsCommands]>;

export type HandsEvent =
	| EventOf<"HandRaised", { readonly hand: Hand }>
	| EventOf<"HandLowered", { readonly handId: string }>;

/** Before the first event. */
export function emptyHands(): HandsState {
	return { hands: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyHands(subject: HandsState): HandsState {
	return { hands: new Map(subject.hands) };
}

/** The hands that are up in a segment, in the order in which they were raised; the same on every screen. */
export function raisedHands(state: State, segmentId: string): Hand[] {
	return [...state.hands.hands.values()].filter(
		(each) => each.segmentId === segmentId && each.status === "raised",
	);
}

/** Decides a command by the rules HA. */
export function decideHands(command: HandsCommand, state: State, context: Context): Decision<HandsEvent> {
	const at = context.now;
	if (command.type === "lowerHand") {
		const { handId } = command;
		if (state.hands.hands.get(handId)?.status !== "raised") return refuse("unknownHand");
		return accept({ type: "HandLowered", at, data: { handId } });
	}
	const { segmentId, delegationId, speakerId, language } = command;
	const found = findSegment(state, segmentId);
	if (found === undefined) return refuse("unknownSegment", { segmentId });
	if (found.meeting.status !== "open" || found.segment.status !== "running")
		return refuse("segmentNotRunning", { segmentId });
	// HA1: hands are raised where the chair has opened the discussion.
	if (found.segment.mode !== "requests") return refuse("notInThisMode");
	if (!state.delegations.delegations.has(delegationId)) return refuse("unknownDelegation", { delegationId });
	if (raisedHands(state, segmentId).some((each) => each.delegationId === delegationId))
		return refuse("handAlreadyRaised");
	const refusal = speakerRefusal(state, delegationId, speakerId);
	if (refusal !== undefined) return refusal;
	const hand: Hand = {
		id: context.newId,
		segmentId,
		delegationId,
		speakerId,
		language,
		raisedAt: at,
		status: "raised",
	};
	return accept({ type: "HandRaised", at, data: { hand } });
}

/** Folds one event in; changes the maps in place, for whoever owns them (`Fork`). */
export function evolveHands(subject: HandsState, event: HandsEvent): void {
	if (event.type === "HandRaised") subject.hands.set(event.data.hand.id, event.data.hand);
	else setHand(subject, event.data.handId, "lowered");
}

/** A hand is called, raised again when the call is taken back, or lowered. */
export function setHand(subject: HandsState, handId: string, status: Hand["status"]): void {
	const present = subject.hands.get(handId);
	if (present !== undefined) subject.hands.set(handId, { ...present, status });
}
