import type { State } from "../../shared/conference/state.ts";
import { emptyState } from "../../shared/conference/state.ts";
import { mapped, mustBe, without } from "./without.ts";

/** A state as records knew it before interpretation and captions. What has been added since must be as it is where nothing of it has happened. */
export function asFourthKnown({ interpretation, captions, ...known }: State) {
	const empty = emptyState();
	mustBe(interpretation, empty.interpretation, "interpretation");
	mustBe(captions, empty.captions, "captions");
	const { delegations, representatives } = known.delegations;
	return {
		...known,
		delegations: {
			delegations,
			representatives: mapped(representatives, (each) => without(each, { channel: null })),
		},
	};
}
