import type { Initiative } from "../../../shared/conference/initiatives.ts";
import { useSelect } from "../../conference/hooks.ts";

/** The initiative that counters and hall speak of: the first that was opened. */
export function useMainInitiative(): Initiative | undefined {
	return useSelect((state) => state.initiatives.initiatives.values().next().value);
}
