import type { Command } from "../../../shared/conference/decider.ts";
import type { FloorUndo } from "../../../shared/conference/floor.ts";
import { listOf } from "../../../shared/conference/selectors.ts";
import type { State } from "../../../shared/conference/state.ts";
import { undoMs } from "../../../shared/conference/undo.ts";

/** The latest act that can be taken back, with the command that does it (UN1, UN2). */
export interface Undoable {
	readonly act: "call" | "pause" | "extend" | "move" | "open" | "close";
	/** Conference time of the act. */
	readonly at: number;
	/** Whom it was about; null for an act on the list as a whole. */
	readonly delegationId: string | null;
	readonly command: Command;
}

/** What can be taken back by whoever presides; `segmentId` is the list that the gavel reaches, if it does. */
export function latestUndoable(state: State, segmentId: string | undefined): Undoable | null {
	const all = [ofFloor(state), ...(segmentId === undefined ? [] : ofList(state, segmentId))];
	return all.reduce((latest, each) => (each !== null && each.at > (latest?.at ?? 0) ? each : latest), null);
}

/** Until when, in conference time, an act can be taken back. */
export function undoableUntil({ at }: Pick<Undoable, "at">): number {
	return at + undoMs;
}

const takeBack = {
	call: "takeBackCall",
	pause: "takeBackPause",
	extend: "takeBackExtension",
} as const satisfies { readonly [Act in Exclude<FloorUndo["act"], "ended">]: Command["type"] };

function ofFloor({ floor: { undo, statement }, pledges }: State): Undoable | null {
	if (undo === null || undo.act === "ended" || statement === null || statement.id !== undo.statementId)
		return null;
	const { act, at, statementId } = undo;
	// UN3: what was said to the world is not taken back.
	if (act === "call")
		for (const pledge of pledges.pledges.values()) if (pledge.statementId === statementId) return null;
	return { act, at, delegationId: statement.delegationId, command: { type: takeBack[act], statementId } };
}

function ofList(state: State, segmentId: string): (Undoable | null)[] {
	const list = listOf(state, segmentId);
	const { move, status } = list.undo;
	const moved = move === null ? undefined : list.entries.get(move.entryId);
	const isOpen = list.status === "open" || list.status === "closing";
	return [
		move === null || moved === undefined || moved.status !== "waiting"
			? null
			: {
					act: "move",
					at: move.at,
					delegationId: moved.delegationId,
					command: { type: "takeBackMove", segmentId, entryId: move.entryId },
				},
		status === null
			? null
			: {
					act: isOpen ? "open" : "close",
					at: status.at,
					delegationId: null,
					command: { type: "takeBackListStatus", segmentId },
				},
	];
}
