import { expect, it } from "vitest";
import { actorOf } from "../../shared/conference/actor.ts";
import { decide } from "../../shared/conference/decider.ts";
import { contextFor, given, run } from "../support/decider.ts";
import {
	content,
	delegationsCommand,
	giveFloor,
	inscribe,
	inscribed,
	type people,
	person,
	pledgeActs,
	ready,
	sitting,
} from "../support/factories.ts";

const accredit = (...representatives: (typeof people)[number][]) => ({
	type: "accreditRepresentatives" as const,
	representatives,
});

it("DR1 a representative speaks and pledges only with the right to", () => {
	const draft = { type: "draftPledge" as const, delegationId: "idn", content: content() };
	given(sitting).when(inscribe("idn"), { as: "idn-pledger" }).thenRefused("notAllowed");
	given(sitting).when(inscribe("idn"), { as: "idn-speaker" }).then({ type: "DelegationInscribed" });
	given(sitting).when(draft, { as: "idn-speaker" }).thenRefused("notAllowed");
	given(sitting).when(draft, { as: "idn-pledger" }).then({ type: "PledgeDrafted" });
	given(sitting).when(draft, { as: "idn-reader" }).thenRefused("notAllowed");
});

it("DR1 a right that is taken away is gone at once", () => {
	const state = run(
		sitting,
		{ type: "changeAccreditation", representativeId: "idn-minister", level: "M", rights: ["read"] },
		{ as: "desk" },
	);
	given(state).when(inscribe("idn"), { as: "idn-minister" }).thenRefused("notAllowed");
});

it("DR2 delegates and chairs belong to a delegation that takes part", () => {
	given(ready)
		.when(accredit(person("a", "delegate", null, ["read"])), { as: "desk" })
		.thenRefused("unknownDelegation");
	given(ready)
		.when(accredit(person("a", "chair", null, ["read"])), { as: "desk" })
		.thenRefused("unknownDelegation");
	given(ready)
		.when(accredit(person("a", "delegate", "atlantis", ["read"])), { as: "desk" })
		.thenRefused("unknownDelegation", { delegationId: "atlantis" });
	given(ready)
		.when(accredit(person("a", "secretariat", null, ["read"])), { as: "desk" })
		.then({ type: "RepresentativesAccredited" });
});

it("DR3 a delegation is spoken for by its own representative with the right to speak", () => {
	const named = (speakerId: string) =>
		given(sitting).when(inscribe("idn", { speakerId }), { as: "idn-minister" });
	named("ury-minister").thenRefused("notOfDelegation", { representativeId: "ury-minister" });
	named("idn-pledger").thenRefused("cannotSpeak", { representativeId: "idn-pledger" });
	named("nobody").thenRefused("notOfDelegation", { representativeId: "nobody" });
	named("idn-speaker").then({ type: "DelegationInscribed", data: { entry: { level: "CD" } } });
});

it("DR4 the gavel's holder keeps the accreditation until the gavel is in other hands", () => {
	const withdraw = { type: "withdrawAccreditation" as const, representativeId: "rwa-chair" };
	given(sitting).when(withdraw, { as: "desk" }).thenRefused("alreadyHoldsGavel");
	const handed = run(sitting, { type: "handGavel", to: "usa-chair" }, { as: "rwa-chair" });
	const after = given(handed).when(withdraw, { as: "desk" }).then({ type: "AccreditationWithdrawn" });
	expect(actorOf(after, "rwa-chair")).toBeUndefined();
});

it("DR5 a person is accredited once, and keeps role and delegation", () => {
	const again = person("idn-minister", "chair", "usa", ["speak"]);
	given(ready).when(accredit(again), { as: "desk" }).thenRefused("representativeExists");
	const twin = person("twin", "delegate", "idn", ["read"]);
	given(ready)
		.when(accredit(twin, twin), { as: "desk" })
		.thenRefused("representativeExists", { representativeId: "twin" });
	const change = { type: "changeAccreditation" as const, level: "HS" as const, rights: ["speak" as const] };
	given(ready)
		.when({ ...change, representativeId: "idn-minister" }, { as: "desk" })
		.then({
			type: "AccreditationChanged",
			data: { representative: { ...person("idn-minister", "delegate", "idn", ["speak"], "HS") } },
		});
	given(ready)
		.when({ ...change, representativeId: "nobody" }, { as: "desk" })
		.thenRefused("unknownRepresentative");
	given(ready)
		.when({ type: "withdrawAccreditation", representativeId: "nobody" }, { as: "desk" })
		.thenRefused("unknownRepresentative");
});

it("DR5 a withdrawn representative is no actor any more", () => {
	const without = run(
		ready,
		{ type: "withdrawAccreditation", representativeId: "idn-minister" },
		{ as: "desk" },
	);
	expect(actorOf(without, "idn-minister")).toBeUndefined();
	expect(actorOf(ready, "idn-minister")?.role).toBe("delegate");
});

it("DR6 a second import corrects names and keeps what was said and promised", () => {
	const state = given(inscribed, ...pledgeActs("p", "idn", "draft")).state;
	const [delegation] = delegationsCommand(["idn"]).delegations;
	const corrected = { ...delegation!, name: { en: "Corrected" } };
	const after = given(state)
		.when({ type: "importDelegations", delegations: [corrected] }, { as: "desk" })
		.then({ type: "DelegationsImported" });
	expect(after.delegations.delegations.get("idn")?.name.en).toBe("Corrected");
	expect(after.delegations.delegations.size).toBe(ready.delegations.delegations.size);
	expect(after.pledges).toBe(state.pledges);
	expect(after.speakersLists).toEqual(state.speakersLists);
});

it("SL9 a delegation whose speaker lost the right is called without a person on the plate", () => {
	for (const loss of [
		{ type: "withdrawAccreditation" as const, representativeId: "idn-minister" },
		{
			type: "changeAccreditation" as const,
			representativeId: "idn-minister",
			level: "M" as const,
			rights: [],
		},
	]) {
		const state = run(inscribed, loss, { as: "desk" });
		const decision = decide(giveFloor("e-idn"), state, contextFor(state, { as: "rwa-chair" }));
		expect(decision).toMatchObject({
			events: [{ data: { statement: { delegationId: "idn", speakerId: null, plate: null } } }],
		});
	}
});
