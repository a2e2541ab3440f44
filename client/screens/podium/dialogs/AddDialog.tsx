import { useState } from "react";
import { seating } from "../../../../shared/conference/selectors.ts";
import { sameItems, useNowSelect, useSelect } from "../../../conference/hooks.ts";
import { alphabetOf, nameOf } from "../../../features/delegations/delegation.ts";
import type { ListPlace } from "../../../features/speakersList/listSegment.ts";
import { useListRows } from "../../../features/speakersList/rows.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { FormDialog } from "../../console/FormDialog.tsx";
import { useCommand } from "../../console/useCommand.ts";
import { ReasonField } from "./ReasonField.tsx";

/** Inscribes a delegation on its behalf; with a reason where the list is not open or it has spoken (SL2, SL4). */
export function AddDialog({ place, onClose }: { place: ListPlace; onClose: () => void }) {
	const rows = useListRows(place.segment.id);
	const { t, locale } = useSpeech();
	const { run, busy } = useCommand();
	const delegations = useSelect((state) => seating(state, alphabetOf(locale)), sameItems);
	const [delegationId, setDelegationId] = useState("");
	const [group, setGroup] = useState("");
	const [reason, setReason] = useState("");
	const [refusal, setRefusal] = useState<string>();
	const { status, closesAt } = rows.list;
	const isPast = useNowSelect((now) => closesAt !== null && now >= closesAt);
	const isOpen = (status === "open" || status === "closing") && !isPast;
	const taken = new Set([
		...rows.waiting.map(({ entry }) => entry.delegationId),
		...(rows.now === null ? [] : [rows.now.delegationId]),
	]);
	const hasSpoken = rows.heard.some((each) => each.delegationId === delegationId);
	const needsReason = !isOpen || hasSpoken;
	const submit = async () => {
		const outcome = await run(
			{
				type: "inscribe",
				segmentId: place.segment.id,
				delegationId,
				speakerId: null,
				language: "en",
				onBehalfOf: group.trim() === "" ? null : group.trim(),
				reason: needsReason ? reason.trim() : null,
			},
			{ done: t("podium.added"), quiet: true },
		);
		if (outcome.status === "refused") setRefusal(outcome.words);
		else onClose();
	};
	return (
		<FormDialog
			title={<Message id="podium.addTitle" />}
			submit={<Message id="podium.addToList" />}
			busy={busy}
			refusal={refusal}
			onSubmit={() => void submit()}
			onClose={onClose}
		>
			<label className="field">
				<Message id="podium.delegation" />
				<select
					className="input"
					required
					value={delegationId}
					onChange={(event) => setDelegationId(event.target.value)}
				>
					<option value="">{t("podium.chooseDelegation")}</option>
					{delegations
						.filter(({ id }) => !taken.has(id))
						.map((each) => (
							<option key={each.id} value={each.id}>
								{nameOf(each, each.id, locale)}
							</option>
						))}
				</select>
				{hasSpoken && (
					<small>
						<Message id="podium.hasSpoken" />
					</small>
				)}
				{!isOpen && (
					<small>
						<Message id="podium.listNotOpenReason" />
					</small>
				)}
			</label>
			<label className="field">
				<Message id="podium.onBehalfOfOptional" />
				<input
					className="input"
					dir="auto"
					maxLength={120}
					value={group}
					onChange={(event) => setGroup(event.target.value)}
				/>
			</label>
			{needsReason && <ReasonField value={reason} onChange={setReason} />}
		</FormDialog>
	);
}
