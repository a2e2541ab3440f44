import { expect, it } from "vitest";
import type { Level, Region } from "../../shared/conference/common.ts";
import { statistics } from "../../shared/conference/statistics.ts";
import { given, minutes, run, start } from "../support/decider.ts";
import { delegationsCommand, giveFloor, inscribe, setProcedure, sitting } from "../support/factories.ts";

const segmentId = "statements-1";
const chair = { as: "rwa-chair" };
const desk = { as: "desk" };
const regions: Readonly<Record<string, Region>> = {
	gha: "africa",
	rwa: "africa",
	idn: "asiaPacific",
	nor: "westernEuropeOther",
};
const regional = run(
	sitting,
	{
		...delegationsCommand(),
		delegations: delegationsCommand().delegations.map((each) => ({
			...each,
			region: regions[each.id] ?? null,
		})),
	},
	desk,
);

/** Who spoke, with which rank, for how many minutes of the four that each has. */
const spoke: readonly (readonly [string, Level | null, number])[] = [
	["idn", "M", 4],
	["gha", "HS", 5],
	["nor", "M", 3],
	["eun", null, 2],
	["rwa", "VM", 1],
];

function after() {
	let state = regional;
	let at = start;
	for (const [id, level, length] of spoke) {
		state = run(state, inscribe(id, { level }), { ...desk, newId: `e-${id}` });
		state = run(state, giveFloor(`e-${id}`), { ...chair, at, newId: `s-${id}` });
		at += minutes(length);
		state = run(state, { type: "endFloor", statementId: `s-${id}` }, { ...chair, at });
	}
	return state;
}

it("ST4 statements and minutes are counted by rank, region and delegation", () => {
	const result = statistics(after(), [segmentId]);
	expect(result).toMatchObject({ statements: 5, spokenMs: minutes(15), overran: 1 });
	// Ranks in their order, what has none at the end, and no rank that nobody had.
	expect([...result.byLevel]).toEqual([
		["HS", { statements: 1, spokenMs: minutes(5) }],
		["M", { statements: 2, spokenMs: minutes(7) }],
		["VM", { statements: 1, spokenMs: minutes(1) }],
		[null, { statements: 1, spokenMs: minutes(2) }],
	]);
	expect(Object.fromEntries(result.byRegion)).toEqual({
		asiaPacific: { statements: 1, spokenMs: minutes(4) },
		africa: { statements: 2, spokenMs: minutes(6) },
		westernEuropeOther: { statements: 1, spokenMs: minutes(3) },
		null: { statements: 1, spokenMs: minutes(2) },
	});
	expect(result.byDelegation.get("gha")).toEqual({ statements: 1, spokenMs: minutes(5) });
	expect(result.byDelegation.size).toBe(5);
});

it("ST4 a statement counts from its end, over the segments asked for, by the conference's ranks", () => {
	const going = given(
		after(),
		[inscribe("ury"), { ...desk, newId: "e-ury" }],
		[giveFloor("e-ury"), { ...chair, newId: "s-ury" }],
	).state;
	expect(statistics(going, [segmentId]).statements).toBe(5);
	expect(statistics(going, ["statements-2"])).toMatchObject({ statements: 0, spokenMs: 0, overran: 0 });
	expect(statistics(going, ["statements-2", segmentId]).statements).toBe(5);
	const levels: Level[] = ["M", "HS", "VP", "CP", "HG", "DPM", "VM", "CD", "OT"];
	const other = run(going, setProcedure({ levels }), desk);
	expect([...statistics(other, [segmentId]).byLevel.keys()]).toEqual(["M", "HS", "VM", null]);
});

it("ST2 ST4 absent, mistaken and interrupting statements are in no figure", () => {
	const before = statistics(after(), [segmentId]);
	const absent = given(
		after(),
		[inscribe("ury"), { ...desk, newId: "e-ury" }],
		[giveFloor("e-ury"), { ...chair, newId: "s-ury" }],
		[
			{ type: "markAbsent", segmentId, entryId: "e-ury" },
			{ ...chair, at: start + minutes(1) },
		],
	).state;
	expect(statistics(absent, [segmentId])).toEqual(before);
});
