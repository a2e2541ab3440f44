import { expect, it } from "vitest";
import { missingParts } from "../../shared/conference/pledge.ts";
import { tally } from "../../shared/conference/tally.ts";
import { view } from "../../shared/conference/visibility.ts";
import type { Act } from "../support/decider.ts";
import { given, run } from "../support/decider.ts";
import { content, pledgeActs, ready } from "../support/factories.ts";

const idn = { as: "idn-minister" };
const ury = { as: "ury-minister" };
const nor = { as: "nor-minister" };
const desk = { as: "desk" };
const pledgeId = "joint";
const act = <Type extends string>(type: Type) => ({ type, pledgeId });

const lead = { id: "lead", delegationId: "idn", role: "gives" as const, text: "Hospital" };
const staff = { id: "staff", delegationId: "ury", role: "gives" as const, text: "Doctors" };
const funds = { id: "funds", delegationId: null, role: "finances" as const, text: "Running costs" };
const joint = (...parts: ReturnType<typeof content>["parts"]) => ({ form: "joint" as const, parts });
const answer = (type: "confirmPart" | "declinePart", more = {}) => ({
	...act(type),
	...{ partId: "staff", delegationId: "ury", ...more },
});
const drafted = (more: Partial<ReturnType<typeof content>>): Act => [
	{ type: "draftPledge", delegationId: "idn", content: content(more) },
	{ ...idn, newId: pledgeId },
];
const announced = given(ready, ...pledgeActs(pledgeId, "idn", "writing", joint(lead, staff))).state;

it("PL12 a joint pledge has parts of partners, any other has none", () => {
	const draft = (more: Parameters<typeof content>[0]) =>
		given(ready).when(
			{ type: "draftPledge", delegationId: "idn", content: content(more) },
			{ ...idn, newId: pledgeId },
		);
	draft({ form: "joint" }).thenRefused("partnersNeeded");
	draft(joint(lead)).thenRefused("partnersNeeded");
	draft({ parts: [staff] }).thenRefused("unilateralAlone");
	draft(joint(staff, { ...funds, id: "staff" })).thenRefused("partTwice");
	draft(joint({ ...staff, delegationId: "atlantis" })).thenRefused("unknownDelegation");
	const { pledges } = draft(joint(lead, staff, funds)).then({ type: "PledgeDrafted" }).pledges;
	// The lead confirms its own part by writing it.
	expect(pledges.get(pledgeId)?.parts.map(({ status }) => status)).toEqual(["confirmed", "open", "open"]);
});

it("PL12 a partner is told by an act, and answers for its own part alone", () => {
	const draft = given(ready, drafted(joint(lead, staff))).state;
	const sees = (state: typeof draft, delegationId: string) =>
		view({ kind: "delegation", delegationId }, state).pledges.pledges.has(pledgeId);
	expect(sees(draft, "ury")).toBe(false);
	given(draft).when(answer("confirmPart"), ury).thenRefused("unknownPledge");
	const shared = given(draft).when(act("sharePledge"), idn).then({ type: "PledgeShared" });
	expect([sees(shared, "ury"), sees(shared, "nor")]).toEqual([true, false]);
	given(shared).when(act("sharePledge"), idn).thenRefused("alreadyShared");
	given(shared)
		.when(answer("confirmPart", { delegationId: "nor" }), nor)
		.thenRefused("unknownPledge");
	given(shared)
		.when(answer("confirmPart", { partId: "other" }), ury)
		.thenRefused("unknownPart");
	given(announced)
		.when(answer("confirmPart", { delegationId: "nor" }), nor)
		.thenRefused("notYourPart");
	const confirmed = given(shared)
		.when(answer("confirmPart"), ury)
		.then({ type: "PartConfirmed", data: { partId: "staff", delegationId: "ury", matchedBy: null } });
	given(confirmed).when(answer("confirmPart"), ury).thenRefused("partTaken");
	const declined = given(confirmed).when(answer("declinePart"), ury).then({ type: "PartDeclined" });
	given(declined).when(answer("declinePart"), ury).thenRefused("partDeclined");
	given(declined).when(answer("confirmPart"), desk).thenRefused("unknownPledge");
	given(given(ready, drafted({})).state)
		.when(act("sharePledge"), idn)
		.thenRefused("partnersNeeded");
	given(announced).when(act("sharePledge"), idn).thenRefused("pledgeNotDraft");
	given(run(announced, act("withdrawPledge"), idn))
		.when(answer("confirmPart"), ury)
		.thenRefused("pledgeOver");
});

it("PL12 a part is missing again when it is written otherwise", () => {
	const shared = run(given(ready, drafted(joint(lead, staff))).state, act("sharePledge"), idn);
	const confirmed = run(shared, answer("confirmPart"), ury);
	const revise = (...parts: ReturnType<typeof content>["parts"]) =>
		run(confirmed, { ...act("revisePledge"), content: content(joint(...parts)) }, idn).pledges.pledges.get(
			pledgeId,
		)!;
	expect(missingParts(revise(lead, staff))).toEqual([]);
	for (const change of [{ text: "Nurses" }, { role: "trains" as const }, { delegationId: "nor" }])
		expect(missingParts(revise(lead, { ...staff, ...change }))).toMatchObject([{ id: "staff" }]);
	// Who is named only now is not told by that alone.
	expect(revise(lead, { ...staff, delegationId: "nor" }).sharedWith).toEqual(["ury"]);
});

it("PL12 NE3 a pledge with a missing part is drawn, and not counted", () => {
	const [partly] = tally(announced).needs;
	expect(partly).toMatchObject({ counted: 0, open: 3, partly: 1 });
	expect(partly?.slots).toMatchObject([{ pledgeId, partly: true }]);
	expect(tally(announced)).toMatchObject({ pledges: 1, delegations: 1, incomplete: 1, pairs: [] });
	const whole = run(announced, answer("confirmPart"), ury);
	expect(tally(whole).needs[0]).toMatchObject({ counted: 1, open: 2, partly: 0 });
	expect(tally(whole)).toMatchObject({
		...{ pledges: 1, delegations: 2, incomplete: 0 },
		pairs: [{ delegationIds: ["idn", "ury"], pledges: 1 }],
	});
	// Whole pledges take the places first, though announced later.
	const later = given(announced, ...pledgeActs("later", "nor", "writing", { quantity: 3 })).state;
	expect(tally(later).needs[0]).toMatchObject({ counted: 3, open: 0, partly: 0 });
	expect(tally(later).needs[0]?.slots.map((slot) => slot.pledgeId)).toEqual(["later", "later", "later"]);
});

it("PL7 who receives has not pledged, and is a partner all the same", () => {
	const receives = { ...staff, role: "receives" as const };
	const state = given(ready, ...pledgeActs(pledgeId, "idn", "writing", joint(lead, receives)), [
		answer("confirmPart"),
		ury,
	]).state;
	expect(tally(state)).toMatchObject({ delegations: 1, pairs: [{ delegationIds: ["idn", "ury"] }] });
});

it("PL15 a matching pledge completes a part, until it no longer stands", () => {
	const open = given(ready, ...pledgeActs(pledgeId, "idn", "writing", joint(lead, funds))).state;
	const matching = (matches: { pledgeId: string; partId: string } | null, form = "matching" as const) =>
		content({ form, matches, needId: null, quantity: 0 });
	const matches = { pledgeId, partId: "funds" };
	const draft = (given_: ReturnType<typeof content>, delegationId = "nor") =>
		given(open).when(
			{ type: "draftPledge", delegationId, content: given_ },
			{ as: `${delegationId}-minister`, newId: "m" },
		);
	draft(matching(null)).thenRefused("matchNeeded");
	draft({ ...matching(matches), form: "unilateral" }).thenRefused("matchNeeded");
	draft(matching({ ...matches, partId: "other" })).thenRefused("unknownPart");
	draft(matching({ ...matches, pledgeId: "other" })).thenRefused("unknownPledge");
	draft(matching(matches), "idn").thenRefused("unknownPledge");
	draft(matching({ ...matches, partId: "lead" })).thenRefused("partTaken");

	const more = matching(matches);
	const both = given(
		open,
		...pledgeActs("first", "nor", "accepted", more),
		...pledgeActs("second", "ury", "accepted", more),
	).state;
	const write = (id: string) => ({ type: "announceInWriting" as const, pledgeId: id });
	const completed = given(both)
		.when(write("first"), desk)
		.then(
			{ type: "PledgeAnnounced" },
			{ type: "PartConfirmed", data: { pledgeId, partId: "funds", delegationId: "nor", matchedBy: "first" } },
		);
	expect(tally(completed)).toMatchObject({ incomplete: 0, delegations: 2 });
	given(completed).when(write("second"), desk).thenRefused("partTaken");
	given(completed)
		.when({ ...answer("confirmPart"), partId: "funds", delegationId: "nor" }, desk)
		.thenRefused("notYourPart");
	const reopened = given(completed)
		.when({ type: "withdrawPledge", pledgeId: "first" }, nor)
		.then({ type: "PledgeWithdrawn" }, { type: "PartReopened", data: { pledgeId, partId: "funds" } });
	expect(tally(reopened).incomplete).toBe(1);
	given(reopened)
		.when(write("second"), desk)
		.then({ type: "PledgeAnnounced" }, { type: "PartConfirmed", data: { matchedBy: "second" } });
});
