import { expect, it } from "vitest";
import { plainContent } from "../../shared/conference/pledgeFold.ts";
import type { ImportedPledge } from "../../shared/conference/pledgeImport.ts";
import { pledgeSheet, readPledgeSheet } from "../../shared/pledges/sheet.ts";

const plain: ImportedPledge = {
	delegationId: "kor",
	stage: "announced",
	content: {
		...plainContent,
		title: "Helicopters",
		details: null,
		kind: "new",
		category: "aviation",
		needId: null,
		quantity: 0,
		contact: null,
	},
};
const full: ImportedPledge = {
	delegationId: "idn",
	stage: "accepted",
	content: {
		...plain.content,
		title: '=SUM("1", 2); a title',
		details: "Two lines,\nand a comma",
		language: "fr",
		kind: "enhanced",
		earlier: { pledgeId: null, reference: "Summit 2015", quantity: 2 },
		form: "joint",
		parts: [
			{ id: "part-1", delegationId: "kor", role: "hosts", text: "a base: north; south \\ west" },
			{ id: "part-2", delegationId: null, role: "finances", text: "fuel" },
		],
		priorities: ["mobility", "medical"],
		plannedFor: "session-1",
		needId: "heli",
		quantity: 3,
		amount: { unit: "money", value: 5_000_000, currency: "USD" },
		conditions: "-if approved",
		availableFrom: "2022-06",
		availableTo: "2022-07-01",
		readinessDays: 60,
		classification: "participants",
		evidence: ["https://example.org/a;b", "https://example.org/c"],
		contact: "@desk",
	},
};

it("PL19 what is written as a sheet is read back as it was", () => {
	expect(readPledgeSheet(pledgeSheet([plain, full]))).toEqual({
		pledges: [
			{ row: 2, pledge: plain },
			{ row: 3, pledge: full },
		],
		problems: [],
	});
});

it.each([
	["title", "", "missing"],
	["language", "Klingon", "badCell"],
	["quantity", "1.5", "badNumber"],
	["amount", "many", "badNumber"],
	["partners", "idn:waves:hands", "badCell"],
	["availableFrom", "2022-13", "badCell"],
	["evidence", "http://example.org", "badCell"],
	["stage", "confirmed", "badCell"],
])("PL19 a bad cell is named by row and column: %s %j", (column, value, code) => {
	const cells: Record<string, string> = {
		delegation: "kor",
		title: "T",
		category: "aviation",
		[column]: value,
	};
	if (column === "amount") cells.unit = "persons";
	const sheet = `${Object.keys(cells).join(",")}\n${Object.values(cells).join(",")}\n`;
	expect(readPledgeSheet(sheet)).toEqual({ pledges: [], problems: [{ row: 2, column, code, value }] });
});

it("a sheet may be written with other marks and spaced names of columns", () => {
	const sheet = "Delegation;Title;Category;Available from\nkor;T;aviation;2022-06\n";
	expect(readPledgeSheet(sheet)).toMatchObject({
		pledges: [{ row: 2, pledge: { content: { title: "T", availableFrom: "2022-06" } } }],
	});
	expect(readPledgeSheet("delegation,colour\nkor,red\n")).toEqual({
		problem: { code: "unknownColumn", column: "colour" },
	});
});
