import type { Recording } from "../../../../shared/conference/recordings.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { duration } from "../../../i18n/time.ts";

/** What was measured of a recording, its length beside the limit. */
export function RecordingFacts({
	recording,
	limitMs,
}: {
	recording: Pick<Recording, "durationMs" | "width" | "height" | "bytes">;
	limitMs: number;
}) {
	const { number } = useSpeech();
	const { durationMs, width, height, bytes } = recording;
	return (
		<span className="recording-facts">
			<Message
				id="recording.measured"
				values={{
					length: <bdi>{duration(durationMs)}</bdi>,
					limit: <bdi>{duration(limitMs)}</bdi>,
					width: <bdi>{number(width)}</bdi>,
					height: <bdi>{number(height)}</bdi>,
					size: <bdi>{number(megabytes(bytes))}</bdi>,
				}}
			/>
		</span>
	);
}

/** Of a size in bytes, with one digit behind the point. */
export function megabytes(bytes: number): number {
	return Math.round(bytes / 100_000) / 10;
}
