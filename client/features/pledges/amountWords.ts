import type { Amount } from "../../../shared/conference/pledge.ts";
import type { Locale } from "../../../shared/protocol/locale.ts";
import type { Speech } from "../../i18n/intl.tsx";

/** An amount as the reader writes it: money in its currency, anything else with its unit. */
export function amountWords(amount: Amount, locale: Locale, t: Speech["t"]): string {
	const language = locale === "qps" ? "en" : locale;
	if (amount.unit === "money") {
		const { currency } = amount;
		return new Intl.NumberFormat(language, { style: "currency", currency, maximumFractionDigits: 0 }).format(
			amount.value,
		);
	}
	const value = new Intl.NumberFormat(language).format(amount.value);
	return `${value} ${t(`amountunit.${amount.unit}`).toLocaleLowerCase(language)}`;
}
