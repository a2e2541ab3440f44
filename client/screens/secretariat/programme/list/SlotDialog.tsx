import { useState } from "react";
import type { Entry } from "../../../../../shared/conference/speakersList.ts";
import { Message } from "../../../../i18n/intl.tsx";
import { useCommand } from "../../../console/useCommand.ts";
import { ActDialog } from "../../parts/ActDialog.tsx";

/** Gives an inscription a fixed place, or takes it away (SL20). */
export function SlotDialog({
	segmentId,
	entry,
	onClose,
}: {
	segmentId: string;
	entry: Entry;
	onClose: () => void;
}) {
	const { run } = useCommand();
	const [slot, setSlot] = useState(entry.slot === null ? "" : String(entry.slot));
	const save = async () => {
		const outcome = await run(
			{ type: "fixSlot", segmentId, entryId: entry.id, slot: slot === "" ? null : Number(slot) },
			{ quiet: true, done: { title: <Message id="secretariat.slotDone" /> } },
		);
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="secretariat.slotTitle" />}
			act={<Message id="common.save" />}
			onAct={save}
			onClose={onClose}
		>
			<label className="field">
				<Message id="secretariat.slot" />
				<input
					className="input input-short"
					type="number"
					min={1}
					max={999}
					step={1}
					value={slot}
					onChange={(event) => setSlot(event.target.value)}
				/>
				<small>
					<Message id="secretariat.slotNote" />
				</small>
			</label>
		</ActDialog>
	);
}
