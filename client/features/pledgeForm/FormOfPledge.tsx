import type { PartContent } from "../../../shared/conference/pledge.ts";
import { isCounted, missingParts, partnerRoles, pledgeForms } from "../../../shared/conference/pledge.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { Button } from "../../ui/Button.tsx";
import { alphabetOf, nameOf } from "../delegations/delegation.ts";
import { nextPartId } from "./content.ts";
import type { FieldsProps } from "./PledgeFields.tsx";

/** Alone, with partners whose parts make one pledge (PL12), or completing what another gives (PL15). */
export function FormOfPledge(props: FieldsProps) {
	const { content, set, delegationId } = props;
	const choose = (form: (typeof pledgeForms)[number]) => {
		const own = { id: "part-1", delegationId, role: "gives" as const, text: "" };
		const sought = { ...own, id: "part-2", delegationId: null };
		const parts = form === "joint" && content.parts.length === 0 ? [own, sought] : content.parts;
		set({ form, parts });
	};
	return (
		<>
			<fieldset className="field choice-row">
				<legend>
					<Message id="pledgeform.form" />
				</legend>
				{pledgeForms.map((each) => (
					<label key={each} className="choice">
						<input
							type="radio"
							name="form"
							value={each}
							checked={content.form === each}
							onChange={() => choose(each)}
						/>
						<Message id={`pledgeformkind.${each}`} />
					</label>
				))}
				<small>
					<Message id={`pledgeformnote.${content.form}`} />
				</small>
			</fieldset>
			{content.form === "joint" && <Parts {...props} />}
			{content.form === "matching" && <Matched {...props} />}
		</>
	);
}

function Parts({ content, set, delegationId }: FieldsProps) {
	const { t, locale } = useSpeech();
	const delegations = useSelect((state) => state.delegations.delegations);
	const sorted = [...delegations.values()].sort((a, b) =>
		nameOf(a, a.id, locale).localeCompare(nameOf(b, b.id, locale), alphabetOf(locale)),
	);
	const change = (id: string, more: Partial<PartContent>) =>
		set({ parts: content.parts.map((part) => (part.id === id ? { ...part, ...more } : part)) });
	const add = () => {
		const part = { id: nextPartId(content.parts), delegationId: null, role: "gives" as const, text: "" };
		set({ parts: [...content.parts, part] });
	};
	return (
		<div className="parts">
			{content.parts.map((part, index) => (
				<fieldset key={part.id} className="part-fields">
					<legend>
						{part.delegationId === delegationId ? (
							<Message id="pledgeform.ownPart" />
						) : (
							<Message id="pledgeform.part" values={{ number: index + 1 }} />
						)}
					</legend>
					<label className="field">
						<Message id="pledgeform.partner" />
						<select
							className="input"
							value={part.delegationId ?? ""}
							onChange={(event) => change(part.id, { delegationId: event.target.value || null })}
						>
							<option value="">{t("pledgeform.partnerSought")}</option>
							{sorted.map((each) => (
								<option key={each.id} value={each.id}>
									{nameOf(each, each.id, locale)}
								</option>
							))}
						</select>
					</label>
					<label className="field">
						<Message id="pledgeform.role" />
						<select
							className="input"
							value={part.role}
							onChange={(event) =>
								change(part.id, { role: partnerRoles.find((role) => role === event.target.value) ?? "gives" })
							}
						>
							{partnerRoles.map((role) => (
								<option key={role} value={role}>
									{t(`partrole.${role}`)}
								</option>
							))}
						</select>
					</label>
					<label className="field part-text">
						<Message id="pledgeform.partText" />
						<input
							className="input"
							dir="auto"
							required
							maxLength={300}
							value={part.text}
							onChange={(event) => change(part.id, { text: event.target.value })}
						/>
					</label>
					{content.parts.length > 2 && (
						<Button
							variant="quiet"
							small
							className="quiet-dim"
							onClick={() => set({ parts: content.parts.filter(({ id }) => id !== part.id) })}
						>
							<Message id="pledgeform.removePart" />
						</Button>
					)}
				</fieldset>
			))}
			{content.parts.length < 12 && (
				<Button variant="quiet" small onClick={add}>
					<Message id="pledgeform.addPart" />
				</Button>
			)}
			<p className="block-note">
				<Message id="pledgeform.partsNote" />
			</p>
		</div>
	);
}

/** The open parts of what others have announced. */
function Matched({ content, set, delegationId }: FieldsProps) {
	const { t, locale } = useSpeech();
	const delegations = useSelect((state) => state.delegations.delegations);
	const open = useSelect(
		(state) =>
			[...state.pledges.pledges.values()].filter(
				(each) => isCounted(each) && each.delegationId !== delegationId && missingParts(each).length > 0,
			),
		sameItems,
	);
	const { matches } = content;
	const value = matches === null ? "" : `${matches.pledgeId} ${matches.partId}`;
	return (
		<label className="field">
			<Message id="pledgeform.matches" />
			<select
				className="input"
				required
				value={value}
				onChange={(event) => {
					const [pledgeId, partId] = event.target.value.split(" ");
					set({ matches: pledgeId && partId ? { pledgeId, partId } : null });
				}}
			>
				<option value="">{t(open.length === 0 ? "pledgeform.nothingToMatch" : "pledgeform.choose")}</option>
				{open.flatMap((pledge) =>
					missingParts(pledge).map((part) => (
						<option key={`${pledge.id} ${part.id}`} value={`${pledge.id} ${part.id}`}>
							{t("pledgeform.matchOption", {
								delegation: nameOf(delegations.get(pledge.delegationId), pledge.delegationId, locale),
								pledge: pledge.title,
								part: part.text,
							})}
						</option>
					)),
				)}
			</select>
		</label>
	);
}
