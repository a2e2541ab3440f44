import { describe, expect, test } from "vitest";
import { feedItems } from "../../client/features/pledges/feed.ts";
import { announcedBy } from "../../client/features/pledges/useFresh.ts";
import { slotStates, withdrawnUnits } from "../../client/features/tally/needSlots.ts";
import type { Need } from "../../shared/conference/needs.ts";
import type { Pledge } from "../../shared/conference/pledge.ts";
import { emptyPledges, plainContent, pledgeAfter } from "../../shared/conference/pledgeFold.ts";
import type { State } from "../../shared/conference/state.ts";
import { emptyState } from "../../shared/conference/state.ts";
import { tally } from "../../shared/conference/tally.ts";

const support = { version: 1, statementId: null, explanation: null };
const hospitals: Need = { id: "hospitals", title: { en: "Hospitals" }, category: "medical", quantity: 3 };

function pledge(id: string, number: number, over: Partial<Pledge> = {}): Pledge {
	const content = { ...plainContent, title: id, details: null, kind: "new" as const, category: "medical" };
	const drafted = pledgeAfter(
		undefined,
		{
			type: "PledgeDrafted",
			at: 0,
			data: {
				pledgeId: id,
				delegationId: `of-${id}`,
				content: { ...content, needId: "hospitals", quantity: 1, contact: null },
			},
		},
		emptyPledges(),
	)!;
	const announced = { state: "announced", series: "public", number, announcement: "floor" } as const;
	return { ...drafted, ...announced, draftedAt: null, announcedAt: number * 1000, ...over };
}

function stateWith(...pledges: Pledge[]): State {
	const state = emptyState();
	state.needs.needs.set(hospitals.id, hospitals);
	for (const each of pledges) state.pledges.pledges.set(each.id, each);
	return state;
}

describe("the feed", () => {
	test("has the newest first, each with what it did to the need", () => {
		const items = feedItems(stateWith(pledge("a", 1), pledge("b", 2, { quantity: 2 })));
		expect(items.map((item) => [item.key, item.kind === "pledge" && item.effect?.count])).toEqual([
			["b", 3],
			["a", 1],
		]);
	});

	test("keeps a withdrawn pledge in its place, without effect, and tells of the withdrawal", () => {
		const withdrawn = pledge("a", 1, { state: "withdrawn", withdrawnAt: 5000 });
		const items = feedItems(stateWith(withdrawn, pledge("b", 2)));
		expect(items.map(({ key, kind }) => [key, kind])).toEqual([
			["a withdrawn", "withdrawal"],
			["b", "pledge"],
			["a", "pledge"],
		]);
		expect(items[1]).toMatchObject({ effect: { count: 1 } });
		expect(items[2]).toMatchObject({ effect: null });
	});

	test("counts a reaffirmed pledge towards no need", () => {
		const [item] = feedItems(stateWith(pledge("a", 1, { kind: "reaffirmed" })));
		expect(item).toMatchObject({ effect: null });
	});

	test("counts of an enhanced pledge only the increase", () => {
		const first = pledge("a", 1, { quantity: 1 });
		const enhanced = pledge("b", 2, {
			kind: "enhanced",
			quantity: 3,
			earlier: { pledgeId: "a", reference: null, quantity: 0 },
		});
		expect(feedItems(stateWith(first, enhanced))[0]).toMatchObject({ effect: { count: 3 } });
	});

	test("tells who supports an initiative, but not its sponsors", () => {
		const state = emptyState();
		state.initiatives.initiatives.set("seoul", {
			id: "seoul",
			title: { en: "Initiative" },
			shortTitle: { en: "Initiative" },
			summary: { en: "Initiative" },
			text: null,
			sponsors: ["kor"],
			versions: [],
			withdrawn: [],
			supporters: new Map([
				["kor", { ...support, delegationId: "kor", how: "sponsor", at: 1 }],
				["can", { ...support, delegationId: "can", how: "statement", at: 2 }],
			]),
		});
		expect(feedItems(state)).toMatchObject([{ kind: "support", delegationId: "can", count: 2 }]);
	});

	test("counts support in the order in which it came, also where an early supporter supports a new version", () => {
		const state = emptyState();
		const supporters = new Map([
			["kor", { ...support, delegationId: "kor", how: "sponsor", at: 1 }],
			["can", { ...support, delegationId: "can", how: "seat", at: 9 }],
			["gha", { ...support, delegationId: "gha", how: "seat", at: 3 }],
		] as const);
		const words = { title: { en: "I" }, shortTitle: { en: "I" }, summary: { en: "I" }, text: null };
		const initiative = { id: "i", ...words, sponsors: ["kor"], versions: [], withdrawn: [], supporters };
		state.initiatives.initiatives.set("i", initiative);
		expect(feedItems(state)).toMatchObject([
			{ delegationId: "can", count: 3 },
			{ delegationId: "gha", count: 2 },
		]);
	});

	test("only an announcement is news, not what happens to the pledge later", () => {
		const announced = pledge("a", 1);
		const shown = (at: number, each: Pledge) =>
			announcedBy({ type: "PledgeShown", at, data: { pledge: each } });
		expect(shown(1000, announced)).toBe("a");
		expect(shown(9000, { ...announced, state: "confirmed", confirmedAt: 9000 })).toBeUndefined();
		expect(shown(9000, { ...announced, title: "Corrected" })).toBeUndefined();
	});
});

describe("the places of a need", () => {
	test("are as many as were asked for: filled, crossed where one was taken back, dashed", () => {
		const state = stateWith(
			pledge("a", 1, { state: "confirmed" }),
			pledge("b", 2, { state: "withdrawn", withdrawnAt: 5000 }),
		);
		const withdrawn = withdrawnUnits(state.pledges.pledges, () => true);
		const [need] = tally(state).needs;
		expect(withdrawn).toEqual([{ needId: "hospitals", delegationId: "of-b" }]);
		expect(slotStates(need!, withdrawn.length, new Set())).toEqual(["confirmed", "withdrawn", "gap"]);
	});

	test("a unit that was taken back and given again leaves no cross", () => {
		const state = stateWith(
			pledge("a", 1, { quantity: 3 }),
			pledge("b", 2, { state: "withdrawn", withdrawnAt: 5000 }),
		);
		const [need] = tally(state).needs;
		expect(slotStates(need!, 1, new Set(["a"]))).toEqual(["new", "new", "new"]);
	});

	test("what is beyond the need follows it", () => {
		const [need] = tally(stateWith(pledge("a", 1, { quantity: 4 }))).needs;
		expect(slotStates(need!, 0, new Set())).toEqual(["announced", "announced", "announced", "beyond"]);
	});
});
