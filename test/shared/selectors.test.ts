import { expect, it } from "vitest";
import { due, nextDueAt } from "../../shared/conference/due.ts";
import { conferenceTime } from "../../shared/conference/profile.ts";
import {
	expectedTime,
	pace,
	presentMeeting,
	programmeSteps,
	projectedEnd,
	seating,
	statementsSegment,
	timeLeft,
} from "../../shared/conference/selectors.ts";
import { given, minutes, run, seconds, start } from "../support/decider.ts";
import { giveFloor, inscribe, inscribed, ready, sitting, speaking } from "../support/factories.ts";

const chair = { as: "rwa-chair" };
const segmentId = "statements-1";

it("TM1 a change of rate does not make conference time jump", () => {
	const after = given(ready)
		.when({ type: "setClockRate", rate: 20, journalAt: 5000 }, { as: "desk", at: start + minutes(1) })
		.then({ type: "ClockRateSet" });
	expect(conferenceTime(after.profile.clock, 5000)).toBe(start + minutes(1));
	expect(conferenceTime(after.profile.clock, 5500)).toBe(start + minutes(1) + seconds(10));
});

it("TM5 the light is green, yellow, striped, red, and paused while the clock stands", () => {
	const statement = speaking.floor.statement!;
	const light = (left: number) => timeLeft(statement, start + minutes(4) - left).light;
	expect([60_001, 60_000, 30_001, 30_000, 0, -1].map(light)).toEqual([
		"green",
		"yellow",
		"yellow",
		"striped",
		"striped",
		"red",
	]);
	expect(timeLeft(statement, start + minutes(5))).toMatchObject({
		leftMs: -minutes(1),
		spokenMs: minutes(5),
	});
	const paused = run(
		speaking,
		{ type: "pauseFloor", statementId: "s-idn" },
		{ ...chair, at: start + minutes(5) },
	);
	expect(timeLeft(paused.floor.statement!, start + minutes(9))).toMatchObject({
		light: "paused",
		leftMs: -minutes(1),
	});
});

it("TM6 the expected time follows from the limits, then from the pace", () => {
	expect(expectedTime(inscribed, segmentId, 0, start)).toBe(start);
	expect(expectedTime(inscribed, segmentId, 2, start)).toBe(start + minutes(8));
	expect(expectedTime(speaking, segmentId, 0, start + minutes(1))).toBe(start + minutes(4));
	expect(expectedTime(speaking, segmentId, 1, start + minutes(6))).toBe(start + minutes(10));
	const delegations = ["idn", "ury", "nor", "gha", "usa", "eun"];
	let state = sitting;
	for (const id of delegations) state = run(state, inscribe(id), { as: "desk", newId: `e-${id}` });
	let last: string | null = null;
	for (const [place, id] of delegations.slice(0, 4).entries()) {
		state = run(state, giveFloor(`e-${id}`, last), {
			...chair,
			newId: `s-${id}`,
			at: start + minutes(2) * place,
		});
		last = `s-${id}`;
	}
	state = run(state, { type: "endFloor", statementId: "s-gha" }, { ...chair, at: start + minutes(8) });
	expect(pace(state, segmentId)).toMatchObject({
		statements: 4,
		turnMs: minutes(2),
		averageMs: minutes(2),
		overran: 0,
	});
	expect(expectedTime(state, segmentId, 1, start + minutes(8))).toBe(start + minutes(10));
	expect(projectedEnd(state, start + minutes(8))).toEqual({
		plannedEnd: start + minutes(180),
		atThisPace: start + minutes(12),
	});
});

it("TM6 a list of a meeting to come counts from its planned start", () => {
	const state = given(
		ready,
		[{ type: "openList", segmentId: "statements-2", closesAt: null }, { as: "desk" }],
		[inscribe("nor", { segmentId: "statements-2" }), { as: "nor-minister" }],
	).state;
	expect(expectedTime(state, "statements-2", 1, start - minutes(60))).toBe(start + minutes(4));
	expect(expectedTime(state, "nowhere", 0, start)).toBe(start);
	expect(projectedEnd(state, start)).toBeNull();
	expect(pace(state, "statements-2")).toMatchObject({ statements: 0, averageMs: null, turnMs: minutes(4) });
});

it("CO5 a list falls due at its closing time, once, with an identity made of what and when", () => {
	const closesAt = start + minutes(10);
	const state = run(sitting, { type: "announceClosing", segmentId, closesAt }, chair);
	expect(nextDueAt(sitting)).toBeNull();
	expect(nextDueAt(state)).toBe(closesAt);
	expect(due(state, closesAt - 1)).toEqual([]);
	const [first, ...others] = due(state, closesAt);
	expect(others).toEqual([]);
	expect(first).toEqual({
		at: closesAt,
		commandId: `due-close-${segmentId}-${closesAt}`,
		command: { type: "closeList", segmentId },
	});
	const after = given(state)
		.when(first!.command, { as: "system", at: closesAt })
		.then({ type: "SpeakersListClosed" });
	expect(due(after, closesAt + minutes(5))).toEqual([]);
	given(after).when(first!.command, { as: "system", at: closesAt }).thenRefused("listNotOpen");
});

it("CO5 what falls due comes earliest first, the same on every node", () => {
	const closesAt = start + minutes(3);
	const open = (id: string, at: number) => ({ type: "openList" as const, segmentId: id, closesAt: at });
	const desk = { as: "desk" };
	const state = given(
		ready,
		[open("statements-2", closesAt), desk],
		[open("statements-1", closesAt), desk],
	).state;
	expect(due(state, closesAt).map(({ command }) => command)).toEqual([
		{ type: "closeList", segmentId: "statements-1" },
		{ type: "closeList", segmentId: "statements-2" },
	]);
	const later = given(
		ready,
		[open("statements-1", closesAt + 1), desk],
		[open("statements-2", closesAt), desk],
	).state;
	expect(due(later, closesAt + 1).map(({ at }) => at)).toEqual([closesAt, closesAt + 1]);
});

it("PR3 the present meeting is the one that sits, else the next", () => {
	expect(presentMeeting(ready)?.id).toBe("opening");
	expect(presentMeeting(sitting)?.id).toBe("session-1");
	expect(statementsSegment(presentMeeting(sitting)!)?.id).toBe(segmentId);
	expect(programmeSteps(speaking).map(({ meeting, status }) => [meeting.id, status])).toEqual([
		["opening", "planned"],
		["session-1", "now"],
		["session-2", "planned"],
	]);
	expect(programmeSteps(speaking)[1]).toMatchObject({ statements: 1, speakers: 3 });
});

it("DR1 the hall seats delegations by name, without the secretariat of the organisation", () => {
	expect(seating(ready, "en").map(({ id }) => id)).toEqual([
		"eun",
		"gha",
		"idn",
		"kor",
		"nor",
		"rwa",
		"ury",
		"usa",
	]);
});
