import { canVote } from "../../../shared/conference/motions.ts";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import { useConference } from "../../conference/hooks.ts";
import { Message } from "../../i18n/intl.tsx";
import type { Shortcut } from "../../ui/shortcuts.ts";
import { useFeedback } from "../console/feedback.tsx";
import { useObstacleWords } from "./ChairBar.tsx";
import { usePodiumDialog } from "./dialogs/podiumDialog.ts";
import { nextAct } from "./nextAct.ts";
import { useRecordingSwitch } from "./RecordingSwitch.tsx";
import { useCloseBallot } from "./useCloseBallot.tsx";
import type { Gavel } from "./useGavel.tsx";
import type { Podium } from "./usePodium.ts";
import type { PodiumActs } from "./usePodiumActs.ts";
import { useUndo } from "./useUndo.tsx";

/** What N does, as the foot says it. */
const nextWords = {
	callNext: "podium.callNext",
	callHand: "podium.callNext",
	callReply: "podium.callReply",
	callSpeaker: "podium.callNext",
	startSegment: "podium.startNext",
	resumeMeeting: "podium.resumeMeeting",
	none: "podium.callNext",
} as const;

/** Every act of the podium by its key. An act that is not possible has no `run`, and its key does nothing. */
export function usePodiumKeys({
	podium,
	acts,
	gavel,
	onAbsent,
	firstPledge,
}: {
	podium: Podium;
	acts: PodiumActs;
	gavel: Gavel;
	onAbsent: (() => void) | undefined;
	/** The pledge that A reads out. */
	firstPledge: Pledge | undefined;
}): readonly Shortcut[] {
	const client = useConference();
	const open = usePodiumDialog();
	const { show } = useFeedback();
	const why = useObstacleWords();
	const closeBallot = useCloseBallot();
	const undo = useUndo(podium);
	const recording = useRecordingSwitch(podium);
	const { place, reachesList, presides, points, motions, replies } = podium;
	const { readOut, obstacle, grantReply } = acts;
	const point = points[0];
	const rule =
		presides && point?.status === "heard" ? () => open({ kind: "rule", pointId: point.id }) : undefined;
	const reply = replies.find(({ status }) => status === "requested");
	const motion = motions[0];
	const missingVotes = () => {
		const { delegations } = client.state().delegations;
		const voters = [...delegations.keys()].filter((id) => canVote(client.state(), id));
		return voters.filter((id) => motion?.ballot?.votes.has(id) !== true).length;
	};
	const putToVote =
		presides && motion !== undefined
			? () =>
					motion.status === "voting"
						? closeBallot(motion, missingVotes())
						: open({ kind: "ballot", motionId: motion.id })
			: undefined;
	return [
		{
			key: "N",
			label: <Message id={nextWords[nextAct(podium).kind]} />,
			// Said rather than left without a word: the chair pressed the key that matters most.
			run:
				obstacle === undefined
					? acts.next
					: () => void show({ title: why(obstacle), tone: "brass", forMs: 4_000 }),
		},
		{
			key: "Space",
			label: <Message id={acts.resume === undefined ? "podium.pause" : "podium.resume"} />,
			run: acts.resume ?? acts.pause,
		},
		{ key: "E", label: <Message id="podium.extend" />, run: acts.extend },
		{
			key: "V",
			label: <Message id={recording?.isPlaying ? "podium.backToLive" : "podium.playRecording"} />,
			run: recording?.act,
			inFoot: false,
		},
		{ key: "D", label: <Message id="podium.endStatement" />, run: acts.end, inFoot: false },
		{ key: "B", label: <Message id="podium.remind" />, run: acts.remind },
		{ key: "X", label: <Message id="podium.absent" />, run: onAbsent, inFoot: false },
		{
			key: "O",
			label: <Message id={rule === undefined ? "floor.pointOfOrder" : "podium.rule"} />,
			run: rule ?? acts.hearPoint,
		},
		{
			key: "R",
			label: <Message id="podium.rightOfReply" />,
			run: grantReply !== undefined && reply !== undefined ? () => grantReply(reply.id) : undefined,
		},
		{
			key: "M",
			label: <Message id={motion?.status === "voting" ? "podium.closeBallot" : "podium.putToVote"} />,
			run: putToVote,
		},
		{ key: "H", label: <Message id="podium.callFirstHand" />, run: acts.callFirstHand },
		{
			key: "A",
			label: <Message id="podium.readOutPledge" />,
			run: readOut !== undefined && firstPledge !== undefined ? () => readOut(firstPledge) : undefined,
		},
		{
			key: "+",
			label: <Message id="podium.addTitle" />,
			run: reachesList && place !== undefined ? () => open({ kind: "add", place }) : undefined,
			inFoot: false,
		},
		{
			key: "L",
			label: <Message id={acts.closeList === undefined ? "podium.openList" : "podium.closeList"} />,
			run:
				reachesList && place !== undefined
					? (acts.closeList ?? (() => open({ kind: "open", segmentId: place.segment.id })))
					: undefined,
		},
		{ key: "G", label: <Message id="podium.gavel" />, run: gavel.first, inFoot: !presides },
		{
			key: "W",
			label: <Message id="podium.writeToSecretariat" />,
			run: () => open({ kind: "messages", to: { kind: "secretariat" } }),
			inFoot: !presides,
		},
		{ key: "Z", label: <Message id="podium.undo" />, run: undo },
	];
}
