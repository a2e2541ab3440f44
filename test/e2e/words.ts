import { readFileSync } from "node:fs";
import { interfaceLanguages } from "../../shared/protocol/locale.ts";

/** The languages in which whole journeys are made: one of short words, one of long ones, one from right to left. */
export const locales = ["en", "fr", "ar"] as const;
export type Locale = (typeof locales)[number];
type Language = (typeof interfaceLanguages)[number];

const catalogues = new Map<Language, Record<string, string>>(
	interfaceLanguages.map((locale) => [
		locale,
		JSON.parse(readFileSync(new URL(`../../client/i18n/messages/${locale}.json`, import.meta.url), "utf8")),
	]),
);

/** A message without parameters, as the page of that language says it; parameters become "anything". */
export function words(locale: Language, id: string): RegExp {
	const message = catalogues.get(locale)?.[id];
	if (message === undefined) throw new Error(`${locale} has no message ${id}`);
	// French sets narrow spaces before its colons, which the accessible name tells as any other space.
	const parts = message
		.split(/\{\w+\}/)
		.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(/\s+/g, "\\s+"));
	// A key may stand behind the words, and marks of direction around a name.
	return new RegExp(`^\\s*${parts.join(".*")}`);
}
