import { expect, test } from "vitest";
import type { Speech } from "../../client/i18n/intl.tsx";
import { changesOf, factsOf } from "../../client/screens/secretariat/pledges/contentFacts.ts";
import type { PledgeContent } from "../../shared/conference/pledge.ts";
import { content, ready } from "../support/factories.ts";

/** Says the name of the message with what is put into it. */
const speech: Speech = {
	locale: "en",
	dir: "ltr",
	t: (id, values) => (values === undefined ? id : `${id} ${JSON.stringify(values)}`),
	list: (names) => names.join(", "),
	number: String,
};
const plain = content();
const full: PledgeContent = {
	...plain,
	title: "Two hospitals",
	details: "With a ward",
	language: "fr",
	kind: "enhanced",
	earlier: { pledgeId: null, reference: "Summit 2015", quantity: 2 },
	form: "joint",
	parts: [
		{ id: "part-1", delegationId: "kor", role: "hosts", text: "a base" },
		{ id: "part-2", delegationId: null, role: "finances", text: "fuel" },
	],
	matches: null,
	offeredTo: { to: "mission", name: "UNMISS" },
	category: "aviation",
	priorities: ["wps"],
	plannedFor: "session-1",
	needId: "helicopters",
	quantity: 3,
	amount: { unit: "aircraft", value: 12 },
	conditions: "If approved",
	availableFrom: "2022-06",
	availableTo: "2022-07",
	readinessDays: 60,
	classification: "participants",
	evidence: ["https://example.org/a", "https://example.org/b"],
	contact: "Mission",
};

test("a content is told in words, with names instead of ids", () => {
	const told = Object.fromEntries(factsOf(full, ready, speech).map(({ name, words }) => [name, words]));
	expect(told).toMatchObject({
		"desk.pledge": "Two hospitals",
		"deskact.language": "Français",
		"desk.capability": "Aviation",
		"desk.closesGapIn": "Utility helicopters",
		"desk.units": "3",
		"pledgefact.amount": "12 amountunit.aircraft",
		"pledgefact.earlier": "Summit 2015",
		"deskact.parts": "Name kor · partrole.hosts · a base; partstatus.sought · partrole.finances · fuel",
		"desk.priority": "Women, peace and security",
		"pledgeform.plannedFor": "Meeting session-1",
		"pledgefact.offeredTo": "offeredto.mission · UNMISS",
	});
});

test("PL17 every field of a content is told when a correction changes it, and nothing when none does", () => {
	expect(changesOf(plain, { ...plain }, ready, speech)).toEqual([]);
	for (const key of Object.keys(full) as (keyof PledgeContent)[]) {
		// Units count only towards a need; the small conference has no subcategories and no pledge to match.
		if (key === "quantity" || key === "subcategory" || key === "matches") continue;
		const changes = changesOf(plain, { ...plain, [key]: full[key] }, ready, speech);
		expect(changes.length, key).toBeGreaterThan(0);
		for (const { before, after } of changes) expect(before, key).not.toBe(after);
	}
	expect(changesOf(full, { ...full, quantity: 4 }, ready, speech)).toEqual([
		{ name: "desk.units", before: "3", after: "4" },
	]);
	const matches = { pledgeId: "other", partId: "part-1" };
	expect(changesOf(full, { ...full, matches }, ready, speech)).toHaveLength(1);
	expect(changesOf(full, { ...full, subcategory: "airlift" }, ready, speech)).toHaveLength(1);
});

test("what is being typed and is no number yet says nothing", () => {
	const typed = { ...full, quantity: Number.NaN, amount: { unit: "units", value: Number.NaN } as const };
	const told = Object.fromEntries(factsOf(typed, ready, speech).map(({ name, words }) => [name, words]));
	expect(told).toMatchObject({ "desk.units": "", "pledgefact.amount": "" });
});
