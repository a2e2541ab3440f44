import type { Boot } from "../../shared/protocol/boot.ts";
import type { Locale } from "../../shared/protocol/locale.ts";
import type { ConferenceClient } from "../conference/conferenceClient.ts";
import { ConferenceProvider } from "../conference/hooks.ts";
import { IntlRoot } from "../i18n/intl.tsx";
import type { Messages } from "../i18n/loadMessages.ts";
import { Audience } from "./audience/Audience.tsx";
import { PlenaryScreen } from "./screen/PlenaryScreen.tsx";

/** What everybody may see: the same tree on the server and in the browser, which takes it over where it stands. */
export function PublicPage({
	screen,
	client,
	locale,
	messages,
}: {
	screen: Boot["screen"];
	client: ConferenceClient;
	locale: Locale;
	messages: Messages;
}) {
	return (
		<IntlRoot locale={locale} messages={messages}>
			<ConferenceProvider value={client}>
				{screen === "screen" ? <PlenaryScreen /> : <Audience />}
			</ConferenceProvider>
		</IntlRoot>
	);
}
