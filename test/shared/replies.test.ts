import { expect, it } from "vitest";
import { openReplies } from "../../shared/conference/replies.ts";
import type { State } from "../../shared/conference/state.ts";
import { given, minutes, run, seconds, start } from "../support/decider.ts";
import { giveFloor, inscribe, setProcedure, sitting } from "../support/factories.ts";

const segmentId = "statements-1";
const chair = { as: "rwa-chair" };
const ury = { as: "ury-minister" };
const nor = { as: "nor-minister" };
const request = (delegationId: string, statementId = "s-idn") => ({
	type: "requestReply" as const,
	segmentId,
	delegationId,
	statementId,
});
const act = (type: "withdrawReply" | "grantReply", replyId: string) => ({ type, replyId });
const decline = (replyId: string) => ({ type: "declineReply" as const, replyId, reason: "not a reply" });
const call = (replyId: string, after: string | null = null) => ({
	type: "callReply" as const,
	segmentId,
	replyId,
	after,
});

/** Indonesia has spoken, and nobody waits in the list. */
const spoken = given(
	sitting,
	[inscribe("idn"), { as: "idn-minister", newId: "e-idn" }],
	[giveFloor("e-idn"), { ...chair, newId: "s-idn" }],
	[
		{ type: "yieldFloor", statementId: "s-idn" },
		{ as: "idn-minister", at: start + seconds(90) },
	],
).state;
const requested = run(spoken, request("ury"), { ...ury, newId: "r-ury" });
const granted = run(requested, act("grantReply", "r-ury"), chair);

/** A delegation's reply, asked for, granted, heard and ended. */
function replied(state: State, id: string): State {
	return given(
		state,
		[request("ury"), { ...ury, newId: id }],
		[act("grantReply", id), chair],
		[call(id), { ...chair, newId: `s-${id}` }],
		[{ type: "endFloor", statementId: `s-${id}` }, chair],
	).state;
}

it("RR1 a reply is to a statement of another delegation in the same segment", () => {
	given(spoken)
		.when(request("ury"), ury)
		.then({
			type: "ReplyRequested",
			data: { reply: { statementId: "s-idn", ordinal: 1, status: "requested" } },
		});
	given(spoken).when(request("idn"), { as: "idn-minister" }).thenRefused("replyToSelf");
	given(spoken).when(request("ury", "s-none"), ury).thenRefused("unknownStatement");
	given(spoken).when(request("ury"), nor).thenRefused("notAllowed");
	given(spoken).when(request("atlantis"), { as: "system" }).thenRefused("unknownDelegation");
	given(spoken)
		.when({ ...request("ury"), segmentId: "nowhere" }, ury)
		.thenRefused("unknownSegment");
	given(spoken)
		.when({ ...request("ury"), segmentId: "statements-2" }, ury)
		.thenRefused("segmentNotRunning");
	const absent = given(
		sitting,
		[inscribe("idn"), { as: "idn-minister", newId: "e-idn" }],
		[giveFloor("e-idn"), { ...chair, newId: "s-idn" }],
		[{ type: "markAbsent", segmentId, entryId: "e-idn" }, chair],
	).state;
	given(absent).when(request("ury"), ury).thenRefused("unknownStatement");
});

it("RR2 a delegation has so many replies, one asked for at a time, with limits of their own", () => {
	given(requested).when(request("ury"), ury).thenRefused("replyAlreadyRequested");
	given(granted).when(request("ury"), ury).thenRefused("replyAlreadyRequested");
	expect(requested.replies.replies.get("r-ury")?.limitMs).toBe(minutes(10));
	const once = replied(spoken, "r1");
	given(once)
		.when(request("ury"), ury)
		.then({ type: "ReplyRequested", data: { reply: { ordinal: 2, limitMs: minutes(5) } } });
	const twice = replied(once, "r2");
	given(twice).when(request("ury"), ury).thenRefused("repliesSpent", { most: 2 });
	given(twice).when(request("nor"), nor).then({ type: "ReplyRequested" });
	const set = setProcedure({ repliesEach: 3, firstReplyMs: minutes(3), furtherReplyMs: minutes(3) });
	given(twice, [set, { as: "desk" }])
		.when(request("ury"), ury)
		.then({ type: "ReplyRequested", data: { reply: { ordinal: 3, limitMs: minutes(3) } } });
	// What was declined or withdrawn was not heard and does not count.
	given(requested, [decline("r-ury"), chair])
		.when(request("ury"), ury)
		.then({ type: "ReplyRequested", data: { reply: { ordinal: 1 } } });
});

it("RR3 granted replies are heard after the list, or after a closed debate", () => {
	given(requested).when(call("r-ury"), chair).thenRefused("replyNotGranted");
	given(granted)
		.when(call("r-ury"), { ...chair, newId: "s-reply" })
		.then({
			type: "FloorGiven",
			data: { statement: { kind: "reply", sourceId: "r-ury", delegationId: "ury", limitMs: minutes(10) } },
		});
	given(granted).when(call("r-none"), chair).thenRefused("unknownReply");
	const waiting = run(granted, inscribe("nor"), { ...nor, newId: "e-nor" });
	given(waiting).when(call("r-ury"), chair).thenRefused("repliesAfterList");
	const closed = given(
		waiting,
		[
			{ type: "moveMotion", meetingId: "session-1", delegationId: "gha", kind: "closeDebate" },
			{ as: "gha-chair", newId: "m" },
		],
		[{ type: "openBallot", motionId: "m", method: "rollCall" }, chair],
		[{ type: "castVote", motionId: "m", delegationId: "gha", vote: "yes" }, { as: "gha-chair" }],
		[{ type: "closeBallot", motionId: "m" }, chair],
	).state;
	const first = given(closed)
		.when(call("r-ury"), { ...chair, newId: "s-reply" })
		.then({ type: "FloorGiven" });
	// As one block: the next reply follows upon the first.
	const block = given(
		first,
		[request("nor"), { ...nor, newId: "r-nor" }],
		[act("grantReply", "r-nor"), chair],
	).state;
	given(block).when(call("r-nor", "s-reply"), chair).then({ type: "FloorEnded" }, { type: "FloorGiven" });
});

it("RR4 the chair grants a reply or declines it with the reason; the delegation may withdraw it until it is called", () => {
	given(requested).when(act("grantReply", "r-ury"), chair).then({ type: "ReplyGranted" });
	given(granted).when(act("grantReply", "r-ury"), chair).thenRefused("replyDecided");
	given(requested).when(act("grantReply", "r-ury"), ury).thenRefused("notAllowed");
	const declined = given(requested)
		.when(decline("r-ury"), chair)
		.then({ type: "ReplyDeclined", data: { reason: "not a reply" } });
	expect(declined.replies.replies.get("r-ury")).toMatchObject({
		status: "declined",
		declined: "not a reply",
	});
	given(declined).when(act("grantReply", "r-ury"), chair).thenRefused("replyDecided");
	given(declined).when(act("withdrawReply", "r-ury"), ury).thenRefused("replyDecided");
	given(granted).when(act("withdrawReply", "r-ury"), ury).then({ type: "ReplyWithdrawn" });
	given(granted).when(act("withdrawReply", "r-ury"), nor).thenRefused("notAllowed");
	const heard = run(granted, call("r-ury"), { ...chair, newId: "s-reply" });
	given(heard).when(act("withdrawReply", "r-ury"), ury).thenRefused("replyDecided");
	given(spoken).when(act("grantReply", "none"), chair).thenRefused("unknownReply");
	expect(openReplies(granted, segmentId).map(({ id }) => id)).toEqual(["r-ury"]);
	expect(openReplies(heard, segmentId)).toEqual([]);
});
