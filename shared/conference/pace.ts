import { limitOf } from "./calls.ts";
import type { FloorStatement } from "./floor.ts";
import { spokenUntil } from "./floor.ts";
import type { ProcedureRules } from "./procedure.ts";
import { usualProcedure } from "./procedure.ts";
import { findSegment, runningSegment } from "./programme.ts";
import { openReplies } from "./replies.ts";
import { listOf } from "./speakersList.ts";
import type { State } from "./state.ts";
import type { Statement } from "./statements.ts";
import { wasHeard } from "./statements.ts";

/** green, yellow in the last minute, striped in the last half, red after; paused whatever the time (TM5). */
export type Light = "green" | "yellow" | "striped" | "red" | "paused";

/** Where the clock of a statement stands, in ms. */
export interface TimeLeft {
	/** Negative once over time. */
	readonly leftMs: number;
	readonly limitMs: number;
	readonly spokenMs: number;
	readonly light: Light;
}

type Lights = Pick<ProcedureRules, "yellowMs" | "stripedMs">;

/** Where the clock stands at the conference time `now`, in ms (TM5). */
export function timeLeft(statement: FloorStatement, now: number, lights: Lights = usualProcedure): TimeLeft {
	const spokenMs = spokenUntil(statement, now);
	const leftMs = statement.limitMs - spokenMs;
	return { leftMs, limitMs: statement.limitMs, spokenMs, light: lightOf(statement, leftMs, lights) };
}

function lightOf(statement: FloorStatement, leftMs: number, { yellowMs, stripedMs }: Lights): Light {
	if (statement.runningSince === null) return "paused";
	if (leftMs < 0) return "red";
	if (leftMs <= stripedMs) return "striped";
	return leftMs <= yellowMs ? "yellow" : "green";
}

/** Statements of a segment that were or are heard from the floor, in the order in which they were made (ST2). */
export function heardIn(state: State, segmentId: string): Statement[] {
	return [...state.statements.statements.values()].filter(
		(each) =>
			each.segmentId === segmentId &&
			(each.kind === "statement" || each.kind === "hand") &&
			each.mode !== "written" &&
			wasHeard(each),
	);
}

/** What was heard in a segment; times in ms. */
export interface Pace {
	readonly statements: number;
	readonly spokenMs: number;
	/** Mean time from one statement's start to the next, handing over included; the limit while nothing was heard. */
	readonly turnMs: number;
	/** How far the turns lie from their mean: their standard deviation; null below two. */
	readonly spreadMs: number | null;
	readonly averageMs: number | null;
	readonly overran: number;
}

/** Longest that a pause or the time between two statements counts as part of the pace: a suspended meeting is not. In ms. */
const longestGapMs = 120_000;

/** How fast a segment goes, from the statements already heard. */
export function pace(state: State, segmentId: string): Pace {
	const all = heardIn(state, segmentId);
	const heard = all.filter((each) => each.endedAt !== null);
	const spokenMs = heard.reduce((sum, each) => sum + each.spokenMs, 0);
	const overran = heard.filter((each) => each.spokenMs > each.limitMs).length;
	const limit = findSegment(state, segmentId)?.segment.limitMs ?? 0;
	const averageMs = heard.length === 0 ? null : spokenMs / heard.length;
	const turns = heard.map((each, index) => {
		const next = all[index + 1];
		const gap = next === undefined || each.endedAt === null ? 0 : next.startedAt - each.endedAt;
		return each.spokenMs + Math.min(each.pausedMs, longestGapMs) + Math.min(Math.max(0, gap), longestGapMs);
	});
	const mean = turns.reduce((sum, each) => sum + each, 0) / turns.length;
	const square = turns.reduce((sum, each) => sum + (each - mean) ** 2, 0);
	const turnMs = turns.length === 0 ? limit : Math.max(1000, mean);
	const spreadMs = turns.length < 2 ? null : Math.sqrt(square / (turns.length - 1));
	return { statements: heard.length, spokenMs, turnMs, spreadMs, averageMs, overran };
}

/** When whoever has the floor is expected to finish: at the limit, or now once it is over; an interrupted statement after it. */
function floorFreeAt(state: State, now: number): number {
	const { statement, interrupted } = state.floor;
	const left = (each: FloorStatement | null) => (each === null ? 0 : Math.max(0, timeLeft(each, now).leftMs));
	return now + left(statement) + left(interrupted);
}

/** How many statements must have been heard before the pace says more than the limits (TM6). */
const paceCounts = 3;

/** When a place in the list is expected to be called, in conference time (ms); screens say "about". */
export interface ExpectedTime {
	readonly earliest: number;
	readonly expected: number;
	readonly latest: number;
}

/**
 * When each place is expected to be called, as an honest range (TM7): four times in five, if turns go on to vary
 * as they have. The first is that of the next speaker, the last that of whoever would inscribe now.
 */
export function expectedRanges(state: State, segmentId: string, now: number): ExpectedTime[] {
	const list = listOf(state, segmentId);
	const found = findSegment(state, segmentId);
	const { turnMs, spreadMs, statements } = pace(state, segmentId);
	const isKnown = statements >= paceCounts && spreadMs !== null;
	// Until the pace is known, a quarter of the limit either way.
	const spread = isKnown ? spreadMs : turnMs / 4;
	const isRunning = found?.segment.status === "running";
	let expected = isRunning ? floorFreeAt(state, now) : Math.max(now, found?.meeting.plannedStart ?? now);
	const ranges: ExpectedTime[] = [];
	for (const id of [...list.order, null]) {
		const width = 1.28 * spread * Math.sqrt(ranges.length + 1);
		ranges.push({ earliest: Math.max(now, expected - width), expected, latest: expected + width });
		const entry = id === null ? undefined : list.entries.get(id);
		const limit = found === undefined || entry === undefined ? turnMs : limitOf(found.segment, entry);
		expected += statements < paceCounts ? limit : turnMs;
	}
	return ranges;
}

/**
 * When a place in the list is expected to be called, as conference time. `place` is 0 for the next speaker.
 * An estimate from the pace so far; screens say "about".
 */
export function expectedTime(state: State, segmentId: string, place: number, now: number): number {
	const ranges = expectedRanges(state, segmentId, now);
	return (ranges[place] ?? ranges.at(-1))?.expected ?? now;
}

/** Planned end of the sitting meeting, and its end at the present pace, replies included; null where no list runs. */
export function projectedEnd(
	state: State,
	now: number,
): { plannedEnd: number | null; atThisPace: number } | null {
	const running = runningSegment(state);
	if (running === undefined) return null;
	const { id } = running.segment;
	const replies = openReplies(state, id).reduce((sum, { limitMs }) => sum + limitMs, 0);
	return {
		plannedEnd: running.meeting.plannedEnd,
		atThisPace: expectedTime(state, id, listOf(state, id).order.length, now) + replies,
	};
}
