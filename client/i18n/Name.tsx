import { Fragment, type ReactNode } from "react";
import { useIntl } from "react-intl";

/**
 * A name or a figure within a sentence, isolated so that neither disturbs the other's direction: a Latin
 * name in an Arabic line, "5 of 8" in a right-to-left table. `lang` where it is not the page's.
 */
export function Name({ children, lang }: { children: ReactNode; lang?: string | undefined }) {
	return <bdi lang={lang}>{children}</bdi>;
}

/** Several names as a list in the reader's language, each isolated. */
export function Names({ names, type = "unit" }: { names: readonly string[]; type?: "conjunction" | "unit" }) {
	const intl = useIntl();
	const parts = intl.formatListToParts(names, { type, style: type === "unit" ? "short" : "long" });
	return parts.map((part, index) => {
		const key = `${index} ${String(part.value)}`;
		return part.type === "element" ? (
			<bdi key={key}>{part.value}</bdi>
		) : (
			<Fragment key={key}>{part.value}</Fragment>
		);
	});
}
