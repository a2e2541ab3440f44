import type { DatabaseSync } from "node:sqlite";
import { openDatabase } from "../journal/sqliteDatabase.ts";
import { type Files, fileIdOf } from "./files.ts";

// With a rowid: SQLite keeps large values badly in a table without.
const schema = `
	CREATE TABLE files (
		conferenceId TEXT NOT NULL,
		fileId TEXT NOT NULL,
		bytes BLOB NOT NULL,
		PRIMARY KEY (conferenceId, fileId)
	) STRICT`;

/**
 * Files of a single server, in one database. Synchronous, on the main thread: the largest document takes some tens of
 * milliseconds, and the secretariat alone adds documents.
 */
export class SqliteFiles implements Files {
	readonly #database: DatabaseSync;

	private constructor(database: DatabaseSync) {
		this.#database = database;
	}

	/** Opens `DATA_DIR/files.sqlite`, or `:memory:` for a test. */
	static open(path: string): SqliteFiles {
		return new SqliteFiles(openDatabase(path, schema));
	}

	async put(conferenceId: string, bytes: Uint8Array): Promise<string> {
		const fileId = fileIdOf(bytes);
		this.#database.prepare("INSERT OR IGNORE INTO files VALUES (?, ?, ?)").run(conferenceId, fileId, bytes);
		return fileId;
	}

	async get(conferenceId: string, fileId: string): Promise<Buffer | undefined> {
		const query = "SELECT bytes FROM files WHERE conferenceId = ? AND fileId = ?";
		const bytes = this.#database.prepare(query).get(conferenceId, fileId)?.bytes;
		return bytes instanceof Uint8Array
			? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
			: undefined;
	}

	async has(conferenceId: string, fileId: string): Promise<boolean> {
		const query = "SELECT 1 FROM files WHERE conferenceId = ? AND fileId = ?";
		return this.#database.prepare(query).get(conferenceId, fileId) !== undefined;
	}

	async close(): Promise<void> {
		this.#database.close();
	}
}
