import { findSegment } from "../../shared/conference/programme.ts";
import type { State } from "../../shared/conference/state.ts";
import type { Statement } from "../../shared/conference/statements.ts";
import { localTimeIn, minutesAndSeconds } from "./localTime.ts";

/** A statement of the record. Durations are null while it goes on. */
export interface StatementRow {
	readonly id: string;
	readonly meetingId: string;
	readonly segmentId: string;
	readonly kind: Statement["kind"];
	readonly mode: Statement["mode"];
	readonly delegationId: string;
	readonly delegation: string;
	readonly speaker: Statement["plate"];
	readonly level: Statement["level"];
	readonly language: Statement["language"];
	readonly onBehalfOf: string | null;
	readonly jointly: readonly string[];
	readonly start: string;
	readonly startMs: number;
	readonly end: string | null;
	readonly endMs: number | null;
	readonly spokenMs: number | null;
	readonly pausedMs: number | null;
	readonly limitMs: number;
	readonly overrunMs: number | null;
	/** Minutes and seconds. */
	readonly overrun: string | null;
	/** How it ended. */
	readonly ended: Statement["end"];
}

/** The statements that somebody's view holds, of one meeting or of the conference, in the order in which they were made. */
export function statementRows(visible: State, meetingId: string | undefined): StatementRow[] {
	const localTime = localTimeIn(visible.profile.timeZone);
	return [...visible.statements.statements.values()].flatMap((statement) => {
		const meeting = findSegment(visible, statement.segmentId)?.meeting;
		if (meeting === undefined || (meetingId !== undefined && meeting.id !== meetingId)) return [];
		const { id, segmentId, kind, mode, delegationId, plate, level, language, onBehalfOf, jointly } =
			statement;
		const { startedAt, endedAt, limitMs, end } = statement;
		const isOver = endedAt !== null;
		const overrunMs = Math.max(0, Math.round(statement.spokenMs - limitMs));
		return {
			id,
			meetingId: meeting.id,
			segmentId,
			kind,
			mode,
			delegationId,
			delegation: nameOf(visible, delegationId),
			speaker: plate,
			level,
			language,
			onBehalfOf,
			jointly,
			start: localTime(startedAt),
			startMs: Math.round(startedAt),
			end: isOver ? localTime(endedAt) : null,
			endMs: isOver ? Math.round(endedAt) : null,
			spokenMs: isOver ? Math.round(statement.spokenMs) : null,
			pausedMs: isOver ? Math.round(statement.pausedMs) : null,
			limitMs,
			overrunMs: isOver ? overrunMs : null,
			overrun: isOver ? minutesAndSeconds(overrunMs) : null,
			ended: end,
		};
	});
}

/** The statements as a table, its header row first. */
export function statementTable(rows: readonly StatementRow[], visible: State): (string | number)[][] {
	return [
		[
			...["statement", "meeting", "segment", "kind", "mode", "delegation", "delegation name"],
			...["speaker", "title", "level", "language", "on behalf of", "jointly with"],
			...["start", "end", "spoken (ms)", "paused (ms)", "limit (ms)", "over-run (ms)", "over-run", "ended"],
		],
		...rows.map((each) => [
			...[each.id, each.meetingId, each.segmentId, each.kind, each.mode, each.delegationId, each.delegation],
			...[each.speaker?.name ?? "", each.speaker?.title.en ?? "", each.level ?? "", each.language],
			...[each.onBehalfOf ?? "", each.jointly.map((id) => nameOf(visible, id)).join("; ")],
			...[each.start, each.end ?? "", each.spokenMs ?? "", each.pausedMs ?? "", each.limitMs],
			...[each.overrunMs ?? "", each.overrun ?? "", each.ended ?? ""],
		]),
	];
}

function nameOf(state: State, delegationId: string): string {
	return state.delegations.delegations.get(delegationId)?.name.en ?? delegationId;
}
