import { describe, expect, test } from "vitest";
import { rollOf, supportersOfPresent } from "../../client/features/initiatives/roll.ts";
import { wordDiff } from "../../client/features/initiatives/wordDiff.ts";
import { draftOf, draftProblem, wordsOf } from "../../client/screens/console/initiatives/versionDraft.ts";
import type { Delegation } from "../../shared/conference/delegations.ts";
import type { Initiative, Support } from "../../shared/conference/initiatives.ts";

const marks = { same: "", added: "+", removed: "-" };

/** "We [-ask][+urge] all." */
function marked(before: string, after: string, language = "en"): string {
	return wordDiff(before, after, language)
		.map(({ kind, text }) => (kind === "same" ? text : `[${marks[kind]}${text}]`))
		.join("");
}

describe("what changed in a text", () => {
	test("is told word by word", () => {
		expect(marked("We ask all of them.", "We urge all of them.")).toBe("We [-ask][+urge] all of them.");
		expect(marked("We ask all.", "We ask all.")).toBe("We ask all.");
		expect(marked("", "Something new.")).toBe("[+Something new.]");
		expect(marked("Something old.", "")).toBe("[-Something old.]");
	});

	test("keeps phrases whole", () => {
		expect(marked("We will help some people soon.", "We will assist many people soon.")).toBe(
			"We will [-help some][+assist many] people soon.",
		);
	});

	test("takes a whole sentence for new, and not the end of the one before it", () => {
		expect(marked("We agree. We act soon.", "We urge. We act soon. We stay.")).toBe(
			"We [-agree][+urge]. We act soon.[+ We stay.]",
		);
	});

	test("goes by the words of the language", () => {
		expect(marked("حفظ السلام في العالم", "حفظ السلام في القارة", "ar")).toBe(
			"حفظ السلام في [-العالم][+القارة]",
		);
		expect(marked("维持和平行动", "维持和平能力", "zh")).toBe("维持和平[-行动][+能力]");
	});

	test("loses no character of either text, however much changed", () => {
		const words = ["the", "peace", "keeps", "hospital", "of", "and", "\n\n", "data", ",", "."];
		let seed = 7;
		const next = () => {
			seed = (seed * 48_271) % 2_147_483_647;
			return seed;
		};
		const text = (length: number) => Array.from({ length }, () => words[next() % words.length]).join(" ");
		for (const [one, other] of [
			[40, 50],
			[3, 200],
			[120, 90],
			[4_000, 4_200],
		] as const) {
			const before = text(one);
			const after = text(other);
			const parts = wordDiff(before, after, "en");
			const without = (kind: string) =>
				parts
					.filter((part) => part.kind !== kind)
					.map((part) => part.text)
					.join("");
			expect(without("added")).toBe(before);
			expect(without("removed")).toBe(after);
		}
	});
});

describe("the roll", () => {
	const support = (delegationId: string, how: Support["how"], version: number): [string, Support] => [
		delegationId,
		{ delegationId, how, at: 0, version, statementId: null, explanation: null },
	];
	const initiative = {
		supporters: new Map([
			support("gha", "seat", 1),
			support("kor", "sponsor", 2),
			support("chl", "writing", 2),
		]),
		versions: [{}, {}],
	} as unknown as Initiative;
	const delegations = ["chl", "fra", "gha", "kor"].map((id) => ({ id }) as Delegation);

	test("has the sponsors first and all others in the order of the delegations", () => {
		expect(rollOf(initiative, delegations).map(({ delegation }) => delegation.id)).toEqual([
			"kor",
			"chl",
			"gha",
		]);
	});

	test("counts who supports the version in force", () => {
		expect(supportersOfPresent(initiative)).toBe(2);
	});
});

describe("a version that is being written", () => {
	const words = {
		title: { en: "A title", fr: "Un titre" },
		shortTitle: { en: "Title" },
		summary: { en: "What it is about." },
		text: null,
	};

	test("comes back as it was, without empty languages", () => {
		expect(wordsOf(draftOf(words))).toEqual(words);
		const typed = { ...draftOf(words), ar: { title: "  ", shortTitle: "", summary: "", text: "" } };
		expect(wordsOf(typed)).toEqual(words);
	});

	test("needs its words in English, the text too where another language has one", () => {
		expect(draftProblem(draftOf(words))).toBeUndefined();
		expect(draftProblem({})).toBe("englishNeeded");
		const onlyFrench = { title: "", shortTitle: "", summary: "", text: "Un texte." };
		expect(draftProblem({ ...draftOf(words), fr: onlyFrench })).toBe("englishNeeded");
	});

	test("is refused before it is too large to be sent", () => {
		const long = { title: "ع", shortTitle: "ع", summary: "ع", text: "ع".repeat(8_000) };
		const english = { title: "A", shortTitle: "A", summary: "A", text: "a".repeat(8_000) };
		expect(draftProblem({ en: english, ar: long })).toBeUndefined();
		expect(draftProblem({ en: english, fr: english, ar: long })).toBe("tooLong");
	});
});
