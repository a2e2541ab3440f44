import { useState } from "react";
import { Message } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { PledgeSummary } from "./PledgeSummary.tsx";
import type { PledgeRow } from "./pledgeRows.ts";

/** Rejects a pledge that cannot stand; its delegation reads the reason (PL10). */
export function RejectDialog({ row, onClose }: { row: PledgeRow; onClose: () => void }) {
	const [reason, setReason] = useState("");
	const { run } = useCommand();
	const reject = async () => {
		const command = { type: "rejectPledge", pledgeId: row.pledge.id, reason: reason.trim() } as const;
		const done = { title: <Message id="deskact.rejected" /> };
		const outcome = await run(command, { quiet: true, done });
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="deskact.rejectTitle" />}
			act={<Message id="deskact.reject" />}
			variant="outlineRed"
			onAct={reject}
			onClose={onClose}
		>
			<PledgeSummary row={row} />
			<label className="field">
				<Message id="deskact.reason" />
				<textarea
					className="input"
					required
					rows={3}
					maxLength={600}
					dir="auto"
					value={reason}
					onChange={(event) => setReason(event.target.value)}
				/>
				<small>
					<Message id="deskact.reasonNote" />
				</small>
			</label>
		</ActDialog>
	);
}
