import type { Localized, Region } from "../../shared/conference/common.ts";
import type { ConferenceDefinition, DelegationKind } from "../../shared/conference/definition.ts";
import type { Delegation } from "../../shared/conference/delegations.ts";
import { problem } from "./definitionFile.ts";

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

/** The list of delegations that ships with the project, as `shared/conferences/delegations.json` holds it. */
export type Catalogue = readonly CatalogueDelegation[];

/**
 * The delegations of a definition with their names, from the file itself or from the shipped list.
 * @throws DefinitionProblem naming the field of a delegation that is unknown or there twice.
 */
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
			region: given.region ?? (listed?.region as Region | undefined) ?? null,
			named: given.named,
		};
	});
}
