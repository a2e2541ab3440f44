import { recordingOnFloor } from "../../../shared/conference/recordingPlace.ts";
import { useSelect } from "../../conference/hooks.ts";
import { usePlaying } from "../../features/stage/usePlaying.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { duration } from "../../i18n/time.ts";
import { Button } from "../../ui/Button.tsx";
import { Video } from "../../ui/icons.ts";
import { useCommand } from "../console/useCommand.ts";
import type { Podium } from "./usePodium.ts";

/** What switches whoever has the floor to their recording and back; nothing where none is filed (RC5). */
export function useRecordingSwitch({ presides, statement }: Podium) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const recording = useSelect(recordingOnFloor);
	const isPlaying = usePlaying() !== undefined;
	if (!presides || statement === null || recording === undefined) return undefined;
	const statementId = statement.id;
	const act = () =>
		void run(
			{ type: isPlaying ? "stopRecording" : "playRecording", statementId },
			{ done: t(isPlaying ? "podium.isLive" : "podium.recordingPlays") },
		);
	return { act, busy, isPlaying, recording };
}

/** The switch as a button, with what is filed said beside it. */
export function RecordingSwitch({ podium }: { podium: Podium }) {
	const found = useRecordingSwitch(podium);
	if (found === undefined) return null;
	const { act, busy, isPlaying, recording } = found;
	return (
		<div className="recording-switch">
			<Button icon={Video} shortcut="V" aria-busy={busy ? true : undefined} onClick={act}>
				<Message id={isPlaying ? "podium.backToLive" : "podium.playRecording"} />
			</Button>
			<span className="dim small">
				<Message
					id={isPlaying ? "podium.recordingPlays" : "podium.recordingReady"}
					values={{ length: <bdi>{duration(recording.durationMs)}</bdi> }}
				/>
			</span>
		</div>
	);
}
