import { Availability } from "./availability.ts";
import { monotonicNow } from "./clock.ts";
import { archiveName, checkConferenceId } from "./conferenceId.ts";
import {
	type AppendResult,
	chain,
	emptyHead,
	type Head,
	type Journal,
	JournalUnavailable,
	type NewRecord,
	type StoredRecord,
} from "./journal.ts";
import { KeptRecord } from "./keptRecord.ts";
import { Subscribers } from "./subscribers.ts";

const batchSize = 1000;

/** What several memory journals share, as several servers share one Redis. */
export class MemoryStore {
	readonly journals = new Map<string, StoredRecord[]>();
	readonly archived = new Map<string, StoredRecord[]>();
	readonly instances = new Set<MemoryJournal>();
}

/** A journal that lives as long as the process: for tests and for trying things out, never for a conference. */
export class MemoryJournal implements Journal {
	readonly #store: MemoryStore;
	readonly #clock: () => number;
	readonly #subscribers = new Subscribers();
	protected readonly availability = new Availability(true);

	constructor(store: MemoryStore = new MemoryStore(), clock: () => number = monotonicNow) {
		this.#store = store;
		this.#clock = clock;
		store.instances.add(this);
	}

	async append(conferenceId: string, expected: Head, records: readonly NewRecord[]): Promise<AppendResult> {
		checkConferenceId(conferenceId);
		await this.ping();
		const kept = this.#store.journals.get(conferenceId) ?? [];
		const head = kept.at(-1);
		if (kept.length !== expected.seq || (head?.hash ?? emptyHead.hash) !== expected.hash) {
			return { status: "stale" };
		}
		const stored = chain(expected, records);
		this.#store.journals.set(conferenceId, kept);
		for (const { record, bytes, hash } of stored) kept.push(new KeptRecord(record.seq, bytes, hash));
		for (const other of this.#store.instances) if (other !== this) other.#subscribers.notify(conferenceId);
		const last = stored.at(-1);
		return { status: "appended", head: last ? { seq: last.record.seq, hash: last.hash } : expected, stored };
	}

	async *readSince(conferenceId: string, seq: number): AsyncIterable<StoredRecord[]> {
		checkConferenceId(conferenceId);
		for (let from = seq; ; from += batchSize) {
			const batch = this.#store.journals.get(conferenceId)?.slice(from, from + batchSize) ?? [];
			if (batch.length === 0) return;
			yield batch;
		}
	}

	subscribe(conferenceId: string, listener: () => void): () => void {
		return this.#subscribers.add(conferenceId, listener);
	}

	onAvailability(listener: (available: boolean) => void): () => void {
		return this.availability.listen(listener);
	}

	async ping(): Promise<void> {
		if (!this.availability.available) throw new JournalUnavailable("The journal cannot be written now.");
	}

	now(): number {
		return this.#clock();
	}

	async conferences(): Promise<string[]> {
		return [...this.#store.journals.keys()].sort();
	}

	async archive(conferenceId: string): Promise<string> {
		checkConferenceId(conferenceId);
		const kept = this.#store.journals.get(conferenceId);
		if (kept === undefined) throw new Error(`Conference ${conferenceId} has no journal to archive.`);
		const name = `${archiveName(conferenceId, Date.now())}-${this.#store.archived.size + 1}`;
		this.#store.archived.set(name, kept);
		this.#store.journals.delete(conferenceId);
		return name;
	}

	async close(): Promise<void> {
		this.#store.instances.delete(this);
	}
}
