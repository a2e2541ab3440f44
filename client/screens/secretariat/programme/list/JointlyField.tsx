import { useId } from "react";
import { seating } from "../../../../../shared/conference/selectors.ts";
import { sameItems, useSelect } from "../../../../conference/hooks.ts";
import { DelegationName } from "../../../../features/delegations/DelegationName.tsx";
import { alphabetOf, nameOf } from "../../../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../../../i18n/intl.tsx";
import { IconButton } from "../../../../ui/IconButton.tsx";
import { X } from "../../../../ui/icons.ts";

/** With whom a statement is made jointly: chosen one after the other, each once (SL18). */
export function JointlyField({
	delegationId,
	value,
	onChange,
}: {
	delegationId: string;
	value: readonly string[];
	onChange: (value: readonly string[]) => void;
}) {
	const { t, locale } = useSpeech();
	const field = useId();
	const all = useSelect((state) => seating(state, alphabetOf(locale)), sameItems);
	const left = all.filter(({ id }) => id !== delegationId && !value.includes(id));
	return (
		<div className="field">
			<label htmlFor={field}>
				<Message id="secretariat.jointly" />
			</label>
			{value.length > 0 && (
				<ul className="desk-chosen">
					{value.map((id) => (
						<li key={id}>
							<DelegationName id={id} width={24} />
							<IconButton
								small
								icon={X}
								label={t("secretariat.jointlyRemove", {
									delegation: nameOf(
										all.find((each) => each.id === id),
										id,
										locale,
									),
								})}
								onClick={() => onChange(value.filter((each) => each !== id))}
							/>
						</li>
					))}
				</ul>
			)}
			<select
				id={field}
				className="input"
				value=""
				onChange={(event) => event.target.value !== "" && onChange([...value, event.target.value])}
			>
				<option value="">{t("secretariat.jointlyAdd")}</option>
				{left.map((each) => (
					<option key={each.id} value={each.id}>
						{nameOf(each, each.id, locale)}
					</option>
				))}
			</select>
		</div>
	);
}
