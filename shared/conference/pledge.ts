import type { Language } from "./common.ts";
import type { EventOf } from "./event.ts";

/** The editorial states. On screens `changeRequested` is "Query", `accepted` "Cleared" and `cued` "To announce". */
export const pledgeStates = [
	"draft",
	"submitted",
	"changeRequested",
	"accepted",
	"cued",
	"announced",
	"confirmed",
	"withdrawn",
	"rejected",
	"merged",
] as const;
export type PledgeState = (typeof pledgeStates)[number];

/** How it became public: by the delegation at the words, read out by chair or desk, or in writing without the floor. */
export type Announcement = "floor" | "desk" | "writing";

export const pledgeKinds = ["new", "enhanced", "reaffirmed"] as const;
/** Alone, with partners whose parts make one pledge, or an offer that completes what another gives. */
export const pledgeForms = ["unilateral", "joint", "matching"] as const;
export const partnerRoles = ["gives", "receives", "hosts", "trains", "finances", "un"] as const;
export type PartnerRole = (typeof partnerRoles)[number];
/** Who may see a pledge once it is announced; only public ones are counted (PL16). */
export const classifications = ["public", "participants", "secretariat"] as const;
export type Classification = (typeof classifications)[number];
/** What an amount counts, beside money. */
export const amountUnits = ["aircraft", "units", "persons", "courses", "seats"] as const;
export type AmountUnit = (typeof amountUnits)[number];

/** How much, in the unit of its own: `value` is whole units, money in whole units of its ISO 4217 currency. */
export type Amount =
	| { readonly unit: AmountUnit; readonly value: number }
	| { readonly unit: "money"; readonly value: number; readonly currency: string };

/** The pledge that is enhanced or reaffirmed: one of this conference by its id, or of an earlier one in words. */
export interface Earlier {
	readonly pledgeId: string | null;
	/** "Leaders' Summit 2015, two helicopters". */
	readonly reference: string | null;
	/** Units of the need that were promised then; those of a pledge of this conference are its own (PL14). */
	readonly quantity: number;
}

/** What one partner contributes to a joint pledge; nobody yet where a partner is sought. */
export interface PartContent {
	readonly id: string;
	readonly delegationId: string | null;
	readonly role: PartnerRole;
	readonly text: string;
}

/** A part with where it stands. It is missing until whoever holds it has confirmed it (PL12). */
export interface Part extends PartContent {
	readonly status: "open" | "confirmed" | "declined";
	/** Who has confirmed it: the partner that was named, or one that matched it. */
	readonly heldBy: string | null;
	/** The pledge of another delegation that completes this part. */
	readonly matchedBy: string | null;
	/** When it was confirmed or declined, conference time in ms. */
	readonly at: number | null;
}

/** What a delegation writes. */
export interface PledgeContent {
	readonly title: string;
	readonly details: string | null;
	/** Of title and details. */
	readonly language: Language;
	readonly kind: (typeof pledgeKinds)[number];
	readonly earlier: Earlier | null;
	readonly form: (typeof pledgeForms)[number];
	readonly parts: readonly PartContent[];
	/** The part of another delegation's announced pledge that this one completes. */
	readonly matches: { readonly pledgeId: string; readonly partId: string } | null;
	/** A mission or a partner; null where it is open to all. */
	readonly offeredTo: { readonly to: "mission" | "partner"; readonly name: string } | null;
	readonly category: string;
	readonly subcategory: string | null;
	readonly priorities: readonly string[];
	/** The meeting at which it is to be announced. */
	readonly plannedFor: string | null;
	/** The capability need it closes, and how many of its units. */
	readonly needId: string | null;
	readonly quantity: number;
	readonly amount: Amount | null;
	readonly conditions: string | null;
	/** Days as `2022-06-01` or months as `2022-06`. */
	readonly availableFrom: string | null;
	readonly availableTo: string | null;
	/** Days from a formal request to deployment. */
	readonly readinessDays: number | null;
	readonly classification: Classification;
	/** Links that begin with `https://`. */
	readonly evidence: readonly string[];
	/** Private to the delegation and the secretariat. */
	readonly contact: string | null;
}

/** Content as records have it: what came after the first records is absent there. */
export type RecordedContent = Pick<
	PledgeContent,
	"title" | "details" | "kind" | "category" | "needId" | "quantity" | "contact"
> &
	Partial<PledgeContent> & { readonly priority?: string | null };

/** What a correction replaced, and why (PL17). */
export interface Correction {
	readonly at: number;
	readonly reason: string;
	readonly before: PledgeContent;
}

/** A question of the desk and how it was answered; private to the delegation and the secretariat. */
export interface Question {
	readonly askedAt: number;
	readonly text: string;
	readonly answeredAt: number | null;
	readonly answer: string | null;
}

/** How far delivery has come after the conference. */
export const deliveryStages = ["planning", "inProgress", "fulfilled", "stalled", "cancelled"] as const;
/** Readiness of units: registered, assessed, matched to a mission, deployable within 60 days. */
export const readinessLevels = ["registered", "assessed", "matched", "rapid"] as const;
export const moneyStages = ["announced", "signed", "paid"] as const;

export interface Delivery {
	readonly at: number;
	readonly stage: (typeof deliveryStages)[number];
	/** While in progress. */
	readonly percent: 25 | 50 | 75 | null;
	readonly readiness: (typeof readinessLevels)[number] | null;
	readonly money: (typeof moneyStages)[number] | null;
}

export interface Pledge extends Omit<PledgeContent, "parts"> {
	readonly id: string;
	/** The delegation that leads; it alone writes. */
	readonly delegationId: string;
	/** Partners that were told of it. Who is named later is told only when it is shared or submitted again. */
	readonly sharedWith: readonly string[];
	readonly parts: readonly Part[];
	/** What the desk asks now; private, as are all its questions. */
	readonly question: string | null;
	readonly questions: readonly Question[];
	/** Why it was rejected; private to the delegation and the secretariat. */
	readonly rejection: string | null;
	readonly state: PledgeState;
	/** Number of the announcement, 1 for the first: nothing private can be read from it (PL6). */
	readonly number: number | null;
	/** Pledges that are not public are numbered apart, so that the public's numbers have no hole. */
	readonly series: "public" | "restricted" | null;
	readonly announcement: Announcement | null;
	/** Statement and meeting in which it was announced, and how many seconds had been spoken. */
	readonly statementId: string | null;
	readonly meetingId: string | null;
	readonly second: number | null;
	/** The words on the floor, as the desk noted them. */
	readonly delivered: string | null;
	readonly corrections: readonly Correction[];
	readonly mergedInto: string | null;
	readonly delivery: Delivery | null;
	readonly draftedAt: number | null;
	readonly submittedAt: number | null;
	readonly acceptedAt: number | null;
	readonly cuedAt: number | null;
	readonly announcedAt: number | null;
	readonly confirmedAt: number | null;
	readonly withdrawnAt: number | null;
	readonly rejectedAt: number | null;
	readonly mergedAt: number | null;
}

/** What a money amount is worth in US dollars on a day, as the secretariat gave it. */
export interface Rate {
	readonly dollars: number;
	readonly day: string;
}

export interface PledgesState {
	readonly pledges: Map<string, Pledge>;
	/** How many public pledges and how many others were announced, withdrawn ones included. */
	readonly announced: number;
	readonly restricted: number;
	/** By ISO 4217 code. */
	readonly rates: Map<string, Rate>;
}

type About<Type extends string, Data = unknown> = EventOf<Type, { readonly pledgeId: string } & Data>;
type Announced = {
	readonly announcement: Announcement;
	readonly statementId: string | null;
	readonly meetingId: string | null;
	/** Absent in records older than it. */
	readonly second?: number | null;
};

/** How far an imported pledge has come before. */
export const importStages = ["submitted", "accepted", "announced"] as const;

export type PledgesEvent =
	| About<"PledgeDrafted", { readonly delegationId: string; readonly content: RecordedContent }>
	| About<"PledgeRevised", { readonly content: RecordedContent }>
	| About<"PledgeShared">
	| About<
			"PartConfirmed",
			{ readonly partId: string; readonly delegationId: string; readonly matchedBy: string | null }
	  >
	| About<"PartDeclined", { readonly partId: string }>
	/** What had completed it is gone: the matching pledge was withdrawn, merged or corrected. */
	| About<"PartReopened", { readonly partId: string }>
	| About<"PledgeSubmitted", { readonly answer?: string | null }>
	| About<"PledgeChangeRequested", { readonly question: string }>
	| About<"PledgeAccepted">
	| About<"PledgeRejected", { readonly reason: string }>
	| About<"PledgeCued">
	| About<"PledgeUncued">
	| About<"PledgeAnnounced", Announced>
	| About<
			"PledgeImported",
			{
				readonly delegationId: string;
				readonly content: PledgeContent;
				readonly stage: (typeof importStages)[number];
			}
	  >
	| About<"PledgeConfirmed">
	| About<"PledgeDelivered", { readonly words: string | null }>
	| About<"PledgeCorrected", { readonly content: PledgeContent; readonly reason: string }>
	| About<"PledgeMerged", { readonly intoId: string }>
	| About<"DeliveryReported", { readonly delivery: Omit<Delivery, "at"> }>
	| About<"PledgeWithdrawn">;

/** About no single pledge, and told to everybody. */
export type RatesEvent = EventOf<"RateGiven", { readonly currency: string; readonly rate: Rate }>;

/**
 * What an audience is told instead of the events above (see `visibility.ts`): the whole object as it may
 * see it, or that it is hidden. Never in a journal.
 */
export type PledgesProjection =
	| EventOf<"PledgeShown", { readonly pledge: Pledge }>
	| EventOf<"PledgeHidden", { readonly pledgeId: string }>;

/** Announced on the floor or in writing, and not taken back since. */
export function stands({ state }: Pledge): boolean {
	return state === "announced" || state === "confirmed";
}

/** Counted in the public tally: announced and confirmed pledges that are public (PL7, PL16). */
export function isCounted(pledge: Pledge): boolean {
	return stands(pledge) && pledge.classification === "public";
}

/** Not announced yet, and on its way there. */
export function isPending({ state }: Pledge): boolean {
	return state === "draft" || state === "submitted" || state === "changeRequested" || isCleared(state);
}

/** May be announced: cleared by the desk, or put next already. */
export function isCleared(state: PledgeState): boolean {
	return state === "accepted" || state === "cued";
}

/** Can still be acted on: on its way, or announced and standing. */
export function isAlive(pledge: Pledge): boolean {
	return isPending(pledge) || stands(pledge);
}

/** Parts that nobody has confirmed; they stay visible (PL12). */
export function missingParts(pledge: Pledge): readonly Part[] {
	return pledge.parts.filter(({ status }) => status !== "confirmed");
}

/** Whether a delegation leads a pledge, or is named in one that was shared with it. */
export function isPartyTo(pledge: Pledge, delegationId: string): boolean {
	if (pledge.delegationId === delegationId) return true;
	return pledge.sharedWith.includes(delegationId) && partnersOf(pledge.parts).includes(delegationId);
}

/** The delegations that parts name, each once. */
export function partnersOf(parts: readonly PartContent[]): readonly string[] {
	return [...new Set(parts.flatMap(({ delegationId }) => delegationId ?? []))];
}

/** What a delegation wrote, without what became of it. */
export function contentOf(pledge: Pledge): PledgeContent {
	const { title, details, language, kind, earlier, form, matches, offeredTo, category, subcategory } = pledge;
	const { priorities, plannedFor, needId, quantity, amount, conditions, availableFrom, availableTo } = pledge;
	const { readinessDays, classification, evidence, contact } = pledge;
	const parts = pledge.parts.map(({ id, delegationId, role, text }) => ({ id, delegationId, role, text }));
	return {
		...{ title, details, language, kind, earlier, form, parts, matches, offeredTo, category, subcategory },
		...{ priorities, plannedFor, needId, quantity, amount, conditions, availableFrom, availableTo },
		...{ readinessDays, classification, evidence, contact },
	};
}
