import { inLanguage } from "../../../../shared/conference/common.ts";
import type { PledgeContent } from "../../../../shared/conference/pledge.ts";
import type { State } from "../../../../shared/conference/state.ts";
import { nameOf } from "../../../features/delegations/delegation.ts";
import { amountWords } from "../../../features/pledges/amountWords.ts";
import type { Speech } from "../../../i18n/intl.tsx";
import { languageNames } from "../../../i18n/languages.ts";
import type { MessageId } from "../../../i18n/loadMessages.ts";

/** In what the names that a content gives are looked up. */
export type Known = Pick<State, "delegations" | "needs" | "profile" | "programme" | "pledges">;

/** A field of a content in words; nothing where it says nothing. */
export interface ContentFact {
	readonly name: MessageId;
	readonly words: string;
}

/** A field in which two contents differ. */
export interface ContentChange {
	readonly name: MessageId;
	readonly before: string;
	readonly after: string;
}

interface Field {
	readonly name: MessageId;
	/** What of the content it tells: another value is a change, even where the words are the same. */
	readonly of: (content: PledgeContent) => unknown;
	readonly words: (content: PledgeContent, known: Known, speech: Speech) => string;
}

const titleOf = (pledgeId: string | null, { pledges }: Known) =>
	pledgeId === null ? "" : (pledges.pledges.get(pledgeId)?.title ?? "");

const fields: readonly Field[] = [
	{ name: "desk.pledge", of: ({ title }) => title, words: ({ title }) => title },
	{ name: "desk.details", of: ({ details }) => details, words: ({ details }) => details ?? "" },
	{
		name: "deskact.language",
		of: ({ language }) => language,
		words: ({ language }) => languageNames[language] ?? language,
	},
	{
		name: "desk.capability",
		of: ({ category, subcategory }) => [category, subcategory],
		words: ({ category, subcategory }, { profile }, { locale }) => {
			const found = profile.categories.find(({ id }) => id === category);
			const within = found?.subcategories?.find(({ id }) => id === subcategory);
			const names = [found, within].flatMap((each) =>
				each === undefined ? [] : inLanguage(each.name, locale),
			);
			return names.join(" · ") || category;
		},
	},
	{
		name: "desk.closesGapIn",
		of: ({ needId }) => needId,
		words: ({ needId }, { needs }, { locale }) => {
			const need = needs.needs.get(needId ?? "");
			return need === undefined ? (needId ?? "") : inLanguage(need.title, locale);
		},
	},
	{
		name: "desk.units",
		of: ({ needId, quantity }) => (needId === null ? null : quantity),
		words: ({ needId, quantity }, _, { number }) =>
			needId === null || Number.isNaN(quantity) ? "" : number(quantity),
	},
	{
		name: "pledgefact.amount",
		of: ({ amount }) => amount,
		words: ({ amount }, _, { locale, t }) =>
			amount === null || Number.isNaN(amount.value) ? "" : amountWords(amount, locale, t),
	},
	{ name: "pledgeform.kind", of: ({ kind }) => kind, words: ({ kind }, _, { t }) => t(`pledgekind.${kind}`) },
	{
		name: "pledgefact.earlier",
		of: ({ earlier }) => earlier,
		words: ({ earlier }, known) =>
			earlier === null ? "" : titleOf(earlier.pledgeId, known) || (earlier.reference ?? ""),
	},
	{
		name: "pledgeform.earlierUnits",
		of: ({ earlier }) => earlier?.quantity ?? 0,
		words: ({ earlier }, _, { number }) =>
			earlier === null || earlier.quantity === 0 ? "" : number(earlier.quantity),
	},
	{
		name: "pledgeform.form",
		of: ({ form }) => form,
		words: ({ form }, _, { t }) => t(`pledgeformkind.${form}`),
	},
	{
		name: "deskact.parts",
		of: ({ parts }) => parts.map(({ id, delegationId, role, text }) => [id, delegationId, role, text]),
		words: ({ parts }, { delegations }, { t, locale, dir }) =>
			parts
				.map(({ delegationId, role, text }) => {
					const who =
						delegationId === null
							? t("partstatus.sought")
							: nameOf(delegations.delegations.get(delegationId), delegationId, locale);
					return [who, t(`partrole.${role}`), dir === "rtl" ? `\u2068${text}\u2069` : text].join(" · ");
				})
				.join("; "),
	},
	{
		name: "pledgefact.matches",
		of: ({ matches }) => matches,
		words: ({ matches }, known) => titleOf(matches?.pledgeId ?? null, known),
	},
	{
		name: "desk.priority",
		of: ({ priorities }) => priorities,
		words: ({ priorities }, { profile }, { locale }) =>
			profile.priorities
				.filter(({ id }) => priorities.includes(id))
				.map(({ name }) => inLanguage(name, locale))
				.join(" · "),
	},
	{
		name: "pledgeform.plannedFor",
		of: ({ plannedFor }) => plannedFor,
		words: ({ plannedFor }, { programme }, { locale }) => {
			const meeting = programme.meetings.get(plannedFor ?? "");
			return meeting === undefined ? "" : inLanguage(meeting.title, locale);
		},
	},
	{
		name: "pledgeform.availableFrom",
		of: ({ availableFrom }) => availableFrom,
		words: ({ availableFrom }) => availableFrom ?? "",
	},
	{
		name: "pledgeform.availableTo",
		of: ({ availableTo }) => availableTo,
		words: ({ availableTo }) => availableTo ?? "",
	},
	{
		name: "pledgefact.readiness",
		of: ({ readinessDays }) => readinessDays,
		words: ({ readinessDays }, _, { t }) =>
			readinessDays === null || Number.isNaN(readinessDays)
				? ""
				: t("pledgefact.days", { count: readinessDays }),
	},
	{
		name: "pledgefact.offeredTo",
		of: ({ offeredTo }) => offeredTo,
		words: ({ offeredTo }, _, { t }) =>
			offeredTo === null ? "" : [t(`offeredto.${offeredTo.to}`), offeredTo.name].join(" · "),
	},
	{
		name: "pledgefact.conditions",
		of: ({ conditions }) => conditions,
		words: ({ conditions }) => conditions ?? "",
	},
	{
		name: "pledgeform.classification",
		of: ({ classification }) => classification,
		words: ({ classification }, _, { t }) => t(`classification.${classification}`),
	},
	{
		name: "pledgefact.evidence",
		of: ({ evidence }) => evidence,
		words: ({ evidence }) => evidence.join(" "),
	},
	{ name: "desk.contact", of: ({ contact }) => contact, words: ({ contact }) => contact ?? "" },
];

/** Every field of a content, in the order in which one thinks of them. */
export function factsOf(content: PledgeContent, known: Known, speech: Speech): readonly ContentFact[] {
	return fields.map(({ name, words }) => ({ name, words: words(content, known, speech) }));
}

/** The fields in which two contents differ, with what each says. */
export function changesOf(
	before: PledgeContent,
	after: PledgeContent,
	known: Known,
	speech: Speech,
): readonly ContentChange[] {
	return fields
		.filter(({ of }) => JSON.stringify(of(before)) !== JSON.stringify(of(after)))
		.map(({ name, words }) => ({
			name,
			before: words(before, known, speech),
			after: words(after, known, speech),
		}));
}
