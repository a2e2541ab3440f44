import { FloorPlate } from "../../../features/floor/FloorPlate.tsx";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { languageNames } from "../../../i18n/languages.ts";
import { duration } from "../../../i18n/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Play, Video } from "../../../ui/icons.ts";
import type { RecordingAct } from "./useRecordingAct.ts";

/** What is on now: the plate of whoever has the floor, and the switch to their recording and back. */
export function NowBar({ recordingAct }: { recordingAct: RecordingAct | undefined }) {
	return (
		<div className="operator-now">
			<FloorPlate size="console" />
			{recordingAct !== undefined && <RecordingSwitch {...recordingAct} />}
		</div>
	);
}

function RecordingSwitch({ recording, isPlaying, busy, act }: RecordingAct) {
	const { list } = useSpeech();
	const captions = recording.captions.map(({ language }) => languageNames[language] ?? language);
	return (
		<div className="recording-switch">
			<Button
				variant={isPlaying ? "plain" : "primary"}
				icon={isPlaying ? Video : Play}
				shortcut="V"
				aria-busy={busy ? true : undefined}
				onClick={act}
			>
				<Message id={isPlaying ? "podium.backToLive" : "podium.playRecording"} />
			</Button>
			<span className="dim small">
				<Message
					id={isPlaying ? "podium.recordingPlays" : "podium.recordingReady"}
					values={{ length: <bdi>{duration(recording.durationMs)}</bdi> }}
				/>
				{" · "}
				{captions.length === 0 ? (
					<Message id="operator.noCaptions" />
				) : (
					<Message id="operator.captions" values={{ languages: <bdi>{list(captions, "unit")}</bdi> }} />
				)}
			</span>
		</div>
	);
}
