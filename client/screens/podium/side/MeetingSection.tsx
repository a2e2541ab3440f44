import { inLanguage } from "../../../../shared/conference/common.ts";
import { useCan, useSelect } from "../../../conference/hooks.ts";
import { SessionName } from "../../../features/programme/SessionName.tsx";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { clockTime } from "../../../i18n/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { classes } from "../../../ui/classes.ts";
import { Play } from "../../../ui/icons.ts";
import { Tag } from "../../../ui/Tag.tsx";
import { useCommand } from "../../console/useCommand.ts";
import type { Act } from "../dialogs/ActDialog.tsx";
import { usePodiumDialog } from "../dialogs/podiumDialog.ts";
import type { Podium } from "../usePodium.ts";

/** The meeting as a whole: its segments, and the acts that open, suspend, resume and close it. */
export function MeetingSection({ podium }: { podium: Podium }) {
	const { t, locale } = useSpeech();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const { run, busy } = useCommand();
	const open = usePodiumDialog();
	const setAct = (act: Act) => open({ kind: "act", act });
	const { meeting, presides, isOpen, nextSegment, running, statement } = podium;
	const mayOpen = useCan({ type: "openMeeting", meetingId: meeting?.id ?? "none" });
	if (meeting === undefined) return null;
	const meetingId = meeting.id;
	const sits = meeting.status === "open" || meeting.status === "suspended";
	const start = (segmentId: string) => () => {
		const command = { type: "startSegment" as const, segmentId };
		if (running === undefined) void run(command, { done: t("podium.segmentStarted") });
		else
			setAct({
				command,
				title: <Message id="podium.startNext" />,
				detail: <Message id="podium.startNextDetail" />,
				submit: <Message id="podium.startNext" />,
				done: t("podium.segmentStarted"),
			});
	};
	const close = () =>
		setAct({
			command: { type: "closeMeeting", meetingId },
			title: <Message id="podium.closeMeeting" />,
			detail: (
				<Message
					id={statement === null ? "podium.closeMeetingDetail" : "podium.closeMeetingSpeaking"}
					values={{ count: podium.rows.waiting.length }}
				/>
			),
			submit: <Message id="podium.closeMeeting" />,
			done: t("podium.meetingClosed"),
			variant: "outlineRed",
		});
	return (
		<section className="section">
			<div className="section-head">
				<h3>
					<Message id="podium.meeting" />
				</h3>
				<Tag tone={meeting.status === "open" ? "green" : meeting.status === "suspended" ? "brass" : "grey"}>
					<Message id={`meeting.${meeting.status}`} />
				</Tag>
			</div>
			{!sits && (
				<p className="meeting-name">
					<span>
						<SessionName meeting={meeting} />
					</span>
					{meeting.plannedStart !== null && (
						<small>
							<bdi>{clockTime(meeting.plannedStart, timeZone)}</bdi>
						</small>
					)}
				</p>
			)}
			{meeting.segments.length > 1 && (
				<ol className="segments">
					{meeting.segments.map((segment) => (
						<li
							key={segment.id}
							className={classes(`segment-${segment.status}`)}
							aria-current={segment.status === "running" ? "step" : undefined}
						>
							<bdi>{inLanguage(segment.title, locale)}</bdi>
							<span className="small dim">
								<Message id={`segment.${segment.status}`} />
							</span>
						</li>
					))}
				</ol>
			)}
			<div className="meeting-acts">
				{meeting.status === "planned" && mayOpen && (
					<Button
						wide
						icon={Play}
						aria-busy={busy ? true : undefined}
						onClick={() => void run({ type: "openMeeting", meetingId }, { done: t("podium.meetingOpened") })}
					>
						<Message id="podium.openMeeting" />
					</Button>
				)}
				{presides && isOpen && nextSegment !== undefined && (
					<Button small onClick={start(nextSegment.id)}>
						<Message id="podium.startNext" />
					</Button>
				)}
				{presides && meeting.status === "open" && (
					<Button
						small
						onClick={() =>
							setAct({
								command: { type: "suspendMeeting", meetingId },
								title: <Message id="podium.suspendMeeting" />,
								detail: <Message id="podium.suspendDetail" />,
								submit: <Message id="podium.suspendMeeting" />,
								done: t("podium.meetingSuspended"),
							})
						}
					>
						<Message id="podium.suspendMeeting" />
					</Button>
				)}
				{presides && (
					<Button small variant="outlineRed" onClick={close}>
						<Message id="podium.closeMeeting" />
					</Button>
				)}
			</div>
		</section>
	);
}
