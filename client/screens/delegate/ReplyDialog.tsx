import { useState } from "react";
import type { Statement } from "../../../shared/conference/statements.ts";
import { useSelect } from "../../conference/hooks.ts";
import { DelegationName } from "../../features/delegations/DelegationName.tsx";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime } from "../../i18n/time.ts";
import { FormDialog } from "../console/FormDialog.tsx";
import { useCommand } from "../console/useCommand.ts";

/** Asks for a right of reply to one of the statements heard; replies are taken after the list (RR). */
export function ReplyDialog({
	segmentId,
	delegationId,
	repliable,
	left,
	onClose,
}: {
	segmentId: string;
	delegationId: string;
	repliable: readonly Statement[];
	left: number;
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	// As it stood when the dialog opened: a statement that comes meanwhile must not push the list down.
	const [statements] = useState(repliable);
	const [chosen, setChosen] = useState<string>();
	const [refusal, setRefusal] = useState<string>();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const submit = async () => {
		if (chosen === undefined) return setRefusal(t("delegate.chooseStatement"));
		const outcome = await run(
			{ type: "requestReply", segmentId, delegationId, statementId: chosen },
			{ done: t("delegate.replyRequested"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={<Message id="delegate.rightOfReply" />}
			submit={<Message id="delegate.requestReply" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<p className="dialog-lead">
				<Message id="delegate.replyNote" values={{ left }} />
			</p>
			<fieldset className="field choose-list">
				<legend>
					<Message id="delegate.replyTo" />
				</legend>
				<ul>
					{statements.map((statement) => (
						<li key={statement.id}>
							<label>
								<input
									type="radio"
									name="statement"
									checked={chosen === statement.id}
									onChange={() => setChosen(statement.id)}
								/>
								<DelegationName id={statement.delegationId} />
								<span className="dim">
									<bdi>{clockTime(statement.startedAt, timeZone)}</bdi>
								</span>
							</label>
						</li>
					))}
				</ul>
			</fieldset>
		</FormDialog>
	);
}
