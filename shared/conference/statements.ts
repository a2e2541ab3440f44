import type { Plate } from "./actor.ts";
import type { FloorEnd, FloorEvent } from "./floor.ts";

/** What was said from the floor: the public record, kept when the floor has moved on. */
export interface Statement {
	readonly id: string;
	readonly segmentId: string;
	readonly delegationId: string;
	readonly plate: Plate | null;
	readonly onBehalfOf: string | null;
	readonly startedAt: number;
	/** Null while the delegation has the floor. */
	readonly endedAt: number | null;
	readonly spokenMs: number;
	readonly limitMs: number;
	readonly end: FloorEnd | null;
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

/** Statements follow from the floor: they have events in common and no commands of their own (ST1). */
export function evolveStatements(subject: StatementsState, event: FloorEvent): void {
	if (event.type === "FloorGiven") {
		const { id, segmentId, delegationId, plate, onBehalfOf, givenAt, limitMs } = event.data.statement;
		subject.statements.set(id, {
			id,
			segmentId,
			delegationId,
			plate,
			onBehalfOf,
			startedAt: givenAt,
			endedAt: null,
			spokenMs: 0,
			limitMs,
			end: null,
		});
	} else if (event.type === "FloorEnded") {
		const present = subject.statements.get(event.data.statementId);
		if (present === undefined) return;
		const { spokenMs, limitMs, reason } = event.data;
		subject.statements.set(present.id, { ...present, endedAt: event.at, spokenMs, limitMs, end: reason });
	}
}
