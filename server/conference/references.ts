import { channels, levels } from "../../shared/conference/common.ts";
import type { ConferenceDefinition } from "../../shared/conference/definition.ts";
import { hasItsChannel } from "../../shared/conference/delegations.ts";
import { problem } from "./definitionFile.ts";
import { procedureOf } from "./procedureOf.ts";

/**
 * Refuses a definition that names something it does not have; the schema alone cannot see that.
 * @throws DefinitionProblem naming the field that is wrong.
 */
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
	checkProcedure(definition, delegation);
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
			if (segment.mode !== undefined && segment.mode !== "ceremony" && segment.kind !== "statements")
				throw problem(`${path}.segments[${one}].mode`, "only statements go by a list or by raised hands");
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
		else if (person.role === "delegate" || person.role === "chair")
			throw problem(`${path}.delegation`, `a ${person.role} sits in a delegation: say in which`);
		if (!hasItsChannel(person))
			throw problem(
				`${path}.channel`,
				`an interpreter names a channel and a captioner a language, of ${channels.join(", ")}; nobody else does`,
			);
	});
}

function checkProcedure(
	{ procedure }: ConferenceDefinition,
	delegation: (id: string, path: string) => void,
): void {
	if (procedure === undefined) return;
	const { order, levels: ranks } = procedure;
	const { yellowMs, stripedMs } = procedureOf(procedure);
	if (Array.isArray(order) && new Set(order).size !== order.length)
		throw problem("procedure.order", "a criterion is there twice");
	if (ranks !== undefined && (ranks.length !== levels.length || new Set(ranks).size !== ranks.length))
		throw problem("procedure.levels", `every rank once: ${levels.join(", ")}`);
	if (stripedMs > yellowMs)
		throw problem("procedure.stripedSeconds", "the light turns striped after it has turned yellow");
	procedure.rankedWithStates?.forEach((id, at) => {
		delegation(id, `procedure.rankedWithStates[${at}]`);
	});
}
