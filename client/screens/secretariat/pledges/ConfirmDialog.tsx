import { emblemOf } from "../../../features/delegations/delegation.ts";
import { Message } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { PledgeSummary } from "./PledgeSummary.tsx";
import type { PledgeRow } from "./pledgeRows.ts";

/** Records that the delegation has confirmed in writing. It is public and done once, so it asks first. */
export function ConfirmDialog({ row, onClose }: { row: PledgeRow; onClose: () => void }) {
	const { run } = useCommand();
	const confirm = async () => {
		const done = {
			title: <Message id="desk.confirmedInWritingDone" />,
			detail: <bdi dir="auto">{row.pledge.title}</bdi>,
			emblem: emblemOf(row.delegation),
		};
		const outcome = await run({ type: "confirmPledge", pledgeId: row.pledge.id }, { quiet: true, done });
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="desk.confirmTitle" />}
			act={<Message id="desk.confirmInWriting" />}
			onAct={confirm}
			onClose={onClose}
		>
			<PledgeSummary row={row} />
			<p>
				<Message id="desk.confirmNote" values={{ delegation: <bdi>{row.delegationName}</bdi> }} />
			</p>
		</ActDialog>
	);
}
