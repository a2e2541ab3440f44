import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import { identifier, text } from "./common.ts";
import type { EventOf } from "./event.ts";
import { findSegment } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";

/** A right of reply: to a statement, after the list, limited in number and time (RR). */
export interface Reply {
	readonly id: string;
	readonly segmentId: string;
	readonly delegationId: string;
	/** The statement that is replied to. */
	readonly statementId: string;
	readonly requestedAt: number;
	/** 1 for the delegation's first reply in the segment. */
	readonly ordinal: number;
	readonly limitMs: number;
	readonly status: "requested" | "granted" | "declined" | "withdrawn" | "called";
	/** Why the chair declined; kept from the public. */
	readonly declined: string | null;
}

export interface RepliesState {
	/** By id, in the order in which they were requested. */
	readonly replies: Map<string, Reply>;
}

const replyId = identifier;

/** Schemas of the commands, by type. */
export const repliesCommands = {
	requestReply: z.strictObject({
		type: z.literal("requestReply"),
		segmentId: identifier,
		delegationId: identifier,
		statementId: identifier,
	}),
	withdrawReply: z.strictObject({ type: z.literal("withdrawReply"), replyId }),
	grantReply: z.strictObject({ type: z.literal("grantReply"), replyId }),
	declineReply: z.strictObject({ type: z.literal("declineReply"), replyId, reason: text(300, "room") }),
};
export type RepliesCommand = z.infer<(typeof repliesCommands)[keyof typeof repliesCommands]>;

export type RepliesEvent =
	| EventOf<"ReplyRequested", { readonly reply: Reply }>
	| EventOf<"ReplyWithdrawn", { readonly replyId: string }>
	| EventOf<"ReplyGranted", { readonly replyId: string }>
	| EventOf<"ReplyDeclined", { readonly replyId: string; readonly reason: string | null }>;

/** Before the first event. */
export function emptyReplies(): RepliesState {
	return { replies: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyReplies(subject: RepliesState): RepliesState {
	return { replies: new Map(subject.replies) };
}

/** The replies of a segment that are asked for or granted, in the order of the requests. */
export function openReplies(state: State, segmentId: string): Reply[] {
	return [...state.replies.replies.values()].filter(
		(each) => each.segmentId === segmentId && (each.status === "requested" || each.status === "granted"),
	);
}

/** Decides a command by the rules RR. */
export function decideReplies(
	command: RepliesCommand,
	state: State,
	context: Context,
): Decision<RepliesEvent> {
	const at = context.now;
	if (command.type === "requestReply") return request(command, state, context);
	const { replyId } = command;
	const reply = state.replies.replies.get(replyId);
	if (reply === undefined) return refuse("unknownReply");
	const isOpen = reply.status === "requested" || reply.status === "granted";
	if (!isOpen) return refuse("replyDecided");
	switch (command.type) {
		case "withdrawReply":
			return accept({ type: "ReplyWithdrawn", at, data: { replyId } });
		case "grantReply":
			if (reply.status === "granted") return refuse("replyDecided");
			return accept({ type: "ReplyGranted", at, data: { replyId } });
		case "declineReply":
			return accept({ type: "ReplyDeclined", at, data: { replyId, reason: command.reason } });
	}
}

function request(
	{ segmentId, delegationId, statementId }: Extract<RepliesCommand, { type: "requestReply" }>,
	state: State,
	context: Context,
): Decision<RepliesEvent> {
	const found = findSegment(state, segmentId);
	if (found === undefined) return refuse("unknownSegment", { segmentId });
	if (found.segment.status !== "running") return refuse("segmentNotRunning", { segmentId });
	if (!state.delegations.delegations.has(delegationId)) return refuse("unknownDelegation", { delegationId });
	// RR1: a reply names the statement of somebody else to which it replies.
	const statement = state.statements.statements.get(statementId);
	const isFit =
		statement !== undefined &&
		statement.segmentId === segmentId &&
		statement.kind !== "pointOfOrder" &&
		statement.end !== "absent" &&
		statement.end !== "takenBack";
	if (!isFit) return refuse("unknownStatement");
	if (statement.delegationId === delegationId) return refuse("replyToSelf");
	const mine = [...state.replies.replies.values()].filter(
		(each) => each.segmentId === segmentId && each.delegationId === delegationId,
	);
	if (mine.some(({ status }) => status === "requested" || status === "granted"))
		return refuse("replyAlreadyRequested");
	// RR2: the first and every further reply have their own limits, and there are only so many.
	const { firstReplyMs, furtherReplyMs, repliesEach } = state.profile.procedure;
	const ordinal = 1 + mine.filter(({ status }) => status === "called").length;
	if (ordinal > repliesEach) return refuse("repliesSpent", { most: repliesEach });
	const reply: Reply = {
		id: context.newId,
		segmentId,
		delegationId,
		statementId,
		requestedAt: context.now,
		ordinal,
		limitMs: ordinal === 1 ? firstReplyMs : furtherReplyMs,
		status: "requested",
		declined: null,
	};
	return accept({ type: "ReplyRequested", at: context.now, data: { reply } });
}

/** Folds one event in; changes the maps in place, for whoever owns them (`Fork`). */
export function evolveReplies(subject: RepliesState, event: RepliesEvent): void {
	switch (event.type) {
		case "ReplyRequested":
			subject.replies.set(event.data.reply.id, event.data.reply);
			return;
		case "ReplyWithdrawn":
			setReply(subject, event.data.replyId, { status: "withdrawn" });
			return;
		case "ReplyGranted":
			setReply(subject, event.data.replyId, { status: "granted" });
			return;
		case "ReplyDeclined":
			setReply(subject, event.data.replyId, { status: "declined", declined: event.data.reason });
	}
}

/** A reply changes; it has the floor, or waits again when the call was taken back. */
export function setReply(
	subject: RepliesState,
	replyId: string,
	change: Pick<Reply, "status"> & Partial<Reply>,
): void {
	const present = subject.replies.get(replyId);
	if (present !== undefined) subject.replies.set(replyId, { ...present, ...change });
}
