import { type ReactNode, useState } from "react";
import type { Command } from "../../../../shared/conference/decider.ts";
import type { ButtonVariant } from "../../../ui/Button.tsx";
import { ConfirmDialog } from "../../console/FormDialog.tsx";
import { useCommand } from "../../console/useCommand.ts";

/** One command that is asked about first, and what it will bring about. */
export interface Act {
	readonly command: Command;
	readonly title: ReactNode;
	readonly detail: ReactNode;
	readonly submit: ReactNode;
	readonly done: string;
	readonly variant?: ButtonVariant | undefined;
}

export function ActDialog({ act, onClose }: { act: Act; onClose: () => void }) {
	const { run, busy } = useCommand();
	const [refusal, setRefusal] = useState<string>();
	const submit = async () => {
		const outcome = await run(act.command, { done: act.done, quiet: true });
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<ConfirmDialog
			title={act.title}
			submit={act.submit}
			variant={act.variant}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			{act.detail}
		</ConfirmDialog>
	);
}
