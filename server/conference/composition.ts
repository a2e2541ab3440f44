import type { Command } from "../../shared/conference/decider.ts";
import type { ConferenceDefinition } from "../../shared/conference/definition.ts";
import type { Representative } from "../../shared/conference/delegations.ts";
import type { Person } from "../directory/directory.ts";
import type { Catalogue } from "./catalogue.ts";
import { resolveDelegations } from "./catalogue.ts";
import { procedureOf } from "./procedureOf.ts";
import { checkReferences } from "./references.ts";

/** A conference ready to be started: the system's first commands, and the names that stand beside the journal. */
export interface Composition {
	readonly definition: ConferenceDefinition;
	/** To be decided as the system, in this order, on an empty journal. */
	readonly commands: readonly Command[];
	/** Directory entries of the people whom the commands accredit. */
	readonly persons: readonly Person[];
}

type MeetingDefinition = ConferenceDefinition["meetings"][number];
type SegmentDefinition = MeetingDefinition["segments"][number];
type ProgrammeMeeting = Extract<Command, { type: "adoptProgramme" }>["meetings"][number];

/** Speaking limits in seconds where the organiser gives none. */
const defaultLimits = { own: 300, group: 420 } as const;

/**
 * What an organiser's own file becomes: real dates, no rehearsal.
 * @throws DefinitionProblem naming the field that is wrong.
 */
export function composeConference(definition: ConferenceDefinition, catalogue: Catalogue): Composition {
	return compose(definition, catalogue, { rehearsal: false });
}

/** The part that a rehearsal and a real conference have in common. */
export function compose(
	definition: ConferenceDefinition,
	catalogue: Catalogue,
	{ rehearsal }: { readonly rehearsal: boolean },
): Composition {
	checkReferences(definition);
	const delegations = resolveDelegations(definition, catalogue);
	const representatives = definition.representatives.map(
		({ id, delegation, role, level, rights, channel }): Representative => ({
			id,
			delegationId: delegation ?? null,
			role,
			level,
			rights,
			channel: channel ?? null,
		}),
	);
	return {
		definition,
		commands: [
			defineConference(definition, rehearsal),
			{ type: "importDelegations", delegations },
			{
				type: "adoptProgramme",
				meetings: definition.meetings.map((each) => adopted(each, definition.host)),
			},
			...(definition.needs.length === 0 ? [] : [{ type: "publishNeeds" as const, needs: definition.needs }]),
			...definition.initiatives.map(({ id, ...text }) => ({
				type: "openInitiative" as const,
				initiativeId: id,
				...text,
			})),
			...(representatives.length === 0
				? []
				: [
						{
							type: "accreditRepresentatives" as const,
							representatives: representatives.map((each) => ({ ...each, rights: [...each.rights] })),
						},
					]),
		],
		persons: definition.representatives.map(({ id, name, title, courtesy, contact }) => ({
			representativeId: id,
			name,
			title,
			courtesy,
			contact,
		})),
	};
}

function defineConference(definition: ConferenceDefinition, rehearsal: boolean): Command {
	const { id, title, host, coChairs, city, timeZone, languages, categories, priorities } = definition;
	const procedure = definition.procedure === undefined ? undefined : procedureOf(definition.procedure);
	return {
		type: "defineConference",
		profile: {
			id,
			title,
			host,
			coChairs,
			city,
			timeZone,
			languages,
			rehearsal,
			categories,
			priorities: priorities.map((each) => ({ id: each.id, name: each.name })),
			...(procedure === undefined
				? {}
				: {
						procedure: {
							...procedure,
							order: [...procedure.order],
							levels: [...procedure.levels],
							rankedWithStates: [...procedure.rankedWithStates],
						},
					}),
		},
	};
}

/** Meetings at which somebody presides over segments; a preparatory meeting or an exhibition may be a mere date. */
function isRunHere(meeting: MeetingDefinition): boolean {
	return meeting.segments.length > 0;
}

function adopted(meeting: MeetingDefinition, host: string): ProgrammeMeeting {
	const { id, kind, title, shortTitle, date, start, end, coChairs, segments } = meeting;
	return {
		id,
		kind,
		title,
		shortTitle: shortTitle ?? title,
		date,
		plannedStart: start === undefined ? null : Date.parse(start),
		plannedEnd: end === undefined ? null : Date.parse(end),
		// Without a presiding officer a meeting could never be opened: where the file names none, it is the host's.
		coChairs: coChairs.length === 0 && isRunHere(meeting) ? [host] : coChairs,
		segments: segments.map(adoptedSegment),
		// A preparatory meeting without segments has nothing to run here: the record begins after it.
		held: kind === "preparatory" && !isRunHere(meeting),
	};
}

function adoptedSegment(segment: SegmentDefinition): ProgrammeMeeting["segments"][number] {
	const { id, kind, title, minutes, limitSeconds, groupLimitSeconds, mode, speaker } = segment;
	return {
		id,
		kind,
		title,
		plannedMinutes: minutes ?? null,
		limitMs: (limitSeconds ?? defaultLimits.own) * 1000,
		groupLimitMs: (groupLimitSeconds ?? Math.max(defaultLimits.group, limitSeconds ?? 0)) * 1000,
		...(mode === undefined ? {} : { mode }),
		speaker:
			speaker === undefined
				? null
				: {
						delegationId: speaker.delegation,
						name: speaker.name,
						title: speaker.title,
						recorded: speaker.recorded,
					},
	};
}
