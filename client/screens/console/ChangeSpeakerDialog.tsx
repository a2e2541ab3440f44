import { useId, useState } from "react";
import type { Entry } from "../../../shared/conference/speakersList.ts";
import { useSpeakersOf } from "../../features/speakersList/person.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { FormDialog } from "./FormDialog.tsx";
import { SpeakerSelect } from "./SpeakerSelect.tsx";
import { useCommand } from "./useCommand.ts";

/** Names another speaker for an inscription, until the delegation is called (SL5). */
export function ChangeSpeakerDialog({
	segmentId,
	entry,
	onClose,
}: {
	segmentId: string;
	entry: Entry;
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const field = useId();
	const { run, busy } = useCommand();
	const [speakerId, setSpeakerId] = useState(entry.speakerId);
	const [refusal, setRefusal] = useState<string>();
	const speakers = useSpeakersOf(entry.delegationId);
	const submit = async () => {
		if (speakerId === null || speakerId === entry.speakerId) return onClose();
		const outcome = await run(
			{ type: "replaceSpeaker", segmentId, entryId: entry.id, speakerId },
			{ done: t("delegate.speakerChanged"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={<Message id="delegate.changeSpeaker" />}
			submit={<Message id="common.save" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<div className="field">
				<label htmlFor={field}>
					<Message id="delegate.speaker" />
				</label>
				<SpeakerSelect id={field} required speakers={speakers} value={speakerId} onChange={setSpeakerId} />
				<small>
					<Message id="delegate.changeSpeakerNote" />
				</small>
			</div>
		</FormDialog>
	);
}
