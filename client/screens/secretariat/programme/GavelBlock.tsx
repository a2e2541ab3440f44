import { useId, useState } from "react";
import type { Command } from "../../../../shared/conference/decider.ts";
import type { Meeting } from "../../../../shared/conference/programme.ts";
import { sameItems, useDirectory, usePresence, useSelect } from "../../../conference/hooks.ts";
import { DelegationName } from "../../../features/delegations/DelegationName.tsx";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Status } from "../../../ui/Status.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ActDialog } from "../parts/ActDialog.tsx";

/** Who presides over the sitting meeting; and when nobody does, the way to give the gavel to a co-chair. */
export function GavelBlock({ meeting }: { meeting: Meeting }) {
	const holder = useSelect((state) => state.gavel.holder);
	const present = usePresence();
	const [isAsked, setAsked] = useState(false);
	return (
		<div className="block">
			<div className="block-head">
				<h3>
					<Message id="secretariat.gavel" />
				</h3>
			</div>
			{holder === null ? (
				<div className="gavel-free">
					<p>
						<Message id="secretariat.gavelFree" />
					</p>
					<Button small variant="primary" onClick={() => setAsked(true)}>
						<Message id="secretariat.giveGavel" />
					</Button>
				</div>
			) : (
				<div className="gavel-free">
					<p className="desk-chairs">
						<DelegationName id={holder.delegationId} width={24} />
						{!present.has(holder.delegationId) && (
							<Status tone="red">
								<Message id="secretariat.holderAway" />
							</Status>
						)}
					</p>
					<Button small onClick={() => setAsked(true)}>
						<Message id="secretariat.replaceHolder" />
					</Button>
				</div>
			)}
			{isAsked && (
				<GavelDialog
					meeting={meeting}
					from={holder?.representativeId ?? null}
					onClose={() => setAsked(false)}
				/>
			)}
		</div>
	);
}

function GavelDialog({
	meeting,
	from,
	onClose,
}: {
	meeting: Meeting;
	/** The holder who is replaced, as the desk saw it when it asked (GV6); null for a gavel that nobody holds. */
	from: string | null;
	onClose: () => void;
}) {
	const { t } = useSpeech();
	const group = useId();
	const { run } = useCommand();
	const directory = useDirectory();
	const [holder] = useState(from);
	const chairs = useSelect(
		(state) =>
			[...state.delegations.representatives.values()].filter(
				({ id, role, delegationId }) =>
					role === "chair" && id !== holder && meeting.coChairs.includes(delegationId ?? ""),
			),
		sameItems,
	);
	const [chosen, setChosen] = useState(chairs[0]?.id ?? "");
	const give = async () => {
		const command: Command =
			holder === null
				? { type: "takeGavel", representativeId: chosen }
				: { type: "takeOverGavel", representativeId: chosen, from: holder };
		const outcome = await run(command, {
			quiet: true,
			done: { title: <Message id="secretariat.gavelGiven" /> },
		});
		return outcome.status === "refused" ? outcome : undefined;
	};
	const words = <Message id={holder === null ? "secretariat.giveGavel" : "secretariat.replaceHolder"} />;
	return (
		<ActDialog
			title={words}
			act={words}
			unavailable={chairs.length === 0 ? t("secretariat.noChair") : undefined}
			onAct={give}
			onClose={onClose}
		>
			<p className="block-note">
				<Message
					id={
						chairs.length === 0
							? "secretariat.noChair"
							: holder === null
								? "secretariat.gavelNote"
								: "secretariat.replaceNote"
					}
				/>
			</p>
			<fieldset className="desk-choices">
				<legend className="visually-hidden">
					<Message id="secretariat.coChairs" />
				</legend>
				{chairs.map((chair) => (
					<label key={chair.id} className="desk-choice">
						<input
							type="radio"
							name={group}
							checked={chosen === chair.id}
							onChange={() => setChosen(chair.id)}
						/>
						<span className="desk-choice-person">
							<DelegationName id={chair.delegationId ?? ""} width={24} />
							<small>
								<bdi dir="auto">{directory.get(chair.id)?.name ?? t("secretariat.nameUnknown")}</bdi>
							</small>
						</span>
					</label>
				))}
			</fieldset>
		</ActDialog>
	);
}
