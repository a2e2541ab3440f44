/** Whole numbers of words in a text, as an interpreter counts them: also where a script leaves no spaces between them. */
export function countWords(text: string, language: string): number {
	let count = 0;
	for (const { isWordLike } of new Intl.Segmenter(language, { granularity: "word" }).segment(text))
		if (isWordLike === true) count += 1;
	return count;
}
