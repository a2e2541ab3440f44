import { useState } from "react";
import type { Seat } from "../../../shared/protocol/join.ts";
import { FloorPlate } from "../../features/floor/FloorPlate.tsx";
import { PresentMeetingTitle } from "../../features/programme/PresentMeetingTitle.tsx";
import { Message } from "../../i18n/intl.tsx";
import { ConsoleShell } from "../console/ConsoleShell.tsx";
import type { Shortcut } from "../console/shortcuts.ts";
import { ChairBar } from "./ChairBar.tsx";
import { AddDialog } from "./dialogs/AddDialog.tsx";
import { ListTimeDialog } from "./dialogs/ListTimeDialog.tsx";
import { type ListDialog, ListPanel } from "./list/ListPanel.tsx";
import { nextAct } from "./nextAct.ts";
import { AttendanceSection } from "./side/AttendanceSection.tsx";
import { GavelSection } from "./side/GavelSection.tsx";
import { MeetingSection } from "./side/MeetingSection.tsx";
import { PledgesSection, usePledgesToAnnounce, useReadable } from "./side/PledgesSection.tsx";
import { LengthSection, TimeSection } from "./side/TimeSection.tsx";
import { usePodium } from "./usePodium.ts";
import { usePodiumActs } from "./usePodiumActs.ts";

/** What N does, as the foot says it. */
const nextWords = {
	callNext: "podium.callNext",
	callSpeaker: "podium.callNext",
	startSegment: "podium.startNext",
	resumeMeeting: "podium.resumeMeeting",
	none: "podium.callNext",
} as const;

/** The chair's console. Reading order is the order of work: who speaks, the next act, the list. */
export function PodiumConsole({ seat }: { seat: Seat }) {
	const podium = usePodium(seat);
	const acts = usePodiumActs(podium);
	const [dialog, setDialog] = useState<ListDialog | null>(null);
	const pledges = usePledgesToAnnounce(podium);
	const readable = useReadable(podium, pledges);
	const { place, rows, reachesList, presides } = podium;
	const firstPledge = pledges.find(({ id }) => readable.has(id));
	const { readOut } = acts;
	const shortcuts: readonly Shortcut[] = [
		{ key: "N", label: <Message id={nextWords[nextAct(podium).kind]} />, run: acts.next },
		{
			key: "Space",
			label: <Message id={acts.resume === undefined ? "podium.pause" : "podium.resume"} />,
			run: acts.resume ?? acts.pause,
		},
		{ key: "E", label: <Message id="podium.extend" />, run: acts.extend },
		{ key: "D", label: <Message id="podium.endStatement" />, run: acts.end },
		{
			key: "A",
			label: <Message id="podium.readOutPledge" />,
			run: readOut !== undefined && firstPledge !== undefined ? () => readOut(firstPledge) : undefined,
		},
		{
			key: "+",
			label: <Message id="podium.addTitle" />,
			run: reachesList ? () => setDialog("add") : undefined,
		},
		{
			key: "L",
			label: <Message id={acts.closeList === undefined ? "podium.openList" : "podium.closeList"} />,
			run: reachesList ? (acts.closeList ?? (() => setDialog("open"))) : undefined,
		},
	];
	const made = rows.made;
	const total = made + rows.waiting.length;
	return (
		<ConsoleShell
			title={<PresentMeetingTitle />}
			detail={
				total > 0 && place?.meeting.id === podium.meeting?.id ? (
					<Message id="podium.statementOf" values={{ count: made, total }} />
				) : undefined
			}
			role={<Message id={presides ? "podium.presiding" : "podium.coChair"} />}
			shortcuts={shortcuts}
		>
			<main className="podium-body">
				<section className="column column-side">
					<h2 className="visually-hidden">
						<Message id="podium.title" />
					</h2>
					<TimeSection podium={podium} />
					<LengthSection podium={podium} />
					<AttendanceSection />
					<GavelSection podium={podium} />
				</section>
				<section className="column podium-middle">
					<FloorPlate size="console" />
					<ChairBar podium={podium} acts={acts} />
					<ListPanel podium={podium} acts={acts} onDialog={setDialog} />
				</section>
				<section className="column column-action">
					<h2 className="visually-hidden">
						<Message id="podium.nextToDo" />
					</h2>
					<PledgesSection podium={podium} acts={acts} pledges={pledges} readable={readable} />
					<MeetingSection podium={podium} />
				</section>
			</main>
			{dialog === "add" && place !== undefined && (
				<AddDialog place={place} rows={rows} onClose={() => setDialog(null)} />
			)}
			{(dialog === "open" || dialog === "announce") && place !== undefined && (
				<ListTimeDialog act={dialog} segmentId={place.segment.id} onClose={() => setDialog(null)} />
			)}
		</ConsoleShell>
	);
}
