import { describe, expect, it } from "vitest";
import { system } from "../../shared/conference/actor.ts";
import type { Audience } from "../../shared/conference/audience.ts";
import { audienceKey, audienceOf, parseAudience, publicAudience } from "../../shared/conference/audience.ts";
import type { Command, DomainEvent } from "../../shared/conference/decider.ts";
import { decide } from "../../shared/conference/decider.ts";
import type { Pledge } from "../../shared/conference/pledge.ts";
import type { State } from "../../shared/conference/state.ts";
import { project, view } from "../../shared/conference/visibility.ts";
import type { When } from "../support/decider.ts";
import { actor, contextFor, given, run, start } from "../support/decider.ts";
import {
	content,
	fileNamed,
	inscribe,
	inscribed,
	moveMotion,
	people,
	pledgeActs,
	raisePoint,
	ready,
	setProcedure,
	sitting,
	speaking,
} from "../support/factories.ts";

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
		const stray = { id: "a", role: "delegate" as const, delegationId: null, rights: [], channel: null };
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

describe("procedure", () => {
	const segmentId = "statements-1";
	const chair = { as: "rwa-chair" };
	const idn = { as: "idn-minister" };
	const ury = { as: "ury-minister" };
	const allKeys = everybody.map(audienceKey);
	const room = allKeys.filter((key) => key !== "public");
	const answering = ["podium:rwa", "podium:idn", "secretariat"];
	const keys = (all: Map<string, unknown>) => [...all.keys()].sort();
	const who = (...given: readonly string[]) => [...given].sort();
	/** Keys of the audiences in whose view something is to be found. */
	const seeing = (state: State, finds: (seen: State) => boolean) =>
		everybody
			.filter((audience) => finds(view(audience, state)))
			.map(audienceKey)
			.sort();

	it("SL15 VI1 a proposal to exchange places is known to both, the podium and the secretariat", () => {
		const propose = { type: "proposeSwap" as const, segmentId, entryId: "e-idn", withEntryId: "e-ury" };
		const parties = who("delegation:idn", "delegation:ury", ...answering);
		expect(keys(told(inscribed, propose, idn))).toEqual(parties);
		const proposed = run(inscribed, propose, { ...idn, newId: "swap" });
		expect(
			seeing(proposed, ({ speakersLists }) => speakersLists.lists.get(segmentId)?.swaps.size === 1),
		).toEqual(parties);
		const answer = (type: "agreeToSwap" | "declineSwap") => ({ type, segmentId, swapId: "swap" });
		expect(keys(told(proposed, answer("declineSwap"), ury))).toEqual(parties);
		expect(keys(told(proposed, answer("agreeToSwap"), ury))).toEqual(parties);
		// That places were exchanged, and by whom, everybody sees.
		const exchanged = run(proposed, answer("agreeToSwap"), ury);
		const entry = view(publicAudience, exchanged).speakersLists.lists.get(segmentId)?.entries.get("e-idn");
		expect(entry?.swapped?.withDelegation).toBe("ury");
	});

	it("SL17 VI1 a late request is between its delegation and those who answer it", () => {
		const closed = run(sitting, { type: "closeList", segmentId }, chair);
		const request: Command = { ...inscribe("idn"), type: "requestLate", reason: "a late flight" };
		const parties = who("delegation:idn", ...answering);
		expect(keys(told(closed, request, idn))).toEqual(parties);
		const asked = run(closed, request, { ...idn, newId: "r" });
		expect(
			seeing(asked, ({ speakersLists }) => speakersLists.lists.get(segmentId)?.lateRequests.size === 1),
		).toEqual(parties);
		const decline: Command = { type: "declineLate", segmentId, requestId: "r", reason: "no time" };
		expect(keys(told(asked, decline, chair))).toEqual(parties);
		expect(keys(told(asked, { type: "withdrawLate", segmentId, requestId: "r" }, idn))).toEqual(parties);
		const granted = told(asked, { type: "grantLate", segmentId, requestId: "r" }, chair);
		expect(keys(granted)).toEqual(who(...allKeys));
		for (const [key, event] of granted)
			expect(JSON.stringify(event).includes("a late flight"), key).toBe(key !== "public");
	});

	it("VI5 what a point of order is about, and why a reply is declined, is told in the room", () => {
		const raised = told(speaking, raisePoint("ury", "late flight"), ury);
		const reply: Command = { type: "requestReply", segmentId, delegationId: "ury", statementId: "s-idn" };
		expect(keys(told(speaking, reply, ury))).toEqual(who(...allKeys));
		const requested = run(speaking, reply, { ...ury, newId: "r" });
		const decline: Command = { type: "declineReply", replyId: "r", reason: "late flight" };
		for (const all of [raised, told(requested, decline, chair)]) {
			expect(keys(all)).toEqual(who(...allKeys));
			for (const [key, event] of all)
				expect(JSON.stringify(event).includes("late flight"), key).toBe(key !== "public");
		}
		const after = given(speaking, [raisePoint("ury"), { ...ury, newId: "p" }]).state;
		expect(
			seeing(after, ({ pointsOfOrder }) => pointsOfOrder.points.get("p")?.text === "the agenda"),
		).toEqual(who(...room));
		expect(seeing(after, ({ pointsOfOrder }) => pointsOfOrder.points.has("p"))).toEqual(who(...allKeys));
		const declined = run(requested, decline, chair);
		expect(seeing(declined, ({ replies }) => replies.replies.get("r")?.declined !== null)).toEqual(
			who(...room),
		);
	});

	it("MO4 in a roll call everybody hears each vote, in a show of hands others the count alone", () => {
		const voting = (method: "rollCall" | "showOfHands") =>
			given(
				speaking,
				[moveMotion("closeDebate"), { as: "nor-minister", newId: "m" }],
				[{ type: "openBallot", motionId: "m", method }, chair],
			).state;
		const cast: Command = { type: "castVote", motionId: "m", delegationId: "idn", vote: "abstain" };
		const isVoteSeen = ({ motions }: State) =>
			motions.motions.get("m")?.ballot?.votes.get("idn") === "abstain";
		expect(keys(told(voting("rollCall"), cast, idn))).toEqual(who(...allKeys));
		expect(seeing(run(voting("rollCall"), cast, idn), isVoteSeen)).toEqual(who(...allKeys));
		const few = who("delegation:idn", ...answering);
		expect(keys(told(voting("showOfHands"), cast, idn))).toEqual(few);
		const shown = run(voting("showOfHands"), cast, idn);
		expect(seeing(shown, isVoteSeen)).toEqual(few);
		const closed = run(shown, { type: "closeBallot", motionId: "m" }, chair);
		expect(seeing(closed, isVoteSeen)).toEqual(few);
		expect(seeing(closed, ({ motions }) => motions.motions.get("m")?.ballot?.result?.abstain === 1)).toEqual(
			who(...allKeys),
		);
	});

	it("TX1 TX3 a filed text is its delegation's alone until it is public", () => {
		const file: Command = {
			type: "fileText",
			segmentId,
			delegationId: "idn",
			language: "en",
			fileId: fileNamed("t"),
			words: 100,
		};
		const ours = who("delegation:idn", "podium:idn");
		expect(keys(told(speaking, file, idn))).toEqual(ours);
		const filed = run(speaking, file, { ...idn, newId: "t" });
		expect(seeing(filed, ({ texts }) => texts.texts.has("t"))).toEqual(ours);
		expect(keys(told(filed, { type: "withdrawText", textId: "t" }, idn))).toEqual(ours);
		const spoken = run(filed, { type: "yieldFloor", statementId: "s-idn" }, idn);
		const publish: Command = { type: "publishText", textId: "t", statementId: "s-idn" };
		const due = { as: "system", at: start + 10_001 };
		expect(seeing(spoken, ({ texts }) => texts.texts.has("t"))).toEqual(ours);
		expect(keys(told(spoken, publish, due))).toEqual(who(...allKeys));
		expect(seeing(run(spoken, publish, due), ({ texts }) => texts.texts.has("t"))).toEqual(who(...allKeys));
	});

	it("TX4 documents are for whoever takes part", () => {
		const file = { name: "a.pdf", mediaType: "application/pdf" as const, bytes: 1 };
		const files = [{ language: "en" as const, fileId: fileNamed("d"), ...file }];
		const add: Command = { type: "addDocument", meetingId: null, title: { en: "Agenda" }, files };
		const desk = { as: "desk" };
		expect(keys(told(ready, add, desk))).toEqual(who(...room));
		const added = run(ready, add, { ...desk, newId: "d" });
		expect(seeing(added, ({ documents }) => documents.documents.has("d"))).toEqual(who(...room));
		expect(keys(told(added, { type: "removeDocument", documentId: "d" }, desk))).toEqual(who(...room));
	});

	it("ME1 a message is seen by its two parties; every co-chair reads what is written to the chair", () => {
		const write = (to: "chair" | "secretariat" | "operator"): Command => ({
			type: "writeAsDelegation",
			delegationId: "ury",
			to,
			text: "words",
		});
		const desk = { as: "desk" };
		const toDelegation = { kind: "delegation" as const, delegationId: "ury" };
		const cases: readonly (readonly [Command, When, readonly string[]])[] = [
			[write("chair"), ury, ["delegation:ury", "podium:rwa", "podium:idn"]],
			[write("secretariat"), ury, ["delegation:ury", "secretariat"]],
			[write("operator"), ury, ["delegation:ury", "secretariat"]],
			[
				{ type: "writeAsChair", to: toDelegation, text: "words" },
				chair,
				["delegation:ury", "podium:rwa", "podium:idn"],
			],
			[
				{ type: "writeAsSecretariat", to: toDelegation, text: "words" },
				desk,
				["delegation:ury", "secretariat"],
			],
			[{ type: "writeAsSecretariat", to: { kind: "chair" }, text: "words" }, desk, answering],
			[{ type: "writeAsSecretariat", to: { kind: "operator" }, text: "words" }, desk, ["secretariat"]],
			[{ type: "remindDelegation", delegationId: "ury" }, desk, ["delegation:ury", "secretariat"]],
		];
		for (const [command, when, parties] of cases) {
			expect(keys(told(sitting, command, when)), JSON.stringify(command)).toEqual(who(...parties));
			const sent = run(sitting, command, { ...when, newId: "m" });
			expect(seeing(sent, ({ messages }) => messages.messages.has("m"))).toEqual(who(...parties));
		}
	});

	it("VI1 what the room does in the open, everybody sees", () => {
		const point = given(speaking, [raisePoint("ury"), { ...ury, newId: "p" }]).state;
		const acts: readonly (readonly [State, Command, When])[] = [
			[speaking, { type: "takeBackCall", statementId: "s-idn" }, chair],
			[speaking, { type: "resetFloor", statementId: "s-idn" }, { ...chair, at: start + 5 }],
			[speaking, { type: "changeMode", segmentId, mode: "requests" }, chair],
			[speaking, { type: "setLimits", segmentId, limitMs: 60_000, groupLimitMs: 60_000 }, chair],
			[speaking, moveMotion("closeDebate"), { as: "nor-minister" }],
			[point, { type: "ruleOnPoint", pointId: "p", ruling: "noted", text: null }, chair],
			[point, { type: "hearPointOfOrder", pointId: "p", after: "s-idn" }, chair],
			[inscribed, setProcedure({ askToWait: true }), { as: "desk" }],
			[inscribed, { type: "fixSlot", segmentId, entryId: "e-nor", slot: 1 }, { as: "desk" }],
		];
		for (const [state, command, when] of acts)
			expect(keys(told(state, command, when)), command.type).toEqual(who(...allKeys));
	});
});
