import type { Tally } from "../../shared/conference/tally.ts";

/** The figures of a tally in the form in which the second one gives them. */
export function comparable({ pledging, needs, ...figures }: Tally) {
	return {
		...figures,
		delegations: pledging.size === figures.delegations ? figures.delegations : Number.NaN,
		needs: needs.map(({ need, counted, surplus, open, partly }) => ({
			id: need.id,
			...{ counted, surplus, open, partly },
		})),
	};
}
