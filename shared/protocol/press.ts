import * as z from "zod/mini";
import { languages } from "../conference/common.ts";
import {
	amountUnits,
	deliveryStages,
	moneyStages,
	partnerRoles,
	pledgeForms,
	pledgeKinds,
	readinessLevels,
} from "../conference/pledge.ts";

/*
 * What newsrooms and other sites read: the public figures, the pledges behind them, the initiatives, and the feed
 * that tells of changes. The descriptions are part of the published description at `/api/openapi.json`.
 * Times are ISO 8601 in UTC and conference time, which a rehearsal may run faster than real time.
 */

const words = (description: string) => z.string().check(z.describe(description));
const time = (description: string) => z.string().check(z.describe(`${description}; ISO 8601, UTC.`));
const inLanguage = z.optional(z.string());
const name = z
	.strictObject({
		en: z.string(),
		ar: inLanguage,
		zh: inLanguage,
		fr: inLanguage,
		ru: inLanguage,
		es: inLanguage,
		ko: inLanguage,
	})
	.check(z.describe("By language; English is always there."));
const id = (of: string) => z.string().check(z.describe(`Identifier of ${of}.`));

/** A number that says what it counts, because figures of different kinds must never be added up. */
const counted = z.strictObject({ value: z.int(), counts: words("What the value counts.") });
const countedOf = z.strictObject({
	...counted.shape,
	of: z.int().check(z.describe("How many there could be.")),
});
const both = { delegations: counted, pledges: counted };

/** `GET /api/conferences/:id/tally` */
export const tallyAnswer = z.strictObject({
	conferenceId: id("the conference"),
	title: name,
	rehearsal: z.boolean().check(z.describe("True where all data are invented.")),
	n: z.int().check(z.describe("Position of the public record that the figures stand at.")),
	at: time("When they were made"),
	pledges: counted,
	confirmed: counted,
	delegations: countedOf,
	needsClosed: countedOf,
	units: z.strictObject({ ...countedOf.shape, surplus: z.int() }),
	needs: z.array(
		z.strictObject({
			id: id("the need"),
			title: name,
			category: id("its category"),
			units: z.strictObject({ ...countedOf.shape, open: z.int(), surplus: z.int() }),
		}),
	),
	categories: z.array(z.strictObject({ id: id("the category"), name: z.optional(name), ...both })),
	priorities: z.array(z.strictObject({ id: id("the priority"), ...both })),
	sessions: z.array(
		z.strictObject({
			meeting: z.nullable(z.string()).check(z.describe("Null: announced outside of all meetings.")),
			...both,
		}),
	),
	quantities: z.array(
		z.strictObject({
			unit: z.enum([...amountUnits, "money"]),
			currency: z.nullable(z.string()).check(z.describe("ISO 4217; null for what is not money.")),
			value: z.number(),
			pledges: z.int(),
			dollars: z
				.nullable(z.number())
				.check(z.describe("At the rate that the secretariat gave; null without one.")),
			counts: words("What the value counts."),
		}),
	),
	partnerships: z.array(
		z.strictObject({
			delegations: z.array(z.string()).check(z.describe("Two for a pair, three for a triangle.")),
			pledges: counted,
		}),
	),
	incomplete: counted,
});
export type TallyAnswer = z.infer<typeof tallyAnswer>;

const part = z.strictObject({
	id: z.string(),
	delegationId: z.nullable(z.string()).check(z.describe("Null where a partner is sought.")),
	role: z.enum(partnerRoles),
	text: z.string(),
	status: z.enum(["open", "confirmed", "declined"]),
	heldBy: z.nullable(z.string()).check(z.describe("The delegation that has confirmed it.")),
	matchedBy: z.nullable(z.string()).check(z.describe("The pledge that completes it.")),
	at: z.nullable(time("When it was confirmed or declined")),
});

/** One public pledge, as it stands in `GET /api/conferences/:id/pledges` and in the feed. */
export const publicPledge = z.strictObject({
	id: z.string(),
	number: z.int().check(z.describe("Its number at this conference; its page is /:id/pledges/:number.")),
	delegation: id("the delegation that leads"),
	delegationName: words("In English."),
	title: z.string(),
	details: z.nullable(z.string()),
	language: z.enum(languages).check(z.describe("Of title and details.")),
	kind: z.enum(pledgeKinds),
	earlier: z.nullable(
		z.strictObject({
			pledgeId: z.nullable(z.string()),
			reference: z.nullable(z.string()),
			quantity: z.int(),
		}),
	),
	form: z.enum(pledgeForms),
	parts: z.array(part),
	matches: z.nullable(z.strictObject({ pledgeId: z.string(), partId: z.string() })),
	offeredTo: z.nullable(z.strictObject({ to: z.enum(["mission", "partner"]), name: z.string() })),
	category: id("the category"),
	subcategory: z.nullable(z.string()),
	priorities: z.array(z.string()),
	needId: z.nullable(z.string()),
	quantity: z.int().check(z.describe("Units of the need.")),
	amount: z.nullable(
		z.union([
			z.strictObject({ unit: z.enum(amountUnits), value: z.number() }),
			z.strictObject({ unit: z.literal("money"), value: z.number(), currency: z.string() }),
		]),
	),
	conditions: z.nullable(z.string()),
	availableFrom: z.nullable(words("A day as 2022-06-01 or a month as 2022-06.")),
	availableTo: z.nullable(z.string()),
	readinessDays: z.nullable(z.int()),
	evidence: z.array(z.string()),
	state: z.enum(["announced", "confirmed", "withdrawn", "merged"]),
	announcement: z
		.nullable(z.enum(["floor", "desk", "writing"]))
		.check(z.describe("By the delegation at the words, read out for it, or in writing.")),
	announcedAt: z.nullable(time("When it was announced")),
	confirmedAt: z.nullable(time("When the secretariat confirmed it in writing")),
	meeting: z.nullable(z.string()),
	statement: z.nullable(z.string()),
	second: z.nullable(z.number()).check(z.describe("Of the statement in which it was announced.")),
	mergedInto: z.nullable(z.string()).check(z.describe("Id of the pledge that stands for it.")),
	delivery: z.nullable(
		z.strictObject({
			at: time("When it was reported"),
			stage: z.enum(deliveryStages),
			percent: z.nullable(z.int()),
			readiness: z.nullable(z.enum(readinessLevels)),
			money: z.nullable(z.enum(moneyStages)),
		}),
	),
	corrections: z.array(
		z.strictObject({
			at: time("When it was corrected"),
			reason: z.string(),
			before: words("The title that was corrected."),
		}),
	),
});
export type PublicPledge = z.infer<typeof publicPledge>;
export const pledgesAnswer = z.array(publicPledge);

/** `GET /api/conferences/:id/initiatives` */
export const publicInitiative = z.strictObject({
	id: z.string(),
	title: name,
	version: z.int().check(z.describe("Of the text in force; they count from 1.")),
	summary: name,
	text: z.nullable(name),
	sponsors: z.array(z.string()),
	support: counted,
	supporters: z.array(
		z.strictObject({
			delegation: z.string(),
			how: z.enum(["sponsor", "statement", "seat", "writing"]),
			at: time("When it was declared"),
			version: z.int(),
			explanation: z.nullable(z.string()),
		}),
	),
	withdrawn: z.array(
		z.strictObject({
			delegation: z.string(),
			at: time("When it was declared"),
			withdrawnAt: time("When it was withdrawn"),
		}),
	),
});
export type PublicInitiative = z.infer<typeof publicInitiative>;
export const initiativesAnswer = z.array(publicInitiative);

/** `GET /api/conferences` */
export const conferencesAnswer = z.array(z.strictObject({ id: id("the conference"), title: name }));

const position = z.int().check(z.describe("Position of the public record."));

/** What an event of the feed carries as its data, by the name of the event. */
export const feedEvents = {
	/** A pledge became public, or changed: it is given as it stands after it. */
	pledge: z.strictObject({ n: position, at: time("When it happened"), pledge: publicPledge }),
	/** An initiative was opened or revised, or a delegation supports it, or no longer does. */
	initiative: z.strictObject({ n: position, at: time("When it happened"), initiative: publicInitiative }),
	/** The figures, first of all and whenever one of them changed. */
	tally: tallyAnswer,
	/** More has changed than the feed tells, or it no longer knows what: read the pledges and initiatives anew. */
	reset: z.strictObject({ n: position }),
};
export type FeedEventName = keyof typeof feedEvents;
