import { useNowSelect } from "../../conference/hooks.ts";

const everyMs = 15_000;

/** Conference time in steps of 15 s: enough for expected times, which are told in minutes. */
export function useRoughNow(): number {
	return useNowSelect((now) => Math.floor(now / everyMs) * everyMs);
}
