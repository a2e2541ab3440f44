import { useState } from "react";
import type { Command } from "../../../../shared/conference/decider.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { FormDialog } from "../../console/FormDialog.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { useNames } from "../useNames.ts";
import { ReasonField } from "./ReasonField.tsx";

/** Declines what a delegation has asked for, with the reason, which the delegation reads (RR4, SL17). */
export function DeclineDialog({
	what,
	delegationId,
	command,
	onClose,
}: {
	what: "reply" | "late";
	delegationId: string;
	command: (reason: string) => Command;
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const name = useNames();
	const { run, busy } = useCommand();
	const [reason, setReason] = useState("");
	const [refusal, setRefusal] = useState<string>();
	const delegation = name(delegationId);
	const submit = async () => {
		const outcome = await run(command(reason.trim()), {
			done: t("podium.declined", { delegation }),
			quiet: true,
		});
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={
				<Message
					id={what === "reply" ? "podium.declineReplyTitle" : "podium.declineLateTitle"}
					values={{ delegation: <bdi>{delegation}</bdi> }}
				/>
			}
			submit={<Message id="podium.decline" />}
			variant="outlineRed"
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<ReasonField value={reason} onChange={setReason} />
		</FormDialog>
	);
}
