import { expect, it } from "vitest";
import { tally } from "../../shared/conference/tally.ts";
import { given, run, seconds, start } from "../support/decider.ts";
import {
	content,
	giveFloor,
	inscribe,
	inscribed,
	pledgeActs,
	ready,
	sitting,
	speaking,
} from "../support/factories.ts";

const idn = { as: "idn-minister" };
const desk = { as: "desk" };
const chair = { as: "rwa-chair" };
const pledgeId = "p";
const draft = (more: Parameters<typeof content>[0]) => ({
	type: "draftPledge" as const,
	delegationId: "idn",
	content: content(more),
});
const revise = { type: "revisePledge" as const, pledgeId, content: content({ title: "Another title" }) };
const as = (until: Parameters<typeof pledgeActs>[2], from = ready) =>
	given(from, ...pledgeActs(pledgeId, "idn", until));
const act = <Type extends string>(type: Type) => ({ type, pledgeId });

it("PL1 a pledge names what the conference has", () => {
	given(ready)
		.when(draft({ category: "weather" }), idn)
		.thenRefused("unknownCategory", { category: "weather" });
	given(ready)
		.when(draft({ priorities: ["wps", "weather"] }), idn)
		.thenRefused("unknownPriority", { priority: "weather" });
	given(ready)
		.when(draft({ needId: "ships" }), idn)
		.thenRefused("unknownNeed", { needId: "ships" });
	given(ready)
		.when({ ...draft({}), delegationId: "atlantis" }, { as: "system" })
		.thenRefused("unknownDelegation");
	given(ready)
		.when(draft({ needId: null, quantity: 0, priorities: ["wps"] }), { ...idn, newId: pledgeId })
		.then({ type: "PledgeDrafted", data: { pledgeId, delegationId: "idn" } });
	as("draft")
		.when({ ...revise, content: content({ category: "weather" }) }, idn)
		.thenRefused("unknownCategory");
});

it("PL2 only what the desk does not hold or asks about can be rewritten", () => {
	as("draft").when(revise, idn).then({ type: "PledgeRevised" });
	as("submitted").when(revise, idn).thenRefused("pledgeNotDraft");
	as("accepted").when(revise, idn).thenRefused("pledgeNotDraft");
	as("submitted").when(act("submitPledge"), idn).thenRefused("pledgeNotDraft");
	const asked = run(as("submitted").state, { ...act("requestChange"), question: "How many beds?" }, desk);
	const revised = given(asked).when(revise, idn).then({ type: "PledgeRevised" });
	expect(revised.pledges.pledges.get(pledgeId)).toMatchObject({
		title: "Another title",
		state: "changeRequested",
	});
	const submitted = given(revised).when(act("submitPledge"), idn).then({ type: "PledgeSubmitted" });
	expect(submitted.pledges.pledges.get(pledgeId)).toMatchObject({ state: "submitted", question: null });
});

it("PL3 what closes a need says how many of its units", () => {
	given(ready)
		.when(draft({ quantity: 0 }), idn)
		.thenRefused("quantityNeeded");
	given(ready)
		.when(draft({ quantity: 0, needId: null }), idn)
		.then({ type: "PledgeDrafted" });
});

it("PL4 the delegation that has the floor announces at the words", () => {
	as("accepted", speaking)
		.when(act("announcePledge"), idn)
		.then({
			type: "PledgeAnnounced",
			data: { announcement: "floor", statementId: "s-idn", meetingId: "session-1" },
		});
	as("accepted", inscribed).when(act("announcePledge"), idn).thenRefused("notYourFloor");
	as("submitted", speaking).when(act("announcePledge"), idn).thenRefused("pledgeNotCleared");
	as("accepted", speaking).when(act("announcePledge"), { as: "ury-minister" }).thenRefused("notAllowed");
});

it("PL4 the chair or the desk announces for the delegation, also right after its statement", () => {
	for (const who of [chair, desk]) {
		as("accepted", inscribed).when(act("announcePledge"), who).thenRefused("floorFree");
		const spoken = run(speaking, giveFloor("e-ury", "s-idn"), { ...chair, newId: "s-ury" });
		for (const state of [speaking, spoken])
			as("accepted", state)
				.when(act("announcePledge"), who)
				.then({ type: "PledgeAnnounced", data: { announcement: "desk", statementId: "s-idn" } });
		const next = run(spoken, { type: "startSegment", segmentId: "closing-1" }, chair);
		as("accepted", next).when(act("announcePledge"), who).thenRefused("floorFree");
	}
});

it("PL4 a co-chair without the gavel announces as any delegate does", () => {
	const usa = { as: "usa-chair" };
	const state = given(
		sitting,
		[
			{ ...draft({}), delegationId: "usa" },
			{ ...usa, newId: pledgeId },
		],
		[{ type: "submitPledge", pledgeId }, usa],
		[{ type: "acceptPledge", pledgeId }, desk],
		[inscribe("usa"), { ...usa, newId: "e-usa" }],
		[giveFloor("e-usa"), { ...chair, newId: "s-usa" }],
	).state;
	given(state)
		.when(act("announcePledge"), usa)
		.then({ type: "PledgeAnnounced", data: { announcement: "floor", statementId: "s-usa" } });
	const spoken = run(state, { type: "yieldFloor", statementId: "s-usa" }, usa);
	given(spoken).when(act("announcePledge"), usa).thenRefused("notYourFloor");
	given(run(spoken, { type: "handGavel", to: "usa-chair" }, chair))
		.when(act("announcePledge"), usa)
		.then({ type: "PledgeAnnounced", data: { announcement: "desk" } });
});

it("PL5 the desk alone announces in writing, and the pledge is marked so", () => {
	const after = as("accepted")
		.when(act("announceInWriting"), { ...desk, at: start + seconds(1) })
		.then({
			type: "PledgeAnnounced",
			data: { announcement: "writing", statementId: null, meetingId: null },
		});
	expect(after.pledges.pledges.get(pledgeId)).toMatchObject({
		state: "announced",
		announcedAt: start + seconds(1),
	});
	as("submitted").when(act("announceInWriting"), desk).thenRefused("pledgeNotCleared");
	as("accepted", sitting).when(act("announceInWriting"), chair).thenRefused("notAllowed");
	as("accepted", sitting)
		.when(act("announceInWriting"), desk)
		.then({ type: "PledgeAnnounced", data: { meetingId: "session-1" } });
});

it("PL6 the number is that of the announcement", () => {
	const state = given(
		ready,
		...pledgeActs("late", "idn", "accepted"),
		...pledgeActs("first", "ury", "writing"),
		...pledgeActs("dropped", "nor", "writing"),
		[{ type: "withdrawPledge", pledgeId: "dropped" }, { as: "nor-minister" }],
		[{ type: "announceInWriting", pledgeId: "late" }, desk],
	).state;
	const numbers = [...state.pledges.pledges.values()].map(({ id, number }) => [id, number]);
	expect(numbers).toEqual([
		["late", 3],
		["first", 1],
		["dropped", 2],
	]);
});

it("PL10 the desk clears a pledge or asks, and confirms what was announced once", () => {
	as("draft").when(act("acceptPledge"), { as: "system" }).thenRefused("pledgeNotSubmitted");
	as("accepted").when(act("acceptPledge"), desk).thenRefused("pledgeNotSubmitted");
	as("accepted")
		.when({ ...act("requestChange"), question: "Why?" }, desk)
		.thenRefused("pledgeNotSubmitted");
	as("accepted").when(act("confirmPledge"), desk).thenRefused("pledgeNotAnnounced");
	const confirmed = as("writing").when(act("confirmPledge"), desk).then({ type: "PledgeConfirmed" });
	given(confirmed).when(act("confirmPledge"), desk).thenRefused("pledgeConfirmed");
	as("accepted").when({ type: "acceptPledge", pledgeId: "nothing" }, desk).thenRefused("unknownPledge");
});

it("PL11 a withdrawn pledge stays visible only if it was announced", () => {
	const withdraw = act("withdrawPledge");
	const public1 = run(as("writing").state, withdraw, idn);
	expect(public1.pledges.pledges.get(pledgeId)).toMatchObject({ state: "withdrawn", number: 1 });
	expect(tally(public1).pledges).toBe(0);
	given(public1).when(withdraw, idn).thenRefused("pledgeWithdrawn");
	for (const until of ["draft", "submitted", "accepted"] as const)
		as(until).when(withdraw, idn).then({ type: "PledgeWithdrawn" });
	given(public1).when(act("confirmPledge"), desk).thenRefused("pledgeNotAnnounced");
});
