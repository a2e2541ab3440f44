import { expect, it } from "vitest";
import { given, run, start } from "../support/decider.ts";
import { giveFloor, inscribe, ready, sitting } from "../support/factories.ts";

const write = (text: string, channel: "fr" | "en" = "fr") => ({
	type: "writeCaption" as const,
	channel,
	text,
});
const captioner = { as: "fr-captioner", at: start + 1 };
const speaking = given(
	sitting,
	[inscribe("idn"), { as: "desk", newId: "e" }],
	[inscribe("ury"), { as: "desk", newId: "f" }],
	[giveFloor("e"), { as: "rwa-chair", newId: "s" }],
).state;

it("CA1 a captioner writes in one language while a meeting sits", () => {
	given(ready).when(write("Merci."), captioner).thenRefused("meetingNotOpen");
	given(sitting)
		.when(write("Merci."), captioner)
		.then({ type: "CaptionWritten", data: { language: "fr", statementId: null, text: "Merci." } });
	given(sitting).when(write("Thank you.", "en"), captioner).thenRefused("notAllowed");
	given(sitting).when(write("Merci."), { as: "fr-booth-1" }).thenRefused("notAllowed");
});

it("CA2 each line is on the record with its statement, and the last three are shown", () => {
	const lines = ["un", "deux", "trois", "quatre"];
	let state = speaking;
	for (const line of lines)
		state = given(state)
			.when(write(line), captioner)
			.then({ type: "CaptionWritten", data: { statementId: "s", text: line } });
	expect(state.captions.lines.get("fr")?.map(({ text }) => text)).toEqual(["deux", "trois", "quatre"]);
	expect(state.captions.lines.has("en")).toBe(false);
});

it("CA3 lines of two speakers never stand together", () => {
	const said = run(speaking, write("un"), captioner);
	const next = given(said, [giveFloor("f", "s"), { as: "rwa-chair", newId: "t" }]).state;
	const then = run(next, write("deux"), captioner);
	expect(then.captions.lines.get("fr")).toEqual([{ at: start + 1, statementId: "t", text: "deux" }]);
});

it("CA4 with the meeting its captions end", () => {
	const said = run(sitting, write("un"), captioner);
	const closed = run(said, { type: "closeMeeting", meetingId: "session-1" }, { as: "rwa-chair" });
	expect(closed.captions.lines.size).toBe(0);
});
