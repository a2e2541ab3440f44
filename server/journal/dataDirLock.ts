import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { JournalUnavailable } from "./journal.ts";
import { sqliteCode, sqliteCodeOf } from "./sqliteDatabase.ts";
import { identityOf } from "./sqliteFile.ts";

function open(path: string, shared: boolean): DatabaseSync {
	const database = new DatabaseSync(path, { timeout: shared ? 5000 : 0 });
	try {
		// The first write takes the lock; in exclusive mode it is then kept, and the system frees it when the
		// process ends in whatever way: no lock file is ever left behind that somebody would have to delete.
		database.exec(`PRAGMA locking_mode = ${shared ? "NORMAL" : "EXCLUSIVE"}; PRAGMA user_version = 1`);
		return database;
	} catch (error) {
		database.close();
		throw error;
	}
}

/**
 * The right of one server to a DATA_DIR. A second server would not damage a journal (each append looks at the head
 * within its transaction), but each would go on without seeing what the other decides.
 */
export class DataDirLock {
	readonly #path: string;
	readonly #shared: boolean;
	#database: DatabaseSync;
	#identity: string | undefined;

	private constructor(path: string, shared: boolean) {
		this.#path = path;
		this.#shared = shared;
		this.#database = open(path, shared);
		this.#identity = identityOf(path);
	}

	/** @throws JournalUnavailable when another server has the directory. */
	static take(dataDir: string, shared: boolean): DataDirLock {
		try {
			return new DataDirLock(join(dataDir, "server.lock"), shared);
		} catch (error) {
			if (sqliteCodeOf(error) !== sqliteCode.busy) throw error;
			throw new JournalUnavailable(
				`Another Plenaria server uses the data directory ${dataDir}. Stop it, or give this one its own DATA_DIR.`,
			);
		}
	}

	/** Writes to the directory's disk, and takes the lock again if the directory was replaced. */
	prove(): void {
		if (identityOf(this.#path) !== this.#identity) {
			const database = open(this.#path, this.#shared);
			this.#database.close();
			this.#database = database;
			this.#identity = identityOf(this.#path);
		}
		this.#database.exec("PRAGMA user_version = 1");
	}

	close(): void {
		this.#database.close();
	}
}
