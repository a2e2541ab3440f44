import type { ReactElement } from "react";
import { useSelect } from "../../../conference/hooks.ts";
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
	const into = useSelect((state) => state.pledges.pledges.get(pledge.mergedInto ?? "")?.title ?? null);
	const entries: (readonly [number | null, ReactElement])[] = [
		[
			pledge.mergedAt,
			<Message key="m" id="pledgebook.mergedInto" values={{ pledge: <bdi>{into ?? ""}</bdi> }} />,
		],
		[pledge.rejectedAt, <Message key="r" id="deskact.rejected" />],
		...pledge.corrections.map(
			({ at, reason, before }) =>
				[
					at,
					<span key={`k${at}`}>
						<Message id="deskact.historyCorrected" values={{ reason: <bdi>{reason}</bdi> }} />
						<small className="dim" dir="auto">
							{before.title}
						</small>
					</span>,
				] as const,
		),
		...pledge.questions.flatMap(({ askedAt, text, answeredAt, answer }) => [
			[
				askedAt,
				<Message key={`q${askedAt}`} id="deskact.historyAsked" values={{ words: <bdi>{text}</bdi> }} />,
			] as const,
			[
				answer === null ? null : answeredAt,
				<Message
					key={`a${askedAt}`}
					id="deskact.historyAnswered"
					values={{ words: <bdi>{answer ?? ""}</bdi> }}
				/>,
			] as const,
		]),
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
				{entries
					.flatMap(([at, words]) => (at === null ? [] : [{ at, words }]))
					.sort((a, b) => b.at - a.at)
					.map(({ at, words }) => (
						<li key={words.key}>
							<HostTime at={at} />
							<span>{words}</span>
						</li>
					))}
			</ul>
		</div>
	);
}
