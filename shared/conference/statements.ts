import type { Plate } from "./actor.ts";
import type { Language, Level } from "./common.ts";
import type { FloorEnd, FloorEvent, StatementKind } from "./floor.ts";
import { statementOf } from "./floor.ts";
import type { SpeakersListEvent, StatementMode } from "./speakersList.ts";

/** What was said from the floor: the public record, kept when the floor has moved on. */
export interface Statement {
	readonly id: string;
	readonly segmentId: string;
	readonly kind: StatementKind;
	/** Entry of the list; null for who was in no list. */
	readonly entryId: string | null;
	readonly delegationId: string;
	readonly plate: Plate | null;
	readonly level: Level | null;
	readonly language: Language;
	readonly onBehalfOf: string | null;
	readonly jointly: readonly string[];
	readonly mode: StatementMode;
	readonly startedAt: number;
	/** Null while the delegation has the floor. */
	readonly endedAt: number | null;
	/** Time spoken and time for which the clock stood, in ms. */
	readonly spokenMs: number;
	readonly pausedMs: number;
	readonly limitMs: number;
	/** How it ended; `takenBack` where the call was a mistake (UN2), `inWriting` where it never had the floor (ST3). */
	readonly end: FloorEnd | "takenBack" | "inWriting" | null;
}

export interface StatementsState {
	/** By id, in the order in which they were made. */
	readonly statements: Map<string, Statement>;
}

/** Before the first event. */
export function emptyStatements(): StatementsState {
	return { statements: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyStatements(subject: StatementsState): StatementsState {
	return { statements: new Map(subject.statements) };
}

/** ST2: whether somebody was heard. Who was absent, or called by mistake, was not. */
export function wasHeard({ end }: Statement): boolean {
	return end !== "absent" && end !== "takenBack";
}

type StatementsEvent = FloorEvent | Extract<SpeakersListEvent, { type: "StatementMadeInWriting" }>;

/** Statements follow from the floor: they have events in common and no commands of their own (ST1). */
export function evolveStatements(subject: StatementsState, event: StatementsEvent): void {
	const { statements } = subject;
	switch (event.type) {
		case "FloorGiven": {
			const given = statementOf(event.data.statement);
			const { id, segmentId, kind, entryId, delegationId, plate, level, language, onBehalfOf, jointly } =
				given;
			statements.set(id, {
				id,
				segmentId,
				kind,
				entryId,
				delegationId,
				plate,
				level,
				language,
				onBehalfOf,
				jointly,
				mode: given.recorded ? "recorded" : "live",
				startedAt: given.givenAt,
				endedAt: null,
				spokenMs: 0,
				pausedMs: 0,
				limitMs: given.limitMs,
				end: null,
			});
			return;
		}
		case "FloorEnded": {
			const present = statements.get(event.data.statementId);
			if (present === undefined) return;
			const { spokenMs, limitMs, reason } = event.data;
			const pausedMs = event.data.pausedMs ?? Math.max(0, event.at - present.startedAt - spokenMs);
			statements.set(present.id, {
				...present,
				endedAt: event.at,
				spokenMs,
				pausedMs,
				limitMs,
				end: reason,
			});
			return;
		}
		case "CallTakenBack": {
			const mistaken = statements.get(event.data.statement.id);
			if (mistaken !== undefined)
				statements.set(mistaken.id, { ...mistaken, endedAt: event.at, end: "takenBack" });
			const { statement, interrupted } = event.data.floor;
			for (const resumed of [statement, interrupted]) {
				const was = resumed === null ? undefined : statements.get(resumed.id);
				if (was !== undefined)
					statements.set(was.id, { ...was, endedAt: null, spokenMs: 0, pausedMs: 0, end: null });
			}
			return;
		}
		case "StatementMadeInWriting":
			statements.set(event.data.statement.id, event.data.statement);
	}
}
