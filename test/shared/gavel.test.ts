import { expect, it } from "vitest";
import { given, run, start } from "../support/decider.ts";
import { inscribe, ready, sitting, speaking } from "../support/factories.ts";

const chair = { as: "rwa-chair" };
const systemOpened = given(ready, [{ type: "openMeeting", meetingId: "session-1" }, { as: "system" }]).state;

it("GV1 the gavel is in one pair of hands and is handed over by name", () => {
	const after = given(sitting)
		.when({ type: "handGavel", to: "usa-chair" }, { ...chair, at: start + 5 })
		.then({
			type: "GavelHandedOver",
			data: { from: { delegationId: "rwa" }, holder: { representativeId: "usa-chair", delegationId: "usa" } },
		});
	expect(after.gavel.since).toBe(start + 5);
	given(after).when({ type: "suspendMeeting", meetingId: "session-1" }, chair).thenRefused("notAllowed");
	given(after)
		.when({ type: "suspendMeeting", meetingId: "session-1" }, { as: "usa-chair" })
		.then({ type: "MeetingSuspended" });
	given(sitting).when({ type: "handGavel", to: "rwa-chair" }, chair).thenRefused("alreadyHoldsGavel");
	given(systemOpened)
		.when({ type: "handGavel", to: "rwa-chair" }, { as: "system" })
		.thenRefused("gavelNotHeld");
});

it("GV2 who opens the meeting presides", () => {
	const open = { type: "openMeeting" as const, meetingId: "session-1" };
	given(ready)
		.when(open, { as: "usa-chair" })
		.then(
			{ type: "MeetingOpened" },
			{ type: "GavelTaken", data: { holder: { representativeId: "usa-chair" } } },
		);
	given(ready).when(open, { as: "system" }).then({ type: "MeetingOpened" });
});

it("GV3 only a co-chair of the meeting that sits can hold the gavel", () => {
	const hand = (to: string) => given(sitting).when({ type: "handGavel", to }, chair);
	hand("gha-chair").thenRefused("notCoChair", { representativeId: "gha-chair" });
	hand("idn-minister").thenRefused("notCoChair");
	hand("desk").thenRefused("notCoChair");
	hand("nobody").thenRefused("notCoChair");
	given(ready)
		.when({ type: "takeGavel", representativeId: "rwa-chair" }, { as: "desk" })
		.thenRefused("meetingNotOpen");
});

it("GV4 a gavel that nobody holds is taken, one that is held is not", () => {
	const take = (representativeId: string) => ({ type: "takeGavel" as const, representativeId });
	given(systemOpened).when(take("usa-chair"), { as: "usa-chair" }).then({ type: "GavelTaken" });
	given(systemOpened).when(take("usa-chair"), { as: "rwa-chair" }).thenRefused("notAllowed");
	given(systemOpened).when(take("usa-chair"), { as: "desk" }).then({ type: "GavelTaken" });
	given(systemOpened).when(take("gha-chair"), { as: "desk" }).thenRefused("notCoChair");
	given(sitting)
		.when(take("usa-chair"), { as: "usa-chair" })
		.thenRefused("gavelHeld", { delegationId: "rwa" });
});

it("GV5 the gavel does not reach the lists of another meeting", () => {
	const open = { type: "openList" as const, segmentId: "statements-2", closesAt: null };
	given(sitting).when(open, chair).thenRefused("notAllowed");
	const opened = given(sitting, [open, { as: "desk" }]).state;
	const other = { segmentId: "statements-2", reason: "asked by telephone" };
	given(opened).when(inscribe("nor", other), chair).thenRefused("notAllowed");
	const closed = run(opened, { type: "closeList", segmentId: "statements-2" }, { as: "desk" });
	given(closed).when(inscribe("rwa", other), chair).thenRefused("listClosed");
	given(closed).when({ type: "closeMeeting", meetingId: "session-2" }, chair).thenRefused("notAllowed");
});

it("GV6 a holder out of reach for thirty seconds is replaced, visibly, and the clock runs on", () => {
	const takeOver = (representativeId: string, from = "rwa-chair") => ({
		type: "takeOverGavel" as const,
		representativeId,
		from,
	});
	const gone = (as: string, unreachable = 30_000) => ({ as, unreachableMs: { "rwa-chair": unreachable } });
	const after = given(speaking)
		.when(takeOver("usa-chair"), { ...gone("usa-chair"), at: start + 7 })
		.then({
			type: "GavelTakenOver",
			data: { from: { delegationId: "rwa" }, holder: { representativeId: "usa-chair" } },
		});
	expect(after.gavel).toEqual({
		holder: { representativeId: "usa-chair", delegationId: "usa" },
		since: start + 7,
	});
	expect(after.floor).toEqual(speaking.floor);
	given(after)
		.when({ type: "pauseFloor", statementId: "s-idn" }, { as: "usa-chair" })
		.then({ type: "FloorPaused" });
	given(after).when({ type: "pauseFloor", statementId: "s-idn" }, chair).thenRefused("notAllowed");
	given(speaking).when(takeOver("usa-chair"), gone("desk")).then({ type: "GavelTakenOver" });
	given(speaking)
		.when(takeOver("usa-chair"), gone("usa-chair", 12_500))
		.thenRefused("holderReachable", { seconds: 18 });
	given(speaking)
		.when(takeOver("usa-chair"), gone("usa-chair", 29_999))
		.thenRefused("holderReachable", { seconds: 1 });
	given(speaking).when(takeOver("usa-chair"), { as: "usa-chair" }).thenRefused("holderReachable");
	given(speaking).when(takeOver("gha-chair"), gone("gha-chair")).thenRefused("notAllowed");
	given(speaking).when(takeOver("gha-chair"), gone("desk")).thenRefused("notCoChair");
	given(speaking).when(takeOver("idn-minister"), gone("idn-minister")).thenRefused("notAllowed");
	given(speaking).when(takeOver("rwa-chair"), gone("desk")).thenRefused("alreadyHoldsGavel");
	// Somebody else has taken it meanwhile: the one meant no longer holds it.
	given(after)
		.when(takeOver("usa-chair"), gone("usa-chair"))
		.thenRefused("gavelHeld", { delegationId: "usa" });
	given(systemOpened).when(takeOver("usa-chair"), gone("usa-chair")).thenRefused("gavelNotHeld");
});
