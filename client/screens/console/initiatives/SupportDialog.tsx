import { type ReactNode, useState } from "react";
import { inLanguage } from "../../../../shared/conference/common.ts";
import type { Initiative } from "../../../../shared/conference/initiatives.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { FormDialog } from "../FormDialog.tsx";
import { useCommand } from "../useCommand.ts";

/** Declares support for the version in force, with an explanation or without. */
export function SupportDialog({
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
	/** Fields before the explanation. */
	children?: ReactNode;
}) {
	const { locale } = useSpeech();
	const { run, busy } = useCommand();
	const earlier = delegationId === null ? undefined : initiative.supporters.get(delegationId)?.explanation;
	const [typed, setTyped] = useState<string>();
	const explanation = typed ?? earlier ?? "";
	const [refusal, setRefusal] = useState<string>();
	const declare = async () => {
		if (delegationId === null) return;
		const outcome = await run(
			{
				type: "declareSupport",
				initiativeId: initiative.id,
				delegationId,
				explanation: explanation.trim() === "" ? null : explanation.trim(),
			},
			{ done, quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={
				<Message
					id="delegate.supportFor"
					values={{ initiative: <bdi>{inLanguage(initiative.shortTitle, locale)}</bdi> }}
				/>
			}
			submit={<Message id="version.declareFor" values={{ number: initiative.versions.length }} />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void declare()}
			onClose={onClose}
		>
			{children}
			<label className="field">
				<Message id="version.explanation" />
				<textarea
					className="input"
					rows={4}
					maxLength={1_000}
					dir="auto"
					value={explanation}
					onChange={(event) => setTyped(event.target.value)}
				/>
				<small>
					<Message id="version.explanationNote" />
				</small>
			</label>
		</FormDialog>
	);
}
