import { inLanguage } from "../../../shared/conference/common.ts";
import { figurePath } from "../../../shared/conference/figures.ts";
import type { Partnership } from "../../../shared/conference/tally.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { useConference, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { nameOf } from "../delegations/delegation.ts";
import { amountWords } from "../pledges/amountWords.ts";
import type { FigureLine } from "./FigureTable.tsx";
import { FigureTable, usePairOfHeads } from "./FigureTable.tsx";
import { OverTime } from "./OverTime.tsx";

const partnershipsShown = 8;

/** Everything that the tally says beside the gaps: what was pledged, where, in which amounts and together with whom. */
export function Figures() {
	const { conferenceId } = useConference();
	const { pledges, incomplete } = useSelect(tally);
	if (pledges === 0) return null;
	return (
		<section className="all-figures" id="figures" aria-labelledby="figures-title">
			<h2 id="figures-title">
				<Message id="figure.title" />
			</h2>
			<div className="figures-grid">
				<ByKind kind="category" />
				<div className="figures-stack">
					<BySession />
					<OverTime />
				</div>
				<ByKind kind="priority" />
				<Amounts />
				<Together size={2} />
				<Together size={3} />
			</div>
			{incomplete > 0 && (
				<p className="figures-note">
					<a href={figurePath(conferenceId, { kind: "incomplete" })}>
						<Message id="figure.incomplete" values={{ count: incomplete }} />
					</a>
				</p>
			)}
		</section>
	);
}

/** The two figures of each category, or of each priority; without those that nobody pledged for. */
function ByKind({ kind }: { kind: "category" | "priority" }) {
	const { locale, number } = useSpeech();
	const heads = usePairOfHeads();
	const isCategory = kind === "category";
	const figures = useSelect((state) => (isCategory ? tally(state).categories : tally(state).priorities));
	const names = useSelect(({ profile }) => (isCategory ? profile.categories : profile.priorities));
	const lines = figures
		.filter(({ pledges }) => pledges > 0)
		.map(({ id, delegations, pledges }): FigureLine => {
			const name = names.find((each) => each.id === id)?.name;
			return {
				key: id,
				figure: { kind, id },
				name: name === undefined ? id : inLanguage(name, locale),
				cells: [number(delegations), number(pledges)],
			};
		});
	return (
		<FigureTable
			id={`by-${kind}`}
			title={<Message id={isCategory ? "figure.byCategory" : "figure.byPriority"} />}
			rule={<Message id={`figurerule.${kind}`} />}
			heads={heads}
			lines={lines}
		/>
	);
}

function BySession() {
	const { t, locale, number } = useSpeech();
	const heads = usePairOfHeads();
	const figures = useSelect(tally).sessions;
	const meetings = useSelect((state) => state.programme.meetings);
	const lines = figures.map(({ meetingId, delegations, pledges }): FigureLine => {
		const title = meetings.get(meetingId ?? "")?.shortTitle;
		return {
			key: meetingId ?? "none",
			figure: { kind: "session", id: meetingId },
			name: title === undefined ? t("figure.noSession") : inLanguage(title, locale),
			cells: [number(delegations), number(pledges)],
		};
	});
	return (
		<FigureTable
			id="by-session"
			title={<Message id="figure.bySession" />}
			rule={<Message id="figurerule.session" />}
			heads={heads}
			lines={lines}
		/>
	);
}

function Amounts() {
	const { t, locale, number } = useSpeech();
	const { quantities } = useSelect(tally);
	const lines = quantities.map(({ unit, currency, value, pledges, dollars }): FigureLine => {
		const amount =
			unit === "money" ? { unit, value, currency: currency ?? "USD" } : ({ unit, value } as const);
		const inDollars =
			dollars === null || currency === "USD"
				? ""
				: ` (${amountWords({ unit: "money", value: dollars, currency: "USD" }, locale, t)})`;
		return {
			key: `${unit} ${currency}`,
			figure: { kind: "unit", unit, currency },
			name: unit === "money" ? `${t("amountunit.money")}, ${currency}` : t(`amountunit.${unit}`),
			cells: [unit === "money" ? amountWords(amount, locale, t) + inDollars : number(value), number(pledges)],
		};
	});
	return (
		<FigureTable
			id="amounts"
			title={<Message id="figure.amounts" />}
			rule={<Message id="figurerule.unit" />}
			heads={[<Message key="amount" id="pledgefact.amount" />, <Message key="pledges" id="figure.pledges" />]}
			lines={lines}
		/>
	);
}

/** Pairs, or triangles. */
function Together({ size }: { size: 2 | 3 }) {
	const { locale, number } = useSpeech();
	const found = useSelect((state) => (size === 2 ? tally(state).pairs : tally(state).triangles));
	const delegations = useSelect((state) => state.delegations.delegations);
	const nameAll = ({ delegationIds }: Partnership) =>
		delegationIds.map((id) => nameOf(delegations.get(id), id, locale)).join(" · ");
	const lines = found.slice(0, partnershipsShown).map((each): FigureLine => {
		const { delegationIds, pledges } = each;
		return {
			key: delegationIds.join(" "),
			figure: { kind: "partnership", delegationIds },
			name: <bdi>{nameAll(each)}</bdi>,
			cells: [number(pledges)],
		};
	});
	return (
		<FigureTable
			id={size === 2 ? "pairs" : "triangles"}
			title={<Message id={size === 2 ? "figure.pairs" : "figure.triangles"} />}
			rule={<Message id="figurerule.partnership" />}
			heads={[<Message key="pledges" id="figure.pledges" />]}
			lines={lines}
		/>
	);
}
