import { createIntl } from "react-intl";
import type { Locale } from "../../shared/protocol/locale.ts";
import type { TextValues } from "./intl.tsx";
import { intlTag } from "./languages.ts";
import type { MessageId, Messages } from "./loadMessages.ts";

export type PlainText = (id: MessageId, values?: TextValues) => string;

/** Messages as plain text outside of components: the title of a page that is rendered on the server. */
export function plainText(locale: Locale, messages: Messages): PlainText {
	const intl = createIntl({ locale: intlTag(locale), messages });
	return (id, values) => intl.formatMessage({ id }, values);
}
