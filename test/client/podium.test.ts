import { expect, it } from "vitest";
import { placeWhenAbsent } from "../../client/screens/podium/absent.ts";
import { nextAt } from "../../client/screens/podium/dialogs/nextAt.ts";
import { nextAct, obstacleTo } from "../../client/screens/podium/nextAct.ts";
import { latestUndoable, undoableUntil } from "../../client/screens/podium/undo.ts";
import type { Podium } from "../../client/screens/podium/usePodium.ts";
import { raisedHands } from "../../shared/conference/hands.ts";
import { openMotions } from "../../shared/conference/motions.ts";
import { openPoints } from "../../shared/conference/pointsOfOrder.ts";
import { openReplies } from "../../shared/conference/replies.ts";
import { listOf, speakersInOrder } from "../../shared/conference/selectors.ts";
import type { State } from "../../shared/conference/state.ts";
import { given, minutes, run, seconds, start } from "../support/decider.ts";
import { giveFloor, inscribed, speaking } from "../support/factories.ts";

const chair = { as: "rwa-chair" };
const segmentId = "statements-1";

/** What the podium of the presiding chair reads from a state. */
function podium(state: State): Podium {
	const meeting = state.programme.meetings.get("session-1")!;
	const segment = meeting.segments.find(({ id }) => id === segmentId)!;
	const unknown = { earliest: 0, expected: 0, latest: 0 };
	return {
		seat: { representativeId: "rwa-chair", role: "chair", delegationId: "rwa", rights: [], channel: null },
		meeting,
		isOpen: meeting.status === "open",
		running: segment.status === "running" ? segment : undefined,
		nextSegment: meeting.segments.find(({ status }) => status === "planned"),
		place: { meeting, segment },
		rows: {
			list: listOf(state, segmentId),
			heard: [],
			now: null,
			waiting: speakersInOrder(state, segmentId).map((entry, place) => ({ entry, place, expected: unknown })),
			made: 0,
		},
		statement: state.floor.statement,
		presides: state.gavel.holder?.representativeId === "rwa-chair",
		reachesList: true,
		awaitsSpeaker: false,
		points: openPoints(state),
		motions: openMotions(state),
		hands: raisedHands(state, segmentId),
		replies: openReplies(state, segmentId),
	};
}

const next = (state: State) => nextAct(podium(state));
const obstacle = (state: State) => obstacleTo(next(state), podium(state));

it("PR8 the next act is the first of the list, and the first hand where hands are called", () => {
	expect(next(speaking)).toMatchObject({
		kind: "callNext",
		delegationId: "ury",
		command: { after: "s-idn" },
	});
	const hands = given(
		speaking,
		[{ type: "changeMode", segmentId, mode: "requests" }, chair],
		[
			{ type: "raiseHand", segmentId, delegationId: "nor", speakerId: null, language: "en" },
			{ as: "nor-minister", newId: "h-nor" },
		],
	).state;
	expect(next(hands)).toMatchObject({
		kind: "callHand",
		delegationId: "nor",
		command: { type: "callHand", handId: "h-nor" },
	});
	expect(next(run(hands, { type: "lowerHand", handId: "h-nor" }, chair)).kind).not.toBe("callHand");
});

it("RR3 a granted reply comes when the list has been heard, and not before", () => {
	const asked = given(
		speaking,
		[giveFloor("e-ury", "s-idn"), { ...chair, newId: "s-ury", at: start + seconds(60) }],
		[
			{ type: "requestReply", segmentId, delegationId: "idn", statementId: "s-ury" },
			{ as: "idn-minister", newId: "r-idn" },
		],
		[{ type: "grantReply", replyId: "r-idn" }, chair],
	).state;
	expect(next(asked)).toMatchObject({ kind: "callNext", delegationId: "nor" });
	const heard = run(asked, giveFloor("e-nor", "s-ury"), { ...chair, newId: "s-nor" });
	expect(next(heard)).toMatchObject({ kind: "callReply", delegationId: "idn" });
});

it("PO2 a point of order stands in the way of the next call, until the chair has ruled", () => {
	expect(obstacle(speaking)).toBe(undefined);
	const raised = run(
		speaking,
		{ type: "raisePointOfOrder", meetingId: "session-1", delegationId: "nor", text: "The order" },
		{ as: "nor-minister", newId: "p-nor" },
	);
	expect(obstacle(raised)).toEqual({ by: "point", delegationId: "nor", heard: false });
	const heard = run(raised, { type: "hearPointOfOrder", pointId: "p-nor", after: "s-idn" }, chair);
	expect(obstacle(heard)).toEqual({ by: "point", delegationId: "nor", heard: true });
	const ruled = run(heard, { type: "ruleOnPoint", pointId: "p-nor", ruling: "noted", text: null }, chair);
	expect(obstacle(ruled)).toBe(undefined);
});

it("PO5 MO8 a challenged ruling and a vote stand in the way; a later point takes nobody's right to challenge", () => {
	const raise = (delegationId: string, id: string) =>
		[
			{ type: "raisePointOfOrder", meetingId: "session-1", delegationId, text: "The order" },
			{ as: `${delegationId}-minister`, newId: id },
		] as const;
	const challenged = given(
		speaking,
		raise("nor", "p-nor"),
		raise("ury", "p-ury"),
		[{ type: "ruleOnPoint", pointId: "p-nor", ruling: "notUpheld", text: null }, chair],
		[{ type: "withdrawPointOfOrder", pointId: "p-ury" }, { as: "ury-minister" }],
		[
			{ type: "challengeRuling", pointId: "p-nor", delegationId: "nor" },
			{ as: "nor-minister", newId: "m-nor" },
		],
	).state;
	expect(obstacle(challenged)).toEqual({ by: "challenge", delegationId: "nor" });
	const voting = run(challenged, { type: "openBallot", motionId: "m-nor", method: "rollCall" }, chair);
	expect(obstacle(voting)).toEqual({ by: "ballot" });
});

it("UN1 UN2 what can be taken back is the latest act, with the command that does it", () => {
	expect(latestUndoable(inscribed, segmentId)).toMatchObject({ act: "open", delegationId: null });
	const called = latestUndoable(speaking, segmentId);
	expect(called).toMatchObject({
		act: "call",
		delegationId: "idn",
		command: { type: "takeBackCall", statementId: "s-idn" },
	});
	const at = start + seconds(20);
	const moved = run(
		speaking,
		{ type: "moveEntry", segmentId, entryId: "e-nor", before: "e-ury", reason: "Agreed" },
		{ ...chair, at },
	);
	expect(latestUndoable(moved, segmentId)).toMatchObject({ act: "move", at, delegationId: "nor" });
	// A list that the gavel does not reach is nobody's to take back here.
	expect(latestUndoable(moved, undefined)).toMatchObject({ act: "call" });
	expect(undoableUntil({ at })).toBe(at + seconds(10));
	const back = run(moved, latestUndoable(moved, segmentId)!.command, { ...chair, at: at + seconds(9) });
	expect(listOf(back, segmentId).order).toEqual(["e-ury", "e-nor"]);
});

it("SL16 the chair is told where an absent delegation would stand, and nothing changes by asking", () => {
	const before = listOf(inscribed, segmentId).order;
	expect(placeWhenAbsent(inscribed, segmentId, "e-idn", start)).toEqual({ place: 2, behind: "nor" });
	expect(listOf(inscribed, segmentId).order).toBe(before);
});

it("SL3 a time of the host city is the next instant at which its clocks read so", () => {
	// 09:00 in Seoul.
	expect(nextAt("09:30", start, "Asia/Seoul")).toBe(start + minutes(30));
	expect(nextAt("08:59", start, "Asia/Seoul")).toBe(start + minutes(24 * 60 - 1));
	expect(nextAt("09:00", start, "Asia/Seoul")).toBe(start + minutes(24 * 60));
	expect(nextAt("00:30", start + seconds(40), "UTC")).toBe(start + minutes(30));
});
