import { useMemo } from "react";
import { inLanguage } from "../../../shared/conference/common.ts";
import type { Initiative } from "../../../shared/conference/initiatives.ts";
import { seating } from "../../../shared/conference/selectors.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Flag } from "../../ui/Flag.tsx";
import { alphabetOf, emblemOf, nameOf } from "../delegations/delegation.ts";

/** Who supports what, in the alphabetical order of the reader's language. */
export function InitiativeRolls() {
	const initiatives = useSelect((state) => [...state.initiatives.initiatives.values()], sameItems);
	return initiatives.map((initiative) => <InitiativeRoll key={initiative.id} initiative={initiative} />);
}

function InitiativeRoll({ initiative }: { initiative: Initiative }) {
	const { locale } = useSpeech();
	const { supporters } = initiative;
	const delegations = useSelect((state) => seating(state, alphabetOf(locale)), sameItems);
	const roll = useMemo(() => delegations.filter(({ id }) => supporters.has(id)), [delegations, supporters]);
	return (
		<section className="initiative" aria-labelledby={`initiative-${initiative.id}`}>
			<h2 id={`initiative-${initiative.id}`}>
				<Message
					id="audience.initiativeTitle"
					values={{ count: supporters.size, initiative: <bdi>{inLanguage(initiative.title, locale)}</bdi> }}
				/>
			</h2>
			<p>{inLanguage(initiative.summary, locale)}</p>
			<ul className="supporters">
				{roll.map((delegation) => (
					<li key={delegation.id}>
						<Flag {...emblemOf(delegation)} width={27} />
						<bdi>{nameOf(delegation, delegation.id, locale)}</bdi>
					</li>
				))}
			</ul>
		</section>
	);
}
