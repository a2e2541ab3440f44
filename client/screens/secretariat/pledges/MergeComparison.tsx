import { contentOf } from "../../../../shared/conference/pledge.ts";
import { useConference } from "../../../conference/hooks.ts";
import { emblemOf } from "../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import type { MessageId } from "../../../i18n/loadMessages.ts";
import { Flag } from "../../../ui/Flag.tsx";
import { StateDots } from "../../../ui/StateDots.tsx";
import { factsOf } from "./contentFacts.ts";
import type { PledgeRow } from "./pledgeRows.ts";

/** A duplicate beside the pledge that stays. What stays is kept as it is: nothing of the duplicate goes over to it. */
export function MergeComparison({ duplicate, into }: { duplicate: PledgeRow; into: PledgeRow }) {
	const client = useConference();
	const speech = useSpeech();
	const of = (row: PledgeRow) => factsOf(contentOf(row.pledge), client.state(), speech);
	const kept = of(into);
	const facts = of(duplicate)
		.map(({ name, words }, index) => ({ name, words, stays: kept[index]?.words ?? "" }))
		.filter(({ words, stays }) => words !== "" || stays !== "");
	return (
		<table className="comparison">
			<thead>
				<tr>
					<td />
					<Head row={duplicate} word="deskact.mergeGoes" note="deskact.mergeGoesNote" />
					<Head row={into} word="deskact.mergeStays" note="deskact.mergeStaysNote" />
				</tr>
			</thead>
			<tbody>
				<tr>
					<th scope="row">
						<Message id="desk.state" />
					</th>
					<td>
						<StateDots step={duplicate.step} />
					</td>
					<td>
						<StateDots step={into.step} />
					</td>
				</tr>
				{facts.map(({ name, words, stays }) => (
					<tr key={name} data-differs={words !== stays}>
						<th scope="row">
							<Message id={name} />
							{words !== stays && (
								<small>
									<Message id="deskact.differs" />
								</small>
							)}
						</th>
						<td>
							<bdi dir="auto">{words}</bdi>
						</td>
						<td>
							<bdi dir="auto">{stays}</bdi>
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

function Head({ row, word, note }: { row: PledgeRow; word: MessageId; note: MessageId }) {
	return (
		<th scope="col">
			<span className="label">
				<Message id={word} />
			</span>
			<span className="comparison-who">
				<Flag {...emblemOf(row.delegation)} />
				<bdi>{row.delegationName}</bdi>{" "}
				<bdi className="dim numeric" dir="ltr">
					{row.reference}
				</bdi>
			</span>
			<small>
				<Message id={note} />
			</small>
		</th>
	);
}
