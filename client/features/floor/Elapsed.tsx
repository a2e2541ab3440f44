import { useNowSelect } from "../../conference/hooks.ts";
import { duration } from "../../i18n/time.ts";

/** Whole seconds, so that it is drawn no more often than it changes. */
const second = 1000;

/** How long something has gone on, counted on as conference time passes. */
export function Elapsed({ since }: { since: number }) {
	const elapsed = useNowSelect((now) => Math.floor(Math.max(0, now - since) / second));
	return <bdi className="numeric">{duration(elapsed * second)}</bdi>;
}
