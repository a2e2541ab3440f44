import { type ReactNode, useState } from "react";
import { inLanguage } from "../../../../shared/conference/common.ts";
import type { Meeting } from "../../../../shared/conference/programme.ts";
import { DelegationName } from "../../../features/delegations/DelegationName.tsx";
import { SessionName } from "../../../features/programme/SessionName.tsx";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { CalendarDays, X } from "../../../ui/icons.ts";
import { RecordingDialog } from "../../console/recordings/RecordingDialog.tsx";
import { DetailPanel } from "../parts/DetailPanel.tsx";
import { Documents } from "./documents/Documents.tsx";
import { ExportMenu } from "./ExportMenu.tsx";
import { GavelBlock } from "./GavelBlock.tsx";
import { InscribeDialog } from "./InscribeDialog.tsx";
import { LimitsDialog } from "./LimitsDialog.tsx";
import { ListTimeDialog } from "./ListTimeDialog.tsx";
import { MeetingSpan } from "./MeetingSpan.tsx";
import { MeetingTag } from "./MeetingTable.tsx";
import { RescheduleDialog } from "./RescheduleDialog.tsx";
import { SegmentCard } from "./SegmentCard.tsx";

/** The question that is being asked over this meeting. */
export type MeetingQuestion =
	| { readonly kind: "reschedule" }
	| {
			readonly kind: "open" | "schedule" | "announceClosing" | "inscribe" | "limits";
			readonly segmentId: string;
	  }
	| { readonly kind: "recording"; readonly segmentId: string; readonly delegationId: string };

/** One meeting: its times, who presides, its segments and their speakers' lists. */
export function MeetingDetail({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
	const { t, locale } = useSpeech();
	const [question, setQuestion] = useState<MeetingQuestion | null>(null);
	const sits = meeting.status === "open" || meeting.status === "suspended";
	return (
		<DetailPanel label={inLanguage(meeting.title, locale)} onClose={onClose}>
			<div className="detail-head">
				<MeetingTag meeting={meeting} />
				<IconButton small icon={X} label={t("common.close")} onClick={onClose} />
			</div>
			<h2 id="meeting-detail" tabIndex={-1}>
				<SessionName meeting={meeting} />
			</h2>
			<p className="detail-formal numeric">
				<MeetingSpan meeting={meeting} />
			</p>
			<div className="detail-actions">
				{meeting.status !== "closed" && (
					<Button icon={CalendarDays} onClick={() => setQuestion({ kind: "reschedule" })}>
						<Message id="secretariat.changeTimes" />
					</Button>
				)}
				<ExportMenu meetingId={meeting.id} />
			</div>
			{meeting.coChairs.length > 0 && (
				<div className="block">
					<div className="block-head">
						<h3>
							<Message id="secretariat.coChairs" />
						</h3>
					</div>
					<ul className="desk-chairs">
						{meeting.coChairs.map((id) => (
							<li key={id}>
								<DelegationName id={id} width={24} />
							</li>
						))}
					</ul>
				</div>
			)}
			{sits && <GavelBlock meeting={meeting} />}
			{meeting.segments.length > 0 && (
				<div className="block">
					<div className="block-head">
						<h3>
							<Message id="secretariat.segments" />
						</h3>
					</div>
					<ol className="desk-segments">
						{meeting.segments.map((segment) => (
							<SegmentCard key={segment.id} meeting={meeting} segment={segment} onAsk={setQuestion} />
						))}
					</ol>
				</div>
			)}
			<Documents meetingId={meeting.id} />
			{question !== null && (
				<Question meeting={meeting} question={question} onClose={() => setQuestion(null)} />
			)}
		</DetailPanel>
	);
}

function Question({
	meeting,
	question,
	onClose,
}: {
	meeting: Meeting;
	question: MeetingQuestion;
	onClose: () => void;
}): ReactNode {
	switch (question.kind) {
		case "reschedule":
			return <RescheduleDialog meeting={meeting} onClose={onClose} />;
		case "open":
		case "schedule":
		case "announceClosing":
			return <ListTimeDialog act={question.kind} segmentId={question.segmentId} onClose={onClose} />;
		case "limits":
			return <LimitsDialog meeting={meeting} segmentId={question.segmentId} onClose={onClose} />;
		case "recording":
			return (
				<RecordingDialog
					segmentId={question.segmentId}
					delegationId={question.delegationId}
					onClose={onClose}
				/>
			);
		case "inscribe":
			return <InscribeDialog segmentId={question.segmentId} onClose={onClose} />;
	}
}
