import { useState } from "react";
import { useSpeakersOf } from "../../features/speakersList/person.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { FormDialog } from "../console/FormDialog.tsx";
import { useCommand } from "../console/useCommand.ts";
import { SpeakerFields } from "./SpeakOptions.tsx";
import { mannerOf, type SpeakPlan } from "./speakPlan.ts";

/** Asks the chair to be added to a list that takes no more (SL17). */
export function LateRequestDialog({
	segmentId,
	delegationId,
	plan: begun,
	onClose,
}: {
	segmentId: string;
	delegationId: string;
	plan: SpeakPlan;
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const [plan, setPlan] = useState(begun);
	const [reason, setReason] = useState("");
	const [refusal, setRefusal] = useState<string>();
	const speakers = useSpeakersOf(delegationId);
	const submit = async () => {
		const { speakerId, level } = plan;
		const outcome = await run(
			{
				type: "requestLate",
				segmentId,
				delegationId,
				speakerId,
				level: speakerId === null ? level : null,
				...mannerOf(plan),
				reason: reason.trim(),
			},
			{ done: t("delegate.lateSent"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={<Message id="delegate.askChair" />}
			submit={<Message id="delegate.sendRequest" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<label className="field">
				<Message id="delegate.lateReason" />
				<textarea
					className="input"
					dir="auto"
					required
					rows={2}
					maxLength={300}
					value={reason}
					onChange={(event) => setReason(event.target.value)}
				/>
				<small>
					<Message id="delegate.lateReasonNote" />
				</small>
			</label>
			<SpeakerFields delegationId={delegationId} plan={plan} speakers={speakers} onChange={setPlan} />
		</FormDialog>
	);
}
