import { type ReactNode, useState } from "react";
import { inLanguage } from "../../../../shared/conference/common.ts";
import type { Initiative } from "../../../../shared/conference/initiatives.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { FormDialog } from "../FormDialog.tsx";
import { useCommand } from "../useCommand.ts";

/** Withdraws support; the roll keeps that it was given, and when it was withdrawn. */
export function WithdrawSupportDialog({
	initiative,
	delegationId,
	done,
	onClose,
	children,
}: {
	initiative: Initiative;
	/** Null while nobody has been chosen. */
	delegationId: string | null;
	/** What is said when it was done. */
	done: string;
	onClose: () => void;
	/** Fields before the note. */
	children?: ReactNode;
}) {
	const { locale } = useSpeech();
	const { run, busy } = useCommand();
	const [refusal, setRefusal] = useState<string>();
	const withdraw = async () => {
		if (delegationId === null) return;
		const outcome = await run(
			{ type: "withdrawSupport", initiativeId: initiative.id, delegationId },
			{ done, quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={<Message id="delegate.withdrawSupport" />}
			submit={<Message id="delegate.withdrawSupport" />}
			variant="outlineRed"
			busy={busy}
			refusal={refusal}
			onSubmit={() => void withdraw()}
			onClose={onClose}
		>
			{children}
			<p>
				<Message
					id="version.withdrawNote"
					values={{ initiative: <bdi>{inLanguage(initiative.shortTitle, locale)}</bdi> }}
				/>
			</p>
		</FormDialog>
	);
}
