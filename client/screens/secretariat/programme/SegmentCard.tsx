import { Link } from "react-router";
import { inLanguage } from "../../../../shared/conference/common.ts";
import type { Meeting, Segment } from "../../../../shared/conference/programme.ts";
import { recordingFor } from "../../../../shared/conference/recordingPlace.ts";
import { listOf } from "../../../../shared/conference/selectors.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { languageOf } from "../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { duration } from "../../../i18n/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { useAddress } from "../parts/SecretariatShell.tsx";
import { ListFigures } from "./ListFigures.tsx";
import type { MeetingQuestion } from "./MeetingDetail.tsx";

/** A part of a meeting; one of statements has a speakers' list with the acts that are possible on it now. */
export function SegmentCard({
	meeting,
	segment,
	onAsk,
}: {
	meeting: Meeting;
	segment: Segment;
	onAsk: (question: MeetingQuestion) => void;
}) {
	const { locale } = useSpeech();
	const isList = segment.kind === "statements";
	const isOver = meeting.status === "closed" || segment.status === "ended";
	return (
		<li className="desk-segment">
			<div className="desk-segment-head">
				<b>
					<bdi lang={languageOf(segment.title, locale)}>{inLanguage(segment.title, locale)}</bdi>
				</b>
				<span className="dim small">
					<Message id={`segmentstatus.${segment.status}`} />
				</span>
			</div>
			<p className="dim small">
				{segment.speaker === null ? (
					isList && (
						<>
							<Message id={modeWords[segment.mode]} />
							{segment.debate !== "open" && (
								<>
									{" · "}
									<Message
										id={segment.debate === "closed" ? "floor.debateClosed" : "floor.debateAdjourned"}
									/>
								</>
							)}
							<br />
							<Message
								id="secretariat.limits"
								values={{
									own: <bdi>{duration(segment.limitMs)}</bdi>,
									group: <bdi>{duration(segment.groupLimitMs)}</bdi>,
								}}
							/>
						</>
					)
				) : (
					<bdi dir="auto">{segment.speaker.name}</bdi>
				)}
			</p>
			{isList && (
				<p className="desk-segment-list">
					<ListFigures segmentId={segment.id} />
				</p>
			)}
			{segment.speaker !== null && (
				<SpeakerRecording
					segmentId={segment.id}
					delegationId={segment.speaker.delegationId}
					isOver={isOver}
					onAsk={onAsk}
				/>
			)}
			{isList && <ListActs meetingId={meeting.id} segmentId={segment.id} isOver={isOver} onAsk={onAsk} />}
		</li>
	);
}

/** A message of the programme that is played when its speaker is called. */
function SpeakerRecording({
	segmentId,
	delegationId,
	isOver,
	onAsk,
}: {
	segmentId: string;
	delegationId: string;
	isOver: boolean;
	onAsk: (question: MeetingQuestion) => void;
}) {
	const isFiled = useSelect((state) => recordingFor(state, segmentId, delegationId) !== undefined);
	if (isOver && !isFiled) return null;
	return (
		<div className="representative-actions">
			<Button small onClick={() => onAsk({ kind: "recording", segmentId, delegationId })}>
				<Message id={isFiled ? "recording.change" : "recording.open"} />
			</Button>
		</div>
	);
}

const modeWords = {
	list: "secretariat.modeList",
	requests: "secretariat.modeRequests",
	ceremony: "secretariat.modeCeremony",
} as const;

function ListActs({
	meetingId,
	segmentId,
	isOver,
	onAsk,
}: {
	meetingId: string;
	segmentId: string;
	isOver: boolean;
	onAsk: (question: MeetingQuestion) => void;
}) {
	const address = useAddress();
	const status = useSelect((state) => listOf(state, segmentId).status);
	const { run, busy } = useCommand();
	const isOpen = status === "open" || status === "closing";
	const openTheList = (
		<Link className="button button-small" to={`${address("programme", meetingId)}/${segmentId}`}>
			<Message id="secretariat.showList" />
		</Link>
	);
	if (isOver) return <div className="representative-actions">{openTheList}</div>;
	return (
		<div className="representative-actions">
			{openTheList}
			{isOpen ? (
				<>
					<Button small onClick={() => onAsk({ kind: "announceClosing", segmentId })}>
						<Message
							id={status === "closing" ? "secretariat.changeClosing" : "secretariat.announceClosing"}
						/>
					</Button>
					<Button
						small
						aria-busy={busy ? true : undefined}
						onClick={() =>
							void run(
								{ type: "closeList", segmentId },
								{ done: { title: <Message id="secretariat.listClosedDone" /> } },
							)
						}
					>
						<Message id="podium.closeList" />
					</Button>
				</>
			) : (
				<>
					<Button small onClick={() => onAsk({ kind: "open", segmentId })}>
						<Message id="podium.openList" />
					</Button>
					<Button small onClick={() => onAsk({ kind: "schedule", segmentId })}>
						<Message id="secretariat.scheduleList" />
					</Button>
				</>
			)}
			<Button small onClick={() => onAsk({ kind: "limits", segmentId })}>
				<Message id="secretariat.setLimits" />
			</Button>
			<Button small onClick={() => onAsk({ kind: "inscribe", segmentId })}>
				<Message id="secretariat.addDelegation" />
			</Button>
		</div>
	);
}
