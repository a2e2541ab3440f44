import { useId, useState } from "react";
import { emblemOf } from "../../../features/delegations/delegation.ts";
import { Message } from "../../../i18n/intl.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";
import { useRefusal } from "../parts/useRefusal.ts";
import { PledgeSummary } from "./PledgeSummary.tsx";
import type { PledgeRow } from "./pledgeRows.ts";

/**
 * Makes a cleared pledge public: for the delegation that speaks or has just spoken, else in writing. There
 * is no way back but a visible withdrawal, so it asks first.
 */
export function AnnounceDialog({ row, onClose }: { row: PledgeRow; onClose: () => void }) {
	const { id: pledgeId, title } = row.pledge;
	const group = useId();
	const { run } = useCommand();
	const refusal = useRefusal({ type: "announcePledge", pledgeId });
	const [chosen, setChosen] = useState<"floor" | "writing">(refusal === undefined ? "floor" : "writing");
	/* The delegation may finish while this is open; then only writing is left, and that is said. */
	const way = refusal === undefined ? chosen : "writing";
	const delegation = <bdi>{row.delegationName}</bdi>;
	const announce = async () => {
		const type = way === "floor" ? "announcePledge" : "announceInWriting";
		const done = {
			title: <Message id="audience.pledgeAnnounced" />,
			detail: <bdi dir="auto">{title}</bdi>,
			tone: "brass",
			emblem: emblemOf(row.delegation),
		} as const;
		const outcome = await run({ type, pledgeId }, { quiet: true, done });
		return outcome.status === "refused" ? outcome : undefined;
	};
	return (
		<ActDialog
			title={<Message id="desk.announceTitle" />}
			act={
				<Message
					id={way === "floor" ? "desk.announceFor" : "desk.announceInWriting"}
					values={{ delegation }}
				/>
			}
			variant="brass"
			startsAt="act"
			onAct={announce}
			onClose={onClose}
		>
			<PledgeSummary row={row} />
			<fieldset className="desk-choices">
				<legend className="visually-hidden">
					<Message id="desk.announceHow" />
				</legend>
				<label className="desk-choice">
					<input
						type="radio"
						name={group}
						checked={way === "floor"}
						disabled={refusal !== undefined}
						onChange={() => setChosen("floor")}
					/>
					<span>
						<Message id="desk.wayFloor" />
						<small>
							<Message
								id={refusal === undefined ? "desk.wayFloorNote" : "desk.wayFloorNotNow"}
								values={{ delegation }}
							/>
						</small>
					</span>
				</label>
				<label className="desk-choice">
					<input
						type="radio"
						name={group}
						checked={way === "writing"}
						onChange={() => setChosen("writing")}
					/>
					<span>
						<Message id="desk.wayWriting" />
						<small>
							<Message id="desk.wayWritingNote" />
						</small>
					</span>
				</label>
			</fieldset>
			<p className="block-note">
				<Message id="desk.announceNote" />
			</p>
		</ActDialog>
	);
}
