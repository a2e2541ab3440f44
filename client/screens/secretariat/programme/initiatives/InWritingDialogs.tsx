import { useState } from "react";
import { inLanguage } from "../../../../../shared/conference/common.ts";
import type { Delegation } from "../../../../../shared/conference/delegations.ts";
import type { Initiative } from "../../../../../shared/conference/initiatives.ts";
import { seating } from "../../../../../shared/conference/selectors.ts";
import { sameItems, useSelect } from "../../../../conference/hooks.ts";
import { alphabetOf, nameOf } from "../../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../../i18n/intl.tsx";
import { SupportDialog } from "../../../console/initiatives/SupportDialog.tsx";
import { WithdrawSupportDialog } from "../../../console/initiatives/WithdrawSupportDialog.tsx";

/** Records that a delegation wrote to support the version in force. */
export function DeclareInWritingDialog(props: { initiative: Initiative; onClose: () => void }) {
	const { initiative } = props;
	const { t, locale } = useSpeech();
	const [delegationId, setDelegationId] = useState("");
	const candidates = useSelect(
		(state) =>
			seating(state, alphabetOf(locale)).filter(
				({ id, kind }) =>
					kind !== "secretariat" && initiative.supporters.get(id)?.version !== initiative.versions.length,
			),
		sameItems,
	);
	const name = useNameOf(delegationId);
	return (
		<SupportDialog
			{...props}
			delegationId={delegationId === "" ? null : delegationId}
			done={t("secretariat.supportRecorded", { delegation: name })}
		>
			<DelegationSelect candidates={candidates} value={delegationId} onChange={setDelegationId} />
		</SupportDialog>
	);
}

/** Records that a delegation wrote to withdraw its support; sponsors cannot. */
export function WithdrawInWritingDialog(props: { initiative: Initiative; onClose: () => void }) {
	const { supporters } = props.initiative;
	const { t, locale } = useSpeech();
	const [delegationId, setDelegationId] = useState("");
	const candidates = useSelect(
		(state) =>
			seating(state, alphabetOf(locale)).filter(({ id }) => {
				const support = supporters.get(id);
				return support !== undefined && support.how !== "sponsor";
			}),
		sameItems,
	);
	const name = useNameOf(delegationId);
	return (
		<WithdrawSupportDialog
			{...props}
			delegationId={delegationId === "" ? null : delegationId}
			done={t("secretariat.withdrawalRecorded", { delegation: name })}
		>
			<DelegationSelect candidates={candidates} value={delegationId} onChange={setDelegationId} />
		</WithdrawSupportDialog>
	);
}

function useNameOf(delegationId: string): string {
	const { locale } = useSpeech();
	const delegation = useSelect((state) => state.delegations.delegations.get(delegationId));
	return nameOf(delegation, delegationId, locale);
}

function DelegationSelect({
	candidates,
	value,
	onChange,
}: {
	candidates: readonly Delegation[];
	value: string;
	onChange: (delegationId: string) => void;
}) {
	const { t, locale } = useSpeech();
	return (
		<label className="field">
			<Message id="desk.delegation" />
			<select className="input" required value={value} onChange={(event) => onChange(event.target.value)}>
				<option value="">{t("secretariat.choose")}</option>
				{candidates.map((each) => (
					<option key={each.id} value={each.id}>
						{inLanguage(each.name, locale)}
					</option>
				))}
			</select>
		</label>
	);
}
