import { useState } from "react";
import { listOf } from "../../../../shared/conference/selectors.ts";
import { useConference, useSelect } from "../../../conference/hooks.ts";
import { nameOf } from "../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { FormDialog } from "../../console/FormDialog.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ReasonField } from "./ReasonField.tsx";

/** A move that was made by hand and waits for its reason; `before` null is the end of the list. */
export interface Move {
	readonly segmentId: string;
	readonly entryId: string;
	/** Undefined while the place is still to be chosen. */
	readonly before: string | null | undefined;
}

/** Asks why an entry is moved, and before whom where that was not said; the reason is told in the room (SL6). */
export function MoveDialog({ move, onClose }: { move: Move; onClose: () => void }) {
	const { t, locale } = useSpeech();
	const client = useConference();
	const { run, busy } = useCommand();
	const delegations = useSelect((state) => state.delegations.delegations);
	// As it stood when the move was made: the dialog is not disturbed by what happens meanwhile.
	const [list] = useState(() => listOf(client.state(), move.segmentId));
	const [before, setBefore] = useState(move.before);
	const [reason, setReason] = useState("");
	const [refusal, setRefusal] = useState<string>();
	const name = (entryId: string | null) => {
		const id = list.entries.get(entryId ?? "")?.delegationId ?? "";
		return nameOf(delegations.get(id), id, locale);
	};
	const submit = async () => {
		if (before === undefined) return;
		const outcome = await run(
			{ type: "moveEntry", segmentId: move.segmentId, entryId: move.entryId, before, reason: reason.trim() },
			// What was done is told with its undo, on every device of the chair.
			{ quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={<Message id="podium.moveTitle" values={{ delegation: <bdi>{name(move.entryId)}</bdi> }} />}
			submit={<Message id="podium.move" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			{move.before === undefined ? (
				<label className="field">
					<Message id="podium.moveBefore" />
					<select
						className="input"
						required
						value={before ?? ""}
						onChange={(event) => setBefore(event.target.value === "" ? undefined : event.target.value)}
					>
						<option value="">{t("podium.choosePlace")}</option>
						{list.order
							.filter((id) => id !== move.entryId)
							.map((id) => (
								<option key={id} value={id}>
									{name(id)}
								</option>
							))}
					</select>
				</label>
			) : (
				<p className="dialog-lead">
					{move.before === null ? (
						<Message id="podium.moveToEnd" />
					) : (
						<Message id="podium.moveBeforeName" values={{ delegation: <bdi>{name(move.before)}</bdi> }} />
					)}
				</p>
			)}
			<ReasonField value={reason} onChange={setReason} />
		</FormDialog>
	);
}
