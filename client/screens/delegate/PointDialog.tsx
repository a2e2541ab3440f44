import { useState } from "react";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { FormDialog } from "../console/FormDialog.tsx";
import { useCommand } from "../console/useCommand.ts";

const longest = 280;

/** Raises a point of order: a few words for the chair, who gives the floor for it at once (PO). */
export function PointDialog({
	meetingId,
	delegationId,
	onClose,
}: {
	meetingId: string;
	delegationId: string;
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const [text, setText] = useState("");
	const [refusal, setRefusal] = useState<string>();
	const submit = async () => {
		const outcome = await run(
			{ type: "raisePointOfOrder", meetingId, delegationId, text: text.trim() },
			{ done: t("delegate.pointRaised"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={<Message id="delegate.pointOfOrder" />}
			submit={<Message id="delegate.raisePoint" />}
			variant="red"
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<label className="field">
				<Message id="delegate.pointText" />
				<textarea
					className="input"
					dir="auto"
					required
					rows={3}
					maxLength={longest}
					value={text}
					onChange={(event) => setText(event.target.value)}
				/>
				<small>
					<Message id="delegate.pointNote" />
				</small>
			</label>
		</FormDialog>
	);
}
