import { useState } from "react";
import { mergeRefusal } from "../../../../shared/conference/pledges.ts";
import { sameItems, useSelect } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { PledgeSummary } from "./PledgeSummary.tsx";
import type { PledgeRow } from "./pledgeRows.ts";
import { referenceOf } from "./pledgeRows.ts";

/** Merges a duplicate into the pledge that stays, both shown before it is done. */
export function MergeDialog({ row, onClose }: { row: PledgeRow; onClose: () => void }) {
	const { t } = useSpeech();
	const { pledge } = row;
	const others = useSelect(
		(state) => [...state.pledges.pledges.values()].filter((into) => mergeRefusal(pledge, into) === undefined),
		sameItems,
	);
	const [intoId, setIntoId] = useState("");
	const into = others.find(({ id }) => id === intoId);
	const { run } = useCommand();
	const merge = async () => {
		const outcome = await run(
			{ type: "mergePledges", pledgeId: pledge.id, intoId },
			{ quiet: true, done: { title: <Message id="deskact.merged" /> } },
		);
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="deskact.mergeTitle" />}
			act={<Message id="deskact.merge" />}
			unavailable={others.length === 0 ? t("deskact.nothingToMerge") : undefined}
			onAct={merge}
			onClose={onClose}
		>
			<PledgeSummary row={row} />
			<label className="field">
				<Message id="deskact.mergeInto" />
				<select className="input" required value={intoId} onChange={(event) => setIntoId(event.target.value)}>
					<option value="">{t(others.length === 0 ? "deskact.nothingToMerge" : "pledgeform.choose")}</option>
					{others.map((each) => (
						<option key={each.id} value={each.id}>
							{`${referenceOf(each)} ${each.title}`}
						</option>
					))}
				</select>
			</label>
			{into !== undefined && (
				<p className="record detail-quote" dir="auto">
					{into.title}
				</p>
			)}
			<p className="block-note">
				<Message id="deskact.mergeNote" />
			</p>
		</ActDialog>
	);
}
