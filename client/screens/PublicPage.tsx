import type { ComponentType } from "react";
import type { Locale } from "../../shared/protocol/locale.ts";
import type { ConferenceClient } from "../conference/conferenceClient.ts";
import { ConferenceProvider } from "../conference/hooks.ts";
import { IntlRoot } from "../i18n/intl.tsx";
import type { Messages } from "../i18n/loadMessages.ts";

/** A public page; what it is about is said by the boot data. */
export type PageComponent = ComponentType<{ about: string }>;

/** What everybody may see: the same tree on the server and in the browser, which takes it over where it stands. */
export function PublicPage({
	page: Page,
	about,
	client,
	locale,
	messages,
}: {
	page: PageComponent;
	about: string;
	client: ConferenceClient;
	locale: Locale;
	messages: Messages;
}) {
	return (
		<IntlRoot locale={locale} messages={messages}>
			<ConferenceProvider value={client}>
				<Page about={about} />
			</ConferenceProvider>
		</IntlRoot>
	);
}
