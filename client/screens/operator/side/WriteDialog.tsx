import { useId, useState } from "react";
import { channels } from "../../../../shared/conference/common.ts";
import type { Party } from "../../../../shared/conference/messages.ts";
import { seating } from "../../../../shared/conference/selectors.ts";
import { sameItems, useSelect } from "../../../conference/hooks.ts";
import { alphabetOf, nameOf } from "../../../features/delegations/delegation.ts";
import { partyKey } from "../../../features/messages/threads.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { languageNames } from "../../../i18n/languages.ts";
import { FormDialog } from "../../console/FormDialog.tsx";

const offices: readonly Party[] = [{ kind: "chair" }, { kind: "secretariat" }];

/** To whom the operator writes: the chair, the secretariat, a booth, or any delegation. */
export function WriteDialog({ onChoose, onClose }: { onChoose: (to: Party) => void; onClose: () => void }) {
	const { t, locale } = useSpeech();
	const field = useId();
	const delegations = useSelect((state) => seating(state, alphabetOf(locale)), sameItems);
	const staffed = useSelect(
		({ delegations: { representatives } }) =>
			channels.filter((channel) => [...representatives.values()].some((each) => each.channel === channel)),
		sameItems,
	);
	const booths = staffed.map((channel): Party => ({ kind: "booth", channel }));
	const seats = delegations.map(({ id }): Party => ({ kind: "delegation", delegationId: id }));
	const parties = new Map([...offices, ...booths, ...seats].map((each) => [partyKey(each), each]));
	const [chosen, setChosen] = useState(partyKey({ kind: "chair" }));
	const choose = () => {
		const party = parties.get(chosen);
		if (party !== undefined) onChoose(party);
	};
	return (
		<FormDialog
			title={<Message id="operator.write" />}
			submit={<Message id="operator.writeNext" />}
			busy={false}
			onSubmit={choose}
			onClose={onClose}
		>
			<label className="field" htmlFor={field}>
				<span>
					<Message id="operator.to" />
				</span>
				<select
					id={field}
					className="input"
					value={chosen}
					onChange={(event) => setChosen(event.target.value)}
				>
					<optgroup label={t("operator.offices")}>
						{offices.map((party) => (
							<option key={party.kind} value={partyKey(party)}>
								{t(party.kind === "chair" ? "party.chair" : "party.secretariat")}
							</option>
						))}
					</optgroup>
					{staffed.length > 0 && (
						<optgroup label={t("operator.booths")}>
							{staffed.map((channel) => (
								<option key={channel} value={partyKey({ kind: "booth", channel })}>
									{channel === "sign" ? t("channel.sign") : languageNames[channel]}
								</option>
							))}
						</optgroup>
					)}
					<optgroup label={t("operator.delegations")}>
						{delegations.map((each) => (
							<option key={each.id} value={partyKey({ kind: "delegation", delegationId: each.id })}>
								{nameOf(each, each.id, locale)}
							</option>
						))}
					</optgroup>
				</select>
			</label>
		</FormDialog>
	);
}
