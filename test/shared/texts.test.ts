import { expect, it } from "vitest";
import { due } from "../../shared/conference/due.ts";
import type { State } from "../../shared/conference/state.ts";
import { readingMs } from "../../shared/conference/texts.ts";
import { given, minutes, run, seconds, start } from "../support/decider.ts";
import { fileNamed, giveFloor, inscribe, inscribed, sitting, speaking } from "../support/factories.ts";

const segmentId = "statements-1";
const chair = { as: "rwa-chair" };
const idn = { as: "idn-minister" };
const file = (letter: string, language: "en" | "fr" = "en", delegationId = "idn") => ({
	type: "fileText" as const,
	segmentId,
	delegationId,
	language,
	fileId: fileNamed(letter),
	words: 480,
});
const withdraw = (textId: string) => ({ type: "withdrawText" as const, textId });
const publish = (textId: string, statementId: string) => ({
	type: "publishText" as const,
	textId,
	statementId,
});
const filed = (from: State) => run(from, file("a"), { ...idn, newId: "t" });
const published = (state: State) => state.texts.texts.get("t")?.published;

it("TX1 a text is filed for a statement, one in each language, by its delegation", () => {
	const one = given(inscribed)
		.when(file("a"), { ...idn, newId: "t", at: start + 5 })
		.then({
			type: "TextFiled",
			data: { text: { id: "t", fileId: fileNamed("a"), filedAt: start + 5, published: null } },
		});
	given(one).when(file("a"), idn).thenRefused("sameText");
	const two = run(one, file("b", "fr"), { ...idn, newId: "t-fr" });
	expect([...two.texts.texts.keys()]).toEqual(["t", "t-fr"]);
	// Another in the same language takes the place of the first.
	const other = run(two, file("c"), { ...idn, newId: "t-new" });
	expect([...other.texts.texts.values()].map(({ id, fileId }) => [id, fileId])).toEqual([
		["t", fileNamed("c")],
		["t-fr", fileNamed("b")],
	]);
	given(two).when(withdraw("t-fr"), idn).then({ type: "TextWithdrawn" });
	given(two).when(withdraw("t-none"), { as: "system" }).thenRefused("unknownText");
	for (const as of ["ury-minister", "rwa-chair", "desk", "idn-reader"]) {
		given(two).when(withdraw("t"), { as }).thenRefused("notAllowed");
		given(two).when(file("d"), { as }).thenRefused("notAllowed");
	}
	given(inscribed)
		.when({ ...file("a"), segmentId: "nowhere" }, idn)
		.thenRefused("unknownSegment");
	given(inscribed)
		.when({ ...file("a"), segmentId: "closing-1" }, idn)
		.thenRefused("noListInSegment");
	given(inscribed)
		.when(file("a", "en", "atlantis"), { as: "system" })
		.thenRefused("unknownDelegation");
});

it("TX2 a text takes as long as its words at 120 a minute", () => {
	expect([1, 120, 300, 480].map(readingMs)).toEqual([500, minutes(1), minutes(2.5), minutes(4)]);
});

it("TX3 a text is public when its statement is delivered and the call can no longer be taken back", () => {
	const during = filed(speaking);
	expect(due(during, start + minutes(9))).toEqual([]);
	given(during).when(publish("t", "s-idn"), { as: "system" }).thenRefused("notDelivered");
	const end = start + minutes(3);
	const delivered = run(during, { type: "yieldFloor", statementId: "s-idn" }, { ...idn, at: end });
	const at = end + seconds(10) + 1;
	given(delivered)
		.when(publish("t", "s-idn"), { as: "system", at: at - 1 })
		.thenRefused("notDelivered");
	expect(due(delivered, at - 1)).toEqual([]);
	const [first, ...others] = due(delivered, at);
	expect(others).toEqual([]);
	expect(first).toEqual({
		at,
		commandId: "due-publish-t-s-idn",
		command: publish("t", "s-idn"),
	});
	given(delivered).when(publish("t", "s-other"), { as: "system", at }).thenRefused("notDelivered");
	given(delivered).when(publish("t", "s-idn"), { as: "desk", at }).thenRefused("notAllowed");
	const after = given(delivered)
		.when(first!.command, { as: "system", at })
		.then({ type: "TextPublished", data: { text: { published: { statementId: "s-idn", at } } } });
	expect(due(after, at + minutes(9))).toEqual([]);
	given(after).when(file("b"), idn).thenRefused("textPublished");
	given(after).when(withdraw("t"), idn).thenRefused("textPublished");
	given(after).when(publish("t", "s-idn"), { as: "system", at }).thenRefused("textPublished");
	given(after).when(file("b", "fr"), idn).then({ type: "TextFiled" });
});

it("TX3 what is taken back at the last moment is not public before", () => {
	const at = start + minutes(3);
	const next = run(filed(speaking), giveFloor("e-ury", "s-idn"), { ...chair, at, newId: "s-ury" });
	const last = at + seconds(10);
	expect(due(next, last)).toEqual([]);
	const back = run(next, { type: "takeBackCall", statementId: "s-ury" }, { ...chair, at: last });
	expect(due(back, at + minutes(1))).toEqual([]);
	given(next)
		.when({ type: "takeBackCall", statementId: "s-ury" }, { ...chair, at: last + 1 })
		.thenRefused("nothingToUndo");
	expect(due(next, last + 1).map(({ commandId }) => commandId)).toEqual(["due-publish-t-s-idn"]);
});

it("TX3 who was absent, or called by mistake, has delivered nothing", () => {
	const absent = run(
		filed(speaking),
		{ type: "markAbsent", segmentId, entryId: "e-idn" },
		{ ...chair, at: start + 5 },
	);
	expect(due(absent, start + minutes(5))).toEqual([]);
	const mistake = run(
		filed(speaking),
		{ type: "takeBackCall", statementId: "s-idn" },
		{ ...chair, at: start + 5 },
	);
	expect(due(mistake, start + minutes(5))).toEqual([]);
	expect(published(mistake)).toBeNull();
});

it("TX3 ST3 the text of a written statement is public at once, a text filed afterwards when it is filed", () => {
	const written = run(filed(sitting), inscribe("idn", { mode: "written" }), { ...idn, newId: "e" });
	const made = run(written, { type: "makeInWriting", segmentId, entryId: "e" }, { ...idn, newId: "s" });
	expect(due(made, start).map(({ command }) => command)).toEqual([publish("t", "s")]);
	const spoken = run(speaking, { type: "yieldFloor", statementId: "s-idn" }, idn);
	const late = run(spoken, file("a"), { ...idn, newId: "t", at: start + minutes(30) });
	expect(due(late, start + minutes(30)).map(({ at }) => at)).toEqual([start + minutes(30)]);
});
