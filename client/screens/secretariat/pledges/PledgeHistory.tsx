import type { ReactNode } from "react";
import { Message } from "../../../i18n/intl.tsx";
import { HostTime } from "../parts/HostTime.tsx";
import type { PledgeRow } from "./pledgeRows.ts";

const announced = {
	floor: "desk.historyAnnounced",
	desk: "desk.historyForDelegation",
	writing: "desk.historyInWriting",
} as const;

/** The record of changes, newest first, as the pledge itself tells it. */
export function PledgeHistory({ row }: { row: PledgeRow }) {
	const { pledge } = row;
	const values = { delegation: <bdi>{row.delegationName}</bdi> };
	const entries: readonly (readonly [number | null, ReactNode])[] = [
		[pledge.withdrawnAt, <Message key="w" id="desk.historyWithdrawn" values={values} />],
		[pledge.confirmedAt, <Message key="c" id="desk.historyConfirmed" />],
		[pledge.announcedAt, <Message key="a" id={announced[pledge.announcement ?? "floor"]} values={values} />],
		[pledge.acceptedAt, <Message key="l" id="desk.historyCleared" />],
		[pledge.submittedAt, <Message key="s" id="desk.historySubmitted" values={values} />],
		[pledge.draftedAt, <Message key="d" id="desk.historyDrafted" values={values} />],
	];
	return (
		<div className="block block-last">
			<div className="block-head">
				<h3>
					<Message id="desk.record" />
				</h3>
			</div>
			<ul className="history">
				{entries.map(([at, words]) =>
					at === null ? null : (
						<li key={`${at} ${pledge.id}`}>
							<HostTime at={at} />
							<span>{words}</span>
						</li>
					),
				)}
			</ul>
		</div>
	);
}
