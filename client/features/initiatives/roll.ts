import type { Delegation } from "../../../shared/conference/delegations.ts";
import type { Initiative, Support } from "../../../shared/conference/initiatives.ts";

export interface RollEntry {
	readonly delegation: Delegation;
	readonly support: Support;
}

/** Who supports an initiative, in the order that the delegations are given in, its sponsors before all others. */
export function rollOf({ supporters }: Initiative, delegations: readonly Delegation[]): RollEntry[] {
	const entries = delegations.flatMap((delegation): RollEntry[] => {
		const support = supporters.get(delegation.id);
		return support === undefined ? [] : [{ delegation, support }];
	});
	const isSponsor = ({ support }: RollEntry) => support.how === "sponsor";
	return [...entries.filter(isSponsor), ...entries.filter((entry) => !isSponsor(entry))];
}

/** How many support the version in force. */
export function supportersOfPresent({ supporters, versions }: Initiative): number {
	return [...supporters.values()].filter(({ version }) => version === versions.length).length;
}
