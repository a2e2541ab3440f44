import { expect, it } from "vitest";
import { parseCommand } from "../../shared/conference/decider.ts";
import { content } from "../support/factories.ts";

const drafted = (title: string) => {
	const command = parseCommand({ type: "draftPledge", delegationId: "idn", content: content({ title }) });
	return command?.type === "draftPledge" ? command.content.title : undefined;
};

it("takes out what nobody types: controls, and marks that turn the direction of what follows", () => {
	expect(drafted(" A hospital\u0000 \u202Eevil\u202C\u2066 ")).toBe("A hospital evil");
	expect(drafted("مستشفى\tمن المستوى\nالثاني")).toBe("مستشفى\tمن المستوى\nالثاني");
	expect(drafted("\u0007\u202E")).toBeUndefined();
});

it("refuses what is too long, and what is no text", () => {
	expect(drafted("x".repeat(10_000))).toBeUndefined();
	expect(drafted("x".repeat(200))).toHaveLength(200);
	expect(
		parseCommand({ type: "submitPledge", pledgeId: "p", __proto__: null, constructor: 1 }),
	).toBeUndefined();
});
