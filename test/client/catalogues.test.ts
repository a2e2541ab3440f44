import { globSync, readFileSync } from "node:fs";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { intlTag } from "../../client/i18n/languages.ts";
import { pseudo } from "../../client/i18n/pseudo.ts";
import { noticeKinds } from "../../client/screens/notice/NoticePage.tsx";
import { levels, rights, roles } from "../../shared/conference/common.ts";
import { delegationKinds } from "../../shared/conference/definition.ts";
import {
	amountUnits,
	classifications,
	deliveryStages,
	moneyStages,
	partnerRoles,
	pledgeForms,
	readinessLevels,
} from "../../shared/conference/pledge.ts";
import { pledgeChecks } from "../../shared/conference/pledgeChecks.ts";
import { orderCriteria } from "../../shared/conference/procedure.ts";
import { rejectionCodes } from "../../shared/conference/rejection.ts";
import { interfaceLanguages } from "../../shared/protocol/locale.ts";
import { isNode, parseSource, quotedTexts, type SyntaxNode } from "../support/sourceTexts.ts";

type Catalogue = Record<string, string>;
const folder = new URL("../../client/i18n/messages/", import.meta.url);
const read = (language: string) =>
	JSON.parse(readFileSync(new URL(`${language}.json`, folder), "utf8")) as Catalogue;
const english = read("en");
const others = interfaceLanguages.filter((language) => language !== "en");

/** Messages whose translation is rightly the same word as the English one. */
const sameAsEnglish: Record<string, readonly string[]> = {
	fr: [
		"audience.dateTime",
		"audience.tabProgramme",
		"audience.viewInitiative",
		"delegate.tabProgramme",
		"operator.decibels",
		"operator.kilobits",
		"operator.megabits",
		"operator.milliseconds",
		"podium.motions",
		"script.suspend",
		"speakercategory.organisations",
	],
	ar: ["screen.band"],
	zh: ["operator.kilobits", "operator.megabits"],
	ru: ["audience.dateTime", "common.keyEnter", "pledgeform.matchOption", "screen.band"],
	es: [
		"audience.dateTime",
		"desk.reference",
		"operator.decibels",
		"operator.kilobits",
		"operator.megabits",
		"operator.milliseconds",
		"pledgeform.matchOption",
		"procedure.no",
		"screen.band",
	],
	ko: [
		"common.keyEnter",
		"operator.decibels",
		"operator.kilobits",
		"operator.megabits",
		"operator.milliseconds",
		"screen.band",
	],
};

/** Names of arguments and tags, and the plurals with their categories. */
function inspect(message: MessageFormatElement[]) {
	const names = new Set<string>();
	const plurals: { name: string; ordinal: boolean; categories: string[] }[] = [];
	const visit = (elements: MessageFormatElement[]): void => {
		for (const element of elements) {
			switch (element.type) {
				case TYPE.literal:
				case TYPE.pound:
					break;
				case TYPE.tag:
					names.add(`<${element.value}>`);
					visit(element.children);
					break;
				case TYPE.plural:
					names.add(element.value);
					plurals.push({
						name: element.value,
						ordinal: element.pluralType === "ordinal",
						categories: Object.keys(element.options).filter((category) => !category.startsWith("=")),
					});
					for (const option of Object.values(element.options)) visit(option.value);
					break;
				case TYPE.select:
					names.add(element.value);
					for (const option of Object.values(element.options)) visit(option.value);
					break;
				default:
					names.add(element.value);
			}
		}
	};
	visit(message);
	return { names: [...names].sort(), plurals };
}

describe.each(interfaceLanguages)("the catalogue %s", (language) => {
	const catalogue = read(language);
	const entries = Object.entries(catalogue);

	test("is sorted, so that two people's additions do not collide", () => {
		expect(Object.keys(catalogue)).toEqual(Object.keys(catalogue).sort());
	});

	test("names its messages area.name", () => {
		expect(Object.keys(catalogue).filter((key) => !/^[a-z]+\.[A-Za-z0-9]+$/.test(key))).toEqual([]);
	});

	test("parses, and says something", () => {
		for (const [key, text] of entries) {
			expect(() => parse(text), key).not.toThrow();
			expect(text.trim(), key).toBe(text);
			expect(text, key).not.toBe("");
		}
	});

	test("has every plural category of the language and no other", () => {
		for (const [key, text] of entries)
			for (const plural of inspect(parse(text)).plurals) {
				const rules = new Intl.PluralRules(intlTag(language), {
					type: plural.ordinal ? "ordinal" : "cardinal",
				});
				const wanted = [...rules.resolvedOptions().pluralCategories].sort();
				expect([...plural.categories].sort(), `${key}, ${plural.name}`).toEqual(wanted);
			}
	});

	test("keeps to the words: no exclamation mark, no per cent, no straight apostrophe", () => {
		for (const [key, text] of entries) expect(text, key).not.toMatch(/[!%'"٪]/);
	});
});

describe.each(others)("the catalogue %s against English", (language) => {
	const catalogue = read(language);

	test("has the same messages", () => {
		expect(Object.keys(catalogue)).toEqual(Object.keys(english));
	});

	test("takes the same arguments and tags", () => {
		for (const [key, text] of Object.entries(catalogue))
			expect(inspect(parse(text)).names, key).toEqual(inspect(parse(english[key] ?? "")).names);
	});

	test("is translated", () => {
		const same = Object.entries(catalogue).filter(([key, text]) => text === english[key]);
		expect(same.map(([key]) => key).sort()).toEqual([...(sameAsEnglish[language] ?? [])].sort());
	});
});

/**
 * Messages whose name is put together of an area and a value, with every value there is. The type of
 * `MessageId` makes sure that each is in the catalogue; this list, that the catalogue holds no others.
 */
const composed: Record<string, readonly string[]> = {
	criterion: orderCriteria,
	figurerule: [
		"all",
		"confirmed",
		"writing",
		"incomplete",
		"category",
		"priority",
		"need",
		"delegation",
		"session",
		"unit",
		"partnership",
		"novelty",
		"time",
		"text",
		"filling",
	],
	delegationkind: [...delegationKinds, "staff"],
	linkstate: ["revoked", "expired", "used", "unused"],
	list: ["notOpen", "open", "closing", "closed"],
	liststatus: ["notOpen", "open", "closing", "closed"],
	meeting: ["planned", "open", "suspended", "closed"],
	meetingstatus: ["planned", "open", "suspended", "closed"],
	notice: noticeKinds.flatMap((kind) => [kind, `${kind}Next`]),
	party: ["chair", "secretariat", "operator"],
	placelevel: [...levels, "none"],
	amountunit: [...amountUnits, "money"],
	classification: classifications,
	deliverystage: deliveryStages,
	moneystage: moneyStages,
	readinesslevel: readinessLevels,
	partrole: partnerRoles,
	partstatus: ["open", "confirmed", "declined"],
	pledgeadvice: pledgeChecks.flatMap((check) => [check, `${check}Met`]),
	pledgecell: ["missing", "badCell", "badNumber", "tooManyCells", "misquoted"],
	pledgeformkind: pledgeForms,
	pledgeformnote: pledgeForms,
	pledge: [
		"draft",
		"submitted",
		"query",
		"cleared",
		"announced",
		"confirmed",
		"withdrawn",
		"cued",
		"rejected",
		"merged",
	],
	pledgekind: ["new", "enhanced", "reaffirmed"],
	pledgekindnote: ["new", "enhanced", "reaffirmed"],
	rank: levels,
	refusal: rejectionCodes,
	right: rights,
	rightnote: rights,
	role: roles,
	rowstitle: ["all", "confirmed", "writing", "incomplete", "filling"],
	segment: ["planned", "running", "ended"],
	segmentstatus: ["planned", "running", "ended"],
	sheetrow: [
		"alreadyOnList",
		"badTime",
		"delegationMissing",
		"groupTooLong",
		"jointlyWithSelf",
		"misquoted",
		"tooManyColumns",
		"twice",
		"unknownDelegation",
		"unknownJointly",
		"unknownLanguage",
		"unknownLevel",
		"unknownMode",
		"unknownSpeaker",
	],
	sheettable: ["empty", "noDelegationColumn", "unknownColumn", "columnTwice"],
	slots: ["announced", "confirmed", "new", "gap", "beyond", "withdrawn", "partly"],
	speakercategory: ["observers", "organisations"],
	status: ["connecting", "connected", "reconnecting", "offline", "signedOut", "journalDown"],
	theme: ["system", "light", "dark"],
};

test("every message is said somewhere", () => {
	const { whole, stems } = quotedTexts("client/**/*.{ts,tsx}");
	const isSaid = (key: string) => {
		const [area = "", name = ""] = key.split(".");
		return whole.has(key) || composed[area]?.includes(name);
	};
	expect(Object.keys(english).filter((key) => !isSaid(key))).toEqual([]);
	expect(Object.keys(composed).filter((area) => !stems.has(`${area}.`))).toEqual([]);
});

test("the pseudo-locale is about 40 % longer and keeps arguments and tags", () => {
	let before = 0;
	let after = 0;
	const length = (elements: MessageFormatElement[]): number =>
		elements.reduce(
			(sum, element) => sum + (element.type === TYPE.literal ? [...element.value].length : 0),
			0,
		);
	for (const text of Object.values(english)) {
		const message = parse(text);
		const stretched = pseudo(message);
		expect(inspect(stretched)).toEqual(inspect(message));
		before += length(message);
		after += length(stretched);
	}
	expect(after / before).toBeGreaterThan(1.3);
	expect(after / before).toBeLessThan(1.7);
});

const spoken = new Set([
	"aria-label",
	"aria-description",
	"aria-valuetext",
	"title",
	"alt",
	"placeholder",
	"label",
]);
const letters = /\p{L}/u;

/** Finds text that a component writes itself instead of taking it from a catalogue. */
function hardCodedTexts(file: string, source: string): string[] {
	const found: string[] = [];
	const literal = (value: unknown): string | undefined => {
		if (!isNode(value)) return undefined;
		if (value.type === "Literal" && typeof value.value === "string") return value.value;
		if (value.type === "JSXExpressionContainer") return literal(value.expression);
		if (value.type === "TemplateLiteral")
			return (value.quasis as { value: { raw: string } }[]).map((quasi) => quasi.value.raw).join("");
		if (value.type === "ConditionalExpression")
			return [literal(value.consequent), literal(value.alternate)].filter(Boolean).join(" ");
		if (value.type === "LogicalExpression") return literal(value.right);
		return undefined;
	};
	const report = (text: string | undefined) => {
		if (text !== undefined && letters.test(text)) found.push(`${file}: ${text.trim()}`);
	};
	const visit = (node: unknown): void => {
		if (Array.isArray(node)) {
			for (const item of node) visit(item);
			return;
		}
		if (!isNode(node)) return;
		if (node.type === "JSXElement" || node.type === "JSXFragment") {
			const opening = node.openingElement as { name?: { name?: unknown } } | undefined;
			/* A key cap shows what is printed on the key. */
			const isKey = opening?.name?.name === "KeyCap";
			for (const child of node.children as SyntaxNode[]) {
				if (isKey) continue;
				if (child.type === "JSXText") report(String(child.value));
				else if (child.type === "JSXExpressionContainer") report(literal(child.expression));
			}
		}
		if (node.type === "JSXAttribute" && spoken.has(String((node.name as SyntaxNode).name)))
			report(literal(node.value));
		for (const value of Object.values(node)) visit(value);
	};
	visit(parseSource(file, source));
	return found;
}

describe("components", () => {
	const files = globSync("client/**/*.tsx");

	test("write no text of their own", () => {
		expect(files.length).toBeGreaterThan(20);
		expect(files.flatMap((file) => hardCodedTexts(file, readFileSync(file, "utf8")))).toEqual([]);
	});

	test.each([
		["<p>Call next</p>", "Call next"],
		['<p>{"Call next"}</p>', "Call next"],
		['<button aria-label="Close">{x}</button>', "Close"],
		['<img alt={open ? "open" : t("x")} />', "open"],
		["<i title={`about 4`} />", "about 4"],
	])("are caught when they do: %s", (jsx, text) => {
		expect(hardCodedTexts("sample.tsx", `export const sample = ${jsx};`)).toEqual([`sample.tsx: ${text}`]);
	});

	/* The server renders these into pages whose policy allows no style attribute. */
	test("of the public pages give every style by a class", () => {
		for (const file of files.filter((name) =>
			/client\/(ui|features|screens\/(audience|screen))\//.test(name),
		))
			expect(readFileSync(file, "utf8"), file).not.toMatch(/\bstyle=/);
	});
});
