import { expect, it } from "vitest";
import { publicAudience } from "../../shared/conference/audience.ts";
import { tally } from "../../shared/conference/tally.ts";
import { view } from "../../shared/conference/visibility.ts";
import { given, run, seconds, start } from "../support/decider.ts";
import { content, giveFloor, pledgeActs, ready, speaking } from "../support/factories.ts";

const idn = { as: "idn-minister" };
const desk = { as: "desk" };
const pledgeId = "p";
const act = <Type extends string>(type: Type) => ({ type, pledgeId });
const as = (until: Parameters<typeof pledgeActs>[2], more = {}, from = ready) =>
	given(from, ...pledgeActs(pledgeId, "idn", until, more));
const draft = (more: Parameters<typeof content>[0]) =>
	given(ready).when({ type: "draftPledge", delegationId: "idn", content: content(more) }, idn);
const after = (state: typeof ready) => state.pledges.pledges.get(pledgeId)!;

it("PL13 no quantity is nothing, and none is more than can be", () => {
	const persons = (value: number) => ({ amount: { unit: "persons" as const, value } });
	const money = (value: number, currency = "USD") => ({
		amount: { unit: "money" as const, value, currency },
	});
	draft({ quantity: 501 }).thenRefused("quantityTooLarge", { most: 500 });
	draft(persons(0)).thenRefused("quantityNeeded");
	draft(persons(-5)).thenRefused("quantityNeeded");
	draft(persons(20_001)).thenRefused("quantityTooLarge", { most: 20_000 });
	draft(money(100_000_000_001)).thenRefused("quantityTooLarge", { most: 100_000_000_000 });
	draft(money(5, "XYZ")).thenRefused("unknownCurrency", { currency: "XYZ" });
	draft(money(5, "usd")).thenRefused("unknownCurrency", { currency: "usd" });
	draft(money(100_000_000_000, "KRW")).then({ type: "PledgeDrafted" });
	draft(persons(20_000)).then({ type: "PledgeDrafted" });
});

it("PL1 subcategories, meetings and days are those that there are", () => {
	draft({ subcategory: "weather" }).thenRefused("unknownSubcategory", { subcategory: "weather" });
	draft({ plannedFor: "session-9" }).thenRefused("unknownMeeting");
	draft({ availableFrom: "2022-06-15", availableTo: "2022-05" }).thenRefused("timesReversed");
	draft({ availableFrom: "2022-06-15", availableTo: "2022-06", plannedFor: "session-1" }).then({
		type: "PledgeDrafted",
	});
});

it("PL14 only the increase of an enhanced pledge counts, and a reaffirmed one not at all", () => {
	const words = { pledgeId: null, reference: "Leaders’ Summit 2015", quantity: 1 };
	draft({ kind: "enhanced" }).thenRefused("earlierNeeded");
	draft({ kind: "new", earlier: words }).thenRefused("earlierNeeded");
	draft({ kind: "enhanced", earlier: { ...words, reference: null } }).thenRefused("earlierNeeded");
	const earlier = { pledgeId: "first", reference: null, quantity: 0 };
	draft({ kind: "enhanced", earlier }).thenRefused("unknownPledge");
	const first = given(ready, ...pledgeActs("first", "idn", "writing", { quantity: 1 })).state;
	given(first)
		.when(
			{ type: "draftPledge", delegationId: "ury", content: content({ kind: "enhanced", earlier }) },
			{ as: "ury-minister" },
		)
		.thenRefused("unknownPledge");
	const enhanced = given(
		first,
		...pledgeActs(pledgeId, "idn", "writing", { kind: "enhanced", earlier, quantity: 3 }),
	).state;
	expect(tally(enhanced).needs[0]).toMatchObject({ counted: 3, surplus: 0 });
	// What was promised before was counted when it was made, whether or not it still stands.
	const without = run(enhanced, { type: "withdrawPledge", pledgeId: "first" }, idn);
	expect(tally(without).needs[0]).toMatchObject({ counted: 2 });
	const inWords = as("writing", { kind: "enhanced", earlier: words, quantity: 3 }).state;
	expect(tally(inWords).needs[0]).toMatchObject({ counted: 2 });
	const again = as("writing", { kind: "reaffirmed", earlier: words, quantity: 3 }).state;
	expect(tally(again).needs[0]).toMatchObject({ counted: 0 });
});

it("PL16 only public pledges are announced on the floor, and others are numbered apart", () => {
	const restricted = { classification: "participants" as const };
	as("accepted", restricted, speaking).when(act("announcePledge"), idn).thenRefused("pledgeNotPublic");
	as("accepted", restricted).when(act("cuePledge"), desk).thenRefused("pledgeNotPublic");
	const state = given(
		as("writing", restricted).state,
		...pledgeActs("open", "ury", "writing"),
		...pledgeActs("secret", "nor", "writing", { classification: "secretariat" }),
	).state;
	const numbers = [...state.pledges.pledges.values()].map(({ id, series, number }) => [id, series, number]);
	expect(numbers).toEqual([
		[pledgeId, "restricted", 1],
		["open", "public", 1],
		["secret", "restricted", 2],
	]);
	expect(tally(state).pledges).toBe(1);
	const seenBy = (audience: Parameters<typeof view>[0]) => [...view(audience, state).pledges.pledges.keys()];
	expect(seenBy(publicAudience)).toEqual(["open"]);
	expect(seenBy({ kind: "participants" })).toEqual([pledgeId, "open"]);
	expect(seenBy({ kind: "delegation", delegationId: "nor" })).toEqual([pledgeId, "open", "secret"]);
	expect(seenBy({ kind: "secretariat" })).toEqual([pledgeId, "open", "secret"]);
	const correct = (classification: "public" | "participants") => ({
		...act("correctPledge"),
		content: content({ classification }),
		reason: "It may be told.",
	});
	const told = given(state).when(correct("public"), desk).then({ type: "PledgeCorrected" });
	expect(after(told)).toMatchObject({ series: "public", number: 2 });
	given(told).when(correct("participants"), desk).thenRefused("publicStays");
	// What was there before was not for the public, and is not now.
	expect(view(publicAudience, told).pledges.pledges.get(pledgeId)?.corrections).toEqual([]);
});

it("PL17 a correction keeps what it corrects, and is confirmed anew", () => {
	const correct = (more: Parameters<typeof content>[0]) => ({
		...act("correctPledge"),
		content: content(more),
		reason: "The figure was misheard.",
	});
	as("accepted")
		.when(correct({ quantity: 2 }), desk)
		.thenRefused("pledgeNotAnnounced");
	as("writing").when(correct({}), desk).thenRefused("nothingCorrected");
	as("writing")
		.when(correct({ needId: "ships" }), desk)
		.thenRefused("unknownNeed");
	const confirmed = run(as("writing").state, act("confirmPledge"), desk);
	const corrected = given(confirmed)
		.when(correct({ quantity: 2 }), { ...desk, at: start + seconds(9) })
		.then({ type: "PledgeCorrected" });
	expect(after(corrected)).toMatchObject({
		...{ state: "announced", confirmedAt: null, quantity: 2, number: 1 },
		corrections: [{ at: start + seconds(9), reason: "The figure was misheard.", before: { quantity: 1 } }],
	});
	expect(tally(corrected)).toMatchObject({ confirmed: 0, units: { counted: 2 } });
	given(corrected).when(act("confirmPledge"), desk).then({ type: "PledgeConfirmed" });
});

it("PL18 a duplicate goes into the other, and only one counts", () => {
	const two = given(as("writing").state, ...pledgeActs("twin", "idn", "writing")).state;
	const merge = (intoId: string) => ({ ...act("mergePledges"), intoId });
	given(two).when(merge(pledgeId), desk).thenRefused("notDuplicates");
	given(two).when(merge("nothing"), desk).thenRefused("unknownPledge");
	given(two, ...pledgeActs("other", "ury", "writing"))
		.when(merge("other"), desk)
		.thenRefused("notDuplicates");
	given(two, ...pledgeActs("early", "idn", "submitted"))
		.when(merge("early"), desk)
		.thenRefused("pledgeNotAnnounced");
	given(two, ...pledgeActs("apart", "idn", "writing", { classification: "participants" }))
		.when(merge("apart"), desk)
		.thenRefused("pledgeNotPublic");
	expect(tally(two)).toMatchObject({ pledges: 2, units: { counted: 2 } });
	const merged = given(two)
		.when(merge("twin"), desk)
		.then({ type: "PledgeMerged", data: { pledgeId, intoId: "twin" } });
	expect(tally(merged)).toMatchObject({ pledges: 1, units: { counted: 1 } });
	expect(after(merged)).toMatchObject({ state: "merged", mergedInto: "twin", number: 1 });
	given(merged).when(merge("twin"), desk).thenRefused("pledgeOver");
	given(merged).when(act("withdrawPledge"), idn).thenRefused("pledgeOver");
});

it("PL19 an import is taken whole or not at all, and the bad row is named", () => {
	const row = (delegationId: string, more = {}) => ({
		delegationId,
		content: content(more),
		stage: "announced" as const,
	});
	const file = (...pledges: ReturnType<typeof row>[]) => ({ type: "importPledges" as const, pledges });
	const good = [row("idn"), row("ury", { quantity: 2 })];
	given(ready)
		.when(file(...good, row("atlantis")), desk)
		.thenRefused("unknownDelegation", { delegationId: "atlantis", row: 3 });
	given(ready)
		.when(file(row("idn", { needId: "ships" }), ...good), desk)
		.thenRefused("unknownNeed", { needId: "ships", row: 1 });
	given(ready)
		.when(file(row("idn", { form: "matching", matches: { pledgeId: "a", partId: "b" } })), desk)
		.thenRefused("matchNotImported", { row: 1 });
	const imported = given(ready)
		.when(file(...good), { ...desk, newId: "file" })
		.then({ type: "PledgeImported" }, { type: "PledgeImported" });
	expect(tally(imported)).toMatchObject({ pledges: 2, units: { counted: 3 } });
	expect([...imported.pledges.pledges.values()].map(({ id, number }) => [id, number])).toEqual([
		["file-1", 1],
		["file-2", 2],
	]);
});

it("PL10 what cannot stand is rejected with a reason that the delegation reads", () => {
	const reject = { ...act("rejectPledge"), reason: "It is another conference’s." };
	as("draft").when(reject, { as: "system" }).thenRefused("pledgeNotSubmitted");
	as("writing").when(reject, desk).thenRefused("pledgeNotSubmitted");
	const rejected = as("submitted").when(reject, desk).then({ type: "PledgeRejected" });
	expect(after(rejected)).toMatchObject({ state: "rejected", rejection: "It is another conference’s." });
	given(rejected).when(act("acceptPledge"), desk).thenRefused("pledgeNotSubmitted");
	given(rejected).when(act("withdrawPledge"), idn).thenRefused("pledgeOver");
});

it("PL10 an answer stands with its question", () => {
	const asked = run(as("submitted").state, { ...act("requestChange"), question: "How many beds?" }, desk);
	const answered = run(asked, { ...act("submitPledge"), answer: "Twenty." }, idn);
	expect(after(answered)).toMatchObject({
		question: null,
		questions: [{ text: "How many beds?", answer: "Twenty.", answeredAt: start }],
	});
});

it("PL4 a cleared pledge is put next to be announced, and taken back", () => {
	as("submitted").when(act("cuePledge"), idn).thenRefused("pledgeNotCleared");
	as("accepted").when(act("uncuePledge"), idn).thenRefused("pledgeNotCued");
	const cued = as("accepted", {}, speaking).when(act("cuePledge"), idn).then({ type: "PledgeCued" });
	given(cued).when(act("uncuePledge"), desk).then({ type: "PledgeUncued" });
	given(cued).when(act("announcePledge"), idn).then({ type: "PledgeAnnounced" });
});

it("PL4 the announcement is bound to the statement and its second", () => {
	const state = as("accepted", {}, speaking).state;
	const at = start + seconds(83);
	given(state)
		.when(act("announcePledge"), { ...idn, at })
		.then({ type: "PledgeAnnounced", data: { statementId: "s-idn", second: 83 } });
	const next = run(state, giveFloor("e-ury", "s-idn"), {
		...{ as: "rwa-chair", newId: "s-ury" },
		at: start + seconds(90),
	});
	given(next)
		.when(act("announcePledge"), { ...desk, at: start + seconds(200) })
		.then({ type: "PledgeAnnounced", data: { announcement: "desk", statementId: "s-idn", second: 90 } });
});

it("PL21 the words of the floor, the delivery and the rates are the desk's to note", () => {
	const deliver = { ...act("recordDelivered"), words: "Two hospitals." };
	as("writing").when(deliver, desk).thenRefused("pledgeNotSpoken");
	const spoken = run(as("accepted", {}, speaking).state, act("announcePledge"), idn);
	const noted = given(spoken).when(deliver, desk).then({ type: "PledgeDelivered" });
	expect(after(noted).delivered).toBe("Two hospitals.");
	expect(view(publicAudience, noted).pledges.pledges.get(pledgeId)?.delivered).toBeNull();
	const report = (percent: 50 | null) => ({
		...act("reportDelivery"),
		...{ stage: "inProgress" as const, percent, readiness: null, money: null },
	});
	given(spoken).when(report(null), desk).thenRefused("percentNeeded");
	as("accepted").when(report(50), desk).thenRefused("pledgeNotAnnounced");
	expect(after(run(spoken, report(50), desk)).delivery).toMatchObject({ percent: 50, at: start });
	const rate = (currency: string) => ({
		type: "giveRate" as const,
		...{ currency, dollars: 0.0008, day: "2021-12-07" },
	});
	given(ready).when(rate("XYZ"), desk).thenRefused("unknownCurrency");
	const won = as("writing", { amount: { unit: "money", value: 10_000_000, currency: "KRW" } }).state;
	expect(tally(won).quantities).toMatchObject([{ currency: "KRW", value: 10_000_000, dollars: null }]);
	expect(tally(run(won, rate("KRW"), desk)).quantities).toMatchObject([{ dollars: 8000 }]);
});
