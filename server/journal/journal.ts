import { createHash } from "node:crypto";

/**
 * The journal: the one place where a conference is kept. Everything else is a fold over it.
 *
 * `conference/` knows this port only; `main.ts` chooses SQLite (one machine) or Redis (several). Every
 * implementation passes the same contract suite, `test/server/journalContract.ts`.
 */
export interface Journal {
	/**
	 * Appends a whole batch or nothing, durably: the promise resolves only after the bytes are on disk.
	 * `stale` means that somebody else appended since `expected`; the caller reads on and decides again.
	 * @throws JournalUnavailable nothing was stored; @throws JournalUnknown the reply was lost: the batch
	 * may or may not be stored, and the caller must read to learn which.
	 */
	append(conferenceId: string, expected: Head, records: readonly NewRecord[]): Promise<AppendResult>;
	/**
	 * The records after `seq`, in order, in batches so that a replay needs no second copy in memory. It gives what
	 * is stored, damaged or not: whoever touches `record` of bytes that are no record gets JournalDamaged, so a fold
	 * fails closed, while `verifyChain` looks at the bytes alone and can name the first bad one.
	 * @throws JournalUnavailable when nothing can be read now.
	 */
	readSince(conferenceId: string, seq: number): AsyncIterable<StoredRecord[]>;
	/**
	 * Calls `listener` when another writer may have appended. It carries no data: the listener reads. What this
	 * journal object appended itself does not count. The call may come more often than needed, never too seldom.
	 * Returns the function that ends the subscription.
	 */
	subscribe(conferenceId: string, listener: () => void): () => void;
	/**
	 * Calls `listener` with true when writes are possible, false when they are not; at once with the present state.
	 * Returns the function that ends it.
	 */
	onAvailability(listener: (available: boolean) => void): () => void;
	/** Proves that the journal takes writes now (for `/healthz`). @throws JournalUnavailable */
	ping(): Promise<void>;
	/** The journal's real time in ms since the epoch: never runs backwards within a process, shared by all nodes to a few ms. */
	now(): number;
	/** Ids of the conferences that have a journal. */
	conferences(): Promise<string[]>;
	/** Puts a conference's journal aside, so that its id is free again; nothing is deleted. Returns the archive's name. */
	archive(conferenceId: string): Promise<string>;
	close(): Promise<void>;
}

/** The last record's number and hash. An empty journal has `emptyHead`. */
export interface Head {
	readonly seq: number;
	readonly hash: string;
}

/** The head of a journal without records. */
export const emptyHead: Head = { seq: 0, hash: "0".repeat(64) };

/** What a writer knows of a record; the chain adds the number and the hash of the record before. */
export interface NewRecord {
	/** Conference time in ms since the epoch, never less than the record before. */
	readonly time: number;
	/** Representative, or `system`. */
	readonly actor: string;
	readonly commandId: string;
	/** SHA-256 of the command as received, so that the same id with another body is refused. */
	readonly commandHash: string;
	readonly type: string;
	readonly data: unknown;
}

/** A record as it is stored and hashed. */
export interface JournalRecord extends NewRecord {
	readonly seq: number;
	/** Hash of the record before. */
	readonly prev: string;
}

/** A record with the exact bytes that were stored; `hash` is the SHA-256 of these bytes, and upcasting never rehashes. */
export interface StoredRecord {
	readonly record: JournalRecord;
	readonly bytes: string;
	readonly hash: string;
}

export type AppendResult =
	| { readonly status: "appended"; readonly head: Head; readonly stored: readonly StoredRecord[] }
	| { readonly status: "stale" };

/** The journal cannot be written now; nothing of the batch was stored. */
export class JournalUnavailable extends Error {
	override name = "JournalUnavailable";
}

/** What is stored is not a journal, or not a record: a person must look, waiting does not help. Nothing was stored. */
export class JournalDamaged extends JournalUnavailable {
	override name = "JournalDamaged";
}

/** The reply to an append was lost; only reading the journal tells whether it happened. */
export class JournalUnknown extends Error {
	override name = "JournalUnknown";
}

/** SHA-256 of the exact text, in hex. */
export function hashOf(bytes: string): string {
	return createHash("sha256").update(bytes).digest("hex");
}

/** Numbers a batch, links each record to the one before and fixes its bytes. Implementations store what this returns. */
export function chain(head: Head, records: readonly NewRecord[]): StoredRecord[] {
	let { seq, hash: prev } = head;
	return records.map((next) => {
		seq += 1;
		const record: JournalRecord = { seq, ...next, prev };
		const bytes = JSON.stringify(record);
		const hash = hashOf(bytes);
		prev = hash;
		return { record, bytes, hash };
	});
}
