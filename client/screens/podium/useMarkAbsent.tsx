import { listOf } from "../../../shared/conference/selectors.ts";
import { useConference } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { placeWhenAbsent } from "./absent.ts";
import { usePodiumDialog } from "./dialogs/podiumDialog.ts";
import { useNames } from "./useNames.ts";

/** Asks before a delegation is marked absent, and says where it would stand then (SL16). */
export function useMarkAbsent(): (segmentId: string, entryId: string) => void {
	const { t } = useSpeech();
	const client = useConference();
	const open = usePodiumDialog();
	const name = useNames();
	return (segmentId, entryId) => {
		const state = client.state();
		const entry = listOf(state, segmentId).entries.get(entryId);
		if (entry === undefined) return;
		const { place, behind } = placeWhenAbsent(state, segmentId, entryId, client.clock.now());
		const delegation = name(entry.delegationId);
		const speaks = state.floor.statement?.entryId === entryId;
		open({
			kind: "act",
			act: {
				command: { type: "markAbsent", segmentId, entryId },
				title: <Message id="podium.absentTitle" values={{ delegation: <bdi>{delegation}</bdi> }} />,
				detail: (
					<>
						{speaks && (
							<>
								<Message id="podium.absentSpeaking" />{" "}
							</>
						)}
						{behind === null ? (
							<Message id="podium.absentStays" />
						) : (
							<Message
								id="podium.absentGoes"
								values={{ delegation: <bdi>{name(behind)}</bdi>, place: place + 1 }}
							/>
						)}
					</>
				),
				submit: <Message id="podium.markAbsent" />,
				done: t("podium.markedAbsent", { delegation }),
			},
		});
	};
}
