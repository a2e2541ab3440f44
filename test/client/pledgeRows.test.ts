import { expect, test } from "vitest";
import type { Speech } from "../../client/i18n/intl.tsx";
import {
	exportName,
	pledgesAsCsv,
	pledgesAsJson,
	pledgesInFull,
} from "../../client/screens/secretariat/pledges/pledgeExport.ts";
import type { PledgeFilter } from "../../client/screens/secretariat/pledges/pledgeRows.ts";
import {
	countSteps,
	everything,
	filterRows,
	noNeed,
	rowMaker,
} from "../../client/screens/secretariat/pledges/pledgeRows.ts";
import type { State } from "../../shared/conference/state.ts";
import { given, seconds, start } from "../support/decider.ts";
import { pledgeActs, ready, speaking } from "../support/factories.ts";

const speech: Speech = {
	locale: "en",
	dir: "ltr",
	t: (id, values) => (values === undefined ? id : `${id} ${JSON.stringify(values)}`),
	list: (names) => names.join(", "),
	number: String,
};
const parts = [
	{ id: "own", delegationId: "nor", role: "gives", text: "Hospital" },
	{ id: "fuel", delegationId: null, role: "finances", text: "Fuel" },
] as const;
const at = (second: number, as = "desk") => ({ as, at: start + seconds(second) });

/** One of each kind: from the floor, in writing, a joint one that misses a part, one that closes no need. */
const state = given(
	speaking,
	...pledgeActs("floor", "idn", "accepted", { title: "Côte hospital" }),
	[{ type: "announcePledge", pledgeId: "floor" }, at(30, "idn-minister")],
	...pledgeActs("written", "ury", "writing", { title: "=SUM(1)", contact: "@mission" }),
	...pledgeActs("joint", "nor", "submitted", { form: "joint", parts }),
	...pledgeActs("free", "ury", "submitted", { category: "aviation", needId: null, quantity: 0 }),
	[{ type: "requestChange", pledgeId: "free", question: "From when?" }, at(40)],
).state;

function rowsOf({ pledges, ...names }: State) {
	return [...pledges.pledges.values()].map(rowMaker(names, "en"));
}
const rows = rowsOf(state);
const ids = (filter: Partial<PledgeFilter>) =>
	filterRows(rows, { ...everything, ...filter }).map(({ pledge }) => pledge.id);

test("a filter lets through what it names, and all of them together what all name", () => {
	expect(ids({ form: "floor" })).toEqual(["floor"]);
	expect(ids({ form: "writing" })).toEqual(["written"]);
	expect(ids({ form: "joint" })).toEqual(["joint"]);
	expect(ids({ form: "incomplete" })).toEqual(["joint"]);
	expect(ids({ form: "matching" })).toEqual([]);
	expect(ids({ form: "unilateral" }).sort()).toEqual(["floor", "free", "written"]);
	expect(ids({ need: noNeed })).toEqual(["free"]);
	expect(ids({ need: "hospitals" }).sort()).toEqual(["floor", "joint", "written"]);
	expect(ids({ capability: "aviation" })).toEqual(["free"]);
	expect(ids({ session: "session-1" }).sort()).toEqual(["floor", "written"]);
	expect(ids({ step: "query" })).toEqual(["free"]);
	expect(ids({ search: "cote HOSPITAL" })).toEqual(["floor"]);
	expect(ids({ need: "hospitals", form: "unilateral", step: "announced", search: "name ury" })).toEqual([
		"written",
	]);
	expect(ids({ need: noNeed, form: "joint" })).toEqual([]);
});

test("what changed last stands first, and equals in the order of their ids", () => {
	expect(ids({})).toEqual(["free", "floor", "joint", "written"]);
});

test("each step counts its pledges, and the first figure all of them", () => {
	expect(countSteps(rows)).toMatchObject({ all: 4, announced: 2, submitted: 1, query: 1, confirmed: 0 });
});

test("a row is made once for a pledge that stays the same", () => {
	const make = rowMaker(ready, "en");
	const pledge = state.pledges.pledges.get("floor");
	if (pledge === undefined) throw new Error("The pledge is there");
	expect(make(pledge)).toBe(make(pledge));
	expect(make({ ...pledge })).not.toBe(make(pledge));
});

test("PL6 before it is announced a pledge is called by its delegation, not by a number", () => {
	const reference = new Map(rows.map((row) => [row.pledge.id, row.reference]));
	expect(reference.get("floor")).toBe("P-001");
	expect(reference.get("free")).toBe("URY-FREE");
});

test("both sheets have a head for each column and run no formula", () => {
	for (const write of [pledgesAsCsv, pledgesInFull]) {
		const text = write(rows, state, speech);
		expect(text).toContain(`"'=SUM(1)"`);
		expect(text).toContain(`"'@mission"`);
		const lines = text.trim().split("\r\n");
		expect(lines).toHaveLength(rows.length + 1);
		expect(new Set(lines.map((line) => line.split(/,(?=")|,(?=\d)/).length)).size).toBe(1);
	}
	expect(pledgesInFull(rows, state, speech)).toContain("From when?");
});

test("JSON has the whole pledge, with times as ISO 8601 and its own numbers as numbers", () => {
	const { rehearsal, pledges } = JSON.parse(pledgesAsJson(rows, state));
	expect(rehearsal).toBe(true);
	const told = new Map(pledges.map((pledge: { id: string }) => [pledge.id, pledge]));
	expect(told.get("floor")).toMatchObject({
		reference: "P-001",
		delegationName: "Name idn",
		announcedAt: new Date(start + seconds(30)).toISOString(),
		second: 30,
		confirmedAt: null,
	});
	expect(told.get("free")).toMatchObject({
		questions: [{ text: "From when?", askedAt: new Date(start + seconds(40)).toISOString() }],
	});
});

test("a file of a rehearsal says so in its name", () => {
	expect(exportName(state, "pledges.csv")).toBe("seoul-rehearsal-pledges.csv");
	const real = { ...state, profile: { ...state.profile, rehearsal: false } };
	expect(exportName(real, "pledges.json")).toBe("seoul-pledges.json");
});
