import { useId, useState } from "react";
import { seating } from "../../../shared/conference/selectors.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { DelegationName } from "../../features/delegations/DelegationName.tsx";
import { alphabetOf, nameOf } from "../../features/delegations/delegation.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";

/** Chooses several delegations: those chosen stand first, the others are found by a few letters. */
export function DelegationPicker({
	legend,
	except,
	chosen,
	onChange,
}: {
	legend: string;
	/** The own delegation, which is part of it anyway. */
	except: string;
	chosen: readonly string[];
	onChange: (chosen: readonly string[]) => void;
}) {
	const { t, locale } = useSpeech();
	const field = useId();
	const [sought, setSought] = useState("");
	const all = useSelect((state) => seating(state, alphabetOf(locale)), sameItems);
	const others = all.filter(({ id }) => id !== except);
	const wanted = sought.trim().toLocaleLowerCase(locale);
	const shown = others.filter(
		(each) =>
			chosen.includes(each.id) ||
			wanted === "" ||
			nameOf(each, each.id, locale).toLocaleLowerCase(locale).includes(wanted),
	);
	const toggle = (id: string) =>
		onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
	return (
		<fieldset className="field delegation-picker">
			<legend>{legend}</legend>
			<label className="visually-hidden" htmlFor={field}>
				<Message id="delegate.findDelegation" />
			</label>
			<input
				id={field}
				className="input"
				type="search"
				dir="auto"
				placeholder={t("delegate.findDelegation")}
				value={sought}
				onChange={(event) => setSought(event.target.value)}
			/>
			<ul>
				{shown.map(({ id }) => (
					<li key={id}>
						<label>
							<input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
							<DelegationName id={id} />
						</label>
					</li>
				))}
			</ul>
			<small aria-live="polite">
				<Message id="delegate.chosenDelegations" values={{ count: chosen.length }} />
			</small>
		</fieldset>
	);
}
