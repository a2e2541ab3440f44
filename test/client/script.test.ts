import { describe, expect, it } from "vitest";
import { fill, formulas } from "../../client/features/script/formulas.ts";
import { scriptOf } from "../../client/features/script/script.ts";
import { languages } from "../../shared/conference/common.ts";

const norway = { en: "Norway", fr: "Norvège", ar: "النرويج" };
const states = {
	en: "United States of America",
	fr: "États-Unis d’Amérique",
	ar: "الولايات المتحدة الأمريكية",
};
const minister = { en: "Minister for Foreign Affairs", fr: "Ministre des affaires étrangères" };

const give = (courtesy: "his" | "her" | undefined) =>
	({
		kind: "giveFloor",
		thanked: states,
		speaker: { delegation: norway, name: "Ane Lie", title: minister, courtesy },
	}) as const;

it("a minister is given the floor with courtesy, title and delegation, and the speaker before is thanked", () => {
	expect(scriptOf(give("her"), "en")).toBe(
		"I thank the representative of the United States of America for the statement, and I now give the floor to Her Excellency Ms. Ane Lie, Minister for Foreign Affairs of Norway.",
	);
	expect(scriptOf(give("his"), "fr")).toBe(
		"Je remercie la délégation des États-Unis d’Amérique de sa déclaration et donne maintenant la parole à Son Excellence M. Ane Lie, Ministre des affaires étrangères de la Norvège.",
	);
});

it("where nobody has said how a person is addressed, both forms stand", () => {
	expect(scriptOf(give(undefined), "en")).toContain("His/Her Excellency Ane Lie");
	expect(scriptOf(give(undefined), "ru")).toContain("Его/Ее Превосходительство Ane Lie");
});

it("a delegation that names no person is given the floor as such", () => {
	const moment = { kind: "giveFloor", thanked: null, speaker: { delegation: norway } } as const;
	expect(scriptOf(moment, "en")).toBe("I now give the floor to the representative of Norway.");
	expect(scriptOf(moment, "ar")).toBe("أعطي الكلمة الآن إلى وفد النرويج.");
});

it("French declines the names of States with their articles", () => {
	const of = formulas.fr.of;
	expect(["Norvège", "Rwanda", "Inde", "Pays-Bas", "Cuba", "Israël", "Mexique"].map(of)).toEqual([
		"de la Norvège",
		"du Rwanda",
		"de l’Inde",
		"des Pays-Bas",
		"de Cuba",
		"d’Israël",
		"du Mexique",
	]);
	expect(of("République de Corée")).toBe("de la République de Corée");
	expect(of("Royaume-Uni de Grande-Bretagne et d’Irlande du Nord")).toMatch(/^du Royaume-Uni/);
	expect(of("Union européenne")).toBe("de l’Union européenne");
});

it("a result says the figures and what follows; a challenge says whether the ruling stands", () => {
	const figures = { yes: 12, no: 30, abstain: 4, adopted: false } as const;
	expect(scriptOf({ kind: "result", motion: "closeDebate", ...figures }, "en")).toBe(
		"The result of the vote is as follows. In favour: 12. Against: 30. Abstentions: 4. The motion is rejected.",
	);
	expect(scriptOf({ kind: "result", motion: "challenge", ...figures }, "es")).toContain(
		"Se mantiene la decisión de la Presidencia.",
	);
});

describe.each(languages)("the formulas in %s", (language) => {
	it("leave no place open and put in every name", () => {
		const moments = [
			give("his"),
			{ kind: "openMeeting", meeting: { en: "Session 3" } },
			{ kind: "resumeMeeting" },
			{ kind: "closeList" },
			{ kind: "suspend" },
			{ kind: "adjourn" },
			{ kind: "pointOfOrder", delegation: norway },
			{ kind: "ruling", delegation: norway },
			{ kind: "rightOfReply", delegation: norway },
			{ kind: "ballot", motion: "adjournDebate" },
			{ kind: "result", motion: "adjournDebate", yes: 7, no: 5, abstain: 3, adopted: true },
		] as const;
		for (const moment of moments) {
			const said = scriptOf(moment, language);
			expect(said).not.toMatch(/[{}]/);
			expect(said.trim()).toBe(said);
			expect(said.length).toBeGreaterThan(3);
		}
		expect(scriptOf(give("her"), language)).toContain("Ane Lie");
	});
});

it("a formula without a value says nothing in its place rather than a brace", () => {
	expect(fill("{a} and {b}", { a: 1 })).toBe("1 and ");
});
