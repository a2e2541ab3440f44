import type { Command } from "./decider.ts";
import type { State } from "./state.ts";

/** What the passing of time brings about. Its id is made of what and when, so that it happens once, whichever node says it. */
export interface Due {
	readonly at: number;
	readonly commandId: string;
	readonly command: Command;
}

/** All that is to come, earliest first. */
function agenda(state: State): Due[] {
	const all: Due[] = [];
	for (const list of state.speakersLists.lists.values()) {
		if (list.closesAt === null || (list.status !== "open" && list.status !== "closing")) continue;
		const { segmentId, closesAt: at } = list;
		all.push({ at, commandId: `due-close-${segmentId}-${at}`, command: { type: "closeList", segmentId } });
	}
	// Not by locale: every node must see the same order.
	return all.sort((a, b) => a.at - b.at || (a.commandId < b.commandId ? -1 : 1));
}

/** What has fallen due by `now`, to be decided as commands of the system. */
export function due(state: State, now: number): Due[] {
	return agenda(state).filter(({ at }) => at <= now);
}

/** When something falls due next, in conference time, or null. */
export function nextDueAt(state: State): number | null {
	return agenda(state)[0]?.at ?? null;
}
