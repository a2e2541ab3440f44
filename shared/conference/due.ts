import type { Command } from "./decider.ts";
import { findSegment } from "./programme.ts";
import type { State } from "./state.ts";
import { textsToPublish } from "./texts.ts";

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
		const { segmentId, status, opensAt, closesAt } = list;
		if (status === "notOpen" && opensAt !== null && !isOver(state, segmentId)) {
			const command = { type: "openList" as const, segmentId, closesAt };
			all.push({ at: opensAt, commandId: `due-open-${segmentId}-${opensAt}`, command });
		}
		if (closesAt !== null && (status === "open" || status === "closing")) {
			const command = { type: "closeList" as const, segmentId };
			all.push({ at: closesAt, commandId: `due-close-${segmentId}-${closesAt}`, command });
		}
	}
	for (const { text, statementId, at } of textsToPublish(state)) {
		const command = { type: "publishText" as const, textId: text.id, statementId };
		all.push({ at, commandId: `due-publish-${text.id}-${statementId}`, command });
	}
	// Not by locale: every node must see the same order.
	return all.sort((a, b) => a.at - b.at || (a.commandId < b.commandId ? -1 : 1));
}

/** A list of a segment that is over stays as it was left. */
function isOver(state: State, segmentId: string): boolean {
	const found = findSegment(state, segmentId);
	return found === undefined || found.segment.status === "ended" || found.meeting.status === "closed";
}

/** What has fallen due by `now`, to be decided as commands of the system. */
export function due(state: State, now: number): Due[] {
	return agenda(state).filter(({ at }) => at <= now);
}

/** When something falls due next, in conference time, or null. */
export function nextDueAt(state: State): number | null {
	return agenda(state)[0]?.at ?? null;
}
