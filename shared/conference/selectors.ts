import type { Localized } from "./common.ts";
import type { Delegation } from "./delegations.ts";
import type { FloorStatement } from "./floor.ts";
import { spokenUntil } from "./floor.ts";
import type { Meeting, Segment } from "./programme.ts";
import { findSegment, runningSegment, sittingMeeting } from "./programme.ts";
import type { Entry } from "./speakersList.ts";
import { listOf, waitingEntryOf } from "./speakersList.ts";
import type { State } from "./state.ts";
import type { Statement } from "./statements.ts";

export { findSegment, listOf, runningSegment, sittingMeeting, waitingEntryOf };

/** The waiting entries of a segment in the order in which they will be called; the same on every screen. */
export function speakersInOrder(state: State, segmentId: string): Entry[] {
	const list = listOf(state, segmentId);
	return list.order.flatMap((id) => list.entries.get(id) ?? []);
}

/** Statements of a segment, in the order in which they were made; the last may still be going on. */
export function statementsOf(state: State, segmentId: string): Statement[] {
	return [...state.statements.statements.values()].filter((each) => each.segmentId === segmentId);
}

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

/** Where the clock stands at the conference time `now`, in ms (TM5). */
export function timeLeft(statement: FloorStatement, now: number): TimeLeft {
	const spokenMs = spokenUntil(statement, now);
	const leftMs = statement.limitMs - spokenMs;
	return { leftMs, limitMs: statement.limitMs, spokenMs, light: lightOf(statement, leftMs) };
}

function lightOf(statement: FloorStatement, leftMs: number): Light {
	if (statement.runningSince === null) return "paused";
	if (leftMs < 0) return "red";
	if (leftMs <= 30_000) return "striped";
	return leftMs <= 60_000 ? "yellow" : "green";
}

/** How long an entry may speak, in ms: longer for a group. */
export function limitOf(segment: Segment, entry: Pick<Entry, "onBehalfOf">): number {
	return entry.onBehalfOf === null ? segment.limitMs : segment.groupLimitMs;
}

/** What was heard in a segment; times in ms. */
export interface Pace {
	readonly statements: number;
	readonly spokenMs: number;
	/** Mean time from one statement's start to the next, handing over included; the limit while nothing was heard. */
	readonly turnMs: number;
	readonly averageMs: number | null;
	readonly overran: number;
}

/** How fast a segment goes, from the statements already heard. */
export function pace(state: State, segmentId: string): Pace {
	const heard = statementsOf(state, segmentId).filter((each) => each.endedAt !== null);
	const spokenMs = heard.reduce((sum, each) => sum + each.spokenMs, 0);
	const overran = heard.filter((each) => each.spokenMs > each.limitMs).length;
	const limit = findSegment(state, segmentId)?.segment.limitMs ?? 0;
	const averageMs = heard.length === 0 ? null : spokenMs / heard.length;
	const first = heard[0];
	const last = heard.at(-1);
	const turnMs =
		first === undefined || last?.endedAt == null
			? limit
			: Math.max(1000, (last.endedAt - first.startedAt) / heard.length);
	return { statements: heard.length, spokenMs, turnMs, averageMs, overran };
}

/** When whoever has the floor is expected to finish: at the limit, or now once it is over. */
function floorFreeAt(state: State, now: number): number {
	const { statement } = state.floor;
	return statement === null ? now : now + Math.max(0, timeLeft(statement, now).leftMs);
}

/**
 * When a place in the list is expected to be called, as conference time. `place` is 0 for the next speaker.
 * An estimate from the pace so far; screens say "about".
 */
export function expectedTime(state: State, segmentId: string, place: number, now: number): number {
	const waiting = speakersInOrder(state, segmentId);
	const segment = findSegment(state, segmentId)?.segment;
	const { turnMs, statements } = pace(state, segmentId);
	const ahead = waiting.slice(0, place).reduce((sum, entry) => {
		const limit = segment === undefined ? turnMs : limitOf(segment, entry);
		return sum + (statements < 3 ? limit : turnMs);
	}, 0);
	const base =
		segment?.status === "running" ? floorFreeAt(state, now) : Math.max(now, startOf(state, segmentId) ?? now);
	return base + ahead;
}

function startOf(state: State, segmentId: string): number | null {
	return findSegment(state, segmentId)?.meeting.plannedStart ?? null;
}

/** Planned end of the sitting meeting, and its end at the present pace; null where no list runs. */
export function projectedEnd(
	state: State,
	now: number,
): { plannedEnd: number | null; atThisPace: number } | null {
	const running = runningSegment(state);
	if (running === undefined) return null;
	const waiting = speakersInOrder(state, running.segment.id).length;
	return {
		plannedEnd: running.meeting.plannedEnd,
		atThisPace: expectedTime(state, running.segment.id, waiting, now),
	};
}

/** The meeting that sits, else the next one planned, else the last one: what a screen is about. */
export function presentMeeting(state: State): Meeting | undefined {
	const all = [...state.programme.meetings.values()].filter(
		({ kind }) => kind !== "preparatory" && kind !== "sideEvent",
	);
	return sittingMeeting(state) ?? all.find(({ status }) => status === "planned") ?? all.at(-1);
}

/** The segment of a meeting whose speakers' list is the meeting's. */
export function statementsSegment(meeting: Meeting): Segment | undefined {
	return (
		meeting.segments.find(({ kind, status }) => kind === "statements" && status === "running") ??
		meeting.segments.find(({ kind }) => kind === "statements")
	);
}

/** Opening, plenary sessions and closing with how far each has come. */
export interface ProgrammeStep {
	readonly meeting: Meeting;
	readonly status: "done" | "now" | "planned";
	/** Statements made (the one going on included) and delegations inscribed in all. */
	readonly statements: number;
	readonly speakers: number;
}

/** The meetings that a public screen names, in the order of the programme. */
export function programmeSteps(state: State): ProgrammeStep[] {
	return [...state.programme.meetings.values()]
		.filter(({ kind }) => kind !== "preparatory" && kind !== "sideEvent")
		.map((meeting) => {
			let statements = 0;
			let waiting = 0;
			for (const { id } of meeting.segments) {
				statements += statementsOf(state, id).length;
				waiting += listOf(state, id).order.length;
			}
			const status = meeting.status === "closed" ? "done" : meeting.status === "planned" ? "planned" : "now";
			return { meeting, status, statements, speakers: statements + waiting };
		});
}

/** Delegations in the alphabetical order of the reader's language: how the hall is seated. */
export function seating(state: State, language: keyof Localized): Delegation[] {
	const collator = new Intl.Collator(language);
	const name = (each: Delegation) => each.name[language] ?? each.name.en;
	return [...state.delegations.delegations.values()]
		.filter(({ kind }) => kind !== "secretariat")
		.sort((a, b) => collator.compare(name(a), name(b)));
}
