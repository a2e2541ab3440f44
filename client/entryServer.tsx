import { renderToString } from "react-dom/server";
import { inLanguage } from "../shared/conference/common.ts";
import { tally } from "../shared/conference/tally.ts";
import type { Boot } from "../shared/protocol/boot.ts";
import type { Locale } from "../shared/protocol/locale.ts";
import { ConferenceClient } from "./conference/conferenceClient.ts";
import { serverSurroundings } from "./conference/surroundings.ts";
import { IntlRoot } from "./i18n/intl.tsx";
import { loadMessages } from "./i18n/loadMessages.ts";
import { loadPublicMessages } from "./i18n/loadPublicMessages.ts";
import { plainText } from "./i18n/plainText.ts";
import type { NoticeKind } from "./screens/notice/NoticePage.tsx";
import { NoticePage, noticeTitle } from "./screens/notice/NoticePage.tsx";
import { PublicPage } from "./screens/PublicPage.tsx";

/** What stands in a served page's root element, and its title. */
export interface Rendered {
	readonly html: string;
	readonly title: string;
}

/** The public page or the plenary screen, complete before any script runs. */
export async function render(boot: Boot): Promise<Rendered> {
	const { locale } = boot;
	const messages = await loadPublicMessages(locale);
	const client = new ConferenceClient(boot, serverSurroundings);
	const html = renderToString(
		<PublicPage screen={boot.screen} client={client} locale={locale} messages={messages} />,
	);
	const state = client.state();
	const t = plainText(locale, messages);
	const { units } = tally(state);
	const conference = inLanguage(state.profile.title, locale);
	const subject =
		boot.screen === "screen"
			? t("screen.title")
			: units.required > 0
				? t("common.countOfUnits", { count: units.counted, total: units.required })
				: t("audience.title");
	return { html, title: `${subject} · ${conference}` };
}

/** A small page that says one thing: why something cannot be shown, or who is about to join. */
export async function renderNotice({
	locale,
	kind,
	params,
}: {
	readonly locale: Locale;
	readonly kind: NoticeKind;
	readonly params: Readonly<Record<string, string>>;
}): Promise<Rendered> {
	const messages = await loadMessages(locale);
	const html = renderToString(
		<IntlRoot locale={locale} messages={messages}>
			<NoticePage kind={kind} params={params} />
		</IntlRoot>,
	);
	return { html, title: noticeTitle(kind, plainText(locale, messages)) };
}
