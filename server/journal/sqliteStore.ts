import { existsSync, readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { archiveName, checkConferenceId, isConferenceId } from "./conferenceId.ts";
import { DataDirLock } from "./dataDirLock.ts";
import { type Head, JournalDamaged, JournalUnavailable, JournalUnknown } from "./journal.ts";
import { makePrivateDirectory, messageOf, sqliteCode, sqliteCodeOf } from "./sqliteDatabase.ts";
import { JournalFile, type Row, type Rows, syncDirectory } from "./sqliteFile.ts";

const extension = ".sqlite";

/** A batch with the head it was decided on. */
export interface Batch {
	readonly expected: Head;
	readonly rows: readonly Row[];
}

/** The ids of the conferences that have a journal file in a directory. */
export function journalsIn(dataDir: string): string[] {
	const names = readdirSync(dataDir).filter((name) => name.endsWith(extension));
	return names
		.map((name) => name.slice(0, -extension.length))
		.filter(isConferenceId)
		.sort();
}

/** The file of a conference's journal. */
export function journalPath(dataDir: string, conferenceId: string): string {
	checkConferenceId(conferenceId);
	return join(dataDir, conferenceId + extension);
}

/** What SQLite and the file system throw carries a code; an error without one is ours, and says all it has to say. */
function isOwnError(error: unknown): error is Error {
	return error instanceof Error && !("code" in error);
}

/** Turns what SQLite or the file system threw into what the port promises. */
export function journalError(error: unknown, path: string, committing: boolean): Error {
	if (error instanceof JournalUnavailable || isOwnError(error)) return error;
	const because = `(${messageOf(error)})`;
	switch (sqliteCodeOf(error)) {
		case sqliteCode.corrupt:
		case sqliteCode.noDatabase:
			return new JournalDamaged(
				`${path} is damaged ${because}. Stop the server and restore it from a backup.`,
			);
		case sqliteCode.full:
			return new JournalUnavailable(`The disk is full: ${path} cannot grow ${because}. Free some space.`);
		case sqliteCode.busy:
		case sqliteCode.locked:
			return new JournalUnavailable(`Another program has locked ${path} ${because}. Close it.`);
		case sqliteCode.io:
			// The pages may have reached the disk although the flush failed: after a restart they could be there.
			if (committing) return new JournalUnknown(`Writing ${path} failed half-way ${because}.`);
			return new JournalUnavailable(`The disk of ${path} does not answer ${because}. Check the disk.`);
		default:
			return new JournalUnavailable(
				`${path} cannot be used ${because}. Check that it exists and may be written.`,
			);
	}
}

/** What became of one batch of a transaction. */
export type Outcome = "appended" | "stale";

/** All journals of one DATA_DIR. Synchronous: it lives in the worker. */
export class SqliteStore {
	readonly #dataDir: string;
	readonly #lock: DataDirLock;
	readonly #files = new Map<string, JournalFile>();
	/** Conferences whose last write failed, and whether they had a file then: it must come back before we go on. */
	readonly #troubled = new Map<string, boolean>();

	private constructor(dataDir: string, lock: DataDirLock) {
		this.#dataDir = dataDir;
		this.#lock = lock;
	}

	/**
	 * Takes the directory, and makes it when there is none. With `shared` several processes may write: nothing
	 * is lost, but none of them is told of what the others append.
	 */
	static open(dataDir: string, shared: boolean): SqliteStore {
		try {
			makePrivateDirectory(dataDir);
			return new SqliteStore(dataDir, DataDirLock.take(dataDir, shared));
		} catch (error) {
			throw journalError(error, dataDir, false);
		}
	}

	/**
	 * Appends several batches of one conference in one transaction, thus with one flush of the disk. Each is taken
	 * or refused as a whole, on its own; a failure is the failure of all, and nothing of any is stored.
	 */
	append(conferenceId: string, batches: readonly Batch[]): Outcome[] {
		const path = journalPath(this.#dataDir, conferenceId);
		let committing = false;
		let existed = this.#files.has(conferenceId) || this.#troubled.get(conferenceId) === true;
		try {
			const started = batches.every((batch) => batch.expected.seq > 0);
			existed ||= started || existsSync(path);
			const file = this.#existing(conferenceId) ?? (existed ? undefined : this.#create(conferenceId));
			if (file === undefined) throw new JournalUnavailable(`${path} has disappeared. Put it back.`);
			file.begin();
			const outcomes = batches.map(
				({ expected, rows }): Outcome => (file.addIfAt(expected, rows) ? "appended" : "stale"),
			);
			committing = true;
			file.commit();
			return outcomes;
		} catch (error) {
			throw this.#trouble(conferenceId, existed, error, committing);
		}
	}

	/** Rows after `seq`, at most `limit`; none when the conference has no journal. */
	read(conferenceId: string, after: number, limit: number): Rows {
		try {
			return this.#existing(conferenceId)?.read(after, limit) ?? { seqs: [], hashes: [], bytes: [] };
		} catch (error) {
			this.#drop(conferenceId);
			throw journalError(error, journalPath(this.#dataDir, conferenceId), false);
		}
	}

	/** Proves that the disk takes writes, also in each file where the last one failed. */
	prove(): void {
		let path = this.#dataDir;
		try {
			this.#lock.prove();
			for (const [conferenceId, existed] of this.#troubled) {
				path = journalPath(this.#dataDir, conferenceId);
				const file = this.#existing(conferenceId);
				if (file === undefined && existed)
					throw new JournalUnavailable(`${path} has disappeared. Put it back.`);
				file?.touch();
				this.#troubled.delete(conferenceId);
			}
		} catch (error) {
			throw journalError(error, path, false);
		}
	}

	conferences(): string[] {
		try {
			return journalsIn(this.#dataDir);
		} catch (error) {
			throw journalError(error, this.#dataDir, false);
		}
	}

	/** Moves the file, whole in itself, into the archive. */
	archive(conferenceId: string, time: number): string {
		const path = journalPath(this.#dataDir, conferenceId);
		try {
			const file = this.#existing(conferenceId);
			if (file === undefined) throw new Error(`Conference ${conferenceId} has no journal to archive.`);
			const folder = join(this.#dataDir, "archive");
			makePrivateDirectory(folder);
			let name = archiveName(conferenceId, time);
			for (let again = 2; existsSync(join(folder, name + extension)); again += 1) {
				name = `${archiveName(conferenceId, time)}-${again}`;
			}
			file.checkpoint();
			this.#drop(conferenceId);
			renameSync(path, join(folder, name + extension));
			// Left over only while a tool is reading; empty after the checkpoint, and wrong beside a new journal.
			for (const rest of ["-wal", "-shm"]) {
				if (existsSync(path + rest)) renameSync(path + rest, join(folder, name + extension + rest));
			}
			syncDirectory(folder);
			syncDirectory(this.#dataDir);
			return name;
		} catch (error) {
			throw journalError(error, path, false);
		}
	}

	close(): void {
		for (const conferenceId of [...this.#files.keys()]) this.#drop(conferenceId);
		this.#lock.close();
	}

	/** The open file, still in its place; opened when there is one on the disk. */
	#existing(conferenceId: string): JournalFile | undefined {
		const path = journalPath(this.#dataDir, conferenceId);
		const open = this.#files.get(conferenceId);
		if (open?.isInPlace()) return open;
		if (open) this.#drop(conferenceId);
		return existsSync(path) ? this.#create(conferenceId) : undefined;
	}

	#create(conferenceId: string): JournalFile {
		const file = JournalFile.open(journalPath(this.#dataDir, conferenceId));
		this.#files.set(conferenceId, file);
		return file;
	}

	#drop(conferenceId: string): void {
		this.#files.get(conferenceId)?.close();
		this.#files.delete(conferenceId);
	}

	/** A connection that failed is closed: opening anew recovers the file, and knows what is stored. */
	#trouble(conferenceId: string, existed: boolean, error: unknown, committing: boolean): Error {
		let failure = journalError(error, journalPath(this.#dataDir, conferenceId), committing);
		try {
			this.#drop(conferenceId);
		} catch (closing) {
			this.#files.delete(conferenceId);
			failure = new JournalUnknown(`${failure.message} Closing it failed too (${messageOf(closing)}).`);
		}
		const passing = failure instanceof JournalUnavailable || failure instanceof JournalUnknown;
		if (passing && !(failure instanceof JournalDamaged)) this.#troubled.set(conferenceId, existed);
		return failure;
	}
}
