/** What each language calls itself. Never translated, so that everybody finds their own. */
export const languageNames: Readonly<Record<string, string>> = {
	ar: "العربية",
	zh: "中文",
	en: "English",
	fr: "Français",
	ru: "Русский",
	es: "Español",
	ko: "한국어",
	qps: "[Ƥşḗḗŭŭḓǿǿ]",
};

/**
 * The tag handed to `Intl`. Arabic keeps Western digits, as the conference's clocks and references do;
 * English is the United Nations' British English (7 December, not December 7).
 */
export function intlTag(language: string): string {
	switch (language) {
		case "ar":
			return "ar-u-nu-latn";
		case "en":
		case "qps":
			return "en-GB";
		default:
			return language;
	}
}

/** For dates alone: Arabic documents of the United Nations name the months as the Levant does (كانون الأول). */
export function dateTag(language: string): string {
	return language === "ar" ? "ar-LB-u-nu-latn" : intlTag(language);
}
