import { findSegment } from "../../../../shared/conference/programme.ts";
import { recordingFor } from "../../../../shared/conference/recordingPlace.ts";
import { recordingLimitMs } from "../../../../shared/conference/recordings.ts";
import { useConference, useSelect } from "../../../conference/hooks.ts";
import { nameOf } from "../../../features/delegations/delegation.ts";
import { mediaAddress } from "../../../features/recordings/mediaAddress.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { useCommand } from "../useCommand.ts";
import { CaptionsPart } from "./CaptionsPart.tsx";
import { PosterPart } from "./PosterPart.tsx";
import { RecordingFacts } from "./RecordingFacts.tsx";
import { UploadPart } from "./UploadPart.tsx";

/**
 * The recording of a delegation for a statement: sent, measured, given captions and a picture, withdrawn (RC1). It shows what
 * the record has, so that it is right also after the connection was lost, and what is being sent goes on when it is closed.
 */
export function RecordingDialog({
	segmentId,
	delegationId,
	onClose,
}: {
	segmentId: string;
	delegationId: string;
	onClose: () => void;
}) {
	const { t, locale } = useSpeech();
	const { conferenceId } = useConference();
	const { run, busy } = useCommand();
	const recording = useSelect((state) => recordingFor(state, segmentId, delegationId));
	const delegation = useSelect((state) => state.delegations.delegations.get(delegationId));
	const limitMs = useSelect((state) => {
		const segment = findSegment(state, segmentId)?.segment;
		return segment === undefined ? 0 : recordingLimitMs(state, segment, delegationId);
	});
	const isPublic = recording !== undefined && recording.played !== null;
	const name = nameOf(delegation, delegationId, locale);
	return (
		<Dialog
			wide
			title={<Message id="recording.ofDelegation" values={{ delegation: <bdi>{name}</bdi> }} />}
			onClose={onClose}
			actions={
				<>
					{recording !== undefined && !isPublic && (
						<Button
							variant="outlineRed"
							aria-busy={busy ? true : undefined}
							onClick={() =>
								void run(
									{ type: "withdrawRecording", recordingId: recording.id },
									{ done: t("recording.withdrawn") },
								)
							}
						>
							<Message id="recording.withdraw" />
						</Button>
					)}
					<Button onClick={onClose}>
						<Message id="common.close" />
					</Button>
				</>
			}
		>
			{recording === undefined ? (
				<p className="dim">
					<Message id="recording.noneNext" />
				</p>
			) : (
				<>
					{/* biome-ignore lint/a11y/useMediaCaption: captions are filed right below, and may be none yet */}
					<video
						key={recording.fileId}
						className="recording-preview"
						controls
						preload="metadata"
						src={mediaAddress(conferenceId, recording.fileId)}
						aria-label={t("recording.title")}
					/>
					<RecordingFacts recording={recording} limitMs={limitMs} />
				</>
			)}
			{!isPublic && (
				<UploadPart
					purpose={{ conferenceId, segmentId, delegationId }}
					limitMs={limitMs}
					isAnother={recording !== undefined}
				/>
			)}
			{recording !== undefined && (
				<>
					<CaptionsPart recording={recording} />
					<PosterPart recording={recording} />
					<p className="dim small">
						<Message id={isPublic ? "recording.public" : "recording.private"} />
					</p>
				</>
			)}
		</Dialog>
	);
}
