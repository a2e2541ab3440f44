import { describe, expect, test } from "vitest";
import { floorNotices } from "../../client/features/floor/floorNotices.ts";
import { plateClock } from "../../client/features/floor/plateClock.ts";
import type { Command } from "../../shared/conference/decider.ts";
import { nextSpeakers } from "../../shared/conference/following.ts";
import type { State } from "../../shared/conference/state.ts";
import { type Act, given, minutes, run, seconds, start } from "../support/decider.ts";
import { definition } from "../support/factories.ts";

const segmentId = "statements-1";
const meetingId = "session-1";
const chair = "rwa-chair";
let made = 0;

function act(command: Command, as: string, at = start, newId = `made-${++made}`): Act {
	return [command, { as, at, newId }];
}

const inscribe = (delegationId: string, as: string) =>
	act(
		{
			type: "inscribe",
			segmentId,
			delegationId,
			speakerId: null,
			language: "en",
			onBehalfOf: null,
			reason: null,
		},
		as,
		start,
		`entry-${delegationId}`,
	);

/** Session 1 sits, Indonesia has the floor from the list, Uruguay and Norway wait. */
function speaking(): State {
	return given(
		...definition,
		act({ type: "openMeeting", meetingId }, chair),
		act({ type: "startSegment", segmentId }, chair),
		act({ type: "openList", segmentId, closesAt: null }, chair),
		inscribe("idn", "idn-minister"),
		inscribe("ury", "ury-minister"),
		inscribe("nor", "nor-minister"),
		act({ type: "giveFloor", segmentId, entryId: "entry-idn", after: null }, chair, start, "of-idn"),
	).state;
}

function later(state: State, ...acts: Act[]): State {
	return acts.reduce((each, [command, when]) => run(each, command, when), state);
}

const raise = act(
	{ type: "raisePointOfOrder", meetingId, delegationId: "nor", text: "The order" },
	"nor-minister",
	start + seconds(60),
	"point",
);
const hear = act(
	{ type: "hearPointOfOrder", pointId: "point", after: "of-idn" },
	chair,
	start + seconds(102),
	"of-nor",
);
const rule = act(
	{ type: "ruleOnPoint", pointId: "point", ruling: "notUpheld", text: null },
	chair,
	start + seconds(130),
);
const resume = act({ type: "resumeFloor", statementId: "of-idn" }, chair, start + seconds(140));

describe("the lines under the plate", () => {
	test("are none while a statement is made", () => {
		expect(floorNotices(speaking())).toEqual([]);
	});

	test("PO3 FL7 tell a point of order raised, heard with the time left of whom it interrupts, and ruled on", () => {
		const raised = later(speaking(), raise);
		expect(floorNotices(raised)).toMatchObject([{ kind: "raised", delegationId: "nor" }]);
		const heard = later(raised, hear);
		expect(floorNotices(heard)).toMatchObject([
			{ kind: "interrupted", delegationId: "nor", interruptedId: "idn", leftMs: minutes(4) - seconds(102) },
		]);
		const ruled = later(heard, rule);
		expect(floorNotices(ruled)).toMatchObject([{ kind: "ruled", delegationId: "nor", ruling: "notUpheld" }]);
		expect(floorNotices(later(ruled, resume))).toEqual([]);
	});

	test("MO5 ask the question of a vote, then tell its result until the meeting goes on", () => {
		const at = start + seconds(150);
		const voting = later(
			speaking(),
			act(
				{ type: "moveMotion", meetingId, delegationId: "nor", kind: "suspendMeeting" },
				"nor-minister",
				at,
				"motion",
			),
			act({ type: "openBallot", motionId: "motion", method: "showOfHands" }, chair, at),
		);
		expect(floorNotices(voting)).toMatchObject([{ kind: "vote", motion: "suspendMeeting" }]);
		const closed = later(
			voting,
			act({ type: "castVote", motionId: "motion", delegationId: "nor", vote: "yes" }, "nor-minister", at),
			act({ type: "closeBallot", motionId: "motion" }, chair, at + seconds(20)),
		);
		expect(floorNotices(closed).map(({ kind }) => kind)).toEqual(["result", "suspended"]);
		const resumed = later(closed, act({ type: "resumeMeeting", meetingId }, chair, at + seconds(60)));
		expect(floorNotices(resumed)).toEqual([]);
	});
});

describe("who follows", () => {
	const ids = (state: State) => nextSpeakers(state, 3);

	test("is the list, in a discussion the hands, in a ceremony nobody", () => {
		expect(ids(speaking())).toEqual({ kind: "list", delegationIds: ["ury", "nor"] });
		const requests = later(
			speaking(),
			act({ type: "changeMode", segmentId, mode: "requests" }, chair),
			act(
				{ type: "raiseHand", segmentId, delegationId: "nor", speakerId: null, language: "en" },
				"nor-minister",
			),
		);
		expect(ids(requests)).toEqual({ kind: "hands", delegationIds: ["nor"] });
		const ceremony = later(requests, act({ type: "changeMode", segmentId, mode: "ceremony" }, chair));
		expect(ids(ceremony).delegationIds).toEqual([]);
	});

	test("RR3 after the list are the replies that the chair has granted", () => {
		const asked = later(
			speaking(),
			act(
				{ type: "requestReply", segmentId, delegationId: "gha", statementId: "of-idn" },
				"gha-chair",
				start,
				"reply",
			),
			act({ type: "grantReply", replyId: "reply" }, chair),
		);
		expect(ids(asked).kind).toBe("list");
		const heard = later(
			asked,
			act({ type: "withdrawInscription", segmentId, entryId: "entry-ury" }, "ury-minister"),
			act({ type: "withdrawInscription", segmentId, entryId: "entry-nor" }, "nor-minister"),
		);
		expect(ids(heard)).toEqual({ kind: "replies", delegationIds: ["gha"] });
	});
});

test("TM5 a plate changes its light where the conference's rules say so", () => {
	const { statement } = speaking().floor;
	if (statement === null) throw new Error("Nobody has the floor.");
	const moment = (leftMs: number, lights = { yellowMs: minutes(1), stripedMs: seconds(30) }) =>
		plateClock(statement, start + minutes(4) - leftMs, false, lights).moment;
	expect(moment(seconds(100))).toBe("running");
	expect(moment(seconds(60))).toBe("lastMinute");
	expect(moment(seconds(30))).toBe("conclude");
	const early = { yellowMs: minutes(2), stripedMs: minutes(1) };
	expect(moment(seconds(100), early)).toBe("lastMinute");
	expect(moment(seconds(60), early)).toBe("conclude");
	expect(moment(-1, early)).toBe("over");
});
