import * as z from "zod/mini";
import {
	channels,
	courtesies,
	identifier,
	languages,
	levels,
	localized,
	regions,
	rights,
	roles,
	text,
} from "./common.ts";
import { amountUnits, partnerRoles } from "./pledge.ts";
import { orderCriteria } from "./procedure.ts";

/**
 * What an organiser writes down before a conference: one JSON file from which the first events of its
 * journal are made (`npm start -- --conference FILE`). Durations are minutes or seconds as their names
 * say; instants are ISO 8601 with an offset, so that no reader has to guess a time zone.
 */

const instant = z.iso.datetime({
	offset: true,
	error: "an instant with its offset, as 2021-12-07T16:00:00+09:00",
});

/** A day (`2021-12-07`) or, where the record knows no more, a month (`2020-11`). */
const day = z
	.string()
	.check(z.regex(/^\d{4}-\d{2}(-\d{2})?$/, "a date as YYYY-MM-DD, or a month as YYYY-MM"));

/** Who can take part. */
export const delegationKinds = ["memberState", "observer", "organisation", "secretariat"] as const;
export type DelegationKind = (typeof delegationKinds)[number];

export const meetingKinds = ["preparatory", "opening", "plenary", "sideEvent", "closing"] as const;
export const segmentKinds = ["remarks", "video", "statements", "closingRemarks"] as const;

/** How the floor is given: from the list, to raised hands that the chair picks, or to the programme's speakers only. */
export const segmentModes = ["list", "requests", "ceremony"] as const;
export type SegmentMode = (typeof segmentModes)[number];

const reservedIds = [
	"accounts",
	"api",
	"assets",
	"directory",
	"files",
	"flags",
	"healthz",
	"join",
	"metrics",
	"server",
	"sign-out",
	"socket",
];

/**
 * A delegation taking part. Names come from the list that ships with the project (by `id`); an
 * organiser may give them here for a delegation that the list does not know, or to correct one.
 */
export const delegationDefinition = z.strictObject({
	id: identifier,
	kind: z.optional(z.enum(delegationKinds)),
	/** ISO 3166 alpha-2 code of the flag, lower case; none for organisations, which carry a monogram. */
	flag: z.optional(z.string().check(z.regex(/^[a-z]{2}$/, "a two-letter country code in lower case"))),
	monogram: z.optional(text(6, "open")),
	name: z.optional(localized(80, "open")),
	formalName: z.optional(localized(120, "open")),
	/** The regional group, where it is not the one of the list. */
	region: z.optional(z.enum(regions)),
	/** True where the delegation stands in the source text of the conference, false where rehearsal put it. */
	named: z._default(z.boolean(), false),
});

const segmentDefinition = z.strictObject({
	id: identifier,
	kind: z.enum(segmentKinds),
	title: localized(160, "open"),
	/** Minutes that the programme gives the segment. */
	minutes: z.optional(z.int().check(z.positive())),
	/** Speaking limits in seconds: a delegation's own statement, and one on behalf of a group. */
	limitSeconds: z.optional(z.int().check(z.gte(30), z.lte(3600))),
	groupLimitSeconds: z.optional(z.int().check(z.gte(30), z.lte(3600))),
	/** How the floor is given; statements go by the list and everything else is a ceremony where it is absent. */
	mode: z.optional(z.enum(segmentModes)),
	/** Programme speaker of remarks or a video message. */
	speaker: z.optional(
		z.strictObject({
			delegation: identifier,
			name: text(120, "open"),
			title: localized(160, "open"),
			recorded: z._default(z.boolean(), false),
		}),
	),
});

const meetingDefinition = z.strictObject({
	id: identifier,
	kind: z.enum(meetingKinds),
	title: localized(160, "open"),
	/** A shorter title for lines as narrow as a progress bar. */
	shortTitle: z.optional(localized(60, "open")),
	date: day,
	start: z.optional(instant),
	end: z.optional(instant),
	coChairs: z._default(z.array(identifier), []),
	segments: z._default(z.array(segmentDefinition), []),
});

const themeDefinition = z.strictObject({ id: identifier, name: localized(80, "open") });
const categoryDefinition = z.extend(themeDefinition, {
	subcategories: z.optional(z.array(themeDefinition)),
});

const needDefinition = z.strictObject({
	id: identifier,
	title: localized(120, "open"),
	category: identifier,
	/** How many units are asked for; each is drawn as one place to fill. */
	quantity: z.int().check(z.gte(1), z.lte(500)),
});

const initiativeDefinition = z.strictObject({
	id: identifier,
	title: localized(200, "open"),
	/** What it is called in a counter or a button: "Seoul Initiative". */
	shortTitle: localized(80, "open"),
	summary: localized(600, "open"),
	/** The full text, paragraphs divided by empty lines, where it is published here. */
	text: z.optional(localized(8_000, "open")),
	sponsors: z.array(identifier).check(z.minLength(1)),
});

const representativeDefinition = z.strictObject({
	id: identifier,
	delegation: z.optional(identifier),
	role: z.enum(roles),
	/** What an interpreter works into (`sign` for international sign), or the language in which a captioner writes. */
	channel: z.optional(z.enum(channels)),
	level: z._default(z.enum(levels), "OT"),
	rights: z._default(z.array(z.enum(rights)), ["read"]),
	/** Kept in the directory beside the journal, never in an event. */
	name: text(120, "room"),
	title: localized(160, "room"),
	/** For "His Excellency" and "Her Excellency"; kept in the directory too. */
	courtesy: z.optional(z.enum(courtesies)),
	contact: z.optional(text(200, "secret")),
});

const seconds = z.int().check(z.gte(10), z.lte(3600));

/** Rules of procedure; what is left out is as usual (`usualProcedure`). */
const procedureDefinition = z.strictObject({
	/** What orders the speakers' lists: the name of a common sequence, or the criteria one after the other. */
	order: z.optional(
		z.union(
			[z.enum(["inscription", "byLevel", "draw"]), z.array(z.enum(orderCriteria)).check(z.minLength(1))],
			{
				error: `inscription, byLevel, draw, or a list of ${orderCriteria.join(", ")}`,
			},
		),
	),
	/** All ranks, highest first, where the conference ranks them otherwise. */
	levels: z.optional(z.array(z.enum(levels))),
	/** Organisations that speak among the Member States. */
	rankedWithStates: z.optional(z.array(identifier).check(z.maxLength(50))),
	yellowSeconds: z.optional(seconds),
	stripedSeconds: z.optional(seconds),
	pointOfOrderSeconds: z.optional(seconds),
	askToWait: z.optional(z.boolean()),
	firstReplySeconds: z.optional(seconds),
	furtherReplySeconds: z.optional(seconds),
	repliesEach: z.optional(z.int().check(z.gte(1), z.lte(10))),
	majority: z.optional(z.enum(["simple", "twoThirds"])),
});

/** An organiser's conference, as the file is written; `shared/conferences/README.md` describes its fields. */
export const conferenceDefinition = z.strictObject({
	$schema: z.optional(z.string()),
	/** Part of every address; the names of the server's own pages and files are taken. */
	id: identifier.check(
		z.refine((id) => !reservedIds.includes(id), { error: `another name than ${reservedIds.join(", ")}` }),
	),
	title: localized(160, "open"),
	host: identifier,
	city: localized(80, "open"),
	timeZone: z.string().check(z.minLength(3)),
	languages: z.array(z.enum(languages)).check(z.minLength(1)),
	/** Delegations that co-organise and preside; a meeting that names none is presided by the host. */
	coChairs: z._default(z.array(identifier), []),
	procedure: z.optional(procedureDefinition),
	delegations: z.array(delegationDefinition).check(z.minLength(1)),
	meetings: z.array(meetingDefinition).check(z.minLength(1)),
	/** Priorities that pledges may name, with where their names come from. */
	priorities: z._default(
		z.array(
			z.strictObject({ id: identifier, name: localized(120, "open"), source: z.optional(text(80, "open")) }),
		),
		[],
	),
	themes: z._default(z.array(themeDefinition), []),
	categories: z._default(z.array(categoryDefinition), []),
	needs: z._default(z.array(needDefinition), []),
	initiatives: z._default(z.array(initiativeDefinition), []),
	representatives: z._default(z.array(representativeDefinition), []),
});
export type ConferenceDefinition = z.infer<typeof conferenceDefinition>;

/**
 * What turns the facts of a conference into a rehearsal: everything that the record does not say. All
 * times are minutes from the rehearsal's start, which is chosen so that `nowMinute` is the present.
 */
export const rehearsalDefinition = z.strictObject({
	$schema: z.optional(z.string()),
	conference: identifier,
	nowMinute: z.int(),
	schedule: z.record(
		identifier,
		z.strictObject({
			startMinute: z.int(),
			endMinute: z.int(),
			limitSeconds: z.optional(z.int()),
			groupLimitSeconds: z.optional(z.int()),
			/** Delegations inscribed in this meeting, in the order in which they ask. */
			speakers: z._default(z.array(identifier), []),
		}),
	),
	/** Participants beside those that the facts name; ids of the shipped list. */
	participants: z.array(identifier),
	categories: z.array(categoryDefinition),
	needs: z.array(needDefinition),
	/** Titles that simulated representatives carry, by level. */
	titles: z.partialRecord(z.enum(levels), z.array(localized(160, "open"))),
	/** What simulated delegations pledge; `{n}` in a title stands for a number from `numbers`. */
	pledges: z.array(
		z.strictObject({
			category: identifier,
			subcategory: z.optional(identifier),
			need: z.optional(identifier),
			title: text(200, "open"),
			numbers: z.optional(z.array(z.int())),
			/** How much: the number of the title, `times` so many. */
			amount: z.optional(
				z.strictObject({
					unit: z.enum([...amountUnits, "money"]),
					times: z.optional(z.int().check(z.gte(1))),
					currency: z.optional(text(3, "open")),
				}),
			),
			/** Makes it a joint pledge: the first part is the lead's own; one that names nobody is sought. */
			parts: z.optional(
				z
					.array(
						z.strictObject({
							role: z.enum(partnerRoles),
							text: text(300, "open"),
							by: z.optional(z.array(identifier)),
						}),
					)
					.check(z.minLength(2)),
			),
			priority: z.optional(identifier),
			/** Which delegations may give it; anyone where absent. */
			by: z.optional(z.array(identifier)),
		}),
	),
});
export type RehearsalDefinition = z.infer<typeof rehearsalDefinition>;
