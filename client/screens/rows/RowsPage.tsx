import { inLanguage } from "../../../shared/conference/common.ts";
import type { Figure } from "../../../shared/conference/figures.ts";
import { figureOf, figureQuery, figureRows } from "../../../shared/conference/figures.ts";
import { pledgersOf } from "../../../shared/conference/tally.ts";
import { sameItems, useConference, useSelect } from "../../conference/hooks.ts";
import { nameOf } from "../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { PageFrame } from "./PageFrame.tsx";
import { PledgeRow } from "./PledgeRow.tsx";

/** Rows of one page; more are behind links, so that ten thousand pledges load as fast as ten. */
export const rowsShown = 100;

/** The rows that a figure of the tally counts, with the rule by which it counts. `about` is the page's query. */
export function RowsPage({ about }: { about: string }) {
	const { conferenceId } = useConference();
	const { number } = useSpeech();
	const query = new URLSearchParams(about);
	const figure = figureOf(query) ?? { kind: "all" };
	const rows = useSelect((state) => figureRows(figure, state), sameItems);
	const known = useSelect((state) => state.delegations.delegations);
	// As the tally counts them: the United Nations asks and does not pledge (PL7).
	const givers = rows.flatMap(pledgersOf).filter((id) => known.get(id)?.kind !== "secretariat");
	const delegations = new Set(givers).size;
	const pages = Math.max(1, Math.ceil(rows.length / rowsShown));
	const page = Math.min(pages, Math.max(1, Number(query.get("page") ?? 1) || 1));
	const shown = rows.slice((page - 1) * rowsShown, page * rowsShown);
	const file = (ending: string) => {
		const asked = figureQuery(figure);
		return `/${conferenceId}/pledges.${ending}${asked === "" ? "" : `?${asked}`}`;
	};
	return (
		<PageFrame>
			<h1>
				<FigureName figure={figure} />
			</h1>
			<p className="rows-figures">
				<span>
					<Message id="rows.pledges" values={{ count: rows.length, b: (parts) => <b>{parts}</b> }} />
				</span>
				<span>
					<Message id="rows.delegations" values={{ count: delegations, b: (parts) => <b>{parts}</b> }} />
				</span>
			</p>
			<p className="rows-rule">
				<Message id={`figurerule.${figure.kind}`} />
			</p>
			<Filters figure={figure} />
			{shown.length === 0 ? (
				<p className="rows-empty">
					<Message id="rows.none" />
				</p>
			) : (
				<ol className="rows-list" start={(page - 1) * rowsShown + 1}>
					{shown.map((pledge) => (
						<PledgeRow key={pledge.id} pledge={pledge} />
					))}
				</ol>
			)}
			{pages > 1 && (
				<nav className="rows-pages">
					{Array.from({ length: pages }, (_, index) => index + 1).map((each) => (
						<a
							key={each}
							href={pageAddress(conferenceId, figure, each)}
							aria-current={each === page ? "page" : undefined}
						>
							<bdi>{number(each)}</bdi>
						</a>
					))}
				</nav>
			)}
			<p className="rows-files">
				<a href={file("csv")}>
					<Message id="rows.csv" />
				</a>
				<a href={file("json")}>
					<Message id="rows.json" />
				</a>
			</p>
		</PageFrame>
	);
}

function pageAddress(conferenceId: string, figure: Figure, page: number): string {
	const query = [figureQuery(figure), page > 1 ? `page=${page}` : ""].filter((part) => part !== "").join("&");
	return `/${conferenceId}/pledges${query === "" ? "" : `?${query}`}`;
}

/** What is counted, as a heading. */
function FigureName({ figure }: { figure: Figure }) {
	const { t, locale } = useSpeech();
	const profile = useSelect((state) => state.profile);
	const needs = useSelect((state) => state.needs.needs);
	const meetings = useSelect((state) => state.programme.meetings);
	const delegations = useSelect((state) => state.delegations.delegations);
	const delegation = (id: string) => nameOf(delegations.get(id), id, locale);
	switch (figure.kind) {
		case "all":
		case "confirmed":
		case "writing":
		case "incomplete":
			return <Message id={`rowstitle.${figure.kind}`} />;
		case "category":
		case "priority": {
			const list = figure.kind === "category" ? profile.categories : profile.priorities;
			const name = list.find(({ id }) => id === figure.id)?.name;
			return <bdi>{name === undefined ? figure.id : inLanguage(name, locale)}</bdi>;
		}
		case "need": {
			const title = needs.get(figure.id)?.title;
			return <bdi>{title === undefined ? figure.id : inLanguage(title, locale)}</bdi>;
		}
		case "session": {
			const title = meetings.get(figure.id ?? "")?.title;
			return <bdi>{title === undefined ? t("figure.noSession") : inLanguage(title, locale)}</bdi>;
		}
		case "delegation":
			return <bdi>{delegation(figure.id)}</bdi>;
		case "novelty":
			return <Message id={`pledgekind.${figure.id}`} />;
		case "unit":
			return (
				<bdi>
					{figure.unit === "money"
						? `${t("amountunit.money")}, ${figure.currency}`
						: t(`amountunit.${figure.unit}`)}
				</bdi>
			);
		case "partnership":
			return <bdi>{figure.delegationIds.map(delegation).join(" · ")}</bdi>;
	}
}

/** Other figures at hand, as a form that needs no script: each choice is a query. */
function Filters({ figure }: { figure: Figure }) {
	const { conferenceId } = useConference();
	const { t, locale } = useSpeech();
	const categories = useSelect((state) => state.profile.categories);
	const meetings = useSelect((state) => state.programme.meetings);
	const action = `/${conferenceId}/pledges`;
	const chosen = "id" in figure ? (figure.id ?? "") : "";
	return (
		<div className="rows-filters">
			<form action={action} method="get">
				<select
					name="category"
					className="input"
					aria-label={t("figure.byCategory")}
					defaultValue={figure.kind === "category" ? chosen : ""}
				>
					<option value="">{t("rows.anyCategory")}</option>
					{categories.map(({ id, name }) => (
						<option key={id} value={id}>
							{inLanguage(name, locale)}
						</option>
					))}
				</select>
				<button type="submit" className="button">
					<Message id="rows.show" />
				</button>
			</form>
			<form action={action} method="get">
				<select
					name="session"
					className="input"
					aria-label={t("figure.bySession")}
					defaultValue={figure.kind === "session" ? chosen : ""}
				>
					<option value="">{t("rows.anySession")}</option>
					{[...meetings.values()].map(({ id, title }) => (
						<option key={id} value={id}>
							{inLanguage(title, locale)}
						</option>
					))}
				</select>
				<button type="submit" className="button">
					<Message id="rows.show" />
				</button>
			</form>
		</div>
	);
}
