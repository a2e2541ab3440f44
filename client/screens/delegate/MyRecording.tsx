import { recordingFor } from "../../../shared/conference/recordingPlace.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Check, Video } from "../../ui/icons.ts";
import { Tag } from "../../ui/Tag.tsx";
import { RecordingDialog } from "../console/recordings/RecordingDialog.tsx";
import { RecordingFacts } from "../console/recordings/RecordingFacts.tsx";
import { useSeatDialog } from "./seatDialog.tsx";

/** The delegation's recording for its statement: played with the floor, or its back-up; its own until then (RC4). */
export function MyRecording({
	segmentId,
	delegationId,
	limitMs,
	maySpeak,
}: {
	segmentId: string;
	delegationId: string;
	limitMs: number;
	maySpeak: boolean;
}) {
	const open = useSeatDialog();
	const recording = useSelect((state) => recordingFor(state, segmentId, delegationId));
	if (recording === undefined && !maySpeak) return null;
	return (
		<div className="my-recording">
			<div className="statement">
				<Icon icon={Video} size={22} />
				<span>
					<b>
						<Message id="recording.title" />
					</b>
					{recording === undefined ? (
						<span className="recording-facts">
							<Message id="recording.none" />
						</span>
					) : (
						<RecordingFacts recording={recording} limitMs={limitMs} />
					)}
				</span>
				{recording !== undefined &&
					(recording.played === null ? (
						<Tag>
							<Message id="texts.filed" />
						</Tag>
					) : (
						<Tag tone="green" icon={Check}>
							<Message id="texts.public" />
						</Tag>
					))}
			</div>
			{maySpeak && (
				<div className="statement-acts">
					<Button
						variant="quiet"
						small
						onClick={() =>
							open((close) => <RecordingDialog {...{ segmentId, delegationId }} onClose={close} />)
						}
					>
						<Message id={recording === undefined ? "recording.open" : "recording.change"} />
					</Button>
				</div>
			)}
		</div>
	);
}
