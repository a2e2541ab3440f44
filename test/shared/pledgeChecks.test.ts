import { expect, it } from "vitest";
import { checksOf } from "../../shared/conference/pledgeChecks.ts";
import { content } from "../support/factories.ts";

const bare = { title: "Help", needId: null, quantity: 0 };

it("PL20 a pledge that says nothing meets no check, and stands all the same", () => {
	expect(checksOf(content(bare))).toEqual({
		...{ specific: false, measurable: false, dated: false, contact: false },
	});
});

it.each([
	["specific", { title: "A level 2 hospital", details: "With twenty beds." }],
	["measurable", { amount: { unit: "persons" as const, value: 60 } }],
	["measurable", { needId: "hospitals", quantity: 1 }],
	["dated", { availableFrom: "2022-03" }],
	["dated", { readinessDays: 60 }],
	["contact", { contact: "pledges@example.org" }],
	["contact", { contact: "+82 2 1234 5678" }],
] as const)("PL20 it is %s by %j", (check, more) => {
	expect(checksOf(content({ ...bare, ...more }))[check]).toBe(true);
});

it("PL20 a name alone is no contact", () => {
	expect(checksOf(content({ contact: "The military adviser" })).contact).toBe(false);
});
