import { limitOf } from "./calls.ts";
import type { Localized } from "./common.ts";
import type { Delegation } from "./delegations.ts";
import type { ExpectedTime, Light, Pace, TimeLeft } from "./pace.ts";
import { expectedRanges, expectedTime, heardIn, pace, projectedEnd, timeLeft } from "./pace.ts";
import type { Meeting, Segment } from "./programme.ts";
import { findSegment, runningSegment, sittingMeeting } from "./programme.ts";
import type { Entry } from "./speakersList.ts";
import { listOf, waitingEntryOf } from "./speakersList.ts";
import type { State } from "./state.ts";

export type { ExpectedTime, Light, Pace, TimeLeft };
export {
	expectedRanges,
	expectedTime,
	findSegment,
	heardIn,
	limitOf,
	listOf,
	pace,
	projectedEnd,
	runningSegment,
	sittingMeeting,
	timeLeft,
	waitingEntryOf,
};

/** The waiting entries of a segment in the order in which they will be called; the same on every screen. */
export function speakersInOrder(state: State, segmentId: string): Entry[] {
	const list = listOf(state, segmentId);
	return list.order.flatMap((id) => list.entries.get(id) ?? []);
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
				statements += heardIn(state, id).length;
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
