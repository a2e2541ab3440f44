import { useState } from "react";
import type { Entry } from "../../../shared/conference/speakersList.ts";
import { useSelect } from "../../conference/hooks.ts";
import { DelegationName } from "../../features/delegations/DelegationName.tsx";
import type { Waiting } from "../../features/speakersList/rows.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime } from "../../i18n/time.ts";
import { FormDialog } from "../console/FormDialog.tsx";
import { useCommand } from "../console/useCommand.ts";

/** Proposes to another waiting delegation to exchange places; nothing moves before it agrees (SL15). */
export function SwapDialog({
	segmentId,
	entry,
	waiting,
	onClose,
}: {
	segmentId: string;
	entry: Entry;
	waiting: readonly Waiting[];
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	// As it stood when the dialog opened: rows that travel under the finger choose the wrong delegation.
	const [others] = useState(() => waiting.filter((each) => each.entry.id !== entry.id));
	const [chosen, setChosen] = useState<string>();
	const [refusal, setRefusal] = useState<string>();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const submit = async () => {
		if (chosen === undefined) return setRefusal(t("delegate.chooseDelegation"));
		const outcome = await run(
			{ type: "proposeSwap", segmentId, entryId: entry.id, withEntryId: chosen },
			{ done: t("delegate.swapSent"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={<Message id="delegate.proposeSwap" />}
			submit={<Message id="delegate.propose" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<p className="dialog-lead">
				<Message id="delegate.swapNote" />
			</p>
			<fieldset className="field choose-list">
				<legend>
					<Message id="delegate.swapWith" />
				</legend>
				<ul>
					{others.map(({ entry: other, place, expected }) => (
						<li key={other.id}>
							<label>
								<input
									type="radio"
									name="swap"
									checked={chosen === other.id}
									onChange={() => setChosen(other.id)}
								/>
								<DelegationName id={other.delegationId} />
								<span className="dim">
									<Message
										id="delegate.placeAt"
										values={{
											position: place + 1,
											time: <bdi>{clockTime(expected.expected, timeZone)}</bdi>,
										}}
									/>
								</span>
							</label>
						</li>
					))}
				</ul>
			</fieldset>
		</FormDialog>
	);
}
