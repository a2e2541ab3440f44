import { useMemo, useState } from "react";
import { mergeRefusal } from "../../../../shared/conference/pledgeCorrections.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { MergeComparison } from "./MergeComparison.tsx";
import { PledgeSummary } from "./PledgeSummary.tsx";
import type { PledgeRow } from "./pledgeRows.ts";
import { usePledgeRows } from "./usePledgeRows.ts";

/** Merges a duplicate into the pledge that stays, both shown before it is done. */
export function MergeDialog({ row, onClose }: { row: PledgeRow; onClose: () => void }) {
	const { t } = useSpeech();
	const { pledge } = row;
	const rows = usePledgeRows();
	const others = useMemo(
		() => rows.filter((each) => mergeRefusal(pledge, each.pledge) === undefined),
		[rows, pledge],
	);
	const [intoId, setIntoId] = useState("");
	const into = others.find((each) => each.pledge.id === intoId);
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
			wide={into !== undefined}
			title={<Message id="deskact.mergeTitle" />}
			act={<Message id="deskact.merge" />}
			unavailable={others.length === 0 ? t("deskact.nothingToMerge") : undefined}
			startsAt={others.length === 0 ? "cancel" : "form"}
			onAct={merge}
			onClose={onClose}
		>
			{into === undefined && <PledgeSummary row={row} />}
			{others.length === 0 ? (
				<p>
					<Message id="deskact.nothingToMerge" />
				</p>
			) : (
				<label className="field">
					<Message id="deskact.mergeInto" />
					<select
						className="input"
						required
						value={intoId}
						onChange={(event) => setIntoId(event.target.value)}
					>
						<option value="">{t("pledgeform.choose")}</option>
						{others.map((each) => (
							<option key={each.pledge.id} value={each.pledge.id}>
								{[each.reference, each.pledge.title].join(" · ")}
							</option>
						))}
					</select>
				</label>
			)}
			{into !== undefined && <MergeComparison duplicate={row} into={into} />}
			{others.length > 0 && (
				<p className="block-note">
					<Message id="deskact.mergeNote" />
				</p>
			)}
		</ActDialog>
	);
}
