import { describe, expect, test } from "vitest";
import type {
	Sheet,
	SheetGround,
} from "../../client/screens/secretariat/programme/import/inscriptionSheet.ts";
import { readSheet } from "../../client/screens/secretariat/programme/import/inscriptionSheet.ts";
import type { Delegation } from "../../shared/conference/delegations.ts";
import { listOf } from "../../shared/conference/selectors.ts";
import type { Entry } from "../../shared/conference/speakersList.ts";
import { emptyState } from "../../shared/conference/state.ts";
import { person } from "../support/factories.ts";

function member(id: string, flag: string, en: string, fr: string, ar: string): Delegation {
	const name = { en, fr, ar };
	const formalName = { en: `Republic of ${en}` };
	return { id, kind: "memberState", flag, monogram: null, name, formalName, region: null, named: true };
}

const delegations = new Map(
	[
		member("civ", "ci", "Côte d’Ivoire", "Côte d’Ivoire", "كوت ديفوار"),
		member("deu", "de", "Germany", "Allemagne", "ألمانيا"),
		member("egy", "eg", "Egypt", "Égypte", "مصر"),
		member("nor", "no", "Norway", "Norvège", "النرويج"),
		member("ury", "uy", "Uruguay", "Uruguay", "أوروغواي"),
	].map((each) => [each.id, each]),
);

function entry(delegationId: string, status: Entry["status"]): [string, Entry] {
	const id = `entry-${delegationId}`;
	const none = {
		speakerId: null,
		level: null,
		onBehalfOf: null,
		expectedMs: null,
		slot: null,
		lateReason: null,
	};
	const still = {
		moved: null,
		swapped: null,
		absentAt: null,
		jointly: [],
		mode: "live",
		language: "en",
	} as const;
	return [id, { id, delegationId, status, inscribedAt: 0, ...none, ...still }];
}

const ground: SheetGround = {
	delegations,
	representatives: [
		person("deu-1", "delegate", "deu", ["speak"]),
		person("deu-2", "delegate", "deu", ["read"]),
		person("nor-1", "delegate", "nor", ["speak"]),
	],
	names: new Map([
		["deu-1", { name: "Jürgen Weiß" }],
		["deu-2", { name: "Anna Vogel" }],
		["nor-1", { name: "Kari Nordmann" }],
	]),
	list: { ...listOf(emptyState(), "s"), entries: new Map([entry("ury", "waiting"), entry("nor", "called")]) },
	speaking: null,
	usualLanguage: "en",
};

function rowsOf(text: string, on: SheetGround = ground) {
	const sheet: Sheet = readSheet(text, on);
	if ("problem" in sheet) throw new Error(`The sheet was not read: ${sheet.problem.code}`);
	return sheet.rows;
}

const codesOf = (text: string, on?: SheetGround) =>
	rowsOf(text, on).map(({ problems }) => problems.map(({ code }) => code));

const plain = {
	speakerId: null,
	level: null,
	language: "en",
	onBehalfOf: null,
	jointly: [],
	mode: "live",
	expectedMs: null,
};

describe("SL19 a sheet of inscriptions", () => {
	test("is read with every column", () => {
		const text = [
			"delegation,speaker,level,language,on_behalf_of,jointly,mode,expected",
			'deu,jurgen weiß,m,French,"Group of Friends, enlarged",civ; EGY,recorded,3:30',
		].join("\r\n");
		expect(rowsOf(text).map(({ inscription }) => inscription)).toEqual([
			{
				delegationId: "deu",
				speakerId: "deu-1",
				level: "M",
				language: "fr",
				onBehalfOf: "Group of Friends, enlarged",
				jointly: ["civ", "egy"],
				mode: "recorded",
				expectedMs: 210_000,
			},
		]);
	});

	test("names delegations by id, code, or name in three languages, with or without accents", () => {
		const text = "delegation\ncote d'ivoire\nDE\nÉGYPTE\n";
		expect(rowsOf(text).map(({ inscription }) => inscription)).toEqual([
			{ delegationId: "civ", ...plain },
			{ delegationId: "deu", ...plain },
			{ delegationId: "egy", ...plain },
		]);
		expect(rowsOf("delegation\nألمانيا\nRepublic of Egypt").map((row) => row.delegationId)).toEqual([
			"deu",
			"egy",
		]);
	});

	test.each([
		["commas", "delegation,mode\ndeu,written"],
		["semicolons", "delegation;mode\ndeu;written"],
		["tabs", "delegation\tmode\ndeu\twritten"],
		["a byte order mark", "\uFEFFdelegation,mode\r\ndeu,written\r\n"],
		["quotes and other letters", '"Delegation";" MODE "\n"deu";"Written"'],
		["empty lines and columns", "\n\ndelegation,mode,,\n,,,\ndeu,written,,\n\n"],
	])("may be written with %s", (_how, text) => {
		expect(rowsOf(text).map(({ inscription }) => inscription)).toEqual([
			{ delegationId: "deu", ...plain, mode: "written" },
		]);
	});

	test("numbers its rows as the spreadsheet does", () => {
		expect(rowsOf("\ndelegation\ndeu\n\negy").map(({ row }) => row)).toEqual([3, 5]);
	});

	test.each([
		["unknownDelegation", "delegation\nAtlantis"],
		["delegationMissing", "delegation,mode\n,live"],
		["alreadyOnList", "delegation\nUruguay"],
		["unknownSpeaker", "delegation,speaker\ndeu,Kari Nordmann"],
		["unknownSpeaker", "delegation,speaker\ndeu,Anna Vogel"],
		["unknownLevel", "delegation,level\ndeu,King"],
		["unknownLanguage", "delegation,language\ndeu,Klingon"],
		["unknownMode", "delegation,mode\ndeu,sung"],
		["unknownJointly", "delegation,jointly\ndeu,civ;Atlantis"],
		["jointlyWithSelf", "delegation,jointly\ndeu,Germany"],
		["jointlyWithSelf", "delegation,jointly\ndeu,civ;CI"],
		["badTime", "delegation,expected\ndeu,4"],
		["badTime", "delegation,expected\ndeu,-3:00"],
		["badTime", "delegation,expected\ndeu,3:75"],
		["badTime", "delegation,expected\ndeu,0:05"],
		["badTime", "delegation,expected\ndeu,61:00"],
		["tooManyColumns", "delegation,mode\ndeu,live,extra"],
		["groupTooLong", `delegation,on_behalf_of\ndeu,${"x".repeat(121)}`],
		["misquoted", 'delegation,on_behalf_of\ndeu,"The Group'],
	])("says of a row: %s", (code, text) => {
		expect(codesOf(text)).toEqual([[code]]);
		expect(rowsOf(text)[0]?.inscription).toBeNull();
	});

	test("names a delegation once; the first row stands", () => {
		const rows = rowsOf("delegation\ndeu\negy\nGermany");
		expect(rows.map(({ problems }) => problems)).toEqual([[], [], [{ code: "twice", value: "Germany" }]]);
		expect(rows[0]?.inscription).not.toBeNull();
	});

	test("says all that is wrong with a row", () => {
		expect(codesOf("delegation,level,mode,expected\nAtlantis,King,sung,soon")).toEqual([
			["unknownDelegation", "unknownLevel", "unknownMode", "badTime"],
		]);
	});

	test("SL2 a delegation that was heard is added again, and it says so; one that has the floor is not", () => {
		expect(rowsOf("delegation\nnor\ndeu").map(({ isAgain }) => isAgain)).toEqual([true, false]);
		expect(codesOf("delegation\nnor", { ...ground, speaking: "nor" })).toEqual([["alreadyOnList"]]);
	});

	test("keeps a formula as the text that it is", () => {
		const [row] = rowsOf('delegation,on_behalf_of\ndeu,"=HYPERLINK(""http://x"",""y"")"');
		expect(row?.inscription?.onBehalfOf).toBe('=HYPERLINK("http://x","y")');
		expect(codesOf("delegation\n=1+1")).toEqual([["unknownDelegation"]]);
	});

	test.each([
		["", { code: "empty" }],
		["delegation,mode\n\n", { code: "empty" }],
		["speaker,mode\nx,live", { code: "noDelegationColumn" }],
		["delegation,colour\ndeu,red", { code: "unknownColumn", column: "colour" }],
		["delegation,mode,Mode\ndeu,live,live", { code: "columnTwice", column: "mode" }],
	])("without a usable header is not read: %j", (text, problem) => {
		expect(readSheet(text, ground)).toEqual({ problem });
	});
});
