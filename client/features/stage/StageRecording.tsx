import { lazy, Suspense } from "react";
import type { Playing } from "../../../shared/conference/recordingPlace.ts";

/** Loaded when the first recording plays. */
const RecordingPlayer = lazy(async () => ({
	default: (await import("./RecordingPlayer.tsx")).RecordingPlayer,
}));

/** The recording that plays; each has a player of its own. `soundOnly` for a screen that takes no picture. */
export function StageRecording({
	playing,
	soundOnly = false,
}: {
	playing: Playing;
	soundOnly?: boolean | undefined;
}) {
	return (
		<Suspense fallback={null}>
			<RecordingPlayer key={playing.recording.fileId} playing={playing} soundOnly={soundOnly} />
		</Suspense>
	);
}
