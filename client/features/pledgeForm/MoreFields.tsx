import { inLanguage } from "../../../shared/conference/common.ts";
import { currencies } from "../../../shared/conference/currencies.ts";
import type { Amount, PledgeContent } from "../../../shared/conference/pledge.ts";
import { amountUnits, classifications } from "../../../shared/conference/pledge.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import type { FieldsProps } from "./PledgeFields.tsx";

/** How much, from when, for whom and for whose eyes: folded away until something of it is said. */
export function MoreFields(props: FieldsProps) {
	const { t, locale } = useSpeech();
	const { content, set } = props;
	const priorities = useSelect((state) => state.profile.priorities);
	const meetings = useSelect((state) => state.programme.meetings);
	return (
		<details className="more-fields" open={saysMore(content)}>
			<summary>
				<Message id="pledgeform.more" />
			</summary>
			<AmountFields {...props} />
			<div className="field-row">
				<label className="field">
					<Message id="pledgeform.availableFrom" />
					<input
						className="input"
						type="month"
						placeholder="2022-06"
						value={content.availableFrom?.slice(0, 7) ?? ""}
						onChange={(event) => set({ availableFrom: event.target.value || null })}
					/>
				</label>
				<label className="field">
					<Message id="pledgeform.availableTo" />
					<input
						className="input"
						type="month"
						placeholder="2024-06"
						value={content.availableTo?.slice(0, 7) ?? ""}
						onChange={(event) => set({ availableTo: event.target.value || null })}
					/>
				</label>
				<label className="field">
					<Message id="pledgeform.readiness" />
					<input
						className="input numeric"
						type="number"
						inputMode="numeric"
						min={0}
						max={3650}
						value={content.readinessDays ?? ""}
						onChange={(event) =>
							set({ readinessDays: event.target.value === "" ? null : event.target.valueAsNumber })
						}
					/>
				</label>
			</div>
			<label className="field">
				<Message id="pledgeform.conditions" />
				<textarea
					className="input"
					dir="auto"
					rows={2}
					maxLength={1000}
					value={content.conditions ?? ""}
					onChange={(event) => set({ conditions: event.target.value })}
				/>
			</label>
			{priorities.length > 0 && (
				<fieldset className="field priorities">
					<legend>
						<Message id="pledgeform.priorities" />
					</legend>
					{priorities.map(({ id, name }) => {
						const isNamed = content.priorities.includes(id);
						return (
							<label key={id} className="choice">
								<input
									type="checkbox"
									checked={isNamed}
									disabled={!isNamed && content.priorities.length >= 5}
									onChange={() =>
										set({
											priorities: isNamed
												? content.priorities.filter((each) => each !== id)
												: [...content.priorities, id],
										})
									}
								/>
								{inLanguage(name, locale)}
							</label>
						);
					})}
				</fieldset>
			)}
			<div className="field-row">
				<label className="field">
					<Message id="pledgeform.plannedFor" />
					<select
						className="input"
						value={content.plannedFor ?? ""}
						onChange={(event) => set({ plannedFor: event.target.value || null })}
					>
						<option value="">{t("pledgeform.noSession")}</option>
						{[...meetings.values()].map(({ id, title }) => (
							<option key={id} value={id}>
								{inLanguage(title, locale)}
							</option>
						))}
					</select>
				</label>
				<label className="field">
					<Message id="pledgeform.classification" />
					<select
						className="input"
						value={content.classification}
						onChange={(event) =>
							set({
								classification: classifications.find((each) => each === event.target.value) ?? "public",
							})
						}
					>
						{classifications.map((each) => (
							<option key={each} value={each}>
								{t(`classification.${each}`)}
							</option>
						))}
					</select>
				</label>
			</div>
			<div className="field-row">
				<label className="field">
					<Message id="pledgeform.offeredTo" />
					<select
						className="input"
						value={content.offeredTo?.to ?? ""}
						onChange={(event) => {
							const { value } = event.target;
							const name = content.offeredTo?.name ?? "";
							set({ offeredTo: value === "mission" || value === "partner" ? { to: value, name } : null });
						}}
					>
						<option value="">{t("offeredto.open")}</option>
						<option value="mission">{t("offeredto.mission")}</option>
						<option value="partner">{t("offeredto.partner")}</option>
					</select>
				</label>
				{content.offeredTo !== null && (
					<label className="field">
						<Message id="pledgeform.offeredName" />
						<input
							className="input"
							dir="auto"
							maxLength={120}
							value={content.offeredTo.name}
							onChange={(event) =>
								content.offeredTo !== null &&
								set({ offeredTo: { ...content.offeredTo, name: event.target.value } })
							}
						/>
					</label>
				)}
			</div>
			<label className="field">
				<Message id="pledgeform.evidence" />
				<textarea
					className="input"
					dir="ltr"
					rows={2}
					value={content.evidence.join("\n")}
					onChange={(event) => set({ evidence: event.target.value.split("\n") })}
				/>
				<small>
					<Message id="pledgeform.evidenceNote" />
				</small>
			</label>
		</details>
	);
}

function saysMore(content: PledgeContent): boolean {
	const { amount, availableFrom, availableTo, readinessDays, conditions, priorities, offeredTo } = content;
	const said = [amount, availableFrom, availableTo, readinessDays, conditions, offeredTo, content.plannedFor];
	return (
		said.some((each) => each !== null) ||
		priorities.length > 0 ||
		content.evidence.length > 0 ||
		content.classification !== "public"
	);
}

/** How much in a unit of its own, or money with its currency. */
function AmountFields({ content, set }: FieldsProps) {
	const { t, locale } = useSpeech();
	const { amount } = content;
	const names = new Intl.DisplayNames(locale === "qps" ? "en" : locale, { type: "currency" });
	const choose = (unit: string) => {
		const value = amount?.value ?? Number.NaN;
		const other = amountUnits.find((each) => each === unit);
		if (unit === "money") set({ amount: { unit, value, currency: "USD" } });
		else set({ amount: other === undefined ? null : { unit: other, value } });
	};
	const changed = (value: number): Amount | null => (amount === null ? null : { ...amount, value });
	return (
		<div className="field-row">
			<label className="field">
				<Message id="pledgeform.amount" />
				<select className="input" value={amount?.unit ?? ""} onChange={(event) => choose(event.target.value)}>
					<option value="">{t("pledgeform.noAmount")}</option>
					{[...amountUnits, "money" as const].map((unit) => (
						<option key={unit} value={unit}>
							{t(`amountunit.${unit}`)}
						</option>
					))}
				</select>
			</label>
			{amount !== null && (
				<label className="field">
					<Message id="pledgeform.amountValue" />
					<input
						className="input numeric"
						type="number"
						inputMode="numeric"
						min={1}
						required
						value={Number.isNaN(amount.value) ? "" : amount.value}
						onChange={(event) => set({ amount: changed(event.target.valueAsNumber) })}
					/>
				</label>
			)}
			{amount?.unit === "money" && (
				<label className="field">
					<Message id="pledgeform.currency" />
					<select
						className="input"
						value={amount.currency}
						onChange={(event) => set({ amount: { ...amount, currency: event.target.value } })}
					>
						{[...currencies].map((code) => (
							<option key={code} value={code}>
								{`${code} – ${names.of(code) ?? code}`}
							</option>
						))}
					</select>
				</label>
			)}
		</div>
	);
}
