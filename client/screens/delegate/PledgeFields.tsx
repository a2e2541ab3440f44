import { inLanguage } from "../../../shared/conference/common.ts";
import type { PledgeContent } from "../../../shared/conference/pledge.ts";
import { tally } from "../../../shared/conference/tally.ts";
import { useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";

const kinds = ["new", "enhanced", "reaffirmed"] as const;

/** The fields of a pledge, in the order in which one thinks of them. */
export function PledgeFields({
	content,
	onChange,
}: {
	content: PledgeContent;
	onChange: (content: PledgeContent) => void;
}) {
	const { t, locale } = useSpeech();
	const { categories, priorities } = useSelect((state) => state.profile);
	const { needs } = useSelect(tally);
	const offered = needs.filter(({ need }) => need.category === content.category);
	const set = (change: Partial<PledgeContent>) => onChange({ ...content, ...change });
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
						onChange={(event) => set({ category: event.target.value, needId: null })}
					>
						{categories.map(({ id, name }) => (
							<option key={id} value={id}>
								{inLanguage(name, locale)}
							</option>
						))}
					</select>
				</label>
				<label className="field">
					<Message id="pledgeform.need" />
					<select
						className="input"
						value={content.needId ?? ""}
						onChange={(event) => set({ needId: event.target.value === "" ? null : event.target.value })}
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
				<label className="field field-narrow">
					<Message id="pledgeform.quantity" />
					<input
						className="input numeric"
						type="number"
						inputMode="numeric"
						min={content.needId === null ? 0 : 1}
						max={10_000}
						required
						value={Number.isNaN(content.quantity) ? "" : content.quantity}
						onChange={(event) => set({ quantity: event.target.valueAsNumber })}
					/>
				</label>
			</div>
			<fieldset className="field choice-row">
				<legend>
					<Message id="pledgeform.kind" />
				</legend>
				{kinds.map((kind) => (
					<label key={kind} className="choice">
						<input
							type="radio"
							name="kind"
							value={kind}
							checked={content.kind === kind}
							onChange={() => set({ kind })}
						/>
						<Message id={`pledgekind.${kind}`} />
					</label>
				))}
				<small>
					<Message id={`pledgekindnote.${content.kind}`} />
				</small>
			</fieldset>
			{priorities.length > 0 && (
				<label className="field">
					<Message id="pledgeform.priority" />
					<select
						className="input"
						value={content.priorities[0] ?? ""}
						onChange={(event) => set({ priorities: event.target.value === "" ? [] : [event.target.value] })}
					>
						<option value="">{t("pledgeform.noPriority")}</option>
						{priorities.map(({ id, name }) => (
							<option key={id} value={id}>
								{inLanguage(name, locale)}
							</option>
						))}
					</select>
				</label>
			)}
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
		</>
	);
}
