import type { State } from "../../shared/conference/state.ts";
import { emptyState } from "../../shared/conference/state.ts";
import { mustBe } from "./without.ts";

/** A state as records knew it before recordings. What has been added since must be as it is where nothing of it has happened. */
export function asThirdKnown({ recordings, ...known }: State) {
	mustBe(recordings, emptyState().recordings, "recordings");
	return known;
}
