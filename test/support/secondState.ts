import { emptyPledges, plainContent } from "../../shared/conference/pledgeFold.ts";
import type { State } from "../../shared/conference/state.ts";
import { asThirdKnown } from "./thirdState.ts";
import { mapped, mustBe, without } from "./without.ts";

/**
 * A state as records knew it before pledges had parts, amounts and corrections and initiatives had versions. What
 * has been added since must be as it is where nothing of it has happened, as in `firstState.ts`.
 */
export function asSecondKnown(now: State) {
	const state = asThirdKnown(now);
	const { pledges, announced, restricted, rates } = state.pledges;
	const empty = emptyPledges();
	mustBe({ restricted, rates }, { restricted: empty.restricted, rates: empty.rates }, "pledges");
	return {
		...state,
		pledges: {
			announced,
			pledges: mapped(pledges, ({ priorities, ...pledge }) => {
				const [priority = null, ...more] = priorities;
				mustBe(more, [], "priorities");
				const { priorities: _, ...plain } = plainContent;
				return {
					...without(pledge, { ...plain, ...untouched }, "questions", "series"),
					priority,
				};
			}),
		},
		initiatives: {
			initiatives: mapped(state.initiatives.initiatives, (initiative) => ({
				...without(initiative, { text: null }, "versions", "withdrawn"),
				supporters: mapped(initiative.supporters, (support) =>
					without(support, { statementId: null, explanation: null, version: 1 }),
				),
			})),
		},
	};
}

const untouched = {
	sharedWith: [],
	rejection: null,
	second: null,
	delivered: null,
	corrections: [],
	mergedInto: null,
	delivery: null,
	cuedAt: null,
	rejectedAt: null,
	mergedAt: null,
} as const;
