import { describe, expect, it } from "vitest";
import { challengeablePoint, openPoints } from "../../shared/conference/pointsOfOrder.ts";
import { given, minutes, run, seconds, start } from "../support/decider.ts";
import {
	giveFloor,
	inscribe,
	inscribed,
	interrupted,
	pledgeActs,
	raisePoint,
	ready,
	setProcedure,
	speaking,
} from "../support/factories.ts";

const chair = { as: "rwa-chair" };
const ury = { as: "ury-minister" };
const nor = { as: "nor-minister" };
const pointId = "p-ury";
const hear = (after: string | null, id = pointId) => ({
	type: "hearPointOfOrder" as const,
	pointId: id,
	after,
});
const rule = (ruling: "upheld" | "notUpheld" | "noted" = "notUpheld", id = pointId) => ({
	type: "ruleOnPoint" as const,
	pointId: id,
	ruling,
	text: null,
});
const withdraw = { type: "withdrawPointOfOrder" as const, pointId };
const wait = { type: "askToWait" as const, pointId };
const challenge = (id = pointId, delegationId = "nor") => ({
	type: "challengeRuling" as const,
	pointId: id,
	delegationId,
});
/** Indonesia has spoken for ten seconds; Uruguay then has the floor for its point of order. */
const heard = run(interrupted, hear("s-idn"), { ...chair, at: start + seconds(10), newId: "s-point" });
const ruled = run(heard, rule(), { ...chair, at: start + seconds(40) });

it("PO1 a delegation raises a point of order in an open meeting, one at a time", () => {
	given(speaking)
		.when(raisePoint("nor"), nor)
		.then({ type: "PointOfOrderRaised", data: { point: { status: "raised", text: "the agenda" } } });
	given(interrupted).when(raisePoint("ury"), ury).thenRefused("pointAlreadyRaised");
	given(interrupted).when(raisePoint("nor"), nor).then({ type: "PointOfOrderRaised" });
	given(ruled).when(raisePoint("ury"), ury).then({ type: "PointOfOrderRaised" });
	given(speaking).when(raisePoint("ury"), nor).thenRefused("notAllowed");
	given(speaking).when(raisePoint("atlantis"), { as: "system" }).thenRefused("unknownDelegation");
	given(ready).when(raisePoint("nor"), nor).thenRefused("meetingNotOpen");
	given(ready)
		.when({ ...raisePoint("nor"), meetingId: "nowhere" }, nor)
		.thenRefused("unknownMeeting");
	const suspended = run(speaking, { type: "suspendMeeting", meetingId: "session-1" }, chair);
	given(suspended).when(raisePoint("nor"), nor).thenRefused("meetingNotOpen");
});

it("PO2 while a point of order is undecided nobody else is called", () => {
	given(interrupted)
		.when(giveFloor("e-ury", "s-idn"), chair)
		.thenRefused("pointOfOrderFirst", { delegationId: "ury" });
	given(heard).when(giveFloor("e-nor", "s-point"), chair).thenRefused("pointOfOrderFirst");
	// Also when what was said on it is over and the chair has not ruled.
	const said = run(
		heard,
		{ type: "yieldFloor", statementId: "s-point" },
		{ ...ury, at: start + seconds(30) },
	);
	given(said).when(giveFloor("e-nor", "s-idn"), chair).thenRefused("pointOfOrderFirst");
	given(ruled).when(giveFloor("e-nor", "s-idn"), chair).then({ type: "FloorEnded" }, { type: "FloorGiven" });
	given(interrupted, [withdraw, ury])
		.when(giveFloor("e-nor", "s-idn"), chair)
		.then({ type: "FloorEnded" }, { type: "FloorGiven" });
});

it("PO2 points of order are heard one after the other, in the order in which they were raised", () => {
	const two = run(interrupted, raisePoint("nor"), { ...nor, newId: "p-nor" });
	expect(openPoints(two).map(({ id }) => id)).toEqual(["p-ury", "p-nor"]);
	given(two).when(hear("s-idn", "p-nor"), chair).thenRefused("pointOfOrderFirst", { delegationId: "ury" });
	const both = run(heard, raisePoint("nor"), { ...nor, newId: "p-nor" });
	given(both).when(hear("s-point", "p-nor"), chair).thenRefused("pointOfOrderFirst");
	const said = run(both, { type: "yieldFloor", statementId: "s-point" }, ury);
	given(said).when(hear("s-idn", "p-nor"), chair).thenRefused("pointOfOrderFirst");
	given(both, [rule(), chair]).when(hear("s-idn", "p-nor"), chair).then({ type: "FloorGiven" });
});

it("PO3 FL7 hearing it stops the speaker's clock; afterwards the floor is as before, the clock standing", () => {
	given(interrupted)
		.when(hear("s-idn"), { ...chair, at: start + seconds(10) })
		.then({
			type: "FloorGiven",
			data: { statement: { kind: "pointOfOrder", sourceId: pointId, limitMs: minutes(1) } },
		});
	expect(heard.floor.interrupted).toMatchObject({
		id: "s-idn",
		runningSince: null,
		spokenMs: seconds(10),
		pausedSince: start + seconds(10),
	});
	expect(ruled.floor).toMatchObject({
		statement: { id: "s-idn", runningSince: null, spokenMs: seconds(10) },
		interrupted: null,
	});
	const resumed = run(
		ruled,
		{ type: "resumeFloor", statementId: "s-idn" },
		{ ...chair, at: start + seconds(50) },
	);
	given(resumed)
		.when({ type: "yieldFloor", statementId: "s-idn" }, { as: "idn-minister", at: start + seconds(70) })
		.then({ type: "FloorEnded", data: { spokenMs: seconds(30), pausedMs: seconds(40) } });
	const set = run(interrupted, setProcedure({ pointOfOrderMs: minutes(2) }), { as: "desk" });
	given(set)
		.when(hear("s-idn"), chair)
		.then({ type: "FloorGiven", data: { statement: { limitMs: minutes(2) } } });
});

it("PO3 a point of order is heard also when nobody speaks, in a segment that runs", () => {
	const silent = run(inscribed, raisePoint("ury"), { ...ury, newId: pointId });
	const after = given(silent).when(hear(null), chair).then({ type: "FloorGiven" });
	expect(after.floor.interrupted).toBeNull();
	given(silent).when(hear("s-idn"), chair).thenRefused("floorChanged");
	given(interrupted).when(hear("s-idn", "none"), chair).thenRefused("unknownPoint");
	given(interrupted).when(hear("s-idn"), { as: "usa-chair" }).thenRefused("notAllowed");
	const before = given(
		ready,
		[{ type: "openMeeting", meetingId: "session-1" }, chair],
		[raisePoint("ury"), { ...ury, newId: pointId }],
	).state;
	given(before).when(hear(null), chair).thenRefused("segmentNotRunning");
});

it("PO3 the floor for a point of order ends with its segment and its meeting, like the statement interrupted", () => {
	given(heard)
		.when({ type: "closeMeeting", meetingId: "session-1" }, chair)
		.then(
			{ type: "FloorEnded", data: { statementId: "s-idn", reason: "meetingClosed" } },
			{ type: "FloorEnded", data: { statementId: "s-point", reason: "meetingClosed" } },
			{ type: "SpeakersListClosed" },
			{ type: "MeetingClosed" },
			{ type: "GavelLaidDown" },
		);
	const next = run(heard, { type: "startSegment", segmentId: "closing-1" }, chair);
	expect(next.floor).toMatchObject({ statement: null, interrupted: null });
});

it("PO3 no pledge is announced in a point of order", () => {
	const acts = pledgeActs("pledge", "ury", "accepted");
	const announce = { type: "announcePledge" as const, pledgeId: "pledge" };
	given(heard, ...acts)
		.when(announce, ury)
		.thenRefused("notYourFloor");
	given(run(inscribed, giveFloor("e-ury"), { ...chair, newId: "s-ury" }), ...acts)
		.when(announce, ury)
		.then({ type: "PledgeAnnounced" });
});

it("PO4 the chair rules at once, heard or not, and the ruling ends what is said on the point", () => {
	given(interrupted)
		.when({ ...rule("upheld"), text: "It is so." }, { ...chair, at: start + seconds(11) })
		.then({
			type: "PointOfOrderRuled",
			data: { ruling: { ruling: "upheld", text: "It is so.", byDelegation: "rwa", challenge: null } },
		});
	given(heard)
		.when(rule(), { ...chair, at: start + seconds(40) })
		.then(
			{ type: "FloorEnded", data: { statementId: "s-point", reason: "ruled", spokenMs: seconds(30) } },
			{ type: "PointOfOrderRuled" },
		);
	given(ruled).when(rule(), chair).thenRefused("pointDecided");
	given(ruled).when(hear("s-idn"), chair).thenRefused("pointHeard");
	given(interrupted).when(rule("noted", "none"), chair).thenRefused("unknownPoint");
	given(interrupted).when(rule(), ury).thenRefused("notAllowed");
});

it("PO4 undecided it can be withdrawn until it is heard, and waits only where the rules allow it", () => {
	const gone = given(interrupted).when(withdraw, ury).then({ type: "PointOfOrderWithdrawn" });
	given(gone).when(withdraw, ury).thenRefused("pointDecided");
	given(heard).when(withdraw, ury).thenRefused("pointHeard");
	given(interrupted).when(withdraw, nor).thenRefused("notAllowed");
	given(interrupted).when(wait, chair).thenRefused("noWaitingInRules");
	const allowed = run(interrupted, setProcedure({ askToWait: true }), { as: "desk" });
	const waiting = given(allowed).when(wait, chair).then({ type: "PointOfOrderAskedToWait" });
	given(waiting).when(wait, chair).thenRefused("pointHeard");
	// It is still before the chair: nobody else is called.
	given(waiting).when(giveFloor("e-ury", "s-idn"), chair).thenRefused("pointOfOrderFirst");
	const ended = run(waiting, { type: "endFloor", statementId: "s-idn" }, chair);
	given(ended).when(hear(null), chair).then({ type: "FloorGiven" });
	// Without a statement there is no end to wait for.
	const silent = given(
		inscribed,
		[setProcedure({ askToWait: true }), { as: "desk" }],
		[raisePoint("ury"), { ...ury, newId: pointId }],
	).state;
	given(silent).when(wait, chair).thenRefused("pointHeard");
});

it("PO4 a point that was left undecided by a meeting that has closed is out of the chair's hands", () => {
	const next = given(
		interrupted,
		[{ type: "closeMeeting", meetingId: "session-1" }, chair],
		[{ type: "openMeeting", meetingId: "session-2" }, { as: "usa-chair" }],
		[{ type: "startSegment", segmentId: "statements-2" }, { as: "usa-chair" }],
	).state;
	given(next).when(rule(), { as: "usa-chair" }).thenRefused("meetingNotOpen");
	given(next).when(hear(null), { as: "usa-chair" }).thenRefused("pointDecided");
	expect(openPoints(next)).toEqual([]);
});

describe("PO5 a challenge to the ruling", () => {
	const at = start + seconds(45);
	const challenged = run(ruled, challenge(), { ...nor, newId: "m-challenge", at });

	it("PO5 the latest ruling is challenged once, and goes to an immediate decision", () => {
		given(ruled)
			.when(challenge(), { ...nor, newId: "m-challenge" })
			.then(
				{ type: "MotionMoved", data: { motion: { kind: "challenge", pointId, delegationId: "nor" } } },
				{ type: "RulingChallenged", data: { pointId, motionId: "m-challenge" } },
			);
		given(challenged).when(challenge(pointId, "ury"), ury).thenRefused("rulingStands");
		given(ruled).when(challenge(), ury).thenRefused("notAllowed");
		given(interrupted).when(challenge(), nor).thenRefused("rulingStands");
		given(ruled).when(challenge("none"), nor).thenRefused("unknownPoint");
		given(ruled).when(challenge(pointId, "atlantis"), { as: "system" }).thenRefused("unknownDelegation");
	});

	it("PO5 MO5 the ruling stands unless a majority overrules it", () => {
		const ballot = run(
			challenged,
			{ type: "openBallot", motionId: "m-challenge", method: "showOfHands" },
			chair,
		);
		const cast = (delegationId: string, vote: "yes" | "no" | "abstain") =>
			[{ type: "castVote", motionId: "m-challenge", delegationId, vote }, { as: "system" }] as const;
		const close = { type: "closeBallot" as const, motionId: "m-challenge" };
		const tie = given(ballot, cast("nor", "yes"), cast("idn", "no"), cast("ury", "abstain")).state;
		given(tie)
			.when(close, chair)
			.then(
				{ type: "BallotClosed", data: { result: { yes: 1, no: 1, adopted: false } } },
				{ type: "ChallengeDecided", data: { pointId, overruled: false } },
			);
		const majority = given(tie, cast("gha", "yes")).when(close, chair);
		const overruled = majority.then(
			{ type: "BallotClosed", data: { result: { yes: 2, no: 1, adopted: true } } },
			{ type: "ChallengeDecided", data: { pointId, overruled: true } },
		);
		expect(overruled.pointsOfOrder.points.get(pointId)?.ruling?.challenge).toEqual({
			motionId: "m-challenge",
			overruled: true,
		});
		given(overruled).when(challenge(), nor).thenRefused("rulingStands");
	});

	it("PO5 once somebody else has been given the floor the ruling stands", () => {
		const called = run(ruled, giveFloor("e-nor", "s-idn"), { ...chair, at, newId: "s-nor" });
		given(called)
			.when(challenge(), { ...nor, at })
			.thenRefused("rulingStands");
		// A call by mistake gave nobody the floor.
		const back = run(called, { type: "takeBackCall", statementId: "s-nor" }, { ...chair, at });
		expect(challengeablePoint(back)?.id).toBe(pointId);
		// Nor does what is put on the record in writing, or the speaker who has the floor again.
		const written = run(ruled, inscribe("gha", { mode: "written" }), { as: "gha-chair", newId: "e-gha", at });
		const make = { type: "makeInWriting" as const, segmentId: "statements-1", entryId: "e-gha" };
		expect(challengeablePoint(run(written, make, { as: "gha-chair", at }))?.id).toBe(pointId);
		const resumed = run(ruled, { type: "resumeFloor", statementId: "s-idn" }, { ...chair, at });
		expect(challengeablePoint(resumed)?.id).toBe(pointId);
	});

	it("PO5 it is the latest ruling that can be challenged, whatever else has been raised", () => {
		const raised = run(ruled, raisePoint("gha"), { as: "gha-chair", newId: "p-gha", at });
		expect(challengeablePoint(raised)?.id).toBe(pointId);
		const withdrawn = run(raised, { ...withdraw, pointId: "p-gha" }, { as: "gha-chair", at });
		expect(challengeablePoint(withdrawn)?.id).toBe(pointId);
		const again = run(raised, rule("noted", "p-gha"), { ...chair, at });
		expect(challengeablePoint(again)?.id).toBe("p-gha");
		given(again)
			.when(challenge(), { ...nor, at })
			.thenRefused("rulingStands");
	});

	it("PO5 MO2 one challenge is before the meeting at a time", () => {
		const second = given(
			challenged,
			[raisePoint("gha"), { as: "gha-chair", newId: "p-gha", at }],
			[rule("noted", "p-gha"), { ...chair, at }],
		);
		second.when(challenge("p-gha"), { ...nor, at }).thenRefused("motionAlreadyMoved");
	});

	it("SL2 who is interrupted by a point of order is not inscribed a second time meanwhile", () => {
		given(heard)
			.when(inscribe("idn", { reason: "again" }), chair)
			.thenRefused("alreadyInscribed", { delegationId: "idn" });
	});
});
