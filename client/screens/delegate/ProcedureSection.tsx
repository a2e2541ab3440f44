import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { OctagonAlert, Reply, Scale } from "../../ui/icons.ts";
import { MotionState } from "./MotionState.tsx";
import { PointState, RulingLine } from "./PointState.tsx";
import { ReplyState } from "./ReplyState.tsx";
import type { Procedure } from "./useProcedure.ts";
import type { ProcedureActs } from "./useProcedureActs.tsx";

/** Point of order, right of reply and motions: the ways to ask, and what has become of what was asked. */
export function ProcedureSection({
	delegationId,
	procedure,
	acts,
	maySpeak,
}: {
	delegationId: string;
	procedure: Procedure;
	acts: ProcedureActs;
	maySpeak: boolean;
}) {
	const { t } = useSpeech();
	const { point, challengeable, replies, repliesLeft, motions } = procedure;
	const unavailable = procedure.meetingId === null ? t("delegate.noMeetingSits") : undefined;
	const reply = replies.at(-1);
	const isReplying = reply?.status === "requested" || reply?.status === "granted";
	const replyUnavailable =
		unavailable ??
		(isReplying
			? t("delegate.replyUnderWay")
			: repliesLeft === 0
				? t("delegate.noRepliesLeft")
				: procedure.repliable.length === 0
					? t("delegate.nothingToReply")
					: undefined);
	return (
		<section className="procedure" aria-label={t("delegate.procedure")}>
			{maySpeak && (
				<div className="procedure-buttons">
					<Button
						icon={OctagonAlert}
						unavailable={unavailable ?? (point === undefined ? undefined : t("delegate.pointUnderWay"))}
						onClick={acts.openPoint}
					>
						<Message id="delegate.pointOfOrder" />
					</Button>
					<Button icon={Reply} mirrorIcon unavailable={replyUnavailable} onClick={acts.openReply}>
						<Message id="delegate.rightOfReply" />
					</Button>
					<Button icon={Scale} unavailable={unavailable} onClick={acts.openMotion}>
						<Message id="delegate.moveMotion" />
					</Button>
				</div>
			)}
			{point !== undefined && <PointState point={point} maySpeak={maySpeak} />}
			{challengeable !== undefined && (
				<RulingLine point={challengeable} delegationId={delegationId} maySpeak={maySpeak} />
			)}
			{reply !== undefined && <ReplyState reply={reply} left={repliesLeft} maySpeak={maySpeak} />}
			{motions
				.filter(({ status }) => status === "moved")
				.map((motion) => (
					<MotionState key={motion.id} motion={motion} delegationId={delegationId} maySpeak={maySpeak} />
				))}
		</section>
	);
}
