import { describe, expect, it } from "vitest";
import { openMotions } from "../../shared/conference/motions.ts";
import { findSegment } from "../../shared/conference/programme.ts";
import { listOf } from "../../shared/conference/speakersList.ts";
import type { State } from "../../shared/conference/state.ts";
import type { Act } from "../support/decider.ts";
import { given, minutes, run, seconds, start } from "../support/decider.ts";
import {
	delegationIds,
	giveFloor,
	inscribe,
	interrupted,
	meeting,
	moveMotion,
	programmeCommand,
	ready,
	segment,
	setProcedure,
	speaking,
} from "../support/factories.ts";

const segmentId = "statements-1";
const chair = { as: "rwa-chair" };
const nor = { as: "nor-minister" };
const system = { as: "system" };
type Kind = Parameters<typeof moveMotion>[0];

const move = (kind: Kind, id = `m-${kind}`): Act => [moveMotion(kind), { ...nor, newId: id }];
const openBallot = (motionId: string, method: "rollCall" | "showOfHands" = "rollCall") => ({
	type: "openBallot" as const,
	motionId,
	method,
});
const withdraw = (motionId: string) => ({ type: "withdrawMotion" as const, motionId });
const closeBallot = (motionId: string) => ({ type: "closeBallot" as const, motionId });
const castVote = (
	motionId: string,
	delegationId: string,
	vote: "yes" | "no" | "abstain" | "notParticipating",
) => ({ type: "castVote" as const, motionId, delegationId, vote });
const cast = (...vote: Parameters<typeof castVote>): Act => [castVote(...vote), system];
const debate = (state: State) => findSegment(state, segmentId)?.segment.debate;

/** A motion put to the vote, with one vote for it. */
const carried = (kind: Kind): Act[] => [
	move(kind),
	[openBallot(`m-${kind}`), chair],
	cast(`m-${kind}`, "nor", "yes"),
];
const adopted = (kind: Kind, from: State = speaking): State =>
	run(given(from, ...carried(kind)).state, closeBallot(`m-${kind}`), chair);

describe("MO1 precedence", () => {
	it("MO1 suspending goes before adjourning, the meeting before the debate, a challenge before all", () => {
		const all = given(
			interrupted,
			move("closeDebate"),
			move("adjournDebate"),
			move("adjournMeeting"),
			move("suspendMeeting"),
			[{ type: "ruleOnPoint", pointId: "p-ury", ruling: "noted", text: null }, chair],
			[
				{ type: "challengeRuling", pointId: "p-ury", delegationId: "ury" },
				{ as: "ury-minister", newId: "m-challenge" },
			],
		).state;
		const inOrder = [
			"challenge",
			"suspendMeeting",
			"adjournMeeting",
			"adjournDebate",
			"closeDebate",
		] as const;
		expect(openMotions(all).map(({ kind }) => kind)).toEqual(inOrder);
		let state = all;
		for (const [place, kind] of inOrder.slice(0, 4).entries()) {
			for (const later of inOrder.slice(place + 1))
				given(state)
					.when(openBallot(`m-${later}`), chair)
					.thenRefused("anotherMotionFirst", { kind });
			state = given(state, [openBallot(`m-${kind}`), chair], [closeBallot(`m-${kind}`), chair]).state;
		}
		given(state).when(openBallot("m-closeDebate"), chair).then({ type: "BallotOpened" });
	});

	it("MO1 one vote is taken at a time, also when a motion of higher precedence comes during it", () => {
		const voting = given(
			speaking,
			move("closeDebate"),
			[openBallot("m-closeDebate"), chair],
			move("suspendMeeting"),
		).state;
		given(voting).when(openBallot("m-suspendMeeting"), chair).thenRefused("ballotOpen");
		given(voting, [closeBallot("m-closeDebate"), chair])
			.when(openBallot("m-suspendMeeting"), chair)
			.then({ type: "BallotOpened" });
	});
});

describe("MO2 one motion of a kind", () => {
	const moved = given(speaking, move("closeDebate")).state;

	it("MO2 one motion of a kind is before the meeting at a time, in an open meeting", () => {
		given(moved)
			.when(moveMotion("closeDebate", "ury"), { as: "ury-minister" })
			.thenRefused("motionAlreadyMoved");
		given(moved)
			.when(moveMotion("adjournDebate", "ury"), { as: "ury-minister" })
			.then({ type: "MotionMoved", data: { motion: { status: "moved", pointId: null, ballot: null } } });
		given(moved).when(moveMotion("suspendMeeting", "ury"), nor).thenRefused("notAllowed");
		given(moved).when(moveMotion("suspendMeeting", "atlantis"), system).thenRefused("unknownDelegation");
		given(ready).when(moveMotion("suspendMeeting"), nor).thenRefused("meetingNotOpen");
		given(moved)
			.when({ ...moveMotion("suspendMeeting"), meetingId: "nowhere" }, nor)
			.thenRefused("unknownMeeting");
	});

	it("MO2 a motion about the debate is in order only while one goes on", () => {
		const closing = run(speaking, { type: "startSegment", segmentId: "closing-1" }, chair);
		for (const kind of ["adjournDebate", "closeDebate"] as const) {
			given(closing).when(moveMotion(kind), nor).thenRefused("noDebate");
			given(adopted("adjournDebate")).when(moveMotion(kind), nor).thenRefused("noDebate");
		}
		given(closing).when(moveMotion("adjournMeeting"), nor).then({ type: "MotionMoved" });
	});

	it("MO2 it may be withdrawn until it is put to the vote, a challenge may not", () => {
		const gone = given(moved).when(withdraw("m-closeDebate"), nor).then({ type: "MotionWithdrawn" });
		expect(openMotions(gone)).toEqual([]);
		given(gone).when(withdraw("m-closeDebate"), nor).thenRefused("motionDecided");
		given(gone).when(openBallot("m-closeDebate"), chair).thenRefused("motionDecided");
		given(moved).when(withdraw("m-closeDebate"), { as: "ury-minister" }).thenRefused("notAllowed");
		const voting = run(moved, openBallot("m-closeDebate"), chair);
		given(voting).when(withdraw("m-closeDebate"), nor).thenRefused("ballotOpen");
		given(voting).when(openBallot("m-closeDebate"), chair).thenRefused("ballotOpen");
		given(moved).when(withdraw("m-none"), system).thenRefused("unknownMotion");
		const challenged = given(
			interrupted,
			[{ type: "ruleOnPoint", pointId: "p-ury", ruling: "noted", text: null }, chair],
			[
				{ type: "challengeRuling", pointId: "p-ury", delegationId: "nor" },
				{ ...nor, newId: "m-challenge" },
			],
		).state;
		given(challenged).when(withdraw("m-challenge"), nor).thenRefused("challengePending");
	});
});

describe("MO3 MO4 MO5 the vote", () => {
	const id = "m-closeDebate";
	const moved = given(speaking, move("closeDebate")).state;
	const voting = run(moved, openBallot(id), chair);

	it("MO3 Member States vote, each once, for themselves", () => {
		const once = given(voting)
			.when(castVote(id, "nor", "yes"), nor)
			.then({ type: "VoteCast" });
		given(once)
			.when(castVote(id, "nor", "yes"), nor)
			.thenRefused("sameVote");
		given(voting)
			.when(castVote(id, "ury", "yes"), nor)
			.thenRefused("notAllowed");
		given(voting)
			.when(castVote(id, "eun", "yes"), { as: "eun-envoy" })
			.thenRefused("doesNotVote", { delegationId: "eun" });
		given(voting)
			.when(castVote(id, "un", "yes"), { as: "un-usg" })
			.thenRefused("doesNotVote");
		given(voting)
			.when(castVote(id, "atlantis", "yes"), system)
			.thenRefused("unknownDelegation");
		given(moved)
			.when(castVote(id, "nor", "yes"), nor)
			.thenRefused("noBallot");
		given(moved).when(closeBallot(id), chair).thenRefused("noBallot");
		given(voting)
			.when(castVote(id, "rwa", "yes"), chair)
			.then({ type: "VoteCast" });
	});

	it("MO4 a vote may be changed until the result is declared", () => {
		const changed = given(voting, cast(id, "nor", "yes"), cast(id, "nor", "no")).state;
		const declared = given(changed)
			.when(closeBallot(id), { ...chair, at: start + 5 })
			.then({
				type: "BallotClosed",
				data: {
					result: { yes: 0, no: 1, abstain: 0, notParticipating: 0, adopted: false, at: start + 5 },
				},
			});
		expect(declared.motions.motions.get(id)?.status).toBe("rejected");
		given(declared)
			.when(castVote(id, "nor", "yes"), nor)
			.thenRefused("motionDecided");
		given(declared).when(closeBallot(id), chair).thenRefused("motionDecided");
	});

	const states = delegationIds.filter((each) => each !== "eun" && each !== "un");
	/** A result from so many of each vote; the majority needed, and whether it was reached, by hand. */
	it.each([
		["simple", 0, 0, 7, false],
		["simple", 1, 0, 6, true],
		["simple", 1, 1, 5, false],
		["simple", 2, 1, 4, true],
		["simple", 3, 4, 0, false],
		["twoThirds", 0, 0, 7, false],
		["twoThirds", 1, 0, 0, true],
		["twoThirds", 1, 1, 0, false],
		["twoThirds", 2, 1, 4, true],
		["twoThirds", 3, 2, 2, false],
		["twoThirds", 4, 2, 1, true],
		["twoThirds", 4, 3, 0, false],
	] as const)(
		"MO5 by a %s majority %i to %i, with %i not counted: %s",
		(majority, yes, no, others, isAdopted) => {
			const rules = run(voting, setProcedure({ majority }), { as: "desk" });
			const votes = states
				.slice(0, yes + no + others)
				.map((delegationId, index) =>
					cast(
						id,
						delegationId,
						index < yes ? "yes" : index < yes + no ? "no" : index % 2 === 0 ? "abstain" : "notParticipating",
					),
				);
			const decision = given(rules, ...votes).when(closeBallot(id), chair);
			const closed = { type: "BallotClosed" as const, data: { result: { yes, no, adopted: isAdopted } } };
			if (isAdopted)
				decision.then(
					closed,
					{ type: "FloorEnded" },
					{ type: "SpeakersListClosed" },
					{ type: "DebateChanged" },
				);
			else decision.then(closed);
		},
	);

	it("MO5 a challenge needs more yes than no, whatever majority other motions need", () => {
		const challenged = given(
			interrupted,
			[setProcedure({ majority: "twoThirds" }), { as: "desk" }],
			[{ type: "ruleOnPoint", pointId: "p-ury", ruling: "noted", text: null }, chair],
			[
				{ type: "challengeRuling", pointId: "p-ury", delegationId: "nor" },
				{ ...nor, newId: "c" },
			],
			[openBallot("c"), chair],
			...["nor", "idn", "ury"].map((each) => cast("c", each, "yes")),
			...["gha", "usa"].map((each) => cast("c", each, "no")),
		).state;
		given(challenged)
			.when(closeBallot("c"), chair)
			.then(
				{ type: "BallotClosed", data: { result: { yes: 3, no: 2, adopted: true } } },
				{ type: "ChallengeDecided", data: { overruled: true } },
			);
	});
});

describe("MO6 PR9 what is adopted takes effect at once", () => {
	const when = (kind: Kind) =>
		given(speaking, ...carried(kind)).when(closeBallot(`m-${kind}`), { ...chair, at: start + seconds(20) });

	it("MO6 the meeting is suspended, or closed", () => {
		const suspended = when("suspendMeeting").then(
			{ type: "BallotClosed" },
			{ type: "FloorPaused" },
			{ type: "MeetingSuspended" },
		);
		expect(suspended.programme.meetings.get("session-1")?.status).toBe("suspended");
		when("adjournMeeting").then(
			{ type: "BallotClosed" },
			{ type: "FloorEnded", data: { reason: "meetingClosed" } },
			{ type: "SpeakersListClosed" },
			{ type: "MeetingClosed" },
			{ type: "GavelLaidDown" },
		);
		// Suspended by the chair during the vote: nothing is left to do.
		given(speaking, ...carried("suspendMeeting"), [{ type: "suspendMeeting", meetingId: "session-1" }, chair])
			.when(closeBallot("m-suspendMeeting"), chair)
			.then({ type: "BallotClosed" });
	});

	it("PR9 adjourning a debate ends the floor, and nobody is called until the chair takes it up again", () => {
		const adjourned = when("adjournDebate").then(
			{ type: "BallotClosed" },
			{ type: "FloorEnded", data: { reason: "endedByChair" } },
			{ type: "DebateChanged", data: { debate: "adjourned" } },
		);
		expect(listOf(adjourned, segmentId).status).toBe("open");
		given(adjourned).when(giveFloor("e-ury"), chair).thenRefused("debateNotOpen");
		const discussion = given(
			adjourned,
			[{ type: "changeMode", segmentId, mode: "requests" }, chair],
			[
				{ type: "raiseHand", segmentId, delegationId: "nor", speakerId: null, language: "en" },
				{ ...nor, newId: "h" },
			],
		);
		discussion
			.when({ type: "callHand", segmentId, handId: "h", after: null }, chair)
			.thenRefused("debateNotOpen");
		const resume = { type: "resumeDebate" as const, segmentId };
		given(adjourned).when(resume, { as: "usa-chair" }).thenRefused("notAllowed");
		const resumed = given(adjourned)
			.when(resume, chair)
			.then({ type: "DebateChanged", data: { debate: "open" } });
		given(resumed).when(giveFloor("e-ury"), chair).then({ type: "FloorGiven" });
		given(resumed).when(resume, chair).thenRefused("debateNotAdjourned");
	});

	it("PR9 closing a debate closes its list, and it is not taken up again", () => {
		const closed = when("closeDebate").then(
			{ type: "BallotClosed" },
			{ type: "FloorEnded" },
			{ type: "SpeakersListClosed", data: { segmentId } },
			{ type: "DebateChanged", data: { debate: "closed" } },
		);
		given(closed).when(giveFloor("e-ury"), chair).thenRefused("debateNotOpen");
		given(closed).when({ type: "resumeDebate", segmentId }, chair).thenRefused("debateNotAdjourned");
		given(closed).when(inscribe("gha"), { as: "gha-chair" }).thenRefused("listClosed");
	});

	it("PR9 a list that would open by itself is closed with its debate", () => {
		const scheduled = given(
			speaking,
			[{ type: "closeList", segmentId }, chair],
			[{ type: "scheduleList", segmentId, opensAt: start + minutes(5), closesAt: null }, chair],
		).state;
		expect(listOf(adopted("closeDebate", scheduled), segmentId)).toMatchObject({
			status: "closed",
			opensAt: null,
		});
	});

	it("PR9 a debate that ends during a point of order ends the statement interrupted as well", () => {
		const heard = run(
			interrupted,
			{ type: "hearPointOfOrder", pointId: "p-ury", after: "s-idn" },
			{ ...chair, newId: "s-point", at: start + seconds(10) },
		);
		expect(adopted("adjournDebate", heard).floor).toMatchObject({ statement: null, interrupted: null });
	});
});

describe("MO7 motions that have fallen", () => {
	it("MO7 a motion that is open when its meeting closes has fallen", () => {
		const closed = run(
			given(speaking, ...carried("closeDebate"), move("suspendMeeting")).state,
			{ type: "closeMeeting", meetingId: "session-1" },
			chair,
		);
		for (const id of ["m-closeDebate", "m-suspendMeeting"]) {
			expect(closed.motions.motions.get(id)?.status).toBe("fallen");
			given(closed).when(closeBallot(id), system).thenRefused("motionDecided");
		}
	});

	it("MO7 a motion about the debate falls when the debate ends, so that it reopens none", () => {
		const both = given(speaking, ...carried("closeDebate"), move("adjournDebate")).state;
		const closed = run(both, closeBallot("m-closeDebate"), chair);
		expect(debate(closed)).toBe("closed");
		expect(closed.motions.motions.get("m-closeDebate")?.status).toBe("adopted");
		expect(closed.motions.motions.get("m-adjournDebate")?.status).toBe("fallen");
		given(closed).when(openBallot("m-adjournDebate"), chair).thenRefused("motionDecided");
	});

	it("MO7 a motion about the debate of one segment does not hit the next", () => {
		const next = { ...meeting("new", ["rwa"], [segment("one", "statements"), segment("two", "statements")]) };
		const state = given(
			ready,
			[{ ...programmeCommand, meetings: [next] }, system],
			[{ type: "openMeeting", meetingId: "new" }, chair],
			[{ type: "startSegment", segmentId: "one" }, chair],
			[
				{ ...moveMotion("closeDebate"), meetingId: "new" },
				{ ...nor, newId: "m" },
			],
			[
				{ ...moveMotion("suspendMeeting"), meetingId: "new" },
				{ ...nor, newId: "s" },
			],
			[{ type: "startSegment", segmentId: "two" }, chair],
		).state;
		expect(state.motions.motions.get("m")?.status).toBe("fallen");
		expect(state.motions.motions.get("s")?.status).toBe("moved");
	});
});

describe("MO8 nobody is called", () => {
	it("MO8 during a vote", () => {
		const voting = given(speaking, move("closeDebate"), [openBallot("m-closeDebate"), chair]).state;
		given(voting)
			.when(giveFloor("e-ury", "s-idn"), chair)
			.thenRefused("ballotFirst", { kind: "closeDebate" });
		given(speaking, move("closeDebate"))
			.when(giveFloor("e-ury", "s-idn"), chair)
			.then({ type: "FloorEnded" }, { type: "FloorGiven" });
	});

	it("MO8 before a challenge is decided; a point of order may still be heard", () => {
		const challenged = given(
			interrupted,
			[{ type: "ruleOnPoint", pointId: "p-ury", ruling: "noted", text: null }, chair],
			[
				{ type: "challengeRuling", pointId: "p-ury", delegationId: "nor" },
				{ ...nor, newId: "c" },
			],
		).state;
		given(challenged)
			.when(giveFloor("e-ury", "s-idn"), chair)
			.thenRefused("ballotFirst", { kind: "challenge" });
		const raised = run(
			challenged,
			{ type: "raisePointOfOrder", meetingId: "session-1", delegationId: "gha", text: "the vote" },
			{ as: "gha-chair", newId: "p-gha" },
		);
		given(raised)
			.when({ type: "hearPointOfOrder", pointId: "p-gha", after: "s-idn" }, chair)
			.then({ type: "FloorGiven" });
	});

	it("MO8 MO2 while the meeting is suspended no vote is opened", () => {
		const suspended = given(speaking, move("adjournMeeting"), [
			{ type: "suspendMeeting", meetingId: "session-1" },
			chair,
		]);
		suspended.when(openBallot("m-adjournMeeting"), chair).thenRefused("meetingNotOpen");
	});
});
