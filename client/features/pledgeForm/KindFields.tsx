import { pledgeKinds } from "../../../shared/conference/pledge.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import type { FieldsProps } from "./PledgeFields.tsx";

const inWords = "words";

/** New, or more of an earlier pledge, or the same again; and then which one (PL14). */
export function KindFields({ delegationId, content, set }: FieldsProps) {
	const { t } = useSpeech();
	const own = useSelect(
		(state) =>
			[...state.pledges.pledges.values()].filter(
				(each) => each.delegationId === delegationId && each.series === "public",
			),
		sameItems,
	);
	const { kind, earlier } = content;
	const named = earlier ?? { pledgeId: null, reference: "", quantity: 0 };
	return (
		<>
			<fieldset className="field choice-row">
				<legend>
					<Message id="pledgeform.kind" />
				</legend>
				{pledgeKinds.map((each) => (
					<label key={each} className="choice">
						<input
							type="radio"
							name="kind"
							value={each}
							checked={kind === each}
							onChange={() => set({ kind: each, earlier: each === "new" ? null : named })}
						/>
						<Message id={`pledgekind.${each}`} />
					</label>
				))}
				<small>
					<Message id={`pledgekindnote.${kind}`} />
				</small>
			</fieldset>
			{kind !== "new" && (
				<div className="field-row">
					<label className="field">
						<Message id="pledgeform.earlier" />
						<select
							className="input"
							value={named.pledgeId ?? inWords}
							onChange={(event) =>
								set({
									earlier: {
										...named,
										pledgeId: event.target.value === inWords ? null : event.target.value,
									},
								})
							}
						>
							<option value={inWords}>{t("pledgeform.earlierElsewhere")}</option>
							{own.map(({ id, title }) => (
								<option key={id} value={id}>
									{title}
								</option>
							))}
						</select>
					</label>
					{named.pledgeId === null && (
						<label className="field">
							<Message id="pledgeform.earlierWords" />
							<input
								className="input"
								dir="auto"
								required
								maxLength={300}
								value={named.reference ?? ""}
								onChange={(event) => set({ earlier: { ...named, reference: event.target.value } })}
							/>
						</label>
					)}
					{named.pledgeId === null && kind === "enhanced" && content.needId !== null && (
						<label className="field field-narrow">
							<Message id="pledgeform.earlierUnits" />
							<input
								className="input numeric"
								type="number"
								inputMode="numeric"
								min={0}
								max={500}
								required
								value={named.quantity}
								onChange={(event) =>
									set({ earlier: { ...named, quantity: Math.max(0, Number(event.target.value)) } })
								}
							/>
						</label>
					)}
				</div>
			)}
		</>
	);
}
