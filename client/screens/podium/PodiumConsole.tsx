import { useCallback, useState } from "react";
import type { Seat } from "../../../shared/protocol/join.ts";
import { FloorPlate } from "../../features/floor/FloorPlate.tsx";
import { ChannelRow } from "../../features/interpretation/ChannelRow.tsx";
import { useChannelKeys } from "../../features/interpretation/channelKeys.tsx";
import { SignedStage } from "../../features/interpretation/SignedStage.tsx";
import { SlowDownNotice } from "../../features/interpretation/SlowDownNotice.tsx";
import { PresentMeetingTitle } from "../../features/programme/PresentMeetingTitle.tsx";
import { LiveStage } from "../../features/stage/LiveStage.tsx";
import { OwnFeed } from "../../features/stage/OwnFeed.tsx";
import { ReceptionSelect } from "../../features/stage/ReceptionSelect.tsx";
import { Message } from "../../i18n/intl.tsx";
import { ConsoleShell } from "../console/ConsoleShell.tsx";
import { ChairBar } from "./ChairBar.tsx";
import { PodiumDialogs } from "./dialogs/PodiumDialogs.tsx";
import { type PodiumDialog, PodiumDialogProvider } from "./dialogs/podiumDialog.ts";
import { ListPanel } from "./list/ListPanel.tsx";
import { usePointBar } from "./PointBar.tsx";
import { RecordingSwitch } from "./RecordingSwitch.tsx";
import { ScriptLine } from "./ScriptLine.tsx";
import { AttendanceSection } from "./side/AttendanceSection.tsx";
import { GavelSection } from "./side/GavelSection.tsx";
import { MeetingSection } from "./side/MeetingSection.tsx";
import { MessagesSection } from "./side/MessagesSection.tsx";
import { MotionsSection } from "./side/MotionsSection.tsx";
import { PledgesSection, usePledgesToAnnounce, useReadable } from "./side/PledgesSection.tsx";
import { RepliesSection } from "./side/RepliesSection.tsx";
import { StatisticsSection } from "./side/StatisticsSection.tsx";
import { LengthSection, TimeSection } from "./side/TimeSection.tsx";
import { useGavel } from "./useGavel.tsx";
import { useMarkAbsent } from "./useMarkAbsent.tsx";
import { type Podium, usePodium } from "./usePodium.ts";
import { usePodiumActs } from "./usePodiumActs.ts";
import { usePodiumKeys } from "./usePodiumKeys.tsx";

/** The chair's console. Reading order is the order of work: interruption, who speaks, the next act, the list. */
export function PodiumConsole({ seat }: { seat: Seat }) {
	const [dialog, setDialog] = useState<PodiumDialog | null>(null);
	const close = useCallback(() => setDialog(null), []);
	return (
		<PodiumDialogProvider value={setDialog}>
			<Console seat={seat} dialog={<PodiumDialogs dialog={dialog} onClose={close} />} />
		</PodiumDialogProvider>
	);
}

function Console({ seat, dialog }: { seat: Seat; dialog: React.ReactNode }) {
	const podium = usePodium(seat);
	const acts = usePodiumActs(podium);
	const gavel = useGavel(podium);
	const pledges = usePledgesToAnnounce(podium);
	const readable = useReadable(podium, pledges);
	const onAbsent = useAbsent(podium);
	const shortcuts = usePodiumKeys({
		podium,
		acts,
		gavel,
		onAbsent,
		firstPledge: pledges.find(({ id }) => readable.has(id)),
	});
	const channelKeys = useChannelKeys();
	const { place, rows, presides } = podium;
	const total = rows.made + rows.waiting.length;
	return (
		<ConsoleShell
			title={<PresentMeetingTitle />}
			detail={
				total > 0 && place?.meeting.id === podium.meeting?.id ? (
					<Message id="podium.statementOf" values={{ count: rows.made, total }} />
				) : undefined
			}
			role={<Message id={presides ? "podium.presiding" : "podium.coChair"} />}
			shortcuts={[...shortcuts, ...channelKeys]}
			interruption={usePointBar(podium, acts)}
		>
			<main className="podium-body">
				<section className="column column-side">
					<h2 className="visually-hidden">
						<Message id="podium.title" />
					</h2>
					<div className="podium-media">
						<SignedStage>
							<LiveStage className="stage podium-stage on-hall" plate={null} />
						</SignedStage>
						<ChannelRow compact />
						<ReceptionSelect />
						{presides && <OwnFeed feed="gavel" preview />}
					</div>
					<TimeSection podium={podium} />
					<LengthSection podium={podium} />
					<StatisticsSection podium={podium} />
					<AttendanceSection />
					<GavelSection gavel={gavel} />
				</section>
				<section className="column podium-middle">
					<div className="podium-now">
						<FloorPlate size="console" />
						<SlowDownNotice />
						<ChairBar podium={podium} acts={acts} gavel={gavel} onAbsent={onAbsent} />
						<RecordingSwitch podium={podium} />
					</div>
					<ScriptLine podium={podium} />
					<ListPanel podium={podium} acts={acts} />
				</section>
				<section className="column column-action">
					<h2 className="visually-hidden">
						<Message id="podium.nextToDo" />
					</h2>
					<MotionsSection podium={podium} acts={acts} />
					<RepliesSection podium={podium} acts={acts} />
					<PledgesSection podium={podium} acts={acts} pledges={pledges} readable={readable} />
					<MessagesSection />
					<MeetingSection podium={podium} />
				</section>
			</main>
			{dialog}
		</ConsoleShell>
	);
}

/** Whom X is about: who has the floor from the list, or else the next. */
function useAbsent({ presides, reachesList, statement, rows, place }: Podium): (() => void) | undefined {
	const markAbsent = useMarkAbsent();
	if (!presides || !reachesList || place === undefined) return undefined;
	const speaking = statement?.kind === "statement" ? statement.entryId : null;
	const entryId = speaking ?? rows.waiting[0]?.entry.id;
	return entryId === undefined
		? undefined
		: () => markAbsent(statement?.segmentId ?? place.segment.id, entryId);
}
