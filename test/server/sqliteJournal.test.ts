import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Worker } from "node:worker_threads";
import { describe, expect, onTestFinished, test } from "vitest";
import {
	chain,
	emptyHead,
	JournalDamaged,
	JournalUnavailable,
	JournalUnknown,
} from "../../server/journal/journal.ts";
import { JournalFile } from "../../server/journal/sqliteFile.ts";
import { SqliteJournal } from "../../server/journal/sqliteJournal.ts";
import { journalError, SqliteStore } from "../../server/journal/sqliteStore.ts";
import { tempDir } from "../support/tempDir.ts";
import { appended, availability, conferenceId, headOf, newRecord, readAll } from "./journalContract.ts";

async function open(dataDir: string, onProblem?: (message: string) => void): Promise<SqliteJournal> {
	const journal = await SqliteJournal.open({ dataDir, ...(onProblem && { onProblem }) });
	onTestFinished(() => journal.close());
	return journal;
}

const rowsOf = (...data: unknown[]) =>
	chain(
		emptyHead,
		data.map((one) => newRecord(one)),
	).map(({ record, bytes, hash }) => ({ seq: record.seq, bytes, hash }));

describe("a data directory belongs to one server", () => {
	const refused = /Another Plenaria server uses the data directory .*its own DATA_DIR\./;

	test("a second one in this process is refused, until the first has closed", async () => {
		const dataDir = await tempDir();
		const first = await SqliteJournal.open({ dataDir });
		await expect(SqliteJournal.open({ dataDir })).rejects.toThrow(refused);
		appended(await first.append(conferenceId, emptyHead, [newRecord()]));
		await first.close();
		expect(await readAll(await open(dataDir))).toHaveLength(1);
	});

	test("one in another process is refused, and a crash leaves nothing to clear away", async () => {
		const dataDir = await tempDir();
		const module = new URL("../../server/journal/sqliteJournal.ts", import.meta.url).href;
		const program = `
			const { SqliteJournal } = await import(${JSON.stringify(module)});
			await SqliteJournal.open({ dataDir: ${JSON.stringify(dataDir)} });
			console.log("open");`;
		const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		const ended = once(child, "exit");
		onTestFinished(() => void child.kill("SIGKILL"));
		await once(child.stdout, "data");
		await expect(SqliteJournal.open({ dataDir })).rejects.toThrow(refused);
		child.kill("SIGKILL");
		await ended;
		await open(dataDir);
	});
});

describe("a disk that fails", () => {
	test("the directory disappears: nothing is acknowledged, and it recovers by itself", async () => {
		const dataDir = join(await tempDir(), "data");
		const problems: string[] = [];
		const journal = await open(dataDir, (message) => problems.push(message));
		const head = appended(await journal.append(conferenceId, emptyHead, [newRecord("kept")]));
		await rename(dataDir, `${dataDir}-away`);
		const gone = availability(journal, false);
		await expect(journal.append(conferenceId, head, [newRecord()])).rejects.toThrow(JournalUnavailable);
		await gone;
		await expect(journal.ping()).rejects.toThrow(JournalUnavailable);
		expect(problems[0]).toContain("has disappeared");
		const back = availability(journal, true);
		await rename(`${dataDir}-away`, dataDir);
		await back;
		appended(await journal.append(conferenceId, head, [newRecord("later")]));
		expect((await readAll(journal)).map(({ record }) => record.data)).toEqual(["kept", "later"]);
	});

	test("a deleted journal is not silently begun anew", async () => {
		const dataDir = await tempDir();
		const journal = await open(dataDir);
		const head = appended(await journal.append(conferenceId, emptyHead, [newRecord()]));
		await rm(join(dataDir, `${conferenceId}.sqlite`));
		for (const expected of [head, head, emptyHead]) {
			await expect(journal.append(conferenceId, expected, [newRecord()])).rejects.toThrow("has disappeared");
		}
		expect(await journal.conferences()).toEqual([]);
	});

	test("the write-ahead log cannot be written: unavailable, then by itself available again", async () => {
		const dataDir = await tempDir();
		const wal = join(dataDir, `${conferenceId}.sqlite-wal`);
		const before = await SqliteJournal.open({ dataDir });
		const head = appended(await before.append(conferenceId, emptyHead, [newRecord()]));
		await before.close();
		await mkdir(wal);
		const journal = await open(dataDir);
		const failed = availability(journal, false);
		await expect(journal.append(conferenceId, head, [newRecord()])).rejects.toThrow(JournalUnavailable);
		await failed;
		const back = availability(journal, true);
		await rm(wal, { recursive: true });
		await back;
		appended(await journal.append(conferenceId, head, [newRecord()]));
	});

	test("the worker dies: what was on its way is unknown, and a new one goes on by itself", async () => {
		const started = once(process, "worker") as Promise<[Worker]>;
		const journal = await open(await tempDir());
		const [worker] = await started;
		const lost = availability(journal, false);
		// Told to end first, so that it cannot have answered before.
		const ended = worker.terminate();
		await expect(journal.append(conferenceId, emptyHead, [newRecord()])).rejects.toThrow(JournalUnknown);
		await ended;
		await lost;
		await availability(journal, true);
		expect((await headOf(journal)).seq).toBeLessThanOrEqual(1);
		appended(await journal.append(conferenceId, await headOf(journal), [newRecord()]));
	});

	test("full: the whole transaction is refused, nothing of it is stored", async () => {
		const path = join(await tempDir(), "full.sqlite");
		const file = JournalFile.open(path);
		onTestFinished(() => file.close());
		const pages = Number(file.database.prepare("PRAGMA page_count").get()?.page_count);
		file.database.exec(`PRAGMA max_page_count = ${pages + 2}`);
		file.begin();
		const large = rowsOf("x".repeat(2000), "x".repeat(20_000));
		const error: unknown = (() => {
			try {
				return file.addIfAt(emptyHead, large);
			} catch (thrown) {
				return thrown;
			}
		})();
		expect(journalError(error, path, false)).toBeInstanceOf(JournalUnavailable);
		expect(journalError(error, path, true).message).toMatch(/^The disk is full: .* Free some space\.$/);
		file.close();
		const again = JournalFile.open(path);
		onTestFinished(() => again.close());
		expect(again.head()).toEqual(emptyHead);
	});

	test("a directory that cannot be made refuses the start with a sentence", async () => {
		const file = join(await tempDir(), "file");
		await writeFile(file, "");
		await expect(SqliteJournal.open({ dataDir: join(file, "data") })).rejects.toThrow("cannot be used");
	});
});

describe("a file that is not what it should be", () => {
	test("torn: a clear error, and the other conferences go on", async () => {
		const dataDir = await tempDir();
		await writeFile(
			join(dataDir, `${conferenceId}.sqlite`),
			"This is no database, but it is long enough. ".repeat(100),
		);
		const journal = await open(dataDir);
		await expect(readAll(journal)).rejects.toThrow(/is damaged .* restore it from a backup\./);
		await expect(journal.append(conferenceId, emptyHead, [newRecord()])).rejects.toThrow(JournalDamaged);
		appended(await journal.append("geneva-2023", emptyHead, [newRecord()]));
		await journal.ping();
	});

	test("of a newer release: refused, not misread", async () => {
		const dataDir = await tempDir();
		const database = new DatabaseSync(join(dataDir, `${conferenceId}.sqlite`));
		database.exec("PRAGMA user_version = 99");
		database.close();
		const journal = await open(dataDir);
		await expect(readAll(journal)).rejects.toThrow("was written by a newer release");
	});
});

test("batches that wait together go into one transaction, each taken or refused on its own", async () => {
	const dataDir = await tempDir();
	const store = SqliteStore.open(dataDir, false);
	onTestFinished(() => store.close());
	const [first, second] = rowsOf("first", "second");
	const afterFirst = { seq: 1, hash: first!.hash };
	const outcomes = store.append(conferenceId, [
		{ expected: emptyHead, rows: [first!] },
		{ expected: emptyHead, rows: rowsOf("stale", "stale") },
		{ expected: afterFirst, rows: [second!] },
	]);
	expect(outcomes).toEqual(["appended", "stale", "appended"]);
	expect(store.read(conferenceId, 0, 10).bytes.map((bytes) => JSON.parse(bytes).data)).toEqual([
		"first",
		"second",
	]);
});

test("an archive is one whole file, also while a tool reads the journal", async () => {
	const dataDir = await tempDir();
	const journal = await open(dataDir);
	appended(await journal.append(conferenceId, emptyHead, [newRecord("old")]));
	const tool = JournalFile.openReadOnly(join(dataDir, `${conferenceId}.sqlite`));
	expect(tool.head().seq).toBe(1);
	const name = await journal.archive(conferenceId);
	tool.close();
	expect(await readdir(join(dataDir, "archive"))).toContain(`${name}.sqlite`);
	appended(await journal.append(conferenceId, emptyHead, [newRecord("new")]));
	const archived = JournalFile.openReadOnly(join(dataDir, "archive", `${name}.sqlite`));
	onTestFinished(() => archived.close());
	expect(archived.read(0, 10).bytes.map((bytes) => JSON.parse(bytes).data)).toEqual(["old"]);
	expect((await readAll(journal)).map(({ record }) => record.data)).toEqual(["new"]);
});
