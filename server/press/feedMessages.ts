import type * as z from "zod/mini";
import type { ProjectedEvent } from "../../shared/conference/decider.ts";
import type { State } from "../../shared/conference/state.ts";
import type { FeedEventName, feedEvents } from "../../shared/protocol/press.ts";
import { presentInitiative } from "./initiatives.ts";
import { isoTime } from "./isoTime.ts";
import { presentPledge } from "./pledges.ts";

export type FeedMessage = {
	[Name in FeedEventName]: {
		readonly event: Name;
		readonly n: number;
		readonly data: z.infer<(typeof feedEvents)[Name]>;
	};
}[FeedEventName];

/**
 * What the feed says of events that followed each other in the public's stream. Of several changes to one pledge or
 * initiative the last one is told, since each is given whole.
 *
 * @param since position before the first event. @param visible the public's view after the last.
 */
export function feedMessages(
	events: readonly ProjectedEvent[],
	since: number,
	visible: State,
): readonly FeedMessage[] {
	const latest = new Map<string, FeedMessage>();
	for (const [index, event] of events.entries()) {
		const message = messageOf(event, since + 1 + index, visible);
		if (message === undefined) continue;
		// Taken out first, so that the messages stand in the order of their positions.
		const key = subjectOf(message);
		latest.delete(key);
		latest.set(key, message);
	}
	return [...latest.values()];
}

function messageOf(event: ProjectedEvent, n: number, visible: State): FeedMessage | undefined {
	const at = isoTime(event.at);
	const initiativeOf = (id: string): FeedMessage | undefined => {
		const initiative = visible.initiatives.initiatives.get(id);
		if (initiative === undefined) return undefined;
		return { event: "initiative", n, data: { n, at, initiative: presentInitiative(initiative) } };
	};
	switch (event.type) {
		case "PledgeShown":
			return { event: "pledge", n, data: { n, at, pledge: presentPledge(visible, event.data.pledge) } };
		case "InitiativeOpened":
			return initiativeOf(event.data.initiative.id);
		case "InitiativeRevised":
		case "SupportDeclared":
		case "SupportWithdrawn":
			return initiativeOf(event.data.initiativeId);
		default:
			return undefined;
	}
}

function subjectOf(message: FeedMessage): string {
	switch (message.event) {
		case "pledge":
			return `pledge/${message.data.pledge.id}`;
		case "initiative":
			return `initiative/${message.data.initiative.id}`;
		default:
			return message.event;
	}
}
