import { useState } from "react";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { ConfirmDialog } from "../console/FormDialog.tsx";
import { useCommand } from "../console/useCommand.ts";

/** Asks before a pledge is withdrawn: an announced one stays visible as withdrawn (PL11). */
export function WithdrawPledgeDialog({ pledge, onClose }: { pledge: Pledge; onClose: () => void }) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const [refusal, setRefusal] = useState<string>();
	const submit = async () => {
		const outcome = await run(
			{ type: "withdrawPledge", pledgeId: pledge.id },
			{ done: t("delegate.pledgeWithdrawn"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<ConfirmDialog
			title={<Message id="delegate.withdrawPledge" />}
			submit={<Message id="delegate.withdrawPledge" />}
			variant="outlineRed"
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<span className="record dialog-record" dir="auto">
				{pledge.title}
			</span>
			<Message id={pledge.announcedAt === null ? "delegate.withdrawPrivate" : "delegate.withdrawPublic"} />
		</ConfirmDialog>
	);
}
