import { useId, useState } from "react";
import type { Entry } from "../../../../../shared/conference/speakersList.ts";
import { useSpeakersOf } from "../../../../features/speakersList/person.ts";
import { Message, useSpeech } from "../../../../i18n/intl.tsx";
import { SpeakerSelect } from "../../../console/SpeakerSelect.tsx";
import { useCommand } from "../../../console/useCommand.ts";
import { ActDialog } from "../../parts/ActDialog.tsx";
import { MannerFields } from "./MannerFields.tsx";
import { mannerIn, mannerOf } from "./manner.ts";

/** Changes an inscription for its delegation: who speaks, and how (SL5, SL13). Filled in once, so that nothing arriving disturbs it. */
export function ChangeEntryDialog({
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
	const { run } = useCommand();
	const speakers = useSpeakersOf(entry.delegationId);
	const [speakerId, setSpeakerId] = useState(entry.speakerId);
	const [began] = useState(() => mannerOf(entry));
	const [manner, setManner] = useState(began);
	const asked = mannerIn(manner);
	const save = async () => {
		if (asked === undefined) return undefined;
		const at = { segmentId, entryId: entry.id };
		const done = { title: <Message id="secretariat.inscriptionChanged" /> };
		if (speakerId !== null && speakerId !== entry.speakerId) {
			const outcome = await run({ type: "replaceSpeaker", ...at, speakerId }, { quiet: true, done });
			if (outcome.status === "refused") return outcome;
		}
		if (JSON.stringify(manner) === JSON.stringify(began)) return undefined;
		const outcome = await run({ type: "changeInscription", ...at, ...asked }, { quiet: true, done });
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="secretariat.changeInscription" />}
			act={<Message id="common.save" />}
			unavailable={asked === undefined ? t("secretariat.expectedWrong") : undefined}
			onAct={save}
			onClose={onClose}
		>
			<div className="field">
				<label htmlFor={field}>
					<Message id="secretariat.speaker" />
				</label>
				<SpeakerSelect
					id={field}
					required={entry.speakerId !== null}
					speakers={speakers}
					value={speakerId}
					onChange={setSpeakerId}
				/>
			</div>
			<MannerFields delegationId={entry.delegationId} value={manner} onChange={setManner} />
		</ActDialog>
	);
}
