import type { State } from "../../shared/conference/state.ts";
import { emptyState } from "../../shared/conference/state.ts";
import { asFourthKnown } from "./fourthState.ts";
import { mustBe } from "./without.ts";

/** A state as records knew it before recordings. What has been added since must be as it is where nothing of it has happened. */
export function asThirdKnown(now: State) {
	const { recordings, ...known } = asFourthKnown(now);
	mustBe(recordings, emptyState().recordings, "recordings");
	return known;
}
