import { inLanguage } from "../../../../shared/conference/common.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { SessionName } from "../../../features/programme/SessionName.tsx";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { clockTime } from "../../../i18n/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Clock, Lock, LockOpen, Plus } from "../../../ui/icons.ts";
import { Tag, type TagTone } from "../../../ui/Tag.tsx";
import type { Podium } from "../usePodium.ts";
import type { PodiumActs } from "../usePodiumActs.ts";
import { Heard } from "./Heard.tsx";
import { SpeakersTable } from "./SpeakersTable.tsx";

export type ListDialog = "add" | "open" | "announce";

const tones: Readonly<Record<string, TagTone>> = {
	open: "green",
	closing: "brass",
	closed: "grey",
	notOpen: "grey",
};

/** The speakers' list with its head: its state in words, and the acts on the list as a whole. */
export function ListPanel({
	podium,
	acts,
	onDialog,
}: {
	podium: Podium;
	acts: PodiumActs;
	onDialog: (dialog: ListDialog) => void;
}) {
	const { locale } = useSpeech();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const { place, rows, reachesList, meeting } = podium;
	if (place === undefined) return null;
	const { status, closesAt } = rows.list;
	const count = rows.waiting.length;
	return (
		<section className="list-panel" aria-label={inLanguage(place.segment.title, locale)}>
			<div className="list-head">
				<h2>
					<Message id="podium.speakersList" />
				</h2>
				<Tag tone={tones[status]}>
					<Message id={`list.${status}`} values={{ count }} />
				</Tag>
				{closesAt !== null && (
					<span className="dim small">
						<Message id="podium.closes" values={{ time: <bdi>{clockTime(closesAt, timeZone)}</bdi> }} />
					</span>
				)}
				{reachesList && (
					<span className="list-acts">
						<Button small icon={Plus} shortcut="+" onClick={() => onDialog("add")}>
							<Message id="podium.add" />
						</Button>
						{acts.closeList === undefined ? (
							<Button small icon={LockOpen} shortcut="L" onClick={() => onDialog("open")}>
								<Message id="podium.openList" />
							</Button>
						) : (
							<>
								<Button small icon={Clock} onClick={() => onDialog("announce")}>
									<Message id="podium.announceClosing" />
								</Button>
								<Button small icon={Lock} shortcut="L" onClick={acts.closeList}>
									<Message id="podium.closeList" />
								</Button>
							</>
						)}
					</span>
				)}
			</div>
			{place.meeting.id !== meeting?.id && (
				<p className="list-of">
					<SessionName meeting={place.meeting} />
				</p>
			)}
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
			<Heard rows={rows} />
		</section>
	);
}

function emptyTitle(status: string) {
	if (status === "open" || status === "closing") return "podium.emptyList";
	return status === "closed" ? "podium.emptyListClosed" : "podium.emptyListNotOpen";
}
