import { inLanguage } from "../../../../shared/conference/common.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { SessionName } from "../../../features/programme/SessionName.tsx";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { clockTime, duration } from "../../../i18n/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Lock, LockOpen, Plus } from "../../../ui/icons.ts";
import { Tag, type TagTone } from "../../../ui/Tag.tsx";
import { usePodiumDialog } from "../dialogs/podiumDialog.ts";
import type { Podium } from "../usePodium.ts";
import type { PodiumActs } from "../usePodiumActs.ts";
import { HandsPanel } from "./HandsPanel.tsx";
import { Heard } from "./Heard.tsx";
import { ListMenu } from "./ListMenu.tsx";
import { LateRequests, SwapProposals } from "./Requests.tsx";
import { SpeakersTable } from "./SpeakersTable.tsx";

const tones: Readonly<Record<string, TagTone>> = {
	open: "green",
	closing: "brass",
	closed: "grey",
	notOpen: "grey",
};

/** The speakers' list with its head: its state in words, and the acts on the list as a whole. */
export function ListPanel({ podium, acts }: { podium: Podium; acts: PodiumActs }) {
	const { locale } = useSpeech();
	const open = usePodiumDialog();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const { place, rows, reachesList, meeting } = podium;
	if (place === undefined) return null;
	const { segment } = place;
	const { status, opensAt, closesAt } = rows.list;
	const count = rows.waiting.length;
	const isRequests = segment.mode === "requests";
	return (
		<section className="list-panel" aria-label={inLanguage(segment.title, locale)}>
			{isRequests && segment.status === "running" && <HandsPanel podium={podium} acts={acts} />}
			<LateRequests segmentId={segment.id} acts={acts} />
			<div className="list-head">
				<h2>
					<Message id="podium.speakersList" />
				</h2>
				<Tag tone={tones[status]}>
					<Message id={`list.${status}`} values={{ count }} />
				</Tag>
				<span className="dim small list-facts">
					{status === "notOpen" && opensAt !== null && (
						<Message id="podium.opens" values={{ time: <bdi>{clockTime(opensAt, timeZone)}</bdi> }} />
					)}
					{closesAt !== null && (
						<Message id="podium.closes" values={{ time: <bdi>{clockTime(closesAt, timeZone)}</bdi> }} />
					)}
					{segment.groupLimitMs === segment.limitMs ? (
						<bdi>{duration(segment.limitMs)}</bdi>
					) : (
						<Message
							id="podium.limitsShort"
							values={{
								limit: <bdi>{duration(segment.limitMs)}</bdi>,
								groups: <bdi>{duration(segment.groupLimitMs)}</bdi>,
							}}
						/>
					)}
				</span>
				{reachesList && (
					<span className="list-acts">
						<Button small icon={Plus} shortcut="+" onClick={() => open({ kind: "add", place })}>
							<Message id="podium.add" />
						</Button>
						{acts.closeList === undefined ? (
							<Button
								small
								icon={LockOpen}
								shortcut="L"
								onClick={() => open({ kind: "open", segmentId: segment.id })}
							>
								<Message id="podium.openList" />
							</Button>
						) : (
							<Button small icon={Lock} shortcut="L" onClick={acts.closeList}>
								<Message id="podium.closeList" />
							</Button>
						)}
						<ListMenu podium={podium} place={place} />
					</span>
				)}
			</div>
			{place.meeting.id !== meeting?.id && (
				<p className="list-of">
					<SessionName meeting={place.meeting} />
				</p>
			)}
			{isRequests && count > 0 && (
				<p className="block-note">
					<Message id="podium.listKept" />
				</p>
			)}
			{rows.list.draw !== null && (
				<p className="block-note">
					<Message
						id="podium.drawnWith"
						values={{
							time: <bdi>{clockTime(rows.list.draw.at, timeZone)}</bdi>,
							seed: <bdi className="numeric draw-seed">{rows.list.draw.seed}</bdi>,
						}}
					/>
				</p>
			)}
			<SwapProposals segmentId={segment.id} />
			{count === 0 ? (
				<EmptyState title={<Message id={emptyTitle(status)} />}>
					{closesAt !== null && (
						<Message
							id="podium.emptyListNext"
							values={{ time: <bdi>{clockTime(closesAt, timeZone)}</bdi> }}
						/>
					)}
				</EmptyState>
			) : (
				<SpeakersTable place={place} rows={rows} mayMove={reachesList} />
			)}
			<Written rows={podium.rows} />
			<Heard rows={rows} />
		</section>
	);
}

/** Statements to be put on the record without the floor are in no row, and so counted. */
function Written({ rows }: Pick<Podium, "rows">) {
	let count = 0;
	for (const { status } of rows.list.entries.values()) if (status === "written") count += 1;
	if (count === 0) return null;
	return (
		<p className="block-note">
			<Message id="podium.writtenCount" values={{ count }} />
		</p>
	);
}

function emptyTitle(status: string) {
	if (status === "open" || status === "closing") return "podium.emptyList";
	return status === "closed" ? "podium.emptyListClosed" : "podium.emptyListNotOpen";
}
