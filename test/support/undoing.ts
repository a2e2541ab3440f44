import { expect } from "vitest";
import { system } from "../../shared/conference/actor.ts";
import type { Command, DomainEvent } from "../../shared/conference/decider.ts";
import { decide } from "../../shared/conference/decider.ts";
import type { FloorStatement } from "../../shared/conference/floor.ts";
import { timeLeft } from "../../shared/conference/pace.ts";
import { findSegment } from "../../shared/conference/programme.ts";
import type { SpeakersList } from "../../shared/conference/speakersList.ts";
import { listOf } from "../../shared/conference/speakersList.ts";
import type { State } from "../../shared/conference/state.ts";
import { contextFor, fold } from "./decider.ts";
import { isSame } from "./invariants.ts";
import type { Step } from "./random.ts";

/** Conference time in ms within which an act is taken back (UN1, UN2). */
const window = 10_000;

/** The command that takes a step back, if it is one that can be. */
function undoOf({ command, events, before, now }: Step): Command | undefined {
	const given = events.find(
		(event): event is Extract<DomainEvent, { type: "FloorGiven" }> => event.type === "FloorGiven",
	);
	if (given !== undefined) return { type: "takeBackCall", statementId: given.data.statement.id };
	switch (command.type) {
		case "moveEntry":
			return { type: "takeBackMove", segmentId: command.segmentId, entryId: command.entryId };
		case "openList":
		case "closeList": {
			const { opensAt, closesAt } = listOf(before, command.segmentId);
			// What the clock has done, or would have by the end of the window, is not taken back.
			const byClock = [opensAt, closesAt].some((time) => time !== null && time <= now + window);
			// The vote that closed the debate closed its list for good.
			const isOver = findSegment(before, command.segmentId)?.segment.debate === "closed";
			return byClock || isOver ? undefined : { type: "takeBackListStatus", segmentId: command.segmentId };
		}
		case "pauseFloor":
			return { type: "takeBackPause", statementId: command.statementId };
		case "extendFloor":
			return { type: "takeBackExtension", statementId: command.statementId };
		default:
			return undefined;
	}
}

/** A list as its undo restores it; proposals to exchange places fall with a call for good. */
function withoutUndo({ undo: _, swaps: _swaps, ...list }: SpeakersList) {
	return list;
}

function clock(statement: FloorStatement | null, at: number) {
	if (statement === null) return null;
	const { id, limitMs, runningSince } = statement;
	return { id, limitMs, leftMs: timeLeft(statement, at).leftMs, runs: runningSince !== null };
}

function waiting(state: State) {
	return {
		lists: [...state.programme.meetings.values()].flatMap(({ segments }) =>
			segments.map(({ id }) => withoutUndo(listOf(state, id))),
		),
		hands: state.hands,
		replies: state.replies,
		points: state.pointsOfOrder,
		going: [...state.statements.statements.values()]
			.filter(({ endedAt }) => endedAt === null)
			.map(({ id }) => id)
			.sort(),
	};
}

/**
 * UN1, UN2: directly after an act that can be taken back, tries it on a copy that is thrown away. Within ten
 * seconds order, floor, remaining time and the list's status are as before; after ten seconds it is refused.
 * Returns whether there was something to try.
 */
export function checkUndo(step: Step, laterMs: number): boolean {
	const undo = step.rejection === undefined ? undoOf(step) : undefined;
	if (undo === undefined) return false;
	const { before, after, now } = step;
	const at = now + laterMs;
	const decision = decide(undo, after, contextFor(after, { as: system, at }));
	expect(decision, `${undo.type} is in time`).not.toHaveProperty("rejection");
	if (!("events" in decision)) return true;
	const restored = fold(after, decision.events);
	const [is, was] = [waiting(restored), waiting(before)];
	if (!isSame(is, was)) expect(is, `${undo.type} restores what waits`).toEqual(was);
	// A call or a pause by mistake costs nobody any time; under all other acts the clock has run on.
	const then = undo.type === "takeBackCall" || undo.type === "takeBackPause" ? now : at;
	expect(clock(restored.floor.statement, at), `${undo.type} restores the floor`).toEqual(
		clock(before.floor.statement, then),
	);
	expect(clock(restored.floor.interrupted, at)).toEqual(clock(before.floor.interrupted, then));
	expect(restored.programme, "and nothing else").toBe(after.programme);

	const late = decide(undo, after, contextFor(after, { as: system, at: now + window + 1 }));
	expect(late, `${undo.type} is too late`).toMatchObject({ rejection: { code: "nothingToUndo" } });
	const again = decide(undo, restored, contextFor(restored, { as: system, at }));
	expect(again, `${undo.type} once only`).toHaveProperty("rejection");
	return true;
}
