import type { Language, Localized } from "../../../shared/conference/common.ts";
import { inLanguage } from "../../../shared/conference/common.ts";
import type { Delegation } from "../../../shared/conference/delegations.ts";
import type { Locale } from "../../../shared/protocol/locale.ts";
import type { Emblem } from "../../ui/Flag.tsx";

/** What a delegation is recognised by; nothing for one that is not in the state. */
export function emblemOf(delegation: Delegation | undefined): Emblem {
	return { flag: delegation?.flag ?? undefined, monogram: delegation?.monogram ?? undefined };
}

/** The short name in the reader's language; the id, visibly wrong, where the state has no such delegation. */
export function nameOf(delegation: Delegation | undefined, id: string, locale: Locale): string {
	return delegation === undefined ? id : inLanguage(delegation.name, locale);
}

/** The language in which a name really stands, where it is not the page's: for `lang`. */
export function languageOf(value: Localized, locale: Locale): string | undefined {
	if (locale === "en" || locale === "qps") return undefined;
	return value[locale] === undefined ? "en" : undefined;
}

/** The language in whose alphabet lists are ordered; the invented locale has none of its own. */
export function alphabetOf(locale: Locale): Language {
	return locale === "qps" ? "en" : locale;
}
