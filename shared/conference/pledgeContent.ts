import * as z from "zod/mini";
import { identifier, languages, text } from "./common.ts";
import { currencies } from "./currencies.ts";
import type { Amount, AmountUnit, PledgeContent } from "./pledge.ts";
import {
	amountUnits,
	classifications,
	isCounted,
	partnerRoles,
	partnersOf,
	pledgeForms,
	pledgeKinds,
} from "./pledge.ts";
import { refuse } from "./rejection.ts";
import { marked } from "./secrecy.ts";
import type { State } from "./state.ts";

/** A day as `2022-06-01`, or a month as `2022-06`. */
const day = marked(
	"untilPublic",
	z
		.string()
		.check(
			z.regex(/^\d{4}-\d{2}(-\d{2})?$/, "a day as 2022-06-01, or a month as 2022-06"),
			z.refine(isDay, "a day that the calendar has"),
		),
);

function isDay(value: string): boolean {
	const full = value.length === 7 ? `${value}-01` : value;
	const at = Date.parse(`${full}T00:00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(full);
}

const link = marked(
	"untilPublic",
	z.string().check(z.maxLength(300), z.regex(/^https:\/\/[^\s<>"']+$/, "a link with https://")),
);

const amount = z.discriminatedUnion("unit", [
	z.strictObject({ unit: z.literal("money"), value: z.int(), currency: text(8, "untilPublic") }),
	z.strictObject({ unit: z.enum(amountUnits), value: z.int() }),
]);

const part = z.strictObject({
	id: identifier,
	/** Nobody yet where a partner is sought. */
	delegationId: z.nullable(identifier),
	role: z.enum(partnerRoles),
	text: text(300, "untilPublic"),
});

/**
 * What a delegation writes. What was not part of the first protocol may be left out. Quantities of any size
 * pass here, so that the domain can refuse them in words that name the most.
 */
export const pledgeContent = z.strictObject({
	title: text(200, "untilPublic"),
	details: z.nullable(text(4000, "untilPublic")),
	language: z._default(z.enum(languages), "en"),
	kind: z.enum(pledgeKinds),
	earlier: z._default(
		z.nullable(
			z.strictObject({
				pledgeId: z.nullable(identifier),
				reference: z.nullable(text(300, "untilPublic")),
				quantity: z.int().check(z.gte(0)),
			}),
		),
		null,
	),
	form: z._default(z.enum(pledgeForms), "unilateral"),
	parts: z._default(z.readonly(z.array(part).check(z.maxLength(12))), []),
	matches: z._default(z.nullable(z.strictObject({ pledgeId: identifier, partId: identifier })), null),
	offeredTo: z._default(
		z.nullable(z.strictObject({ to: z.enum(["mission", "partner"]), name: text(120, "untilPublic") })),
		null,
	),
	category: identifier,
	subcategory: z._default(z.nullable(identifier), null),
	priorities: z._default(z.readonly(z.array(identifier).check(z.maxLength(5))), []),
	plannedFor: z._default(z.nullable(identifier), null),
	needId: z.nullable(identifier),
	quantity: z.int().check(z.gte(0)),
	amount: z._default(z.nullable(amount), null),
	conditions: z._default(z.nullable(text(1000, "untilPublic")), null),
	availableFrom: z._default(z.nullable(day), null),
	availableTo: z._default(z.nullable(day), null),
	readinessDays: z._default(z.nullable(z.int().check(z.gte(0), z.lte(3650))), null),
	classification: z._default(z.enum(classifications), "public"),
	evidence: z._default(z.readonly(z.array(link).check(z.maxLength(10))), []),
	contact: z.nullable(text(200, "secret")),
});

/** The most that a pledge can promise, by unit (PL13); more is a slip of the keyboard. */
export const mostOf: Readonly<Record<AmountUnit | "money", number>> = {
	persons: 20_000,
	aircraft: 500,
	units: 500,
	courses: 5_000,
	seats: 100_000,
	money: 100_000_000_000,
};
/** The most units of a need that one pledge closes. */
export const mostOfNeed = 500;

/**
 * Why a content cannot stand, or nothing. Nothing of what others keep private is looked at: a pledge names only
 * pledges that the public knows.
 *
 * @param pledgeId the pledge itself, where it exists already
 */
export function contentRefusal(
	content: PledgeContent,
	delegationId: string,
	pledgeId: string | null,
	state: State,
) {
	return (
		refusalOfNames(content, state) ??
		refusalOfQuantities(content) ??
		refusalOfEarlier(content, delegationId, pledgeId, state) ??
		refusalOfParts(content, delegationId, state) ??
		refusalOfMatch(content, delegationId, pledgeId, state)
	);
}

/** PL1: categories, priorities, needs and meetings are those of the conference. */
function refusalOfNames(content: PledgeContent, state: State) {
	const { category, subcategory, priorities, needId, plannedFor, availableFrom, availableTo } = content;
	const known = state.profile.categories.find(({ id }) => id === category);
	if (known === undefined) return refuse("unknownCategory", { category });
	if (subcategory !== null && !known.subcategories?.some(({ id }) => id === subcategory))
		return refuse("unknownSubcategory", { subcategory });
	const priority = priorities.find((id) => !state.profile.priorities.some((each) => each.id === id));
	if (priority !== undefined) return refuse("unknownPriority", { priority });
	if (needId !== null && !state.needs.needs.has(needId)) return refuse("unknownNeed", { needId });
	if (plannedFor !== null && !state.programme.meetings.has(plannedFor))
		return refuse("unknownMeeting", { meetingId: plannedFor });
	// A month compares with a day in it by what both have.
	if (availableFrom !== null && availableTo !== null) {
		const length = Math.min(availableFrom.length, availableTo.length);
		if (availableTo.slice(0, length) < availableFrom.slice(0, length)) return refuse("timesReversed");
	}
	return undefined;
}

/** PL3 and PL13: what closes a need says how many of its units; nothing promises nothing, or more than there is. */
function refusalOfQuantities({ needId, quantity, amount }: PledgeContent) {
	if (needId !== null && quantity < 1) return refuse("quantityNeeded");
	if (quantity > mostOfNeed) return refuse("quantityTooLarge", { most: mostOfNeed });
	return amount === null ? undefined : refusalOfAmount(amount);
}

function refusalOfAmount(amount: Amount) {
	if (amount.unit === "money" && !currencies.has(amount.currency))
		return refuse("unknownCurrency", { currency: amount.currency });
	if (amount.value < 1) return refuse("quantityNeeded");
	const most = mostOf[amount.unit];
	return amount.value > most ? refuse("quantityTooLarge", { most }) : undefined;
}

/** PL14: an enhanced or reaffirmed pledge names the earlier one, a new one none. */
function refusalOfEarlier(
	{ kind, earlier }: PledgeContent,
	delegationId: string,
	pledgeId: string | null,
	state: State,
) {
	if ((kind === "new") !== (earlier === null)) return refuse("earlierNeeded");
	if (earlier === null) return undefined;
	if (earlier.pledgeId === null) return earlier.reference === null ? refuse("earlierNeeded") : undefined;
	const was = state.pledges.pledges.get(earlier.pledgeId);
	const isOwn = was !== undefined && was.delegationId === delegationId && was.id !== pledgeId;
	// What is public once stays so (PL16), so that every screen computes the same increase.
	return isOwn && was.series === "public" ? undefined : refuse("unknownPledge");
}

/** PL12: a joint pledge has parts of partners, any other has none. */
function refusalOfParts({ form, parts }: PledgeContent, delegationId: string, state: State) {
	if (form !== "joint") return parts.length > 0 ? refuse("unilateralAlone") : undefined;
	if (!parts.some((part) => part.delegationId !== delegationId)) return refuse("partnersNeeded");
	if (new Set(parts.map(({ id }) => id)).size < parts.length) return refuse("partTwice");
	const stranger = partnersOf(parts).find((id) => !state.delegations.delegations.has(id));
	return stranger === undefined ? undefined : refuse("unknownDelegation", { delegationId: stranger });
}

/** PL15: a matching pledge names the part of another delegation's counted pledge that it completes. */
function refusalOfMatch(
	{ form, matches }: PledgeContent,
	delegationId: string,
	pledgeId: string | null,
	state: State,
) {
	if ((form === "matching") !== (matches !== null)) return refuse("matchNeeded");
	if (matches === null) return undefined;
	const matched = state.pledges.pledges.get(matches.pledgeId);
	if (matched === undefined || !isCounted(matched) || matched.delegationId === delegationId)
		return refuse("unknownPledge");
	const part = matched.parts.find(({ id }) => id === matches.partId);
	if (part === undefined) return refuse("unknownPart");
	const isOpen = part.status !== "confirmed" || (pledgeId !== null && part.matchedBy === pledgeId);
	return isOpen ? undefined : refuse("partTaken");
}
