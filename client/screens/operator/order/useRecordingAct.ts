import { recordingOnFloor } from "../../../../shared/conference/recordingPlace.ts";
import type { Recording } from "../../../../shared/conference/recordings.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { usePlaying } from "../../../features/stage/usePlaying.ts";
import { useSpeech } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";

export interface RecordingAct {
	readonly recording: Recording;
	readonly isPlaying: boolean;
	readonly busy: boolean;
	act(): void;
}

/** Switches whoever has the floor to their recording and back (RC5); nothing where none is filed. */
export function useRecordingAct(): RecordingAct | undefined {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const statementId = useSelect((state) => state.floor.statement?.id);
	const recording = useSelect(recordingOnFloor);
	const isPlaying = usePlaying() !== undefined;
	if (statementId === undefined || recording === undefined) return undefined;
	const act = () =>
		void run(
			{ type: isPlaying ? "stopRecording" : "playRecording", statementId },
			{ done: t(isPlaying ? "podium.isLive" : "podium.recordingPlays") },
		);
	return { recording, isPlaying, busy, act };
}
