import { readFileSync } from "node:fs";

/** Interface languages, and the pseudo-locale, whose texts are the English ones grown longer. */
export const locales = ["en", "fr", "ar"] as const;
export type Locale = (typeof locales)[number];

const catalogues = new Map<Locale, Record<string, string>>(
	locales.map((locale) => [
		locale,
		JSON.parse(readFileSync(new URL(`../../client/i18n/messages/${locale}.json`, import.meta.url), "utf8")),
	]),
);

/** A message without parameters, as the page of that language says it; parameters become "anything". */
export function words(locale: Locale, id: string): RegExp {
	const message = catalogues.get(locale)?.[id];
	if (message === undefined) throw new Error(`${locale} has no message ${id}`);
	// French sets narrow spaces before its colons, which the accessible name tells as any other space.
	const parts = message
		.split(/\{\w+\}/)
		.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+"));
	// A key may stand behind the words, and marks of direction around a name.
	return new RegExp(`^\\s*${parts.join(".*")}`);
}
