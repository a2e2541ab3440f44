import { renderToString } from "react-dom/server";
import { inLanguage } from "../shared/conference/common.ts";
import { figureRows, figuresOf, pledgeNumbered, rowsOf } from "../shared/conference/figures.ts";
import type { State } from "../shared/conference/state.ts";
import { tally } from "../shared/conference/tally.ts";
import type { Boot, PublicScreen } from "../shared/protocol/boot.ts";
import type { Locale } from "../shared/protocol/locale.ts";
import { ConferenceClient } from "./conference/conferenceClient.ts";
import { serverSurroundings } from "./conference/surroundings.ts";
import { nameOf } from "./features/delegations/delegation.ts";
import { figureNames } from "./features/figures/figureName.ts";
import type { Speech } from "./i18n/intl.tsx";
import { IntlRoot } from "./i18n/intl.tsx";
import { loadMessages } from "./i18n/loadMessages.ts";
import { loadPublicMessages } from "./i18n/loadPublicMessages.ts";
import { plainText } from "./i18n/plainText.ts";
import { Audience } from "./screens/audience/Audience.tsx";
import { Embed } from "./screens/embed/Embed.tsx";
import type { NoticeKind } from "./screens/notice/NoticePage.tsx";
import { NoticePage, noticeTitle } from "./screens/notice/NoticePage.tsx";
import type { PageComponent } from "./screens/PublicPage.tsx";
import { PublicPage } from "./screens/PublicPage.tsx";
import { DelegationPage } from "./screens/rows/DelegationPage.tsx";
import { PledgePage } from "./screens/rows/PledgePage.tsx";
import { RowsPage } from "./screens/rows/RowsPage.tsx";
import { PlenaryScreen } from "./screens/screen/PlenaryScreen.tsx";

/** What stands in a served page's root element, and its title. */
export interface Rendered {
	readonly html: string;
	readonly title: string;
}

/** What a public page is called, and what links to it say beside the title. */
export interface PageWords {
	readonly title: string;
	readonly description: string;
	/** Of a delegation: how many pledges it takes part in. */
	readonly pledges: string;
}

const pages: Readonly<Record<PublicScreen, PageComponent>> = {
	audience: Audience,
	screen: PlenaryScreen,
	rows: RowsPage,
	pledge: PledgePage,
	delegation: DelegationPage,
	embed: Embed,
};

/** The public page or the plenary screen, complete before any script runs. */
export async function render(boot: Boot): Promise<Rendered> {
	const { locale } = boot;
	const messages = await loadPublicMessages(locale);
	const client = new ConferenceClient(boot, serverSurroundings);
	const html = renderToString(
		<PublicPage
			page={pages[boot.screen === "console" ? "audience" : boot.screen]}
			about={boot.about}
			{...{ client, locale, messages }}
		/>,
	);
	return { html, title: wordsFor(boot, client.state(), plainText(locale, messages)).title };
}

/** The same words without the page, for its picture. */
export async function renderWords(boot: Boot): Promise<PageWords> {
	const messages = await loadPublicMessages(boot.locale);
	const state = new ConferenceClient(boot, serverSurroundings).state();
	return wordsFor(boot, state, plainText(boot.locale, messages));
}

function wordsFor(boot: Boot, state: State, t: Speech["t"]): PageWords {
	const { locale } = boot;
	const { units } = tally(state);
	const conference = inLanguage(state.profile.title, locale);
	const figures =
		units.required > 0
			? t("common.countOfUnits", { count: units.counted, total: units.required })
			: t("audience.title");
	const count =
		boot.screen === "rows"
			? rowsOf(figuresOf(new URLSearchParams(boot.about)) ?? [], state).length
			: figureRows({ kind: "delegation", id: boot.about }, state).length;
	const pledges = `${t("figure.pledges")}: ${count}`;
	return {
		title: `${subjectOf(boot, state, t) ?? figures} · ${conference}`,
		description: boot.screen === "delegation" || boot.screen === "rows" ? pledges : figures,
		pledges,
	};
}

/** What the page is called, where it is about something else than the whole tally. */
function subjectOf({ screen, about, locale }: Boot, state: State, t: Speech["t"]): string | undefined {
	switch (screen) {
		case "screen":
			return t("screen.title");
		case "rows":
			return figureNames(figuresOf(new URLSearchParams(about)) ?? [], state, { t, locale }).join(" · ");
		case "pledge": {
			const pledge = pledgeNumbered(Number(about), state);
			if (pledge === undefined) return undefined;
			const { delegationId, title } = pledge;
			return `${nameOf(state.delegations.delegations.get(delegationId), delegationId, locale)}: ${title}`;
		}
		case "delegation":
			return nameOf(state.delegations.delegations.get(about), about, locale);
		default:
			return undefined;
	}
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
