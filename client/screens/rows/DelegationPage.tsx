import { inLanguage } from "../../../shared/conference/common.ts";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import type { State } from "../../../shared/conference/state.ts";
import { wasHeard } from "../../../shared/conference/statements.ts";
import { delegationsIn } from "../../../shared/conference/tally.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { emblemOf, languageOf } from "../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime, shortDate } from "../../i18n/time.ts";
import { Flag } from "../../ui/Flag.tsx";
import { PageFrame } from "./PageFrame.tsx";
import { PledgeRow } from "./PledgeRow.tsx";

/** Pledges that a delegation leads or takes part in, announced in public; those taken back too. */
function pledgesWith(state: State, delegationId: string): Pledge[] {
	return [...state.pledges.pledges.values()]
		.filter((pledge) => pledge.series === "public" && delegationsIn(pledge).includes(delegationId))
		.sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
}

/** A delegation and everything that it did in public. `about` is its id. */
export function DelegationPage({ about: id }: { about: string }) {
	const { locale } = useSpeech();
	const delegation = useSelect((state) => state.delegations.delegations.get(id));
	const pledges = useSelect((state) => pledgesWith(state, id), sameItems);
	const statements = useSelect(
		(state) =>
			[...state.statements.statements.values()].filter((each) => each.delegationId === id && wasHeard(each)),
		sameItems,
	);
	const supported = useSelect(
		(state) => [...state.initiatives.initiatives.values()].filter(({ supporters }) => supporters.has(id)),
		sameItems,
	);
	const timeZone = useSelect((state) => state.profile.timeZone);
	if (delegation === undefined) return <PageFrame>{null}</PageFrame>;
	return (
		<PageFrame>
			<div className="delegation-head">
				<Flag {...emblemOf(delegation)} width={60} />
				<h1 lang={languageOf(delegation.formalName, locale)}>{inLanguage(delegation.formalName, locale)}</h1>
			</div>
			<h2>
				<Message id="rows.pledges" values={{ count: pledges.length, b: (parts) => <b>{parts}</b> }} />
			</h2>
			{pledges.length === 0 ? (
				<p className="rows-empty">
					<Message id="rows.noneYet" />
				</p>
			) : (
				<ol className="rows-list">
					{pledges.map((pledge) => (
						<PledgeRow key={pledge.id} pledge={pledge} />
					))}
				</ol>
			)}
			{statements.length > 0 && (
				<>
					<h2>
						<Message id="rows.statements" />
					</h2>
					<ul className="rows-plain">
						{statements.map(({ id: statementId, startedAt }) => (
							<li key={statementId}>
								<bdi>{`${shortDate(startedAt, timeZone, locale)}, ${clockTime(startedAt, timeZone)}`}</bdi>
							</li>
						))}
					</ul>
				</>
			)}
			{supported.length > 0 && (
				<>
					<h2>
						<Message id="rows.supports" />
					</h2>
					<ul className="rows-plain">
						{supported.map(({ id: initiativeId, title }) => (
							<li key={initiativeId} lang={languageOf(title, locale)}>
								{inLanguage(title, locale)}
							</li>
						))}
					</ul>
				</>
			)}
		</PageFrame>
	);
}
