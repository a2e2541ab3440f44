import { renderToString } from "react-dom/server";
import { IntlRoot } from "./i18n/intl.tsx";
import type { Locale } from "./i18n/languages.ts";
import { loadMessages } from "./i18n/loadMessages.ts";
import { Brand } from "./ui/Mark.tsx";

export { dir, intlTag, isLocale } from "./i18n/languages.ts";

/** Renders a page on the server with the components of the browser. */
export async function render(locale: Locale): Promise<string> {
	const messages = await loadMessages(locale);
	return renderToString(
		<IntlRoot locale={locale} messages={messages}>
			<Brand />
		</IntlRoot>,
	);
}
