/**
 * The languages that pages can be read in, each with a catalogue in the client. The data of a conference may
 * stand in more (`shared/conference/common.ts`); what has no catalogue falls back to English.
 */
export const interfaceLanguages = ["ar", "zh", "en", "fr", "ru", "es", "ko"] as const;

/** An interface language or `qps`, an invented one that shows texts which no catalogue holds. */
export type Locale = (typeof interfaceLanguages)[number] | "qps";

/** Whether a page can be read in it. */
export function isLocale(value: unknown): value is Locale {
	return value === "qps" || (interfaceLanguages as readonly unknown[]).includes(value);
}

/** The writing direction, for `dir` on `<html>` and for drawings that mirror themselves. */
export function dir(language: string): "ltr" | "rtl" {
	return language === "ar" ? "rtl" : "ltr";
}
