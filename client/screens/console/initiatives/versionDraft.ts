import type { Language, Localized } from "../../../../shared/conference/common.ts";
import { languages } from "../../../../shared/conference/common.ts";
import type { InitiativeVersion } from "../../../../shared/conference/initiatives.ts";

/** What is typed for one language; an empty field is not there. */
export interface DraftWords {
	readonly title: string;
	readonly shortTitle: string;
	readonly summary: string;
	readonly text: string;
}
export type VersionDraft = Readonly<Partial<Record<Language, DraftWords>>>;

export type VersionWords = Pick<InitiativeVersion, "title" | "shortTitle" | "summary" | "text">;

export const noWords: DraftWords = { title: "", shortTitle: "", summary: "", text: "" };

/** A socket takes messages of 32 KiB; the rest is room for ids and quotes. */
const mostBytes = 30_000;

export function draftOf(words: VersionWords): VersionDraft {
	return Object.fromEntries(
		languages.map((language) => [
			language,
			{
				title: words.title[language] ?? "",
				shortTitle: words.shortTitle[language] ?? "",
				summary: words.summary[language] ?? "",
				text: words.text?.[language] ?? "",
			},
		]),
	);
}

export function wordsOf(draft: VersionDraft): VersionWords {
	const field = (key: keyof DraftWords): Localized => {
		const found: Partial<Record<Language, string>> = {};
		for (const language of languages) {
			const value = draft[language]?.[key].trim() ?? "";
			if (value !== "") found[language] = value;
		}
		return { ...found, en: found.en ?? "" };
	};
	const text = field("text");
	return {
		title: field("title"),
		shortTitle: field("shortTitle"),
		summary: field("summary"),
		text: Object.values(text).every((value) => value === "") ? null : text,
	};
}

export const draftProblemWords = {
	englishNeeded: "version.englishNeeded",
	tooLong: "version.tooLong",
} as const;

/** Why a version cannot be sent as it stands. */
export function draftProblem(draft: VersionDraft): keyof typeof draftProblemWords | undefined {
	const words = wordsOf(draft);
	if ([words.title, words.shortTitle, words.summary, words.text].some((value) => value?.en === ""))
		return "englishNeeded";
	return new TextEncoder().encode(JSON.stringify(words)).length > mostBytes ? "tooLong" : undefined;
}
