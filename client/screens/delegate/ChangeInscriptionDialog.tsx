import { useState } from "react";
import type { Entry } from "../../../shared/conference/speakersList.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { FormDialog } from "../console/FormDialog.tsx";
import { useCommand } from "../console/useCommand.ts";
import { InscriptionFields } from "./InscriptionFields.tsx";
import { mannerOf, planOf } from "./speakPlan.ts";

/** Changes how a statement will be made, until the delegation is called. */
export function ChangeInscriptionDialog({
	segmentId,
	entry,
	onClose,
}: {
	segmentId: string;
	entry: Entry;
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const [plan, setPlan] = useState(() => planOf(entry));
	const [refusal, setRefusal] = useState<string>();
	const submit = async () => {
		const outcome = await run(
			{ type: "changeInscription", segmentId, entryId: entry.id, ...mannerOf(plan) },
			{ done: t("delegate.inscriptionChanged"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={<Message id="delegate.changeInscription" />}
			submit={<Message id="common.save" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<InscriptionFields
				name="change"
				delegationId={entry.delegationId}
				plan={plan}
				onChange={setPlan}
				asksLevel={false}
			/>
		</FormDialog>
	);
}
