import { expect, it } from "vitest";
import type { PledgeContent } from "../../../shared/conference/pledge.ts";
import { House, segmentId, sit, userAgent } from "../../support/canary/house.ts";
import { plantedBy } from "../../support/canary/planted.ts";
import type { PrivateText } from "../../support/canary/privateFields.ts";
import { delegation, everybody, room, type Viewer } from "../../support/canary/viewers.ts";
import { content, inscribe } from "../../support/factories.ts";

/** A joint pledge of Indonesia and Uruguay with something planted in every text of it, another in each stage. */
function full(house: House, stage: string, year: number, currency: string): PledgeContent {
	const [from, to, money] = [`${year}-03`, `${year + 20}-03-17`, currency];
	for (const text of [from, to, money]) house.uncommon.add(text);
	return content({
		title: `canary-title-${stage}`,
		details: `canary-details-${stage} with more words`,
		kind: "enhanced",
		earlier: { pledgeId: null, reference: `canary-reference-${stage}`, quantity: 0 },
		form: "joint",
		parts: [{ id: "p1", delegationId: "ury", role: "trains", text: `canary-part-${stage}` }],
		offeredTo: { to: "mission", name: `canary-mission-${stage}` },
		amount: { unit: "money", value: 1000, currency: money },
		conditions: `canary-conditions-${stage}`,
		availableFrom: from,
		availableTo: to,
		evidence: [`https://canary.example/${stage}`],
		contact: `canary-contact-${stage}`,
	});
}

const desk = ["desk"] as const;
const authors: readonly Viewer[] = [...delegation, ...desk];
/** With the partner and the podium, before which it is about to be announced. */
const cleared: readonly Viewer[] = ["reader", "ownChair", "otherDelegate", "presiding", "coChair", "desk"];
/** With the partner, which was told. */
const parties: readonly Viewer[] = ["reader", "ownChair", "otherDelegate", "desk"];

it("VI1-VI3 PL16 every private field of a pledge reaches exactly those whom it is for, at every stage of its life", async () => {
	const house = await House.open();
	await sit(house);
	/** Who is to have read what of a stage, by its mark. Asked again at the end: nothing that was hidden comes out later. */
	const expectations: (() => void)[] = [];
	const expectHeard = (texts: readonly PrivateText[], who: Partial<Record<string, readonly Viewer[]>>) => {
		expect(texts.length).toBeGreaterThan(0);
		for (const { path, secrecy, text } of texts) {
			// A short text is looked for as the value that it is, since chance letters may spell it anywhere.
			const wanted = text.length < 6 ? `"${text}"` : text;
			expect(house.heard(wanted), `${path} ${text}`).toEqual(who[secrecy]);
		}
	};
	const settle = async (texts: readonly PrivateText[], who: Partial<Record<string, readonly Viewer[]>>) => {
		await house.sweep();
		expectHeard(texts, who);
	};
	const staysAt = (texts: readonly PrivateText[], who: Partial<Record<string, readonly Viewer[]>>) =>
		expectations.push(() => expectHeard(texts, who));

	const draft = full(house, "draft", 2031, "ISK");
	const drafted = { type: "draftPledge", delegationId: "idn", content: draft } as const;
	const draftTexts = house.note("draftPledge", drafted);
	const pledgeId = await house.act("idn-pledger", drafted);
	await settle(draftTexts, { untilPublic: delegation, secret: delegation });
	staysAt(draftTexts, { untilPublic: delegation, secret: delegation });

	const revise = async (stage: string, year: number, currency: string) => {
		const command = { type: "revisePledge", pledgeId, content: full(house, stage, year, currency) } as const;
		await house.act("idn-pledger", command);
		return house.note("revisePledge", command);
	};
	const alone = await revise("alone", 2032, "MGA");
	await house.act("idn-pledger", { type: "sharePledge", pledgeId });
	const shared = { untilPublic: ["reader", "ownChair", "otherDelegate"], secret: delegation } as const;
	await settle(alone, shared);
	staysAt(alone, shared);

	const revised = await revise("revised", 2033, "PYG");
	await house.act("idn-pledger", { type: "submitPledge", pledgeId });
	await settle(revised, { untilPublic: parties, secret: authors });
	staysAt(revised, { untilPublic: parties, secret: authors });

	await house.act("desk", { type: "requestChange", pledgeId, question: "canary-question" });
	const final = await revise("final", 2034, "LAK");
	await house.act("idn-pledger", { type: "submitPledge", pledgeId, answer: "canary-answer" });
	await settle(final, { untilPublic: parties, secret: authors });
	await house.act("desk", { type: "acceptPledge", pledgeId });
	await house.act("desk", { type: "cuePledge", pledgeId });
	await settle(final, { untilPublic: cleared, secret: authors });

	const entryId = await house.act("desk", inscribe("idn", { speakerId: "idn-minister" }));
	await house.act("rwa-chair", { type: "giveFloor", segmentId, entryId, after: null });
	await house.act("idn-minister", { type: "announcePledge", pledgeId });
	await settle(final, { untilPublic: everybody, secret: authors });
	staysAt(final, { untilPublic: everybody, secret: authors });
	const words = { type: "recordDelivered", pledgeId, words: "canary-delivered" } as const;
	await house.act("desk", words);
	await house.act("desk", { type: "confirmPledge", pledgeId });

	const better = full(house, "corrected", 2035, "UGX");
	const correction = {
		type: "correctPledge",
		pledgeId,
		content: better,
		reason: "canary-correction",
	} as const;
	await house.act("desk", correction);
	const corrected = house.note("correctPledge", correction);
	await settle(corrected, { untilPublic: everybody, secret: authors });

	// One that is rejected, and one that only participants may know, from an office's list.
	const other = await house.act("idn-pledger", {
		...{ type: "draftPledge", delegationId: "idn", content: content({ title: "canary-rejected" }) },
	});
	await house.act("idn-pledger", { type: "submitPledge", pledgeId: other });
	await house.act("desk", { type: "rejectPledge", pledgeId: other, reason: "canary-rejection" });
	const row = { ...full(house, "imported", 2036, "MMK"), classification: "participants" } as const;
	const pledges = [{ delegationId: "idn", content: row, stage: "announced" }] as const;
	house.note("importPledges", { type: "importPledges", pledges });
	const sent = { commandId: "canary-import-1", pledges };
	await house.send("desk", "POST", "/api/conferences/seoul/pledges/import", "pledgeImport", sent);
	await settle(house.note("pledgeImport", sent), { untilPublic: room, secret: authors });

	for (const canary of ["canary-question", "canary-answer", "canary-delivered", "canary-rejection"])
		expect(house.heard(canary), canary).toEqual(authors);
	expect(house.heard("canary-rejected")).toEqual(authors);
	// When it was drafted, submitted and cleared is not even in the announced pledge.
	const times = /"(?:draftedAt|submittedAt|acceptedAt|cuedAt)":\d/;
	expect(everybody.filter((viewer) => times.test(house.all(viewer)))).toEqual(authors);
	for (const ask of expectations) ask();
	expect(house.unplanted(plantedBy.pledges)).toEqual([]);

	expect(house.secrets.length).toBeGreaterThan(20);
	for (const secret of house.secrets) expect(house.heard(secret)).toEqual([]);
	expect(house.heard(userAgent)).toEqual([]);
	// No answer tells where the server stands or what went wrong within, and no log what anybody wrote.
	for (const viewer of everybody)
		expect(house.all(viewer)).not.toMatch(/node_modules|file:\/\/|\.ts:\d|at [\w.]+ \(|SQLITE/);
	expect(house.log).not.toMatch(/canary/);
	for (const secret of house.secrets) expect(house.log).not.toContain(secret);
}, 60_000);
