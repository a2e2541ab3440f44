import { chmodSync, closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The low byte of SQLite's result code: which kind of failure it was. */
export const sqliteCode = {
	busy: 5,
	locked: 6,
	readOnly: 8,
	io: 10,
	corrupt: 11,
	full: 13,
	noFile: 14,
	noDatabase: 26,
};

/** SQLite's primary result code of an error, or undefined when something else threw. */
export function sqliteCodeOf(error: unknown): number | undefined {
	if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number")
		return undefined;
	return error.errcode & 0xff;
}

/** What went wrong, in words. */
export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** Makes a private directory if there is none: drafts and sign-ins are nobody else's business on a shared machine. */
export function makePrivateDirectory(path: string): void {
	mkdirSync(path, { recursive: true, mode: 0o700 });
}

/** The file is its owner's alone before SQLite opens it, because SQLite gives what it puts beside it the same mode. */
function makePrivateFile(path: string): void {
	try {
		closeSync(openSync(path, "a", 0o600));
		chmodSync(path, 0o600);
	} catch {
		// SQLite meets the same obstacle, and says it better; a file of another owner may still be written.
	}
}

function schemaVersion(database: DatabaseSync): number {
	return Number(database.prepare("PRAGMA user_version").get()?.user_version);
}

/**
 * Opens a database of ours for durable writing (write-ahead log, every commit on disk) and creates its tables when
 * it is new. `version` is the schema's: a file of a newer release is refused rather than misread.
 * `:memory:` opens one that ends with the process.
 */
export function openDatabase(path: string, schema: string, version = 1): DatabaseSync {
	if (path !== ":memory:") {
		makePrivateDirectory(dirname(path));
		makePrivateFile(path);
	}
	// A tool that looks at the file may hold its lock for a moment; longer than this is a fault to report.
	const database = new DatabaseSync(path, { timeout: 5000 });
	try {
		const found = schemaVersion(database);
		if (found > version)
			throw new Error(`${path} was written by a newer release (format ${found}); update this one.`);
		const mode = database.prepare("PRAGMA journal_mode = WAL").get()?.journal_mode;
		if (mode !== "wal" && path !== ":memory:") {
			throw new Error(
				`${path} is on a file system without shared memory (a network drive?); use a local disk.`,
			);
		}
		database.exec("PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF");
		if (found < version)
			database.exec(`BEGIN IMMEDIATE; ${schema}; PRAGMA user_version = ${version}; COMMIT`);
		return database;
	} catch (error) {
		database.close();
		throw error;
	}
}
