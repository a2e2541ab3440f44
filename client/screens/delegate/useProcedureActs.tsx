import { MotionDialog } from "./MotionDialog.tsx";
import { PointDialog } from "./PointDialog.tsx";
import { ReplyDialog } from "./ReplyDialog.tsx";
import { useSeatDialog } from "./seatDialog.tsx";
import type { Procedure } from "./useProcedure.ts";

/** What opens the forms of procedure, from a button or a key; each only while the act is possible. */
export interface ProcedureActs {
	readonly openPoint: (() => void) | undefined;
	readonly openReply: (() => void) | undefined;
	readonly openMotion: (() => void) | undefined;
}

export function useProcedureActs(
	delegationId: string,
	{ meetingId, segmentId, point, repliable, replies, repliesLeft }: Procedure,
	maySpeak: boolean,
): ProcedureActs {
	const open = useSeatDialog();
	const mayAct = maySpeak && meetingId !== null;
	const latest = replies.at(-1)?.status;
	const mayReply =
		mayAct &&
		segmentId !== null &&
		repliable.length > 0 &&
		repliesLeft > 0 &&
		latest !== "requested" &&
		latest !== "granted";
	return {
		openPoint:
			mayAct && point === undefined
				? () => open((close) => <PointDialog {...{ meetingId, delegationId }} onClose={close} />)
				: undefined,
		openReply: mayReply
			? () =>
					open((close) => (
						<ReplyDialog {...{ segmentId, delegationId, repliable }} left={repliesLeft} onClose={close} />
					))
			: undefined,
		openMotion: mayAct
			? () => open((close) => <MotionDialog {...{ meetingId, delegationId }} onClose={close} />)
			: undefined,
	};
}
