import type { Motion } from "../../../shared/conference/motions.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { usePodiumDialog } from "./dialogs/podiumDialog.ts";

/** Asks before a vote is closed, and says how many have not voted: a result cannot be taken back (MO4). */
export function useCloseBallot(): (motion: Motion, missing: number) => void {
	const { t } = useSpeech();
	const open = usePodiumDialog();
	return (motion, missing) =>
		open({
			kind: "act",
			act: {
				command: { type: "closeBallot", motionId: motion.id },
				title: <Message id="podium.closeBallotTitle" />,
				detail: <Message id="podium.closeBallotDetail" values={{ count: missing }} />,
				submit: <Message id="podium.closeBallot" />,
				done: t("podium.ballotClosed"),
			},
		});
}
