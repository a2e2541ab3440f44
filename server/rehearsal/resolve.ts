import type { Localized } from "../../shared/conference/common.ts";
import type { ConferenceDefinition, DelegationKind } from "../../shared/conference/definition.ts";
import type { Delegation } from "../../shared/conference/delegations.ts";
import { DefinitionProblem } from "../conference/definitionFile.ts";

/** What is wrong and where, for the organiser: `delegations[3].id: ...`. */
export function problem(path: string, text: string): DefinitionProblem {
	return new DefinitionProblem(`${path}: ${text}`);
}

/** One entry of the list of delegations that ships with the project. */
export interface CatalogueDelegation {
	readonly id: string;
	readonly kind: string;
	readonly flag?: string | undefined;
	readonly monogram?: string | undefined;
	readonly region?: string | undefined;
	readonly name: Localized;
	readonly formalName: Localized;
}
export type Catalogue = readonly CatalogueDelegation[];

/** The delegations of a definition with their names, from the file itself or from the shipped list. */
export function resolveDelegations(definition: ConferenceDefinition, catalogue: Catalogue): Delegation[] {
	const known = new Map(catalogue.map((each) => [each.id, each]));
	const seen = new Set<string>();
	return definition.delegations.map((given, index) => {
		const path = `delegations[${index}]`;
		if (seen.has(given.id)) throw problem(`${path}.id`, `“${given.id}” is there twice`);
		seen.add(given.id);
		const listed = known.get(given.id);
		const name = given.name ?? listed?.name;
		if (name === undefined)
			throw problem(
				`${path}.id`,
				`“${given.id}” is not in the list of delegations; correct the id, or give the delegation a name here`,
			);
		const flag = given.flag ?? listed?.flag ?? null;
		const monogram = given.monogram ?? listed?.monogram ?? null;
		return {
			id: given.id,
			kind: given.kind ?? (listed?.kind as DelegationKind | undefined) ?? "memberState",
			flag,
			monogram: flag === null && monogram === null ? given.id.slice(0, 4).toUpperCase() : monogram,
			name,
			formalName: given.formalName ?? listed?.formalName ?? name,
			named: given.named,
		};
	});
}

/** Refuses a definition that names something it does not have; the schema alone cannot see that. */
export function checkReferences(definition: ConferenceDefinition): void {
	const delegations = new Set(definition.delegations.map(({ id }) => id));
	const categories = new Set(definition.categories.map(({ id }) => id));
	const delegation = (id: string, path: string) => {
		if (!delegations.has(id)) throw problem(path, `“${id}” is not among the delegations`);
	};
	const once = new Map<string, string>();
	const unique = (id: string, path: string) => {
		const other = once.get(id);
		if (other !== undefined) throw problem(path, `“${id}” is already the id of ${other}`);
		once.set(id, path);
	};
	delegation(definition.host, "host");
	definition.coChairs.forEach((id, at) => {
		delegation(id, `coChairs[${at}]`);
	});
	definition.meetings.forEach((meeting, at) => {
		const path = `meetings[${at}]`;
		unique(meeting.id, `${path}.id`);
		meeting.coChairs.forEach((id, one) => {
			delegation(id, `${path}.coChairs[${one}]`);
		});
		if (meeting.start !== undefined && meeting.end !== undefined)
			if (Date.parse(meeting.end) <= Date.parse(meeting.start))
				throw problem(`${path}.end`, "the meeting ends before it starts");
		meeting.segments.forEach((segment, one) => {
			unique(segment.id, `${path}.segments[${one}].id`);
			if (segment.speaker !== undefined)
				delegation(segment.speaker.delegation, `${path}.segments[${one}].speaker.delegation`);
		});
	});
	definition.needs.forEach((need, at) => {
		unique(need.id, `needs[${at}].id`);
		if (!categories.has(need.category))
			throw problem(`needs[${at}].category`, `“${need.category}” is not among the categories`);
	});
	definition.initiatives.forEach((initiative, at) => {
		initiative.sponsors.forEach((id, one) => {
			delegation(id, `initiatives[${at}].sponsors[${one}]`);
		});
	});
	const persons = new Set<string>();
	definition.representatives.forEach((person, at) => {
		const path = `representatives[${at}]`;
		if (persons.has(person.id)) throw problem(`${path}.id`, `“${person.id}” is there twice`);
		persons.add(person.id);
		if (person.delegation !== undefined) delegation(person.delegation, `${path}.delegation`);
		else if (person.role !== "secretariat")
			throw problem(`${path}.delegation`, `a ${person.role} sits in a delegation: say in which`);
	});
}
