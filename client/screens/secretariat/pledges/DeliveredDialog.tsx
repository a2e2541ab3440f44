import { useState } from "react";
import { Message } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { PledgeSummary } from "./PledgeSummary.tsx";
import type { PledgeRow } from "./pledgeRows.ts";

/** Notes the words of the floor where they differ from what was submitted; seen by the desk and the delegation. */
export function DeliveredDialog({ row, onClose }: { row: PledgeRow; onClose: () => void }) {
	const { pledge } = row;
	const [words, setWords] = useState(pledge.delivered ?? "");
	const { run } = useCommand();
	const note = async () => {
		const said = words.trim() === "" ? null : words.trim();
		const outcome = await run(
			{ type: "recordDelivered", pledgeId: pledge.id, words: said },
			{ quiet: true, done: { title: <Message id="deskact.noted" /> } },
		);
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="deskact.deliveredTitle" />}
			act={<Message id="deskact.noteAct" />}
			onAct={note}
			onClose={onClose}
		>
			<PledgeSummary row={row} />
			<label className="field">
				<Message id="deskact.asDelivered" />
				<textarea
					className="input"
					rows={4}
					maxLength={4000}
					dir="auto"
					value={words}
					onChange={(event) => setWords(event.target.value)}
				/>
				<small>
					<Message id="deskact.deliveredNote" />
				</small>
			</label>
		</ActDialog>
	);
}
