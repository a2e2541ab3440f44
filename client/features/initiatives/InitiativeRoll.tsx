import { useMemo } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import type { Initiative, Support, WithdrawnSupport } from "../../../shared/conference/initiatives.ts";
import { seating } from "../../../shared/conference/selectors.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Flag } from "../../ui/Flag.tsx";
import { alphabetOf, emblemOf, languageOf, nameOf } from "../delegations/delegation.ts";
import { InitiativeVersions } from "./InitiativeVersions.tsx";
import { type RollEntry, rollOf, supportersOfPresent } from "./roll.ts";
import { howWords, useMoment } from "./supportWords.ts";

/** Who supports what: sponsors first, then in the alphabetical order of the reader's language. */
export function InitiativeRolls() {
	const initiatives = useSelect((state) => [...state.initiatives.initiatives.values()], sameItems);
	return initiatives.map((initiative) => <InitiativeRoll key={initiative.id} initiative={initiative} />);
}

function InitiativeRoll({ initiative }: { initiative: Initiative }) {
	const { t, locale } = useSpeech();
	const { id, supporters, versions, withdrawn } = initiative;
	const delegations = useSelect((state) => seating(state, alphabetOf(locale)), sameItems);
	const roll = useMemo(() => rollOf(initiative, delegations), [initiative, delegations]);
	const explained = roll.filter(({ support }) => support.explanation !== null);
	return (
		<section className="initiative" aria-labelledby={`initiative-${id}`}>
			<h2 id={`initiative-${id}`}>
				<Message
					id="audience.initiativeTitle"
					values={{ count: supporters.size, initiative: <bdi>{inLanguage(initiative.title, locale)}</bdi> }}
				/>
			</h2>
			<p>{inLanguage(initiative.summary, locale)}</p>
			<InitiativeVersions initiative={initiative} />
			{versions.length > 1 && (
				<p className="initiative-present">
					<Message
						id="initiative.supportPresent"
						values={{
							number: versions.length,
							count: supportersOfPresent(initiative),
							total: supporters.size,
						}}
					/>
				</p>
			)}
			<ul className="supporters" aria-label={t("initiative.roll")}>
				{roll.map((entry) => (
					<Supporter key={entry.delegation.id} entry={entry} present={versions.length} />
				))}
			</ul>
			{explained.length > 0 && (
				<div className="initiative-part">
					<h3>
						<Message id="initiative.explanations" />
					</h3>
					{explained.map((entry) => (
						<Explanation key={entry.delegation.id} entry={entry} />
					))}
				</div>
			)}
			{withdrawn.length > 0 && (
				<div className="initiative-part">
					<h3>
						<Message id="initiative.withdrawals" />
					</h3>
					<ul>
						{withdrawn.map((support) => (
							<Withdrawal key={`${support.delegationId} ${support.withdrawnAt}`} support={support} />
						))}
					</ul>
				</div>
			)}
		</section>
	);
}

/** How it was declared, and for which version where that is no longer the one in force. */
function How({ support, present }: { support: Support; present: number }) {
	const { t } = useSpeech();
	const how = t(howWords[support.how]);
	if (support.version === present) return how;
	return <Message id="initiative.howVersion" values={{ how, number: support.version }} />;
}

function Supporter({ entry: { delegation, support }, present }: { entry: RollEntry; present: number }) {
	const { locale } = useSpeech();
	return (
		<li>
			<Flag {...emblemOf(delegation)} width={27} />
			<bdi lang={languageOf(delegation.name, locale)}>{nameOf(delegation, delegation.id, locale)}</bdi>{" "}
			<small className="roll-note">
				<How support={support} present={present} />
			</small>
		</li>
	);
}

/** Folded, so that long ones do not stand between a reader and the roll. */
function Explanation({ entry: { delegation, support } }: { entry: RollEntry }) {
	const { locale } = useSpeech();
	const moment = useMoment();
	return (
		<details className="explanation">
			<summary>
				<Flag {...emblemOf(delegation)} width={27} />
				<bdi>{nameOf(delegation, delegation.id, locale)}</bdi>{" "}
				<small className="roll-note">
					<bdi>{moment(support.at)}</bdi>
				</small>
			</summary>
			<blockquote dir="auto">{support.explanation}</blockquote>
		</details>
	);
}

function Withdrawal({ support }: { support: WithdrawnSupport }) {
	const { locale } = useSpeech();
	const moment = useMoment();
	const delegation = useSelect((state) => state.delegations.delegations.get(support.delegationId));
	return (
		<li className="withdrawal">
			<Flag {...emblemOf(delegation)} width={27} />
			<bdi>{nameOf(delegation, support.delegationId, locale)}</bdi>{" "}
			<small className="roll-note">
				<Message
					id="initiative.withdrawal"
					values={{
						declared: <bdi>{moment(support.at)}</bdi>,
						withdrawn: <bdi>{moment(support.withdrawnAt)}</bdi>,
					}}
				/>
			</small>
		</li>
	);
}
