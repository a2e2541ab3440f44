import { describe, expect, it } from "vitest";
import { system } from "../../shared/conference/actor.ts";
import type { Command, DomainEvent } from "../../shared/conference/decider.ts";
import { decide } from "../../shared/conference/decider.ts";
import type { Pledge } from "../../shared/conference/pledges.ts";
import type { State } from "../../shared/conference/state.ts";
import type { Audience } from "../../shared/conference/visibility.ts";
import {
	audienceKey,
	audienceOf,
	parseAudience,
	project,
	publicAudience,
	view,
} from "../../shared/conference/visibility.ts";
import type { When } from "../support/decider.ts";
import { actor, contextFor, given, run } from "../support/decider.ts";
import { content, inscribe, inscribed, people, pledgeActs, ready, sitting } from "../support/factories.ts";

const own: Audience = { kind: "delegation", delegationId: "idn" };
const other: Audience = { kind: "delegation", delegationId: "ury" };
const podium: Audience = { kind: "podium", delegationId: "rwa" };
const ownPodium: Audience = { kind: "podium", delegationId: "idn" };
const secretariat: Audience = { kind: "secretariat" };
const participants: Audience = { kind: "participants" };
const everybody = [publicAudience, participants, own, other, podium, ownPodium, secretariat];

/** Keys of the audiences that are told of the command's first event, with what they are told. */
function told(state: State, command: Command, when: When) {
	const decision = decide(command, state, contextFor(state, when));
	const [event] = "events" in decision ? decision.events : [];
	if (event === undefined) throw new Error(JSON.stringify(decision));
	const all = everybody.map((audience) => [audienceKey(audience), project(audience, state, event)] as const);
	return new Map(all.filter(([, projected]) => projected !== undefined));
}

const seesPledge = (state: State) =>
	everybody.filter((audience) => view(audience, state).pledges.pledges.has("p")).map(audienceKey);

describe("VI1 one stream for each audience", () => {
	it("VI1 an event without a row is told to nobody", () => {
		const unknown = { type: "SomethingNew", at: 0, data: {} } as unknown as DomainEvent;
		for (const audience of everybody) expect(project(audience, ready, unknown)).toBeUndefined();
	});

	it("VI1 everybody has the stream of their accreditation, a visitor that of the public", () => {
		const keyOf = (id: string) => audienceKey(audienceOf(actor(ready, id)));
		expect(audienceOf(undefined)).toEqual(publicAudience);
		expect(audienceOf(system)).toEqual(publicAudience);
		expect(["desk", "idn-reader", "usa-chair"].map(keyOf)).toEqual([
			"secretariat",
			"delegation:idn",
			"podium:usa",
		]);
		const stray = { id: "a", role: "delegate" as const, delegationId: null, rights: [] };
		expect(audienceOf(stray)).toEqual(participants);
	});

	it("VI1 the name of an audience can be read back, and nothing else can", () => {
		for (const audience of everybody) expect(parseAudience(audienceKey(audience))).toEqual(audience);
		for (const key of ["", "delegation", "delegation:", "podium", "secretariat:kor", "public:kor", "press"])
			expect(parseAudience(key)).toBeUndefined();
	});
});

describe("pledges", () => {
	const state = (until: Parameters<typeof pledgeActs>[2]) =>
		given(ready, ...pledgeActs("p", "idn", until)).state;
	const ours = ["delegation:idn", "podium:idn"];

	it("VI2 a draft is seen by its own delegation, from its submission on also by the secretariat", () => {
		expect(seesPledge(state("draft"))).toEqual(ours);
		expect(seesPledge(state("submitted"))).toEqual([...ours, "secretariat"]);
		const drafts = told(
			ready,
			{ type: "draftPledge", delegationId: "idn", content: content() },
			{ as: "idn-minister" },
		);
		expect([...drafts.keys()]).toEqual(ours);
		const submits = told(state("draft"), { type: "submitPledge", pledgeId: "p" }, { as: "idn-minister" });
		expect([...submits.keys()]).toEqual([...ours, "secretariat"]);
		expect(submits.get("secretariat")).toMatchObject({
			type: "PledgeShown",
			data: { pledge: { state: "submitted" } },
		});
		const withdrawn = run(state("draft"), { type: "withdrawPledge", pledgeId: "p" }, { as: "idn-minister" });
		expect(seesPledge(withdrawn)).toEqual(ours);
	});

	it("VI2 a revision that changes nothing is told to nobody", () => {
		const same: Command = { type: "revisePledge", pledgeId: "p", content: content() };
		expect([...told(state("draft"), same, { as: "idn-minister" }).keys()]).toEqual([]);
		const other: Command = { ...same, content: content({ title: "Another title" }) };
		expect([...told(state("draft"), other, { as: "idn-minister" }).keys()]).toEqual(ours);
	});

	it("VI3 the podium sees a cleared pledge, everybody an announced one", () => {
		expect(seesPledge(state("accepted"))).toEqual([
			...ours.slice(0, 1),
			"podium:rwa",
			"podium:idn",
			"secretariat",
		]);
		expect(seesPledge(state("writing"))).toEqual(everybody.map(audienceKey));
		const withdraw: Command = { type: "withdrawPledge", pledgeId: "p" };
		const gone = told(state("accepted"), withdraw, { as: "idn-minister" });
		expect([...gone.keys()].sort()).toEqual(["delegation:idn", "podium:idn", "podium:rwa", "secretariat"]);
		expect(gone.get("podium:rwa")).toMatchObject({ type: "PledgeHidden", data: { pledgeId: "p" } });
		expect(seesPledge(run(state("writing"), withdraw, { as: "idn-minister" }))).toEqual(
			everybody.map(audienceKey),
		);
	});

	it("VI3 what others see of a pledge has no contact, no question and no private times", () => {
		const acts = pledgeActs("p", "idn", "writing", { contact: "somebody", details: "many beds" });
		const { state: announced } = given(ready, ...acts);
		const seen = (audience: Audience): Pledge => view(audience, announced).pledges.pledges.get("p")!;
		const hidden = { contact: null, question: null, draftedAt: null, submittedAt: null, acceptedAt: null };
		for (const audience of [publicAudience, participants, other, podium])
			expect(seen(audience)).toMatchObject({ ...hidden, details: "many beds", number: 1 });
		for (const audience of [own, ownPodium, secretariat]) expect(seen(audience).contact).toBe("somebody");
	});
});

it("VI4 accreditations are seen by the secretariat and the own delegation, chairs by the podium", () => {
	const seen = (audience: Audience) => [...view(audience, ready).delegations.representatives.keys()];
	const indonesians = ["idn-minister", "idn-speaker", "idn-pledger", "idn-reader"];
	const chairs = ["kor-chair", "rwa-chair", "usa-chair", "gha-chair"];
	expect(seen(publicAudience)).toEqual([]);
	expect(seen(participants)).toEqual([]);
	expect(seen(own)).toEqual(indonesians);
	expect(seen(podium)).toEqual(chairs);
	expect(seen(ownPodium)).toEqual([...chairs, ...indonesians]);
	expect(seen(secretariat)).toEqual(people.map(({ id }) => id));
	const change = { type: "changeAccreditation" as const, level: "M" as const, rights: [] };
	const changed = told(ready, { ...change, representativeId: "idn-reader" }, { as: "desk" });
	expect([...changed.keys()]).toEqual(["delegation:idn", "podium:idn", "secretariat"]);
	const chair = told(ready, { ...change, representativeId: "gha-chair" }, { as: "desk" });
	expect([...chair.keys()]).toEqual(["podium:rwa", "podium:idn", "secretariat"]);
	const left = told(ready, { type: "withdrawAccreditation", representativeId: "idn-reader" }, { as: "desk" });
	expect([...left.keys()]).toEqual([...changed.keys()]);
	const came = told(
		ready,
		{ type: "accreditRepresentatives", representatives: [{ ...people[5]!, id: "new" }] },
		{ as: "desk" },
	);
	expect([...came.keys()]).toEqual([...changed.keys()]);
});

it("VI4 whose accreditation changes so that it is no longer seen is hidden", () => {
	const moved = { ...people[5]!, delegationId: "ury" };
	const event: DomainEvent = { type: "AccreditationChanged", at: 0, data: { representative: moved } };
	expect(project(own, ready, event)).toMatchObject({
		type: "AccreditationHidden",
		data: { representativeId: moved.id },
	});
	expect(project(publicAudience, ready, event)).toBeUndefined();
	expect(project(other, ready, event)).toBe(event);
});

it("VI5 reasons are told in the room, not to the public", () => {
	const closed = run(sitting, { type: "closeList", segmentId: "statements-1" }, { as: "desk" });
	const late = told(closed, inscribe("idn", { reason: "late flight" }), { as: "desk" });
	const move: Command = {
		type: "moveEntry",
		segmentId: "statements-1",
		entryId: "e-nor",
		before: "e-idn",
		reason: "late flight",
	};
	const moved = told(inscribed, move, { as: "rwa-chair" });
	for (const all of [late, moved]) {
		expect([...all.keys()]).toEqual(everybody.map(audienceKey));
		for (const [key, projected] of all)
			expect(JSON.stringify(projected).includes("late flight"), key).toBe(key !== "public");
	}
	const after = run(inscribed, move, { as: "rwa-chair" });
	const entry = view(publicAudience, after).speakersLists.lists.get("statements-1")?.entries.get("e-nor");
	expect(entry?.moved).toMatchObject({ byDelegation: "rwa", reason: null });
});
