import { expect, test } from "vitest";
import { readPledgeFile } from "../../client/screens/secretariat/pledges/pledgeFile.ts";
import { ready } from "../support/factories.ts";

const read = (...rows: string[]) =>
	readPledgeFile(["delegation,title,category,stage,need,quantity", ...rows].join("\n"), ready);

test("PL19 a bad row is named by its row in the sheet, whether a cell or a rule refuses it", () => {
	const file = read(
		"kor,Courses,training,announced,,",
		"idn,,medical,made,,2.5",
		"atlantis,Ships,training,,,",
		"idn,Hospital,medical,,hospitals,0",
	);
	if ("problem" in file) throw new Error(file.problem.code);
	expect(file.rows).toBe(4);
	expect(file.pledges).toHaveLength(3);
	expect(file.bad).toEqual([
		...["title", "quantity", "stage"].map((column) => ({
			row: 3,
			cell: expect.objectContaining({ row: 3, column }),
		})),
		{ row: 4, rejection: { code: "unknownDelegation", params: { delegationId: "atlantis" } } },
		{ row: 5, rejection: expect.objectContaining({ code: "quantityNeeded" }) },
	]);
});

test("PL19 a sheet of which every row can be taken names none", () => {
	expect(read("kor,Courses,training,,,", "idn,Hospital,medical,accepted,hospitals,2")).toMatchObject({
		rows: 2,
		bad: [],
	});
});

test("what is no sheet of pledges says why", () => {
	expect(readPledgeFile("delegation,colour\nkor,red", ready)).toEqual({
		problem: { code: "unknownColumn", column: "colour" },
	});
});
