import { createContext, type ReactNode, useContext, useMemo } from "react";
import { FormattedMessage, IntlProvider, useIntl } from "react-intl";
import { dir, type Locale } from "../../shared/protocol/locale.ts";
import { intlTag } from "./languages.ts";
import type { MessageId, Messages } from "./loadMessages.ts";

type Primitive = string | number | boolean | Date | null | undefined;
/** Values of the arguments of a message that becomes plain text. */
export type TextValues = Record<string, Primitive>;
/** Values of a message that is shown: also elements, and for a tag as `<b>` a function of what it encloses. */
export type RichValues = Record<string, ReactNode | ((parts: ReactNode[]) => ReactNode)>;

const LocaleContext = createContext<Locale>("en");

/**
 * Carries the language and its messages to everything below. The caller loads the messages
 * (`loadMessages`), so that server and browser render the same text at once, without waiting.
 */
export function IntlRoot({
	locale,
	messages,
	children,
}: {
	locale: Locale;
	messages: Messages;
	children: ReactNode;
}) {
	return (
		<LocaleContext value={locale}>
			<IntlProvider locale={intlTag(locale)} messages={messages} fallbackOnEmptyString={false}>
				{children}
			</IntlProvider>
		</LocaleContext>
	);
}

/** What a component needs to speak: `t` for plain text (labels, titles), and the language itself. */
export interface Speech {
	readonly locale: Locale;
	readonly dir: "ltr" | "rtl";
	/** A message as plain text. Names and figures put into it are isolated, as `Name` does on screen. */
	t(id: MessageId, values?: TextValues): string;
	/** Names as a list in the reader's language: "Rwanda, Ghana and Uruguay". */
	list(names: readonly string[], type?: "conjunction" | "unit"): string;
	/** A whole number with the language's separators. */
	number(value: number): string;
}

/** First strong isolate and its end: keep a name's direction from leaking into the sentence around it. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** A value that a message selects by (`{kind, select, ...}`): with marks around it, it would match no case. */
const isChoice = (text: string) => /^[a-z][A-Za-z]*$/.test(text);

/** Words, lists and numbers in the reader's language. */
export function useSpeech(): Speech {
	const intl = useIntl();
	const locale = useContext(LocaleContext);
	return useMemo(() => {
		const direction = dir(locale);
		/** In a left-to-right page isolation marks would only end up in titles that people copy. */
		const keep = (value: Primitive) =>
			direction === "rtl" && typeof value === "string" && !isChoice(value) ? isolated(value) : value;
		return {
			locale,
			dir: direction,
			t(id, values) {
				if (values === undefined) return intl.formatMessage({ id });
				const kept = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, keep(value)]));
				return intl.formatMessage({ id }, kept);
			},
			list: (names, type = "conjunction") =>
				intl.formatList(names, { type, style: type === "unit" ? "short" : "long" }),
			number: (value) => intl.formatNumber(value),
		};
	}, [intl, locale]);
}

/** A message on screen; arguments may be elements: `<Message id="plate.leftOf" values={{ limit: <Name>4:00</Name> }} />`. */
export function Message({ id, values }: { id: MessageId; values?: RichValues | undefined }) {
	return <FormattedMessage id={id} {...(values === undefined ? {} : { values })} />;
}
