import type { ConferenceDefinition, RehearsalDefinition } from "../../shared/conference/definition.ts";
import type { Catalogue } from "../conference/catalogue.ts";
import type { Composition } from "../conference/composition.ts";
import { compose } from "../conference/composition.ts";
import { problem } from "../conference/definitionFile.ts";
import { defaultSeed } from "./cast.ts";
import { simulatedPersons } from "./persons.ts";
import type { Script } from "./script.ts";
import { scriptOf } from "./script.ts";
import { simulatedStaff } from "./staff.ts";

/** What makes one rehearsal different from another. */
export interface RehearsalOptions {
	/** The present in ms since the epoch; the whole minute before it becomes the rehearsal's `nowMinute`. */
	readonly now: number;
	/** How many delegations take part, the UN Secretariat aside; those that the facts name always do. */
	readonly delegations?: number;
	/** Chooses levels and titles of the simulated representatives. */
	readonly seed?: number;
}

/** A rehearsal ready to be begun; times in ms since the epoch. */
export interface Rehearsal extends Composition {
	/** What the simulated participants are to do, and when. */
	readonly script: Script;
	/**
	 * Conference time of minute 0, of the first record (the lists open before the ceremony), and of `nowMinute`, up to
	 * which the record goes: every rehearsal begins in the same scene, at whichever second it is started.
	 */
	readonly start: number;
	readonly from: number;
	readonly now: number;
}

const minute = 60_000;

/** How long before the opening the record of a rehearsal begins: accreditations, needs, the first lists. */
const leadIn = 4 * 60 * minute;

/**
 * The facts of a conference with what a rehearsal adds: participants, times around the present, needs, and
 * people who cannot be mistaken for real ones.
 * @throws DefinitionProblem naming the field that is wrong.
 */
export function composeRehearsal(
	facts: ConferenceDefinition,
	rehearsal: RehearsalDefinition,
	catalogue: Catalogue,
	options: RehearsalOptions,
): Rehearsal {
	if (rehearsal.conference !== facts.id)
		throw problem("conference", `“${rehearsal.conference}” is not “${facts.id}”`);
	// On the whole minute, so that planned times read 15:30 and not 15:30:42.
	const now = Math.floor(options.now / minute) * minute;
	const start = now - rehearsal.nowMinute * minute;
	const delegations = takingPart(facts, rehearsal, catalogue, options.delegations);
	const present = new Set(delegations.map(({ id }) => id));
	checkSchedule(facts, rehearsal);
	const cast: ConferenceDefinition = {
		...facts,
		delegations,
		meetings: facts.meetings.map((each) => scheduled(each, facts, rehearsal, start)),
		categories: rehearsal.categories.length > 0 ? rehearsal.categories : facts.categories,
		needs: [...facts.needs, ...rehearsal.needs],
	};
	const seed = options.seed ?? defaultSeed;
	const definition = {
		...cast,
		representatives: [
			...facts.representatives,
			...simulatedPersons(cast, catalogue, rehearsal, seed),
			...simulatedStaff(),
		],
	};
	return {
		...compose(definition, catalogue, { rehearsal: true }),
		script: scriptOf(rehearsal, (id) => present.has(id)),
		start,
		from: start - leadIn,
		now,
	};
}

/** The named delegations, then the rehearsal's participants, then Member States of the list, up to `wanted`. */
function takingPart(
	facts: ConferenceDefinition,
	rehearsal: RehearsalDefinition,
	catalogue: Catalogue,
	wanted: number | undefined,
): ConferenceDefinition["delegations"] {
	const listed = new Set(catalogue.map(({ id }) => id));
	rehearsal.participants.forEach((id, at) => {
		if (!listed.has(id)) throw problem(`participants[${at}]`, `“${id}” is not in the list of delegations`);
	});
	const kinds = new Map(catalogue.map(({ id, kind }) => [id, kind]));
	const isSecretariat = (each: { readonly id: string; readonly kind?: string | undefined }) =>
		(each.kind ?? kinds.get(each.id)) === "secretariat";
	const taken = new Set(facts.delegations.map(({ id }) => id));
	const more = new Set(rehearsal.participants.filter((id) => !taken.has(id)));
	const named = facts.delegations.filter((each) => !isSecretariat(each)).length;
	const free = wanted === undefined ? more.size : Math.max(0, wanted - named);
	if (free > more.size)
		for (const { id, kind } of catalogue) if (kind === "memberState" && !taken.has(id)) more.add(id);
	return [...facts.delegations, ...[...more].slice(0, free).map((id) => ({ id, named: false }))];
}

function checkSchedule(facts: ConferenceDefinition, rehearsal: RehearsalDefinition): void {
	for (const [id, slot] of Object.entries(rehearsal.schedule)) {
		if (!facts.meetings.some((meeting) => meeting.id === id))
			throw problem(`schedule.${id}`, "no meeting has this id");
		if (slot.endMinute <= slot.startMinute)
			throw problem(`schedule.${id}.endMinute`, "the meeting ends before it starts");
	}
}

type MeetingDefinition = ConferenceDefinition["meetings"][number];

function scheduled(
	meeting: MeetingDefinition,
	facts: ConferenceDefinition,
	rehearsal: RehearsalDefinition,
	start: number,
): MeetingDefinition {
	const slot = rehearsal.schedule[meeting.id];
	if (slot === undefined) return meeting;
	const startsAt = start + slot.startMinute * minute;
	// Ceremonies have no limit of their own in the record: their speakers share the planned time, with room between them.
	const share = Math.floor((slot.endMinute - slot.startMinute) / Math.max(1, meeting.segments.length));
	const ceremonyLimit = Math.max(1, Math.floor(share * 0.7)) * 60;
	return {
		...meeting,
		// The day on which it is rehearsed: beside today's clock times the day of the record would mislead.
		date: new Intl.DateTimeFormat("sv-SE", { timeZone: facts.timeZone }).format(startsAt),
		start: new Date(startsAt).toISOString(),
		end: new Date(start + slot.endMinute * minute).toISOString(),
		segments: meeting.segments.map((segment) => {
			const isList = segment.kind === "statements";
			return {
				...segment,
				minutes: segment.minutes ?? (isList ? undefined : share),
				limitSeconds: slot.limitSeconds ?? segment.limitSeconds ?? (isList ? undefined : ceremonyLimit),
				groupLimitSeconds: slot.groupLimitSeconds ?? segment.groupLimitSeconds,
				speaker: segment.speaker ?? placeholderSpeaker(segment, meeting, facts),
			};
		}),
	};
}

/** Closing remarks have speakers too; where the record names none, a rehearsal names an office, never a person. */
function placeholderSpeaker(
	segment: MeetingDefinition["segments"][number],
	meeting: MeetingDefinition,
	facts: ConferenceDefinition,
): MeetingDefinition["segments"][number]["speaker"] {
	if (segment.kind === "statements") return undefined;
	const isLast = meeting.segments.length > 1 && meeting.segments.at(-1) === segment;
	const un = facts.delegations.find(({ id, kind }) => id === "un" || kind === "secretariat");
	if (isLast && un !== undefined)
		return {
			delegation: un.id,
			name: "Representative of the United Nations (rehearsal)",
			title: {
				en: "United Nations Secretariat",
				fr: "Secrétariat de l’ONU",
				ar: "الأمانة العامة للأمم المتحدة",
			},
			recorded: false,
		};
	return {
		delegation: facts.host,
		name: "Representative of the host (rehearsal)",
		title: { en: "Host country", fr: "Pays hôte", ar: "البلد المضيف" },
		recorded: false,
	};
}
