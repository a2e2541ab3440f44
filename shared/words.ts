import type { Language } from "./conference/common.ts";

/** How many words a text has, in the language's own sense of a word: Chinese puts no spaces between them. */
export function countWords(text: string, language: Language): number {
	let words = 0;
	for (const { isWordLike } of new Intl.Segmenter(language, { granularity: "word" }).segment(text))
		if (isWordLike === true) words += 1;
	return words;
}
