import { expect, it } from "vitest";
import { findSegment, runningSegment, sittingMeeting } from "../../shared/conference/programme.ts";
import { listOf } from "../../shared/conference/speakersList.ts";
import type { Act } from "../support/decider.ts";
import { given, minutes, run, seconds, start } from "../support/decider.ts";
import {
	inscribed,
	meeting,
	programmeCommand,
	ready,
	segment,
	sitting,
	speaking,
} from "../support/factories.ts";

const system = { as: "system" };
const chair = { as: "rwa-chair" };
const adopt = (...meetings: ReturnType<typeof meeting>[]) => ({ type: "adoptProgramme" as const, meetings });

it("PR1 adopting adds meetings and replaces none", () => {
	given(sitting).when(programmeCommand, system).thenRefused("alreadyDefined");
	given(sitting)
		.when(adopt(meeting("session-1", [], [])), system)
		.thenRefused("alreadyDefined");
	given(ready)
		.when(adopt(meeting("new", [], [segment("statements-1", "statements")])), system)
		.thenRefused("alreadyDefined");
	const twice = meeting("new", [], [segment("a", "statements"), segment("a", "remarks")]);
	given(ready).when(adopt(twice), system).thenRefused("alreadyDefined");
	const after = given(sitting)
		.when(adopt(meeting("new", ["nor"], [segment("a", "statements")])), system)
		.then({ type: "ProgrammeAdopted" });
	expect(sittingMeeting(after)?.id).toBe("session-1");
	expect([...after.programme.meetings.keys()].at(-1)).toBe("new");
});

it("PR1 a programme names delegations that take part, and ends after it starts", () => {
	given(ready)
		.when(adopt(meeting("new", ["atlantis"], [])), system)
		.thenRefused("unknownDelegation");
	const speaker = { delegationId: "atlantis", name: "A", title: { en: "T" }, recorded: false };
	given(ready)
		.when(adopt(meeting("new", [], [segment("a", "remarks", speaker)])), system)
		.thenRefused("unknownDelegation", { delegationId: "atlantis" });
	given(ready)
		.when(adopt({ ...meeting("new", [], []), plannedEnd: start }), system)
		.thenRefused("timesReversed");
});

it("PR2 one meeting sits at a time", () => {
	const open = { type: "openMeeting" as const, meetingId: "session-2" };
	given(sitting)
		.when(open, { as: "gha-chair" })
		.thenRefused("anotherMeetingOpen", { meetingId: "session-1" });
	const suspended = run(sitting, { type: "suspendMeeting", meetingId: "session-1" }, chair);
	given(suspended).when(open, { as: "gha-chair" }).thenRefused("anotherMeetingOpen");
	given(sitting)
		.when({ type: "openMeeting", meetingId: "session-1" }, { as: "usa-chair" })
		.thenRefused("anotherMeetingOpen");
	const closed = run(sitting, { type: "closeMeeting", meetingId: "session-1" }, chair);
	given(closed).when(open, { as: "gha-chair" }).then({ type: "MeetingOpened" }, { type: "GavelTaken" });
});

it("PR3 a meeting is opened, suspended, resumed and closed for good", () => {
	const meetingId = "session-1";
	given(ready).when({ type: "suspendMeeting", meetingId }, system).thenRefused("meetingNotOpen");
	given(sitting).when({ type: "resumeMeeting", meetingId }, chair).thenRefused("meetingNotSuspended");
	const suspended = given(sitting)
		.when({ type: "suspendMeeting", meetingId }, chair)
		.then({ type: "MeetingSuspended" });
	given(suspended).when({ type: "suspendMeeting", meetingId }, chair).thenRefused("meetingNotOpen");
	const resumed = given(suspended)
		.when({ type: "resumeMeeting", meetingId }, chair)
		.then({ type: "MeetingResumed" });
	const closed = run(resumed, { type: "closeMeeting", meetingId }, { ...chair, at: start + minutes(5) });
	expect(closed.programme.meetings.get(meetingId)).toMatchObject({
		status: "closed",
		openedAt: start,
		closedAt: start + minutes(5),
	});
	given(closed)
		.when({ type: "openMeeting", meetingId }, { as: "usa-chair" })
		.thenRefused("meetingAlreadyHeld");
	given(closed).when({ type: "closeMeeting", meetingId }, system).thenRefused("meetingNotOpen");
	given(ready)
		.when({ type: "openMeeting", meetingId: "preparatory" }, chair)
		.thenRefused("meetingAlreadyHeld");
	given(ready)
		.when({ type: "openMeeting", meetingId: "nowhere" }, system)
		.thenRefused("unknownMeeting", { meetingId: "nowhere" });
	expect(findSegment(ready, "preparatory-talk")?.segment.status).toBe("ended");
});

it("PR3 a suspended meeting can be closed", () => {
	const suspended = run(sitting, { type: "suspendMeeting", meetingId: "session-1" }, chair);
	given(suspended)
		.when({ type: "closeMeeting", meetingId: "session-1" }, chair)
		.then({ type: "SpeakersListClosed" }, { type: "MeetingClosed" }, { type: "GavelLaidDown" });
});

it("PR4 nobody's time runs while the meeting is suspended, nor by itself afterwards", () => {
	const suspend = { type: "suspendMeeting" as const, meetingId: "session-1" };
	const suspended = given(speaking)
		.when(suspend, { ...chair, at: start + seconds(30) })
		.then({ type: "FloorPaused" }, { type: "MeetingSuspended" });
	const resumeFloor = { type: "resumeFloor" as const, statementId: "s-idn" };
	given(suspended).when(resumeFloor, chair).thenRefused("meetingNotOpen", { meetingId: "session-1" });
	const resumed = given(suspended)
		.when({ type: "resumeMeeting", meetingId: "session-1" }, { ...chair, at: start + minutes(60) })
		.then({ type: "MeetingResumed" });
	expect(resumed.floor.statement).toMatchObject({ runningSince: null, spokenMs: seconds(30) });
	given(resumed)
		.when(resumeFloor, { ...chair, at: start + minutes(61) })
		.then({ type: "FloorResumed" });
	const paused = run(speaking, { type: "pauseFloor", statementId: "s-idn" }, chair);
	given(paused).when(suspend, chair).then({ type: "MeetingSuspended" });
});

it("PR5 closing ends the floor, closes the lists and lays down the gavel", () => {
	const after = given(speaking)
		.when({ type: "closeMeeting", meetingId: "session-1" }, { ...chair, at: start + seconds(20) })
		.then(
			{ type: "FloorEnded", data: { reason: "meetingClosed", spokenMs: seconds(20) } },
			{ type: "SpeakersListClosed", data: { segmentId: "statements-1" } },
			{ type: "MeetingClosed" },
			{ type: "GavelLaidDown" },
		);
	expect(after.floor.statement).toBeNull();
	expect(after.gavel.holder).toBeNull();
	expect(runningSegment(after)).toBeUndefined();
	expect(findSegment(after, "statements-1")?.segment.status).toBe("ended");
	expect(listOf(after, "statements-1").order).toEqual(["e-ury", "e-nor"]);
});

it("PR5 a meeting that the system opened closes without a gavel to lay down", () => {
	const opened = given(ready, [{ type: "openMeeting", meetingId: "session-2" }, system]).state;
	given(opened)
		.when({ type: "closeMeeting", meetingId: "session-2" }, system)
		.then({ type: "MeetingClosed" });
});

it("PR6 starting a segment ends the one before, with its floor and its list", () => {
	const begin = { type: "startSegment" as const, segmentId: "closing-1" };
	const after = given(speaking)
		.when(begin, chair)
		.then(
			{ type: "FloorEnded", data: { reason: "segmentEnded", segmentId: "statements-1" } },
			{ type: "SpeakersListClosed", data: { segmentId: "statements-1" } },
			{ type: "SegmentStarted", data: { meetingId: "session-1", segmentId: "closing-1" } },
		);
	expect(runningSegment(after)?.segment.id).toBe("closing-1");
	given(after).when(begin, chair).thenRefused("segmentAlreadyStarted");
	given(after)
		.when({ type: "startSegment", segmentId: "statements-1" }, chair)
		.thenRefused("segmentAlreadyStarted");
	given(ready).when(begin, system).thenRefused("meetingNotOpen");
	given(ready).when({ type: "startSegment", segmentId: "nowhere" }, system).thenRefused("unknownSegment");
	const suspended: Act = [{ type: "suspendMeeting", meetingId: "session-1" }, chair];
	given(inscribed, suspended).when(begin, chair).thenRefused("meetingNotOpen");
});

it("PR7 a meeting gets other times until it is closed", () => {
	const other = { type: "rescheduleMeeting" as const, plannedStart: start, plannedEnd: start + minutes(90) };
	const desk = { as: "desk" };
	given(sitting)
		.when({ ...other, meetingId: "session-1" }, desk)
		.then({ type: "MeetingRescheduled", data: { plannedEnd: start + minutes(90) } });
	given(ready)
		.when({ ...other, meetingId: "session-2", plannedEnd: start }, desk)
		.thenRefused("timesReversed");
	given(ready)
		.when({ ...other, meetingId: "preparatory" }, desk)
		.thenRefused("meetingAlreadyHeld");
	given(ready)
		.when({ ...other, meetingId: "nowhere" }, desk)
		.thenRefused("unknownMeeting");
});
