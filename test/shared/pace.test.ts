import { expect, it } from "vitest";
import { limitOf } from "../../shared/conference/calls.ts";
import {
	type ExpectedTime,
	expectedRanges,
	expectedTime,
	heardIn,
	pace,
	projectedEnd,
	timeLeft,
} from "../../shared/conference/pace.ts";
import type { State } from "../../shared/conference/state.ts";
import { given, minutes, run, seconds, start } from "../support/decider.ts";
import {
	giveFloor,
	inscribe,
	inscribed,
	interrupted,
	setProcedure,
	sitting,
	speaking,
} from "../support/factories.ts";

const segmentId = "statements-1";
const chair = { as: "rwa-chair" };
const desk = { as: "desk" };
const waiting = ["idn", "ury", "nor", "gha", "usa", "eun"];

/** Six delegations inscribed; the first so many are called one right after the other and speak for `turns`, in ms. */
function heard(turns: readonly number[]) {
	let state = sitting;
	for (const id of waiting) state = run(state, inscribe(id), { ...desk, newId: `e-${id}` });
	let at = start;
	for (const [index, turn] of turns.entries()) {
		const statementId = `s-${waiting[index]}`;
		state = run(state, giveFloor(`e-${waiting[index]}`), { ...chair, at, newId: statementId });
		at += turn;
		state = run(state, { type: "endFloor", statementId }, { ...chair, at });
	}
	return { state, at };
}

/** The expected time of a place: 0 for the next speaker. */
function rangeOf(state: State, segment: string, place: number, now: number): ExpectedTime {
	const range = expectedRanges(state, segment, now)[place];
	if (range === undefined) throw new Error(`No place ${place}`);
	return range;
}

it("TM3 a statement on behalf of a group or made jointly has the group's limit", () => {
	const limits = { limitMs: minutes(3), groupLimitMs: minutes(5) };
	expect(limitOf(limits, { onBehalfOf: null, jointly: [] })).toBe(minutes(3));
	expect(limitOf(limits, { onBehalfOf: "A group", jointly: [] })).toBe(minutes(5));
	expect(limitOf(limits, { onBehalfOf: null, jointly: ["nor"] })).toBe(minutes(5));
	const joint = run(sitting, inscribe("idn", { jointly: ["nor"] }), { ...desk, newId: "e" });
	given(joint)
		.when(giveFloor("e"), chair)
		.then({ type: "FloorGiven", data: { statement: { limitMs: minutes(6), jointly: ["nor"] } } });
});

it("TM5 a conference sets when the light turns yellow and striped", () => {
	const rules = run(speaking, setProcedure({ yellowMs: minutes(2), stripedMs: minutes(1) }), desk);
	const { procedure } = rules.profile;
	const light = (left: number) =>
		timeLeft(rules.floor.statement!, start + minutes(4) - left, procedure).light;
	const lefts = [minutes(2) + 1, minutes(2), minutes(1) + 1, minutes(1), 0, -1];
	expect(lefts.map(light)).toEqual(["green", "yellow", "yellow", "striped", "striped", "red"]);
});

it("TM6 TM7 an expected time is a range, as wide as the turns heard so far vary", () => {
	// Turns of 2, 3 and 4 minutes: 3 on average, 1 minute of standard deviation.
	const { state, at } = heard([minutes(2), minutes(3), minutes(4)]);
	expect(pace(state, segmentId)).toMatchObject({ turnMs: minutes(3), spreadMs: minutes(1), overran: 0 });
	const next = rangeOf(state, segmentId, 0, at);
	expect(next).toEqual({ earliest: at, expected: at, latest: at + 1.28 * minutes(1) });
	// Nobody speaks, so two turns lie before the third: six minutes, and a spread of the square root of three.
	const third = rangeOf(state, segmentId, 2, at);
	const width = 1.28 * minutes(1) * Math.sqrt(3);
	expect(third.expected).toBe(at + minutes(6));
	expect(third.earliest).toBeCloseTo(at + minutes(6) - width, 3);
	expect(third.latest).toBeCloseTo(at + minutes(6) + width, 3);
	// All equally long: the range is as narrow as the turns are alike.
	const even = heard([minutes(3), minutes(3), minutes(3)]);
	const range = rangeOf(even.state, segmentId, 2, even.at);
	expect(range).toEqual({ earliest: range.expected, expected: range.expected, latest: range.expected });
});

it("TM7 until the pace is known the range is a quarter of the limit either way, never before now", () => {
	const { earliest, expected, latest } = rangeOf(inscribed, segmentId, 0, start);
	expect([earliest, expected, latest]).toEqual([start, start, start + 1.28 * minutes(1)]);
	for (const place of [0, 1]) {
		const late = rangeOf(speaking, segmentId, place, start + minutes(30));
		expect(late.earliest).toBeGreaterThanOrEqual(start + minutes(30));
	}
});

it("TM6 a statement for a group takes its own limit until three statements were heard", () => {
	const group = given(
		sitting,
		[inscribe("idn", { onBehalfOf: "A group" }), desk],
		[inscribe("nor"), { ...desk, newId: "e-nor" }],
	).state;
	expect(expectedTime(group, segmentId, 1, start)).toBe(start + minutes(6));
});

it("TM6 what a point of order interrupts is still to come before the next speaker", () => {
	const heardPoint = run(
		interrupted,
		{ type: "hearPointOfOrder", pointId: "p-ury", after: "s-idn" },
		{ ...chair, at: start + minutes(1), newId: "s-point" },
	);
	// A minute for the point, and three of Indonesia's four.
	expect(expectedTime(heardPoint, segmentId, 0, start + minutes(1))).toBe(start + minutes(5));
});

it("TM6 pauses count to the pace, long interruptions only in part", () => {
	const paused = given(
		speaking,
		[
			{ type: "pauseFloor", statementId: "s-idn" },
			{ ...chair, at: start + minutes(1) },
		],
		[
			{ type: "resumeFloor", statementId: "s-idn" },
			{ ...chair, at: start + minutes(2) },
		],
		[
			{ type: "endFloor", statementId: "s-idn" },
			{ ...chair, at: start + minutes(3) },
		],
	).state;
	expect(pace(paused, segmentId)).toMatchObject({ turnMs: minutes(3), averageMs: minutes(2) });
	// An hour until the next call is a break, of which two minutes count.
	const next = run(paused, giveFloor("e-ury"), { ...chair, at: start + minutes(63), newId: "s-ury" });
	expect(pace(next, segmentId).turnMs).toBe(minutes(5));
});

it("TM6 the projected end has the replies in it", () => {
	const { state, at } = heard([minutes(2), minutes(2), minutes(2)]);
	const asked = run(
		state,
		{ type: "requestReply", segmentId, delegationId: "kor", statementId: "s-idn" },
		{ as: "kor-chair", at },
	);
	expect(projectedEnd(state, at)).toEqual({
		plannedEnd: start + minutes(180),
		atThisPace: at + minutes(6),
	});
	expect(projectedEnd(asked, at)?.atThisPace).toBe(at + minutes(16));
});

it("TM8 resetting gives the full time anew; what was spoken before it does not count", () => {
	const reset = { type: "resetFloor" as const, statementId: "s-idn" };
	given(speaking).when(reset, chair).thenRefused("nothingSpoken");
	const after = given(speaking)
		.when(reset, { ...chair, at: start + minutes(2) })
		.then({ type: "FloorReset" });
	expect(timeLeft(after.floor.statement!, start + minutes(3))).toMatchObject({
		spokenMs: minutes(1),
		leftMs: minutes(3),
	});
	given(after)
		.when({ type: "endFloor", statementId: "s-idn" }, { ...chair, at: start + minutes(3) })
		.then({ type: "FloorEnded", data: { spokenMs: minutes(1) } });
	given(speaking).when(reset, { as: "idn-minister" }).thenRefused("notAllowed");
	const paused = given(
		speaking,
		[
			{ type: "pauseFloor", statementId: "s-idn" },
			{ ...chair, at: start + minutes(2) },
		],
		[reset, { ...chair, at: start + minutes(3) }],
	).state;
	expect(timeLeft(paused.floor.statement!, start + minutes(9))).toMatchObject({
		light: "paused",
		leftMs: minutes(4),
	});
});

it("ST2 who was absent or called by mistake was not heard, and counts in no figure", () => {
	const absent = run(
		speaking,
		{ type: "markAbsent", segmentId, entryId: "e-idn" },
		{ ...chair, at: start + seconds(30) },
	);
	const mistake = given(
		absent,
		[giveFloor("e-ury"), { ...chair, at: start + seconds(40), newId: "s-ury" }],
		[
			{ type: "takeBackCall", statementId: "s-ury" },
			{ ...chair, at: start + seconds(45) },
		],
	).state;
	expect(heardIn(mistake, segmentId)).toEqual([]);
	expect(pace(mistake, segmentId)).toMatchObject({ statements: 0, spokenMs: 0, averageMs: null });
	expect([...mistake.statements.statements.values()].map(({ id, end }) => [id, end])).toEqual([
		["s-idn", "absent"],
		["s-ury", "takenBack"],
	]);
	// Points of order and replies are no statements of the list either.
	const point = run(
		interrupted,
		{ type: "hearPointOfOrder", pointId: "p-ury", after: "s-idn" },
		{ ...chair, newId: "s-point" },
	);
	expect(heardIn(point, segmentId).map(({ id }) => id)).toEqual(["s-idn"]);
});

it("ST3 what is on the record in writing had no floor and takes no time", () => {
	const made = given(
		sitting,
		[inscribe("idn", { mode: "written" }), { ...desk, newId: "e" }],
		[
			{ type: "makeInWriting", segmentId, entryId: "e" },
			{ ...desk, newId: "s" },
		],
	).state;
	expect(made.statements.statements.get("s")?.end).toBe("inWriting");
	expect(heardIn(made, segmentId)).toEqual([]);
	expect(pace(made, segmentId).statements).toBe(0);
});
