import { expect, it } from "vitest";
import { countedPledges, tally } from "../../shared/conference/tally.ts";
import { given, run } from "../support/decider.ts";
import { initiativeCommand, needsCommand, pledgeActs, ready, speaking } from "../support/factories.ts";

const desk = { as: "desk" };

it("PL7 only announced and confirmed pledges count, delegations and pledges apart", () => {
	const state = given(
		ready,
		...pledgeActs("a", "idn", "writing"),
		...pledgeActs("b", "idn", "writing", { category: "training", needId: null }),
		...pledgeActs("c", "ury", "writing"),
		...pledgeActs("d", "nor", "accepted"),
		...pledgeActs("e", "eun", "draft").map(([command]) => [command, { as: "system", newId: "e" }] as const),
		[{ type: "confirmPledge", pledgeId: "a" }, desk],
	).state;
	expect(tally(state)).toMatchObject({ pledges: 3, confirmed: 1, delegations: 2, participants: 8 });
	expect(countedPledges(state).map(({ id }) => id)).toEqual(["a", "b", "c"]);
	expect(tally(state)).toBe(tally(state));
});

it("PL8 categories are two figures each, and a reaffirmed pledge fills no unit", () => {
	const state = given(
		ready,
		...pledgeActs("a", "idn", "writing", { quantity: 2 }),
		...pledgeActs("b", "idn", "writing", {
			kind: "reaffirmed",
			earlier: { pledgeId: null, reference: "New York 2019", quantity: 0 },
		}),
		...pledgeActs("c", "idn", "writing", { category: "aviation", needId: null }),
	).state;
	const { categories, units, needs, delegations } = tally(state);
	expect(categories).toEqual([
		{ id: "medical", delegations: 1, pledges: 2 },
		{ id: "aviation", delegations: 1, pledges: 1 },
		{ id: "training", delegations: 0, pledges: 0 },
	]);
	expect(delegations).toBe(1);
	expect(units).toEqual({ required: 9, counted: 2, open: 7, surplus: 0, partly: 0 });
	expect(needs[0]?.slots.map(({ pledgeId }) => pledgeId)).toEqual(["a", "a"]);
});

it("PL9 pledges keep what they promised when the need changes", () => {
	const state = given(ready, ...pledgeActs("a", "idn", "writing", { quantity: 3 })).state;
	expect(tally(state).needsClosed).toBe(1);
	const change = { type: "changeNeed" as const, needId: "hospitals" };
	const less = given(state)
		.when({ ...change, quantity: 2 }, desk)
		.then({ type: "NeedChanged" });
	expect(tally(less).needs[0]).toMatchObject({ counted: 2, surplus: 1, open: 0 });
	expect(less.pledges.pledges.get("a")?.quantity).toBe(3);
	expect(tally(run(less, { ...change, quantity: 5 }, desk)).needs[0]).toMatchObject({
		counted: 3,
		surplus: 0,
		open: 2,
	});
	given(state)
		.when({ ...change, needId: "ships", quantity: 2 }, desk)
		.thenRefused("unknownNeed");
});

it("NE1 a need is published once, in a category of the conference", () => {
	const [first] = needsCommand.needs;
	given(ready).when(needsCommand, desk).thenRefused("needExists", { needId: "hospitals" });
	const twin = { ...first!, id: "twin" };
	given(ready)
		.when({ ...needsCommand, needs: [twin, twin] }, desk)
		.thenRefused("needExists", { needId: "twin" });
	given(ready)
		.when({ ...needsCommand, needs: [{ ...twin, category: "weather" }] }, desk)
		.thenRefused("unknownCategory");
	const after = given(ready)
		.when({ ...needsCommand, needs: [twin] }, desk)
		.then({ type: "NeedsPublished" });
	expect([...after.needs.needs.keys()]).toEqual(["hospitals", "helicopters", "twin"]);
});

it("NE2 units count up to what was asked for, and later pledges are the surplus", () => {
	const state = given(
		ready,
		...pledgeActs("late", "ury", "accepted", { quantity: 2 }),
		...pledgeActs("early", "idn", "writing", { quantity: 2 }),
		[{ type: "announceInWriting", pledgeId: "late" }, desk],
	).state;
	const [need] = tally(state).needs;
	expect(need).toMatchObject({ counted: 3, surplus: 1, open: 0 });
	expect(need?.slots.map(({ pledgeId, beyond }) => [pledgeId, beyond])).toEqual([
		["early", false],
		["early", false],
		["late", false],
		["late", true],
	]);
});

it("IN1 an initiative is opened once, by sponsors that take part and support it", () => {
	given(ready).when(initiativeCommand, desk).thenRefused("alreadyDefined");
	const other = { ...initiativeCommand, initiativeId: "other" };
	given(ready)
		.when({ ...other, sponsors: ["atlantis"] }, desk)
		.thenRefused("unknownDelegation");
	const after = given(ready)
		.when({ ...other, sponsors: ["kor", "nor"] }, desk)
		.then({ type: "InitiativeOpened" });
	const supporters = [...after.initiatives.initiatives.get("other")!.supporters.values()];
	expect(supporters.map(({ delegationId, how }) => [delegationId, how])).toEqual([
		["kor", "sponsor"],
		["nor", "sponsor"],
	]);
	given(ready)
		.when({ type: "withdrawSupport", initiativeId: "technology", delegationId: "kor" }, { as: "kor-chair" })
		.thenRefused("sponsorSupports", { delegationId: "kor" });
});

it("IN2 the roll says how support was declared", () => {
	const declare = (delegationId: string) => ({
		type: "declareSupport" as const,
		initiativeId: "technology",
		delegationId,
	});
	const how = (expected: string) => ({ type: "SupportDeclared" as const, data: { how: expected } });
	given(speaking).when(declare("idn"), { as: "idn-minister" }).then(how("statement"));
	given(speaking).when(declare("ury"), { as: "ury-minister" }).then(how("seat"));
	given(speaking).when(declare("idn"), desk).then(how("writing"));
});

it("IN3 a delegation supports once and may withdraw", () => {
	const at = { initiativeId: "technology", delegationId: "idn" };
	const idn = { as: "idn-minister" };
	const declare = { type: "declareSupport" as const, ...at };
	const withdraw = { type: "withdrawSupport" as const, ...at };
	given(ready).when(withdraw, idn).thenRefused("doesNotSupport");
	const supported = given(ready).when(declare, idn).then({ type: "SupportDeclared" });
	given(supported).when(declare, idn).thenRefused("alreadySupports", { delegationId: "idn" });
	const withdrawn = given(supported).when(withdraw, idn).then({ type: "SupportWithdrawn" });
	expect(withdrawn.initiatives.initiatives.get("technology")?.supporters.has("idn")).toBe(false);
	given(withdrawn).when(declare, idn).then({ type: "SupportDeclared" });
	given(ready)
		.when({ ...declare, initiativeId: "other" }, idn)
		.thenRefused("unknownInitiative");
	given(ready)
		.when({ ...declare, delegationId: "atlantis" }, desk)
		.thenRefused("unknownDelegation");
});

it("IN4 support is for a version, may be explained, and its withdrawal stays in the roll", () => {
	const at = { initiativeId: "technology", delegationId: "idn" };
	const idn = { as: "idn-minister" };
	const declare = { type: "declareSupport" as const, ...at, explanation: "As a first step." };
	const { title, shortTitle, summary } = initiativeCommand;
	const revise = (delegationId: string, more = {}) => ({
		type: "reviseInitiative" as const,
		...{ initiativeId: "technology", delegationId, title, shortTitle, summary, ...more },
	});
	const text = { en: "The whole text." };
	given(ready).when(revise("idn", { text }), idn).thenRefused("notSponsor", { delegationId: "idn" });
	given(ready).when(revise("kor"), { as: "kor-chair" }).thenRefused("sameVersion");
	const supported = run(ready, declare, idn);
	const revised = given(supported)
		.when(revise("kor", { text }), { as: "kor-chair" })
		.then({ type: "InitiativeRevised" });
	const of = (state: typeof ready) => state.initiatives.initiatives.get("technology")!;
	expect(of(revised)).toMatchObject({
		text,
		versions: [
			{ number: 1, text: null },
			{ number: 2, text },
		],
	});
	expect(of(revised).supporters.get("idn")).toMatchObject({ version: 1, explanation: "As a first step." });
	expect(of(revised).supporters.get("kor")).toMatchObject({ version: 2 });
	const again = given(revised).when(declare, idn).then({ type: "SupportDeclared" });
	expect(of(again).supporters.get("idn")).toMatchObject({ version: 2 });
	const withdrawn = run(again, { type: "withdrawSupport", ...at }, idn);
	expect(of(withdrawn).withdrawn).toMatchObject([{ delegationId: "idn", version: 2 }]);
	expect(of(withdrawn).supporters.has("idn")).toBe(false);
});
