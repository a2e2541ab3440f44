import { inLanguage } from "../../../shared/conference/common.ts";
import type { PledgeContent } from "../../../shared/conference/pledge.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { FormOfPledge } from "./FormOfPledge.tsx";
import { KindFields } from "./KindFields.tsx";
import { MoreFields } from "./MoreFields.tsx";

export interface FieldsProps {
	/** Of the delegation that leads. */
	readonly delegationId: string;
	readonly content: PledgeContent;
	readonly set: (change: Partial<PledgeContent>) => void;
}

/** The fields of a pledge, in the order in which one thinks of them; what is seldom needed folds away. */
export function PledgeFields({
	delegationId,
	content,
	onChange,
	partsFixed = false,
}: {
	delegationId: string;
	content: PledgeContent;
	onChange: (content: PledgeContent) => void;
	/** Partners and their parts are shown and not changed: a correction leaves them to those whom they bind. */
	partsFixed?: boolean | undefined;
}) {
	const { t, locale } = useSpeech();
	const { categories } = useSelect((state) => state.profile);
	const { needs } = useSelect(tally);
	const offered = needs.filter(({ need }) => need.category === content.category);
	const subcategories = categories.find(({ id }) => id === content.category)?.subcategories ?? [];
	const set = (change: Partial<PledgeContent>) => onChange({ ...content, ...change });
	const props = { delegationId, content, set };
	return (
		<>
			<label className="field">
				<Message id="pledgeform.title" />
				<textarea
					className="input record-input"
					dir="auto"
					required
					rows={2}
					maxLength={200}
					value={content.title}
					onChange={(event) => set({ title: event.target.value })}
				/>
				<small>
					<Message id="pledgeform.titleNote" />
				</small>
			</label>
			<div className="field-row">
				<label className="field">
					<Message id="pledgeform.category" />
					<select
						className="input"
						required
						value={content.category}
						onChange={(event) => set({ category: event.target.value, subcategory: null, needId: null })}
					>
						{categories.map(({ id, name }) => (
							<option key={id} value={id}>
								{inLanguage(name, locale)}
							</option>
						))}
					</select>
				</label>
				{subcategories.length > 0 && (
					<label className="field">
						<Message id="pledgeform.subcategory" />
						<select
							className="input"
							value={content.subcategory ?? ""}
							onChange={(event) => set({ subcategory: event.target.value || null })}
						>
							<option value="">{t("pledgeform.noSubcategory")}</option>
							{subcategories.map(({ id, name }) => (
								<option key={id} value={id}>
									{inLanguage(name, locale)}
								</option>
							))}
						</select>
					</label>
				)}
			</div>
			<div className="field-row">
				<label className="field">
					<Message id="pledgeform.need" />
					<select
						className="input"
						value={content.needId ?? ""}
						onChange={(event) => set({ needId: event.target.value || null })}
					>
						<option value="">{t("pledgeform.noNeed")}</option>
						{offered.map(({ need, counted }) => (
							<option key={need.id} value={need.id}>
								{t("pledgeform.needOption", {
									need: inLanguage(need.title, locale),
									count: counted,
									total: need.quantity,
								})}
							</option>
						))}
					</select>
				</label>
				{content.needId !== null && (
					<label className="field field-narrow">
						<Message id="pledgeform.quantity" />
						<input
							className="input numeric"
							type="number"
							inputMode="numeric"
							min={1}
							max={500}
							required
							value={Number.isNaN(content.quantity) ? "" : content.quantity}
							onChange={(event) => set({ quantity: event.target.valueAsNumber })}
						/>
					</label>
				)}
			</div>
			<KindFields {...props} />
			{!partsFixed && <FormOfPledge {...props} />}
			<label className="field">
				<Message id="pledgeform.details" />
				<textarea
					className="input"
					dir="auto"
					rows={3}
					maxLength={4000}
					value={content.details ?? ""}
					onChange={(event) => set({ details: event.target.value })}
				/>
				<small>
					<Message id="pledgeform.detailsNote" />
				</small>
			</label>
			<label className="field">
				<Message id="pledgeform.contact" />
				<input
					className="input"
					dir="auto"
					maxLength={200}
					value={content.contact ?? ""}
					onChange={(event) => set({ contact: event.target.value })}
				/>
				<small>
					<Message id="pledgeform.contactNote" />
				</small>
			</label>
			<MoreFields {...props} />
		</>
	);
}
