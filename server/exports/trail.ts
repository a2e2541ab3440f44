import type { Audience } from "../../shared/conference/audience.ts";
import type { Localized } from "../../shared/conference/common.ts";
import type { DomainEvent } from "../../shared/conference/decider.ts";
import { evolveFork } from "../../shared/conference/decider.ts";
import type { State } from "../../shared/conference/state.ts";
import { emptyState, Fork } from "../../shared/conference/state.ts";
import { project } from "../../shared/conference/visibility.ts";
import type { Person } from "../directory/directory.ts";
import type { Head, Journal, JournalRecord } from "../journal/journal.ts";
import { emptyHead } from "../journal/journal.ts";
import { localTimeIn } from "./localTime.ts";
import { TakenBack } from "./takenBack.ts";
import { trailActor } from "./trailActor.ts";
import { subjectOf } from "./trailSubject.ts";

/** One act of the trail, with all that it takes to find it again in the journal. */
export interface TrailEntry {
	readonly seq: number;
	readonly hash: string;
	readonly commandId: string;
	/** ISO 8601 with the offset of the conference's time zone, and ms since the epoch. */
	readonly at: string;
	readonly atMs: number;
	readonly event: string;
	readonly meetingId: string | null;
	readonly segmentId: string | null;
	readonly actor: {
		readonly id: string;
		/** From the directory, as far as the person is still there. */
		readonly name: string | null;
		readonly title: Localized | null;
		readonly role: string | null;
		readonly delegationId: string | null;
		readonly delegation: string | null;
		readonly actedAs: string | null;
	};
	readonly delegationId: string | null;
	readonly delegation: string | null;
	readonly reason: string | null;
	/** Number of the record that this one takes back. */
	readonly takesBack: number | null;
	/** The event's data as the reader is told them. */
	readonly data: unknown;
}

export interface Trail {
	readonly head: Head;
	readonly entries: readonly TrailEntry[];
}

export interface TrailWish {
	readonly conferenceId: string;
	/** Only this meeting, or the whole conference. */
	readonly meetingId: string | undefined;
	/** The reader: an event that it was not told of is not in its trail. */
	readonly audience: Audience;
	readonly persons: ReadonlyMap<string, Person>;
}

/** Every act on the speakers' list, the floor and the programme, read from the journal itself, oldest first. */
export async function readTrail(journal: Pick<Journal, "readSince">, wish: TrailWish): Promise<Trail> {
	const fork = new Fork(emptyState());
	const takenBack = new TakenBack();
	const entries: TrailEntry[] = [];
	let head: Head = emptyHead;
	for await (const stored of journal.readSince(wish.conferenceId, 0))
		for (const { record, hash } of stored) {
			const event = { type: record.type, at: record.time, data: record.data } as DomainEvent;
			const takesBack = takenBack.follow(event, record.seq);
			const entry = entryOf(record, event, fork.state, wish);
			if (entry !== undefined) entries.push({ ...entry, hash, takesBack });
			evolveFork(fork, event);
			head = { seq: record.seq, hash };
		}
	return { head, entries };
}

function entryOf(record: JournalRecord, event: DomainEvent, before: State, wish: TrailWish) {
	const subject = subjectOf(event, before);
	if (subject === undefined) return undefined;
	if (wish.meetingId !== undefined && subject.meetingId !== wish.meetingId) return undefined;
	const told = project(wish.audience, before, event);
	if (told === undefined) return undefined;
	const { seq, commandId } = record;
	const actor = trailActor(record.actor, event, before);
	const person = wish.persons.get(actor.id);
	const nameOf = (id: string | null) =>
		id === null ? null : (before.delegations.delegations.get(id)?.name.en ?? null);
	return {
		seq,
		commandId,
		at: localTimeIn(before.profile.timeZone)(event.at),
		atMs: Math.round(event.at),
		event: event.type,
		meetingId: subject.meetingId,
		segmentId: subject.segmentId,
		actor: {
			id: actor.id,
			name: person?.name ?? null,
			title: person?.title ?? null,
			role: actor.role,
			delegationId: actor.delegationId,
			delegation: nameOf(actor.delegationId),
			actedAs: actor.actedAs,
		},
		delegationId: subject.delegationId,
		delegation: nameOf(subject.delegationId),
		reason: subject.reason,
		data: told.data,
	};
}

/** The trail as a table, its header row first. */
export function trailTable(entries: readonly TrailEntry[]): (string | number)[][] {
	return [
		[
			...["record", "time", "time (ms)", "meeting", "segment", "event"],
			...["acted as", "role", "person", "name", "of delegation"],
			...["delegation", "delegation name", "reason", "takes back record", "data", "command", "hash"],
		],
		...entries.map((each) => [
			...[each.seq, each.at, each.atMs, each.meetingId ?? "", each.segmentId ?? "", each.event],
			...[each.actor.actedAs ?? "", each.actor.role ?? "", each.actor.id],
			...[each.actor.name ?? "", each.actor.delegation ?? ""],
			...[each.delegationId ?? "", each.delegation ?? "", each.reason ?? "", each.takesBack ?? ""],
			...[JSON.stringify(each.data), each.commandId, each.hash],
		]),
	];
}
