/** A text as search compares it: without case and accents, so that "cote" finds "Côte d’Ivoire". */
export function foldText(text: string): string {
	return text
		.normalize("NFD")
		.replaceAll(/\p{Diacritic}/gu, "")
		.replaceAll("’", "'")
		.toLowerCase();
}

/** Whether every word of a search occurs in a folded text. */
export function matches(folded: string, search: string): boolean {
	return foldText(search)
		.split(/\s+/)
		.every((word) => folded.includes(word));
}
