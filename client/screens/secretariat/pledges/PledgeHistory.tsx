import { sameItems, useSelect } from "../../../conference/hooks.ts";
import { nameOf } from "../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { HostTime } from "../parts/HostTime.tsx";
import { historyOf } from "./pledgeHistory.ts";
import type { PledgeRow } from "./pledgeRows.ts";

/** The record of changes, newest first, as the pledge itself tells it. */
export function PledgeHistory({ row }: { row: PledgeRow }) {
	const { pledge } = row;
	const speech = useSpeech();
	const delegations = useSelect((state) => state.delegations.delegations);
	const merged = useSelect(
		({ pledges }) =>
			[...pledges.pledges.values()].filter(
				({ id, mergedInto }) => id === pledge.mergedInto || mergedInto === pledge.id,
			),
		sameItems,
	);
	const entries = historyOf(pledge, merged, (id) => nameOf(delegations.get(id), id, speech.locale), speech);
	return (
		<div className="block block-last">
			<div className="block-head">
				<h3>
					<Message id="desk.record" />
				</h3>
			</div>
			<ul className="history">
				{entries.map(({ key, at, id, values, before }) => (
					<li key={key}>
						{at === null ? <span /> : <HostTime at={at} />}
						<span>
							<Message id={id} values={isolated(values)} />
							{before !== undefined && (
								<small className="dim" dir="auto">
									{before}
								</small>
							)}
						</span>
					</li>
				))}
			</ul>
		</div>
	);
}

function isolated(values: Readonly<Record<string, string>>) {
	return Object.fromEntries(
		Object.entries(values).map(([name, words]) => [name, <bdi key={name}>{words}</bdi>]),
	);
}
