import type { DatabaseSync } from "node:sqlite";
import { openDatabase } from "../journal/sqliteDatabase.ts";
import type { Directory, DirectoryListener, Person } from "./directory.ts";

const schema = `
	CREATE TABLE directories (conferenceId TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT;
	CREATE TABLE persons (
		conferenceId TEXT NOT NULL,
		representativeId TEXT NOT NULL,
		person TEXT NOT NULL,
		PRIMARY KEY (conferenceId, representativeId)
	) STRICT, WITHOUT ROWID`;

/** The directory of a single server, in one file. Synchronous, on the main thread: names change rarely. */
export class SqliteDirectory implements Directory {
	readonly #database: DatabaseSync;
	readonly #listeners = new Set<DirectoryListener>();

	private constructor(database: DatabaseSync) {
		this.#database = database;
	}

	/** Opens `DATA_DIR/directory.sqlite`, or `:memory:` for a test. */
	static open(path: string): SqliteDirectory {
		const database = openDatabase(path, schema);
		// What is erased is overwritten, not merely marked as free.
		database.exec("PRAGMA secure_delete = ON");
		return new SqliteDirectory(database);
	}

	async put(conferenceId: string, persons: readonly Person[]): Promise<number> {
		const version = this.#change(conferenceId, () => {
			const insert = this.#database.prepare("INSERT OR REPLACE INTO persons VALUES (?, ?, ?)");
			for (const person of persons) insert.run(conferenceId, person.representativeId, JSON.stringify(person));
			return persons.length > 0;
		});
		this.#forgetLog();
		return version;
	}

	async erase(conferenceId: string, representativeId: string): Promise<number> {
		const version = this.#change(conferenceId, () => {
			const erase = this.#database.prepare(
				"DELETE FROM persons WHERE conferenceId = ? AND representativeId = ?",
			);
			return erase.run(conferenceId, representativeId).changes > 0;
		});
		this.#forgetLog();
		return version;
	}

	async all(conferenceId: string): Promise<{ version: number; persons: readonly Person[] }> {
		const rows = this.#database
			.prepare("SELECT person FROM persons WHERE conferenceId = ? ORDER BY representativeId")
			.all(conferenceId);
		const persons = rows.map(({ person }) => JSON.parse(String(person)) as Person);
		return { version: this.#version(conferenceId), persons };
	}

	onChange(listener: DirectoryListener): () => void {
		const entry: DirectoryListener = (conferenceId, version) => listener(conferenceId, version);
		this.#listeners.add(entry);
		return () => {
			this.#listeners.delete(entry);
		};
	}

	async close(): Promise<void> {
		this.#database.close();
	}

	#version(conferenceId: string): number {
		const query = this.#database.prepare("SELECT version FROM directories WHERE conferenceId = ?");
		return Number(query.get(conferenceId)?.version ?? 0);
	}

	/** One transaction; `work` says whether it changed anything. Returns the version afterwards. */
	#change(conferenceId: string, work: () => boolean): number {
		let changed = false;
		this.#database.exec("BEGIN IMMEDIATE");
		try {
			changed = work();
			if (changed) {
				const next = `INSERT INTO directories VALUES (?, 1) ON CONFLICT DO UPDATE SET version = version + 1`;
				this.#database.prepare(next).run(conferenceId);
			}
			this.#database.exec("COMMIT");
		} catch (error) {
			if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
			throw error;
		}
		const version = this.#version(conferenceId);
		if (changed) for (const listener of [...this.#listeners]) listener(conferenceId, version);
		return version;
	}

	/** The write-ahead log still holds what was replaced or erased, until it is emptied. */
	#forgetLog(): void {
		this.#database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
	}
}
