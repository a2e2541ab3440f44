import { closeSync, existsSync, fsyncSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { emptyHead, type Head } from "./journal.ts";
import { openDatabase } from "./sqliteDatabase.ts";

/** One record as it lies in the file. */
export interface Row {
	readonly seq: number;
	readonly hash: string;
	readonly bytes: string;
}

/** Many rows as columns: what the worker hands over costs a third of the same as objects. */
export interface Rows {
	readonly seqs: number[];
	readonly hashes: string[];
	readonly bytes: string[];
}

const schema = `CREATE TABLE IF NOT EXISTS records (
	seq INTEGER PRIMARY KEY,
	hash TEXT NOT NULL,
	bytes TEXT NOT NULL
) STRICT`;

/** Makes a directory's new, moved or deleted entries durable. Windows cannot open a directory, and needs it not. */
export function syncDirectory(path: string): void {
	if (process.platform === "win32") return;
	const directory = openSync(path, "r");
	try {
		fsyncSync(directory);
	} finally {
		closeSync(directory);
	}
}

/** Tells one file from another that took its name; undefined when there is none. */
export function identityOf(path: string): string | undefined {
	const stats = statSync(path, { throwIfNoEntry: false });
	return stats && `${stats.dev}:${stats.ino}`;
}

/** One conference's open SQLite file. Synchronous: it lives in the worker, or in a tool. */
export class JournalFile {
	readonly path: string;
	/** Open for tests and tools that need a pragma; the journal itself never goes around the methods below. */
	readonly database: DatabaseSync;
	readonly #identity: string | undefined;
	readonly #head: StatementSync;
	readonly #insert: StatementSync | undefined;
	readonly #read: StatementSync;

	private constructor(path: string, database: DatabaseSync, writable: boolean) {
		this.path = path;
		this.database = database;
		this.#identity = identityOf(path);
		this.#head = database.prepare("SELECT seq, hash FROM records ORDER BY seq DESC LIMIT 1");
		this.#read = database.prepare("SELECT seq, hash, bytes FROM records WHERE seq > ? ORDER BY seq LIMIT ?");
		this.#read.setReturnArrays(true);
		if (writable) this.#insert = database.prepare("INSERT INTO records (seq, hash, bytes) VALUES (?, ?, ?)");
	}

	/** Opens for writing, and creates the file when there is none. */
	static open(path: string): JournalFile {
		const created = !existsSync(path);
		const database = openDatabase(path, schema);
		if (created) syncDirectory(dirname(path));
		return JournalFile.#wrap(path, database, true);
	}

	/** Opens for reading beside a server that may be writing. @throws when there is no such file. */
	static openReadOnly(path: string): JournalFile {
		return JournalFile.#wrap(path, new DatabaseSync(path, { readOnly: true, timeout: 5000 }), false);
	}

	static #wrap(path: string, database: DatabaseSync, writable: boolean): JournalFile {
		try {
			return new JournalFile(path, database, writable);
		} catch (error) {
			database.close();
			throw error;
		}
	}

	/**
	 * False when the file was moved, deleted or replaced behind our back. Writing to the old one would succeed
	 * and be lost, so this is asked before every transaction (2 microseconds).
	 */
	isInPlace(): boolean {
		return identityOf(this.path) === this.#identity;
	}

	head(): Head {
		const row = this.#head.get();
		return row ? { seq: Number(row.seq), hash: String(row.hash) } : emptyHead;
	}

	begin(): void {
		this.database.exec("BEGIN IMMEDIATE");
	}

	/** Within a transaction: adds the rows if the journal still ends with `expected`; says whether it did. */
	addIfAt(expected: Head, rows: readonly Row[]): boolean {
		const head = this.head();
		if (head.seq !== expected.seq || head.hash !== expected.hash) return false;
		for (const { seq, hash, bytes } of rows) this.#insert?.run(seq, hash, bytes);
		return true;
	}

	commit(): void {
		this.database.exec("COMMIT");
	}

	read(after: number, limit: number): Rows {
		const seqs: number[] = [];
		const hashes: string[] = [];
		const bytes: string[] = [];
		for (const row of this.#read.all(after, limit)) {
			// setReturnArrays gives arrays, which the types of node:sqlite do not know.
			const [seq, hash, text] = row as unknown as [number, string, string];
			seqs.push(seq);
			hashes.push(hash);
			bytes.push(text);
		}
		return { seqs, hashes, bytes };
	}

	/** A real write that changes nothing: proves that the disk takes a commit of this file again. */
	touch(): void {
		this.database.exec("PRAGMA user_version = 1");
	}

	/** Brings everything from the write-ahead log into the file itself. */
	checkpoint(): void {
		this.database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
	}

	/** Closes; what an open transaction held is rolled back. */
	close(): void {
		if (this.database.isOpen) this.database.close();
	}
}
