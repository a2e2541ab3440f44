import { listOf } from "../../../../shared/conference/selectors.ts";
import { useConference } from "../../../conference/hooks.ts";
import { ChangeSpeakerDialog } from "../../console/ChangeSpeakerDialog.tsx";
import { MessagesDialog } from "../../console/MessagesDialog.tsx";
import { ActDialog } from "./ActDialog.tsx";
import { AddDialog } from "./AddDialog.tsx";
import { BallotDialog } from "./BallotDialog.tsx";
import { DeclineDialog } from "./DeclineDialog.tsx";
import { LimitsDialog } from "./LimitsDialog.tsx";
import { ListTimeDialog } from "./ListTimeDialog.tsx";
import { MoveDialog } from "./MoveDialog.tsx";
import type { PodiumDialog } from "./podiumDialog.ts";
import { RuleDialog } from "./RuleDialog.tsx";
import { ScheduleDialog } from "./ScheduleDialog.tsx";

/** The one dialog that is open, if any. */
export function PodiumDialogs({ dialog, onClose }: { dialog: PodiumDialog | null; onClose: () => void }) {
	const client = useConference();
	if (dialog === null) return null;
	switch (dialog.kind) {
		case "act":
			return <ActDialog act={dialog.act} onClose={onClose} />;
		case "add":
			return <AddDialog place={dialog.place} onClose={onClose} />;
		case "limits":
			return <LimitsDialog segment={dialog.place.segment} onClose={onClose} />;
		case "open":
		case "announce":
			return <ListTimeDialog act={dialog.kind} segmentId={dialog.segmentId} onClose={onClose} />;
		case "schedule":
			return <ScheduleDialog segmentId={dialog.segmentId} onClose={onClose} />;
		case "move":
			return <MoveDialog move={dialog.move} onClose={onClose} />;
		case "speaker": {
			const entry = listOf(client.state(), dialog.segmentId).entries.get(dialog.entryId);
			return entry && <ChangeSpeakerDialog segmentId={dialog.segmentId} entry={entry} onClose={onClose} />;
		}
		case "rule":
			return <RuleDialog pointId={dialog.pointId} onClose={onClose} />;
		case "ballot":
			return <BallotDialog motionId={dialog.motionId} onClose={onClose} />;
		case "decline":
			return <DeclineDialog {...dialog} onClose={onClose} />;
		case "messages":
			return <MessagesDialog reader={chair} to={dialog.to} onClose={onClose} />;
	}
}

const chair = { kind: "chair" } as const;
