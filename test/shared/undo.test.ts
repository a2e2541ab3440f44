import { describe, expect, it } from "vitest";
import { raisedHands } from "../../shared/conference/hands.ts";
import { speakersInOrder, timeLeft } from "../../shared/conference/selectors.ts";
import { listOf } from "../../shared/conference/speakersList.ts";
import type { State } from "../../shared/conference/state.ts";
import type { Act } from "../support/decider.ts";
import { given, minutes, run, seconds, start } from "../support/decider.ts";
import {
	giveFloor,
	inscribe,
	inscribed,
	interrupted,
	moveMotion,
	pledgeActs,
	ready,
	setProcedure,
	speaking,
} from "../support/factories.ts";

const segmentId = "statements-1";
const chair = { as: "rwa-chair" };
const desk = { as: "desk" };
const order = (state: State) => speakersInOrder(state, segmentId).map(({ delegationId }) => delegationId);
const move = (entryId: string, before: string | null) => ({
	type: "moveEntry" as const,
	segmentId,
	entryId,
	before,
	reason: "travel",
});
const takeBackMove = (entryId: string) => ({ type: "takeBackMove" as const, segmentId, entryId });
const takeBackStatus = { type: "takeBackListStatus" as const, segmentId };
const takeBack = (type: "takeBackCall" | "takeBackPause" | "takeBackExtension", statementId = "s-idn") => ({
	type,
	statementId,
});
const at = (ms: number) => ({ ...chair, at: start + ms });

describe("UN1 the list", () => {
	const moved = run(inscribed, move("e-nor", "e-idn"), chair);

	it("UN1 for ten seconds a move is taken back, and the rules place the entry again", () => {
		const back = given(moved)
			.when(takeBackMove("e-nor"), at(10_000))
			.then({ type: "MoveTakenBack", data: { entryId: "e-nor", before: null } });
		expect(order(back)).toEqual(["idn", "ury", "nor"]);
		expect(listOf(back, segmentId).entries.get("e-nor")?.moved).toBeNull();
		given(moved).when(takeBackMove("e-nor"), at(10_001)).thenRefused("nothingToUndo");
		given(back).when(takeBackMove("e-nor"), at(10_000)).thenRefused("nothingToUndo");
		given(moved).when(takeBackMove("e-idn"), at(5)).thenRefused("nothingToUndo");
		given(moved).when(takeBackMove("e-none"), at(5)).thenRefused("unknownInscription");
		given(moved).when(takeBackMove("e-nor"), { as: "usa-chair" }).thenRefused("notAllowed");
		given(inscribed).when(takeBackMove("e-nor"), chair).thenRefused("nothingToUndo");
	});

	it("UN1 what a person had done before the move is there again", () => {
		const twice = run(moved, move("e-nor", null), at(1000));
		expect(order(twice)).toEqual(["idn", "ury", "nor"]);
		const back = run(twice, takeBackMove("e-nor"), at(2000));
		expect(order(back)).toEqual(["nor", "idn", "ury"]);
		expect(listOf(back, segmentId).entries.get("e-nor")?.moved).toEqual({
			at: start,
			byDelegation: "rwa",
			reason: "travel",
		});
	});

	it("UN1 who inscribed meanwhile stands behind the one who is back at the end", () => {
		const added = run(moved, inscribe("gha"), { as: "gha-chair", newId: "e-gha", at: start + 5 });
		expect(order(run(added, takeBackMove("e-nor"), at(100)))).toEqual(["idn", "ury", "nor", "gha"]);
	});

	it("UN3 a move is not taken back when its entry, or its place, has been acted on since", () => {
		const withdraw = (entryId: string) => ({ type: "withdrawInscription" as const, segmentId, entryId });
		const absent = (entryId: string) => ({ type: "markAbsent" as const, segmentId, entryId });
		const later: readonly Act[] = [
			[move("e-ury", "e-nor"), chair],
			[withdraw("e-nor"), desk],
			[absent("e-nor"), chair],
			[{ type: "fixSlot", segmentId, entryId: "e-nor", slot: 1 }, desk],
			[giveFloor("e-nor"), chair],
			[setProcedure({ order: ["level", "time"] }), desk],
		];
		for (const act of later) {
			const [command] = act;
			const code = ["withdrawInscription", "giveFloor"].includes(command.type) ? "gone" : "overtaken";
			const decision = given(moved, act).when(takeBackMove("e-nor"), at(5));
			if (code === "overtaken") decision.thenRefused("nothingToUndo");
			else if (command.type === "giveFloor") decision.thenRefused("alreadyCalled");
			else decision.thenRefused("unknownInscription");
		}
		// Uruguay stood behind Indonesia before the move; when Uruguay goes, nothing says where that was.
		const first = run(inscribed, move("e-idn", null), chair);
		given(first, [withdraw("e-ury"), desk])
			.when(takeBackMove("e-idn"), at(5))
			.thenRefused("nothingToUndo");
		given(first, [absent("e-ury"), chair])
			.when(takeBackMove("e-idn"), at(5))
			.thenRefused("nothingToUndo");
	});

	it("UN1 for ten seconds an opening or a closing of the list is taken back", () => {
		const closed = run(inscribed, { type: "closeList", segmentId }, chair);
		const back = given(closed).when(takeBackStatus, at(10_000)).then({ type: "ListStatusTakenBack" });
		expect(listOf(back, segmentId)).toMatchObject({ status: "open", closesAt: null });
		given(back).when(takeBackStatus, at(10_000)).thenRefused("nothingToUndo");
		given(closed).when(takeBackStatus, at(10_001)).thenRefused("nothingToUndo");
		given(closed)
			.when(takeBackStatus, { ...desk, at: start + 5 })
			.then({ type: "ListStatusTakenBack" });
		given(closed).when(takeBackStatus, { as: "idn-minister" }).thenRefused("notAllowed");
		const opened = run(closed, { type: "openList", segmentId, closesAt: null }, at(100));
		expect(listOf(run(opened, takeBackStatus, at(200)), segmentId).status).toBe("closed");
		const closing = { type: "announceClosing" as const, segmentId, closesAt: start + minutes(5) };
		given(opened, [closing, at(150)])
			.when(takeBackStatus, at(200))
			.thenRefused("nothingToUndo");
		given(closed)
			.when({ ...takeBackStatus, segmentId: "closing-1" }, chair)
			.thenRefused("noListInSegment");
	});

	it("UN1 what the clock has opened or closed is not taken back", () => {
		const closesAt = start + minutes(5);
		const closing = run(inscribed, { type: "announceClosing", segmentId, closesAt }, chair);
		const closed = run(closing, { type: "closeList", segmentId }, { as: "system", at: closesAt });
		given(closed)
			.when(takeBackStatus, { ...chair, at: closesAt + 5 })
			.thenRefused("nothingToUndo");
		const opensAt = start + minutes(5);
		const opened = given(
			ready,
			[{ type: "scheduleList", segmentId, opensAt, closesAt: null }, desk],
			[
				{ type: "openList", segmentId, closesAt: null },
				{ as: "system", at: opensAt },
			],
		);
		opened.when(takeBackStatus, { ...desk, at: opensAt + 5 }).thenRefused("nothingToUndo");
		// Closed by the chair before its time, and taken back before its time: it closes at its time.
		const early = run(closing, { type: "closeList", segmentId }, { ...chair, at: closesAt - 5000 });
		given(early)
			.when(takeBackStatus, { ...chair, at: closesAt - 1 })
			.then({ type: "ListStatusTakenBack", data: { status: "closing", closesAt } });
		given(early)
			.when(takeBackStatus, { ...chair, at: closesAt })
			.thenRefused("nothingToUndo");
	});

	it("UN3 a list that a vote has closed is not opened by taking back", () => {
		const closed = given(
			inscribed,
			[moveMotion("closeDebate"), { as: "nor-minister", newId: "m" }],
			[{ type: "openBallot", motionId: "m", method: "rollCall" }, chair],
			[{ type: "castVote", motionId: "m", delegationId: "nor", vote: "yes" }, { as: "nor-minister" }],
			[{ type: "closeBallot", motionId: "m" }, chair],
		);
		closed.when(takeBackStatus, at(5)).thenRefused("nothingToUndo");
	});
});

describe("UN2 the floor", () => {
	const next = run(speaking, giveFloor("e-ury", "s-idn"), { ...at(seconds(60)), newId: "s-ury" });

	it("UN2 a call is taken back: floor and list are as before, and what the mistake took does not count", () => {
		const back = given(next)
			.when(takeBack("takeBackCall", "s-ury"), at(seconds(65)))
			.then({ type: "CallTakenBack" });
		expect(order(back)).toEqual(["ury", "nor"]);
		expect(listOf(back, segmentId).entries.get("e-ury")?.status).toBe("waiting");
		// Indonesia had spoken for a minute of its four when the mistake was made.
		expect(timeLeft(back.floor.statement!, start + seconds(65))).toMatchObject({
			spokenMs: minutes(1),
			leftMs: minutes(3),
			light: "green",
		});
		given(back)
			.when({ type: "yieldFloor", statementId: "s-idn" }, { as: "idn-minister", at: start + seconds(75) })
			.then({ type: "FloorEnded", data: { spokenMs: seconds(70) } });
		expect(back.statements.statements.get("s-idn")).toMatchObject({ endedAt: null, end: null });
		expect(back.statements.statements.get("s-ury")).toMatchObject({ end: "takenBack" });
		given(back).when(giveFloor("e-ury", "s-idn"), chair).then({ type: "FloorEnded" }, { type: "FloorGiven" });
	});

	it("UN2 a call onto a free floor frees it again, and a paused clock stays paused", () => {
		const back = run(speaking, takeBack("takeBackCall"), at(100));
		expect(back.floor.statement).toBeNull();
		expect(order(back)).toEqual(["idn", "ury", "nor"]);
		const paused = given(
			speaking,
			[{ type: "pauseFloor", statementId: "s-idn" }, at(seconds(10))],
			[giveFloor("e-ury", "s-idn"), { ...at(seconds(20)), newId: "s-ury" }],
		).state;
		expect(run(paused, takeBack("takeBackCall", "s-ury"), at(seconds(25))).floor.statement).toMatchObject({
			id: "s-idn",
			runningSince: null,
			spokenMs: seconds(10),
		});
	});

	it("UN2 it is taken back within ten seconds, once, by who presides", () => {
		given(next)
			.when(takeBack("takeBackCall", "s-ury"), at(seconds(70)))
			.then({ type: "CallTakenBack" });
		given(next)
			.when(takeBack("takeBackCall", "s-ury"), at(seconds(70) + 1))
			.thenRefused("nothingToUndo");
		given(next)
			.when(takeBack("takeBackCall"), at(seconds(61)))
			.thenRefused("floorChanged");
		given(inscribed).when(takeBack("takeBackCall"), chair).thenRefused("floorChanged");
		given(next).when(takeBack("takeBackCall", "s-ury"), { as: "usa-chair" }).thenRefused("notAllowed");
		const back = run(next, takeBack("takeBackCall", "s-ury"), at(seconds(61)));
		given(back)
			.when(takeBack("takeBackCall"), at(seconds(61)))
			.thenRefused("nothingToUndo");
	});

	it("UN2 the list is as before also when others have moved meanwhile", () => {
		const withdrawn = run(speaking, { type: "withdrawInscription", segmentId, entryId: "e-ury" }, desk);
		expect(order(run(withdrawn, takeBack("takeBackCall"), at(5)))).toEqual(["idn", "nor"]);
		const last = run(inscribed, giveFloor("e-nor"), { ...chair, newId: "s-nor" });
		const gone = given(
			last,
			[{ type: "withdrawInscription", segmentId, entryId: "e-idn" }, desk],
			[inscribe("gha"), { as: "gha-chair", at: start + 5 }],
		).state;
		expect(order(run(gone, takeBack("takeBackCall", "s-nor"), at(9)))).toEqual(["ury", "nor", "gha"]);
		// Moved by hand to the front before the call: in front again.
		const front = given(
			inscribed,
			[move("e-nor", "e-idn"), chair],
			[giveFloor("e-nor"), { ...chair, newId: "s-nor" }],
		);
		expect(order(run(front.state, takeBack("takeBackCall", "s-nor"), at(9)))).toEqual(["nor", "idn", "ury"]);
	});

	it("UN2 a hand is up again, a reply granted again, a point of order raised again", () => {
		const hand = given(
			inscribed,
			[{ type: "changeMode", segmentId, mode: "requests" }, chair],
			[
				{ type: "raiseHand", segmentId, delegationId: "nor", speakerId: null, language: "en" },
				{ as: "nor-minister", newId: "h" },
			],
			[
				{ type: "callHand", segmentId, handId: "h", after: null },
				{ ...chair, newId: "s" },
			],
			[takeBack("takeBackCall", "s"), at(5)],
		).state;
		expect(raisedHands(hand, segmentId).map(({ id }) => id)).toEqual(["h"]);
		const heard = run(
			interrupted,
			{ type: "hearPointOfOrder", pointId: "p-ury", after: "s-idn" },
			{ ...at(seconds(10)), newId: "s-point" },
		);
		const back = run(heard, takeBack("takeBackCall", "s-point"), at(seconds(15)));
		expect(back.pointsOfOrder.points.get("p-ury")?.status).toBe("raised");
		expect(back.floor.interrupted).toBeNull();
		expect(timeLeft(back.floor.statement!, start + seconds(15)).spokenMs).toBe(seconds(10));
		const reply = given(
			speaking,
			[{ type: "withdrawInscription", segmentId, entryId: "e-ury" }, desk],
			[{ type: "withdrawInscription", segmentId, entryId: "e-nor" }, desk],
			[
				{ type: "requestReply", segmentId, delegationId: "ury", statementId: "s-idn" },
				{ as: "ury-minister", newId: "r" },
			],
			[{ type: "grantReply", replyId: "r" }, chair],
			[
				{ type: "callReply", segmentId, replyId: "r", after: "s-idn" },
				{ ...chair, newId: "s" },
			],
			[takeBack("takeBackCall", "s"), at(5)],
		).state;
		expect(reply.replies.replies.get("r")?.status).toBe("granted");
	});

	it("UN2 what a pause by mistake took does not count, and an extension is taken off again", () => {
		const paused = run(speaking, { type: "pauseFloor", statementId: "s-idn" }, at(seconds(10)));
		const back = given(paused)
			.when(takeBack("takeBackPause"), at(seconds(15)))
			.then({ type: "PauseTakenBack" });
		expect(timeLeft(back.floor.statement!, start + seconds(20))).toMatchObject({
			spokenMs: seconds(15),
			light: "green",
		});
		given(paused)
			.when(takeBack("takeBackPause"), at(seconds(20) + 1))
			.thenRefused("nothingToUndo");
		given(paused)
			.when(takeBack("takeBackExtension"), at(seconds(11)))
			.thenRefused("nothingToUndo");
		const extended = run(speaking, { type: "extendFloor", statementId: "s-idn", seconds: 30 }, at(5));
		const shorter = given(extended)
			.when(takeBack("takeBackExtension"), at(10))
			.then({ type: "ExtensionTakenBack", data: { byMs: seconds(30) } });
		expect(shorter.floor.statement?.limitMs).toBe(minutes(4));
	});

	it("UN3 nothing is taken back when something else has happened to the floor since", () => {
		const later: readonly Act[] = [
			[{ type: "pauseFloor", statementId: "s-idn" }, at(1)],
			[{ type: "extendFloor", statementId: "s-idn", seconds: 30 }, at(1)],
			[{ type: "resetFloor", statementId: "s-idn" }, at(1)],
			[{ type: "suspendMeeting", meetingId: "session-1" }, at(1)],
		];
		for (const act of later)
			given(speaking, act).when(takeBack("takeBackCall"), at(5)).thenRefused("nothingToUndo");
		const paused: Act = [{ type: "pauseFloor", statementId: "s-idn" }, at(1)];
		given(speaking, paused, [{ type: "resumeFloor", statementId: "s-idn" }, at(2)])
			.when(takeBack("takeBackPause"), at(5))
			.thenRefused("nothingToUndo");
	});

	it("UN3 PR4 the pause that came with a suspension is not taken back", () => {
		const suspended = run(speaking, { type: "suspendMeeting", meetingId: "session-1" }, at(1));
		given(suspended).when(takeBack("takeBackPause"), at(5)).thenRefused("nothingToUndo");
		given(suspended, [{ type: "resumeMeeting", meetingId: "session-1" }, at(2)])
			.when(takeBack("takeBackPause"), at(5))
			.thenRefused("nothingToUndo");
	});

	it("UN3 a call is not taken back once a pledge was announced in the statement", () => {
		given(speaking, ...pledgeActs("p", "idn", "accepted"), [
			{ type: "announcePledge", pledgeId: "p" },
			{ as: "idn-minister" },
		])
			.when(takeBack("takeBackCall"), at(5))
			.thenRefused("nothingToUndo");
		given(speaking, ...pledgeActs("p", "idn", "accepted"))
			.when(takeBack("takeBackCall"), at(5))
			.then({ type: "CallTakenBack" });
	});

	it("UN3 a called hand is not taken back once the delegation has raised another", () => {
		const raise = { type: "raiseHand" as const, segmentId, delegationId: "nor", speakerId: null };
		const nor = { as: "nor-minister" };
		given(
			inscribed,
			[{ type: "changeMode", segmentId, mode: "requests" }, chair],
			[
				{ ...raise, language: "en" },
				{ ...nor, newId: "h" },
			],
			[
				{ type: "callHand", segmentId, handId: "h", after: null },
				{ ...chair, newId: "s" },
			],
			[
				{ ...raise, language: "en" },
				{ ...nor, newId: "h2" },
			],
		)
			.when(takeBack("takeBackCall", "s"), at(5))
			.thenRefused("nothingToUndo");
	});

	it("UN2 a point of order that was asked to wait waits again when its call is taken back", () => {
		const back = given(
			interrupted,
			[setProcedure({ askToWait: true }), desk],
			[{ type: "askToWait", pointId: "p-ury" }, chair],
			[
				{ type: "hearPointOfOrder", pointId: "p-ury", after: "s-idn" },
				{ ...chair, newId: "s-point" },
			],
			[takeBack("takeBackCall", "s-point"), at(5)],
		).state;
		expect(back.pointsOfOrder.points.get("p-ury")?.status).toBe("waiting");
	});
});
