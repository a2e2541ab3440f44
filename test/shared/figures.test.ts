import { expect, it } from "vitest";
import type { Figure } from "../../shared/conference/figures.ts";
import {
	figurePath,
	figureQuery,
	figureRows,
	figuresOf,
	figuresQuery,
	rowsOf,
} from "../../shared/conference/figures.ts";
import { pledgersOf, tally, unitsOf } from "../../shared/conference/tally.ts";
import { RandomSession } from "../support/random.ts";

const figures: readonly Figure[] = [
	...(["all", "confirmed", "writing", "incomplete", "filling"] as const).map((kind) => ({ kind })),
	{ kind: "category", id: "medical" },
	{ kind: "session", id: "session-1" },
	{ kind: "session", id: null },
	{ kind: "novelty", id: "enhanced" },
	{ kind: "unit", unit: "persons", currency: null },
	{ kind: "unit", unit: "money", currency: "USD" },
	{ kind: "partnership", delegationIds: ["idn", "kor"] },
	{ kind: "delegation", id: "idn" },
	{ kind: "time", until: Date.UTC(2021, 11, 7, 3, 4, 5, 678) },
	{ kind: "text", text: "côte & helicopters" },
];

it.each(figures)("a figure is read from its own address: %j", (figure) => {
	const read = figuresOf(new URLSearchParams(figureQuery(figure)));
	expect(read).toEqual(figure.kind === "all" ? [] : [figure]);
});

it("what is no figure is none", () => {
	for (const query of ["only=drafts", "unit=tons", "novelty=old", "until=yesterday"])
		expect(figuresOf(new URLSearchParams(query))).toBeUndefined();
	expect(figurePath("seoul", { kind: "all" })).toBe("/seoul/pledges");
});

it("PL7 PL8 every figure of the tally counts as many rows as it opens", () => {
	const session = new RandomSession(2021);
	for (const _ of session.begin());
	for (const _ of session.commands(3500));
	const { state } = session;
	const found = tally(state);
	const rows = (figure: Figure) => figureRows(figure, state);
	const givers = (figure: Figure) =>
		new Set(
			rows(figure)
				.flatMap(pledgersOf)
				.filter((id) => state.delegations.delegations.get(id)?.kind !== "secretariat"),
		).size;
	expect(rows({ kind: "all" }).length).toBe(found.pledges);
	expect(found.pledges).toBeGreaterThan(10);
	expect(rows({ kind: "confirmed" }).length).toBe(found.confirmed);
	expect(rows({ kind: "incomplete" }).length).toBe(found.incomplete);
	// Over time: what had been announced up to each announcement that stands.
	const announced = rows({ kind: "all" }).flatMap(({ announcedAt }) => announcedAt ?? []);
	expect(announced.length).toBeGreaterThan(10);
	for (const until of announced)
		expect(rows({ kind: "time", until }).length).toBe(announced.filter((at) => at <= until).length);
	expect(rows({ kind: "time", until: Math.min(...announced) - 1 })).toEqual([]);
	const { pledges } = state.pledges;
	const units = rows({ kind: "filling" }).map((pledge) => unitsOf(pledge, pledges));
	expect(Math.min(...units)).toBeGreaterThan(0);
	expect(units.reduce((sum, each) => sum + each, 0)).toBe(found.units.counted + found.units.surplus);
	for (const { id, ...figure } of found.categories)
		expect(figure).toEqual({
			pledges: rows({ kind: "category", id }).length,
			delegations: givers({ kind: "category", id }),
		});
	for (const { id, pledges } of found.priorities) expect(rows({ kind: "priority", id }).length).toBe(pledges);
	for (const { meetingId: id, pledges } of found.sessions)
		expect(rows({ kind: "session", id }).length).toBe(pledges);
	for (const { unit, currency, pledges } of found.quantities)
		expect(rows({ kind: "unit", unit, currency }).length).toBe(pledges);
	for (const { delegationIds, pledges } of [...found.pairs, ...found.triangles])
		expect(rows({ kind: "partnership", delegationIds }).length).toBe(pledges);
	for (const id of found.pledging) expect(rows({ kind: "delegation", id }).length).toBeGreaterThan(0);
});

it("of several figures the rows are those that all of them count, and words find them without accents", () => {
	const session = new RandomSession(83);
	for (const _ of session.begin());
	for (const _ of session.commands(1500));
	const { state } = session;
	const some = figureRows({ kind: "confirmed" }, state)[0];
	const asked: Figure[] = [
		{ kind: "category", id: some?.category ?? "" },
		{ kind: "confirmed" },
		{ kind: "session", id: "session-1" },
	];
	expect(figuresOf(new URLSearchParams(figuresQuery(asked)))).toEqual([asked[0], asked[2], asked[1]]);
	const [category, confirmed, session1] = asked.map((figure) => new Set(figureRows(figure, state)));
	const both = rowsOf(asked.slice(0, 2), state);
	expect(both).toEqual([...category!].filter((pledge) => confirmed!.has(pledge)));
	expect(both.length).toBeGreaterThan(0);
	expect(rowsOf(asked, state)).toEqual(both.filter((pledge) => session1!.has(pledge)));
	expect(rowsOf([], state)).toEqual(figureRows({ kind: "all" }, state));
	const [first] = rowsOf([], state);
	const text = `NAME ${first!.delegationId}`;
	const found = rowsOf([{ kind: "text", text }], state);
	expect(found).toContain(first);
	expect(found.length).toBeLessThan(rowsOf([], state).length);
	expect(rowsOf([{ kind: "text", text: "no such words" }], state)).toEqual([]);
});
