import { Availability } from "./availability.ts";
import { monotonicNow } from "./clock.ts";
import { checkConferenceId } from "./conferenceId.ts";
import {
	type AppendResult,
	chain,
	type Head,
	type Journal,
	JournalDamaged,
	JournalUnavailable,
	JournalUnknown,
	type NewRecord,
	type StoredRecord,
} from "./journal.ts";
import { KeptRecord } from "./keptRecord.ts";
import { Recovery } from "./recovery.ts";
import { SqliteConnection } from "./sqliteConnection.ts";
import type { Rows } from "./sqliteFile.ts";
import type { Outcome } from "./sqliteStore.ts";
import { Subscribers } from "./subscribers.ts";

/** Rows read at once: enough that a replay waits for no round trip, few enough that a commit waits a millisecond. */
const readSize = 1000;

export interface SqliteJournalOptions {
	/** One file for each conference; made when there is none. */
	readonly dataDir: string;
	/** Lets other processes write the same journals: for tools and tests, never for two servers. */
	readonly shared?: boolean;
	/** Told of each new failure, in a sentence for the log. */
	readonly onProblem?: (message: string) => void;
}

/**
 * The embedded journal: SQLite in a worker thread, one file for each conference. When the disk fails it says so
 * and tries by itself, until writes are possible again.
 */
export class SqliteJournal implements Journal {
	readonly #connection: SqliteConnection;
	readonly #onProblem: (message: string) => void;
	readonly #availability = new Availability(true);
	readonly #subscribers = new Subscribers();
	readonly #recovery = new Recovery(() => this.#recover());
	/** What was reported last, so that the same failure is told once. */
	#problem = "";

	private constructor({ dataDir, shared = false, onProblem = () => {} }: SqliteJournalOptions) {
		this.#onProblem = onProblem;
		this.#connection = new SqliteConnection({ dataDir, shared }, (why) =>
			this.#failed(new JournalUnavailable(why)),
		);
	}

	/** @throws JournalUnavailable when the directory cannot be used, or another server has it. */
	static async open(options: SqliteJournalOptions): Promise<SqliteJournal> {
		const journal = new SqliteJournal(options);
		try {
			await journal.#connection.start();
			return journal;
		} catch (error) {
			journal.#recovery.stop();
			throw error;
		}
	}

	async append(conferenceId: string, expected: Head, records: readonly NewRecord[]): Promise<AppendResult> {
		checkConferenceId(conferenceId);
		const stored = chain(expected, records);
		const rows = stored.map(({ record, bytes, hash }) => ({ seq: record.seq, hash, bytes }));
		const outcome = await this.#watched(
			this.#connection.request({ kind: "append", conferenceId, expected, rows }) as Promise<Outcome>,
		);
		if (outcome === "stale") {
			// Nobody tells us of other writers; this is how we learn that there is one.
			this.#subscribers.notify(conferenceId);
			return { status: "stale" };
		}
		const last = stored.at(-1);
		return { status: "appended", head: last ? { seq: last.record.seq, hash: last.hash } : expected, stored };
	}

	async *readSince(conferenceId: string, seq: number): AsyncIterable<StoredRecord[]> {
		checkConferenceId(conferenceId);
		let next: Promise<Rows> | undefined = this.#read(conferenceId, seq);
		while (next) {
			const { seqs, hashes, bytes }: Rows = await next;
			const last = seqs.at(-1);
			// The worker reads on while the caller folds.
			next = last !== undefined && seqs.length === readSize ? this.#read(conferenceId, last) : undefined;
			// Heard here as well, in case the caller stops early and nobody awaits it.
			next?.catch(() => {});
			if (last === undefined) return;
			yield seqs.map((number, index) => new KeptRecord(number, bytes[index] ?? "", hashes[index] ?? ""));
		}
	}

	subscribe(conferenceId: string, listener: () => void): () => void {
		return this.#subscribers.add(conferenceId, listener);
	}

	onAvailability(listener: (available: boolean) => void): () => void {
		return this.#availability.listen(listener);
	}

	async ping(): Promise<void> {
		await this.#watched(this.#connection.request({ kind: "prove" }));
		this.#availability.set(true);
	}

	now(): number {
		return monotonicNow();
	}

	async conferences(): Promise<string[]> {
		return (await this.#connection.request({ kind: "conferences" })) as string[];
	}

	async archive(conferenceId: string): Promise<string> {
		checkConferenceId(conferenceId);
		return (await this.#connection.request({ kind: "archive", conferenceId, time: Date.now() })) as string;
	}

	async close(): Promise<void> {
		this.#recovery.stop();
		await this.#connection.close();
	}

	#read(conferenceId: string, after: number): Promise<Rows> {
		const request = { kind: "read", conferenceId, after, limit: readSize } as const;
		return this.#connection.request(request) as Promise<Rows>;
	}

	async #watched<T>(work: Promise<T>): Promise<T> {
		try {
			return await work;
		} catch (error) {
			if (error instanceof Error) this.#failed(error);
			throw error;
		}
	}

	/** Damage does not pass by itself and concerns one conference: the others go on. All else is tried again. */
	#failed(error: Error): void {
		if (error.message !== this.#problem) this.#onProblem(error.message);
		this.#problem = error.message;
		if (error instanceof JournalDamaged) return;
		if (!(error instanceof JournalUnavailable || error instanceof JournalUnknown)) return;
		this.#availability.set(false);
		this.#recovery.start();
	}

	async #recover(): Promise<void> {
		if (!this.#connection.running) await this.#connection.start();
		await this.#connection.request({ kind: "prove" });
		this.#problem = "";
		this.#availability.set(true);
	}
}
