import { expect, it } from "vitest";
import { given, minutes, run, seconds, start } from "../support/decider.ts";
import { giveFloor, inscribe, inscribed, ready, sitting, speaking } from "../support/factories.ts";

const chair = { as: "rwa-chair" };
const idn = { as: "idn-minister" };
const statementId = "s-idn";

it("FL1 giving the floor to the next ends the statement before", () => {
	const after = given(speaking)
		.when(giveFloor("e-ury", statementId), { ...chair, at: start + seconds(50), newId: "s-ury" })
		.then(
			{ type: "FloorEnded", data: { statementId, reason: "nextCalled", spokenMs: seconds(50) } },
			{ type: "FloorGiven", data: { statement: { id: "s-ury", delegationId: "ury" } } },
		);
	expect(after.floor.statement?.id).toBe("s-ury");
});

it("FL2 the floor is given in the running segment of an open meeting, to who is inscribed", () => {
	given(inscribed)
		.when({ ...giveFloor("e-idn"), segmentId: "closing-1" }, chair)
		.thenRefused("segmentNotRunning");
	given(inscribed)
		.when({ ...giveFloor("e-idn"), segmentId: "statements-2" }, { as: "system" })
		.thenRefused("meetingNotOpen");
	given(inscribed)
		.when({ ...giveFloor("e-idn"), segmentId: "nowhere" }, { as: "system" })
		.thenRefused("unknownSegment");
	given(inscribed).when(giveFloor("nothing"), chair).thenRefused("unknownInscription");
	given(speaking)
		.when(giveFloor("e-idn", statementId), chair)
		.thenRefused("alreadyCalled", { delegationId: "idn" });
	const suspended = run(inscribed, { type: "suspendMeeting", meetingId: "session-1" }, chair);
	given(suspended).when(giveFloor("e-idn"), chair).thenRefused("meetingNotOpen");
});

it("FL2 a ceremony's floor goes to the programme's speaker", () => {
	const host = { as: "kor-chair" };
	const opened = given(
		ready,
		[{ type: "openMeeting", meetingId: "opening" }, host],
		[{ type: "startSegment", segmentId: "opening-video" }, host],
	).state;
	const call = (segmentId: string) => ({ type: "callProgrammeSpeaker" as const, segmentId, after: null });
	given(opened)
		.when(call("opening-video"), host)
		.then({
			type: "FloorGiven",
			data: {
				statement: {
					delegationId: "un",
					entryId: null,
					recorded: true,
					plate: { name: "Head of the organisation" },
				},
			},
		});
	given(opened).when(call("opening-remarks"), host).thenRefused("segmentNotRunning");
	const silent = run(opened, { type: "startSegment", segmentId: "opening-silence" }, host);
	given(silent)
		.when(call("opening-silence"), host)
		.thenRefused("noProgrammeSpeaker", { segmentId: "opening-silence" });
});

it("FL3 a second call at the same moment changes nothing", () => {
	given(speaking).when(giveFloor("e-ury", null), chair).thenRefused("floorChanged");
	given(inscribed).when(giveFloor("e-ury", statementId), chair).thenRefused("floorChanged");
});

it("FL4 an act names the statement it means", () => {
	for (const type of ["pauseFloor", "resumeFloor", "endFloor"] as const) {
		given(speaking).when({ type, statementId: "another" }, chair).thenRefused("floorChanged");
		given(inscribed).when({ type, statementId }, chair).thenRefused("floorFree");
	}
	given(speaking)
		.when({ type: "extendFloor", statementId: "another", seconds: 30 }, chair)
		.thenRefused("floorChanged");
	given(speaking)
		.when({ type: "yieldFloor", statementId: "another" }, { as: "system" })
		.thenRefused("floorChanged");
	given(inscribed).when({ type: "yieldFloor", statementId }, { as: "system" }).thenRefused("floorFree");
});

it("FL5 the record says how the floor ended", () => {
	given(speaking)
		.when({ type: "yieldFloor", statementId }, { ...idn, at: start + seconds(90) })
		.then({ type: "FloorEnded", data: { reason: "yielded", spokenMs: seconds(90), limitMs: minutes(4) } });
	given(speaking)
		.when({ type: "endFloor", statementId }, chair)
		.then({ type: "FloorEnded", data: { reason: "endedByChair" } });
});

it("FL6 a delegation yields its own floor only, a co-chair's delegation too", () => {
	const yieldFloor = { type: "yieldFloor" as const, statementId };
	given(speaking).when(yieldFloor, { as: "ury-minister" }).thenRefused("notAllowed");
	given(speaking).when(yieldFloor, { as: "idn-pledger" }).thenRefused("notAllowed");
	given(speaking).when(yieldFloor, { as: "idn-speaker" }).then({ type: "FloorEnded" });
	given(speaking).when(yieldFloor, chair).thenRefused("notAllowed");
	const coChair = given(
		sitting,
		[inscribe("usa"), { as: "usa-chair", newId: "e-usa" }],
		[giveFloor("e-usa"), { ...chair, newId: "s-usa" }],
	).state;
	given(coChair)
		.when({ ...yieldFloor, statementId: "s-usa" }, { as: "usa-chair" })
		.then({ type: "FloorEnded" });
});

it("TM2 pauses are no speaking time", () => {
	const pause = { type: "pauseFloor" as const, statementId };
	const resume = { type: "resumeFloor" as const, statementId };
	given(speaking).when(resume, chair).thenRefused("floorRunning");
	const paused = given(speaking)
		.when(pause, { ...chair, at: start + seconds(10) })
		.then({ type: "FloorPaused" });
	given(paused).when(pause, chair).thenRefused("floorPaused");
	const resumed = given(paused)
		.when(resume, { ...chair, at: start + seconds(100) })
		.then({ type: "FloorResumed" });
	given(resumed)
		.when({ type: "endFloor", statementId }, { ...chair, at: start + seconds(105) })
		.then({ type: "FloorEnded", data: { spokenMs: seconds(15) } });
	given(paused)
		.when({ type: "endFloor", statementId }, { ...chair, at: start + seconds(105) })
		.then({ type: "FloorEnded", data: { spokenMs: seconds(10) } });
});

it("TM3 a statement on behalf of a group has the group's limit", () => {
	const group = given(sitting, [inscribe("idn", { onBehalfOf: "a group" }), { ...idn, newId: "e" }]).state;
	given(group)
		.when(giveFloor("e"), chair)
		.then({ type: "FloorGiven", data: { statement: { limitMs: minutes(6), onBehalfOf: "a group" } } });
	expect(speaking.floor.statement?.limitMs).toBe(minutes(4));
});

it("TM4 extensions keep a statement within an hour", () => {
	const extend = { type: "extendFloor" as const, statementId, seconds: 600 };
	let state = given(speaking)
		.when(extend, chair)
		.then({ type: "FloorExtended", data: { byMs: minutes(10) } });
	expect(state.floor.statement?.limitMs).toBe(minutes(14));
	for (let count = 0; count < 4; count += 1) state = run(state, extend, chair);
	given(state).when(extend, chair).thenRefused("extensionTooLong");
	given(state)
		.when({ ...extend, seconds: 360 }, chair)
		.then({ type: "FloorExtended" });
	given(state)
		.when({ ...extend, seconds: 361 }, chair)
		.thenRefused("extensionTooLong");
});

it("ST1 the record keeps plate, times and end of a statement", () => {
	const after = run(speaking, { type: "yieldFloor", statementId }, { ...idn, at: start + seconds(80) });
	const erased = run(
		after,
		{ type: "withdrawAccreditation", representativeId: "idn-minister" },
		{ as: "desk" },
	);
	expect(erased.statements.statements.get(statementId)).toEqual({
		id: statementId,
		segmentId: "statements-1",
		kind: "statement",
		entryId: "e-idn",
		delegationId: "idn",
		level: "M",
		language: "en",
		jointly: [],
		mode: "live",
		plate: { name: "Name of idn-minister", title: { en: "Title of idn-minister" } },
		onBehalfOf: null,
		startedAt: start,
		endedAt: start + seconds(80),
		spokenMs: seconds(80),
		pausedMs: 0,
		limitMs: minutes(4),
		end: "yielded",
	});
	expect(speaking.statements.statements.get(statementId)).toMatchObject({ endedAt: null, end: null });
});
