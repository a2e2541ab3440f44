import type { ReactNode } from "react";
import type { MonitoredFeed } from "../../../../shared/protocol/monitor.ts";
import { sameItems, useMonitor, useSelect } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { RefreshCw } from "../../../ui/icons.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { useNarrow } from "../../../ui/useNarrow.ts";
import { useOperatorDialog } from "../operatorDialog.ts";
import { FeedProblems, PictureFigures, ReceivedFigures, SoundFigures, WayFigures } from "./FeedFigures.tsx";
import { FeedKindWord, FeedName } from "./FeedName.tsx";
import { problemsOf } from "./feedProblems.ts";
import { expectedNow, inOrder, type MissingFeed, missingFeeds } from "./feedRows.ts";
import type { Restarts } from "./useRestarts.ts";
import { useSilent } from "./useSilent.ts";

/** Everybody who sends, with the figures of each: a table, and on a phone one block after the other. */
export function FeedsPanel({ restarts }: { restarts: Restarts }) {
	const monitor = useMonitor();
	const silent = useSilent();
	const isNarrow = useNarrow();
	const expected = useSelect(expectedNow, (a, b) => a.floor === b.floor && sameItems(a.channels, b.channels));
	const feeds = inOrder(monitor?.feeds ?? []);
	const away = [...restarts.pending.values()].filter(({ feed }) => !feeds.some(({ id }) => id === feed.id));
	const missing = missingFeeds(expected, [...feeds, ...away.map(({ feed }) => feed)]);
	const rows: Row[] = [
		...missing.map((each) => missingRow(each, "operator.nothingSent")),
		...away.map(({ feed }) => missingRow(feed, "operator.restarting")),
		...feeds.map((feed) => feedRow(feed, silent.has(feed.id))),
	];
	return (
		<section className="feeds" aria-labelledby="operator-feeds">
			<div className="list-head">
				<h2 id="operator-feeds">
					<Message id="operator.senders" />
				</h2>
				{monitor !== null && (
					<span className="dim small">
						<Message id="operator.sendersCount" values={{ count: feeds.length }} />
					</span>
				)}
			</div>
			{monitor === null || monitor.worker.state === "off" || rows.length === 0 ? (
				<NoFeeds state={monitor?.worker.state} />
			) : isNarrow ? (
				<Blocks rows={rows} />
			) : (
				<Table rows={rows} />
			)}
		</section>
	);
}

function NoFeeds({ state }: { state: string | undefined }) {
	if (state === undefined) return <EmptyState title={<Message id="operator.noFigures" />} />;
	if (state === "off")
		return (
			<EmptyState title={<Message id="operator.off" />}>
				<Message id="operator.offNext" />
			</EmptyState>
		);
	return (
		<EmptyState title={<Message id="operator.nobodySends" />}>
			<Message id="operator.nobodySendsNext" />
		</EmptyState>
	);
}

/** What a row says in each column; one without figures has words in their place. */
interface Row {
	readonly id: string;
	readonly who: ReactNode;
	readonly figures:
		| {
				readonly sound: ReactNode;
				readonly picture: ReactNode;
				readonly way: ReactNode;
				readonly received: ReactNode;
		  }
		| { readonly instead: ReactNode };
	readonly act: ReactNode;
}

function feedRow(feed: MonitoredFeed, silent: boolean): Row {
	const problems = problemsOf(feed, silent);
	return {
		id: feed.id,
		who: (
			<>
				<Who feed={feed} state={<StateTag feed={feed} />} />
				{problems.length > 0 && <FeedProblems problems={problems} />}
			</>
		),
		figures: {
			sound: <SoundFigures feed={feed} />,
			picture: <PictureFigures feed={feed} />,
			way: <WayFigures feed={feed} />,
			received: <ReceivedFigures feed={feed} />,
		},
		act: <RestartButton feed={feed} />,
	};
}

function missingRow(feed: MissingFeed, id: "operator.nothingSent" | "operator.restarting"): Row {
	return {
		id: feed.id,
		who: <Who feed={feed} state={null} />,
		figures: {
			instead: (
				<Tag tone={id === "operator.restarting" ? "brass" : "red"}>
					<Message id={id} />
				</Tag>
			),
		},
		act: null,
	};
}

function Who({ feed, state }: { feed: Pick<MonitoredFeed, "kind" | "delegationId">; state: ReactNode }) {
	return (
		<span className="feed-who">
			<b>
				<FeedName feed={feed} />
			</b>
			<small>
				<FeedKindWord kind={feed.kind} />
				{state}
			</small>
		</span>
	);
}

function StateTag({ feed: { live } }: { feed: MonitoredFeed }) {
	return (
		<Tag tone={live ? "brass" : "grey"}>
			<Message id={live ? "floor.live" : "operator.ready"} />
		</Tag>
	);
}

/** What is heard by all is restarted after a question: it is off the air meanwhile. */
function RestartButton({ feed }: { feed: MonitoredFeed }) {
	const open = useOperatorDialog();
	return (
		<Button small icon={RefreshCw} onClick={() => open({ kind: "restart", feed })}>
			<Message id="operator.restart" />
		</Button>
	);
}

function Table({ rows }: { rows: readonly Row[] }) {
	return (
		<table className="feeds-table">
			<thead>
				<tr>
					<th scope="col">
						<Message id="operator.sender" />
					</th>
					<th scope="col">
						<Message id="operator.sound" />
					</th>
					<th scope="col">
						<Message id="operator.picture" />
					</th>
					<th scope="col">
						<Message id="operator.way" />
					</th>
					<th scope="col">
						<Message id="operator.receivedBy" />
					</th>
				</tr>
			</thead>
			<tbody>
				{rows.map(({ id, who, figures, act }) => (
					<tr key={id}>
						<th scope="row">{who}</th>
						{"instead" in figures ? (
							<td colSpan={4}>{figures.instead}</td>
						) : (
							<>
								<td className="feed-figure">{figures.sound}</td>
								<td className="feed-figure">{figures.picture}</td>
								<td className="feed-figure">{figures.way}</td>
								<td className="feed-figure">
									{figures.received}
									<div className="feed-act">{act}</div>
								</td>
							</>
						)}
					</tr>
				))}
			</tbody>
		</table>
	);
}

function Blocks({ rows }: { rows: readonly Row[] }) {
	const { t } = useSpeech();
	return (
		<ul className="feed-blocks">
			{rows.map(({ id, who, figures, act }) => (
				<li key={id} className="feed-block">
					{who}
					{"instead" in figures ? (
						figures.instead
					) : (
						<dl className="feed-facts">
							<dt>{t("operator.sound")}</dt>
							<dd className="feed-figure">{figures.sound}</dd>
							<dt>{t("operator.picture")}</dt>
							<dd className="feed-figure">{figures.picture}</dd>
							<dt>{t("operator.way")}</dt>
							<dd className="feed-figure">{figures.way}</dd>
							<dt>{t("operator.receivedBy")}</dt>
							<dd className="feed-figure">{figures.received}</dd>
						</dl>
					)}
					{act}
				</li>
			))}
		</ul>
	);
}
