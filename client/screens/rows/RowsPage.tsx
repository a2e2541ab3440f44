import type { Figure } from "../../../shared/conference/figures.ts";
import { figureQuery, figuresOf, figuresQuery, rowsOf } from "../../../shared/conference/figures.ts";
import { pledgersOf } from "../../../shared/conference/tally.ts";
import { sameItems, useConference, useSelect } from "../../conference/hooks.ts";
import { FilterSelects } from "../../features/figures/FilterSelects.tsx";
import { figureNames } from "../../features/figures/figureName.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { PageFrame } from "./PageFrame.tsx";
import { PledgeRow } from "./PledgeRow.tsx";

/** Rows of one page; more are behind links, so that ten thousand pledges load as fast as ten. */
export const rowsShown = 100;

/** The rows that figures of the tally count, with the rules by which they count. `about` is the page's query. */
export function RowsPage({ about }: { about: string }) {
	const { conferenceId } = useConference();
	const speech = useSpeech();
	const { number } = speech;
	const query = new URLSearchParams(about);
	const figures = figuresOf(query) ?? [];
	const rows = useSelect((state) => rowsOf(figures, state), sameItems);
	const names = useSelect((state) => figureNames(figures, state, speech), sameItems);
	const known = useSelect((state) => state.delegations.delegations);
	// As the tally counts them: the United Nations asks and does not pledge (PL7).
	const givers = rows.flatMap(pledgersOf).filter((id) => known.get(id)?.kind !== "secretariat");
	const delegations = new Set(givers).size;
	const pages = Math.max(1, Math.ceil(rows.length / rowsShown));
	const page = Math.min(pages, Math.max(1, Number(query.get("page") ?? 1) || 1));
	const shown = rows.slice((page - 1) * rowsShown, page * rowsShown);
	const file = (ending: string) => {
		const asked = figuresQuery(figures);
		return `/${conferenceId}/pledges.${ending}${asked === "" ? "" : `?${asked}`}`;
	};
	return (
		<PageFrame>
			<h1>
				<bdi>{names.join(" · ")}</bdi>
			</h1>
			<p className="rows-figures">
				<span>
					<Message id="rows.pledges" values={{ count: rows.length, b: (parts) => <b>{parts}</b> }} />
				</span>
				<span>
					<Message id="rows.delegations" values={{ count: delegations, b: (parts) => <b>{parts}</b> }} />
				</span>
			</p>
			{(figures.length === 0 ? [{ kind: "all" } as const] : figures).map(({ kind }) => (
				<p key={kind} className="rows-rule">
					<Message id={`figurerule.${kind}`} />
				</p>
			))}
			<Filters figures={figures} />
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
							href={pageAddress(conferenceId, figures, each)}
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

function pageAddress(conferenceId: string, figures: readonly Figure[], page: number): string {
	const query = [figuresQuery(figures), page > 1 ? `page=${page}` : ""]
		.filter((part) => part !== "")
		.join("&");
	return `/${conferenceId}/pledges${query === "" ? "" : `?${query}`}`;
}

/** Narrows the rows, by a form that needs no script: its fields are the query. What else was asked for stays. */
function Filters({ figures }: { figures: readonly Figure[] }) {
	const { conferenceId } = useConference();
	const { t } = useSpeech();
	const idOf = (kind: "category" | "session") => {
		const figure = figures.find((each) => each.kind === kind);
		return figure === undefined || !("id" in figure)
			? ""
			: new URLSearchParams(figureQuery(figure)).get(kind);
	};
	const text = figures.find((each) => each.kind === "text")?.text ?? "";
	const others = figures.filter(({ kind }) => kind !== "category" && kind !== "session" && kind !== "text");
	return (
		<search>
			<form className="rows-filters" action={`/${conferenceId}/pledges`} method="get">
				{[...new URLSearchParams(figuresQuery(others))].map(([name, value]) => (
					<input key={name} type="hidden" name={name} value={value} />
				))}
				<FilterSelects chosen={{ category: idOf("category") ?? "", session: idOf("session") ?? "" }} />
				<input
					type="search"
					name="text"
					className="input"
					aria-label={t("rows.search")}
					placeholder={t("rows.search")}
					defaultValue={text}
					maxLength={80}
				/>
				<button type="submit" className="button">
					<Message id="rows.show" />
				</button>
			</form>
		</search>
	);
}
