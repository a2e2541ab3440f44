import type { Channel } from "../../../../shared/conference/common.ts";
import { mediaPlan } from "../../../../shared/conference/mediaPlan.ts";
import type { State } from "../../../../shared/conference/state.ts";
import type { MonitoredFeed } from "../../../../shared/protocol/monitor.ts";

/** What should be heard now. */
export interface Expected {
	/** The delegation whose sound everybody should hear. */
	readonly floor: string | null;
	/** The booths that are on the air. */
	readonly channels: readonly Channel[];
}

/** @throws never */
export function expectedNow(state: State): Expected {
	return { floor: mediaPlan(state).floor, channels: [...state.interpretation.booths.keys()] };
}

/** A feed that should be there and is not. */
export interface MissingFeed {
	readonly id: string;
	readonly kind: string;
	readonly delegationId: string | null;
}

/** What is expected and not sent, in the order of the table. */
export function missingFeeds({ floor, channels }: Expected, feeds: readonly MonitoredFeed[]): MissingFeed[] {
	const missing: MissingFeed[] = [];
	if (floor !== null && !feeds.some((each) => each.kind === "floor" && each.delegationId === floor))
		missing.push({ id: "missing floor", kind: "floor", delegationId: floor });
	for (const channel of channels) {
		const kind = `channel:${channel}`;
		if (!feeds.some((each) => each.kind === kind))
			missing.push({ id: `missing ${kind}`, kind, delegationId: null });
	}
	return missing;
}

const kinds = ["floor", "gavel"];

/** The floor first, then whoever presides, the channels, and what stands ready; never in the order of arrival, which changes. */
export function inOrder(feeds: readonly MonitoredFeed[]): MonitoredFeed[] {
	const place = ({ kind, live }: MonitoredFeed) => {
		const known = kinds.indexOf(kind);
		return (live ? 0 : 100) + (known === -1 ? kinds.length : known);
	};
	return feeds.toSorted((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}
