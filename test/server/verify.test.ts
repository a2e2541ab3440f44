import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { fileIdOf } from "../../server/files/files.ts";
import { SqliteFiles } from "../../server/files/sqliteFiles.ts";
import { chain, emptyHead, type Head, hashOf, type StoredRecord } from "../../server/journal/journal.ts";
import { RedisJournal } from "../../server/journal/redisJournal.ts";
import { SqliteJournal } from "../../server/journal/sqliteJournal.ts";
import { readJournalFile } from "../../server/journal/sqliteReader.ts";
import { type Verification, verifyChain } from "../../server/journal/verify.ts";
import { testRedis } from "../support/redis.ts";
import { tempDir } from "../support/tempDir.ts";
import { appended, conferenceId, newRecord, readAll } from "./journalContract.ts";

async function* inBatches(...batches: StoredRecord[][]): AsyncIterable<StoredRecord[]> {
	yield* batches;
}

/** Runs a tool as people do; gives what it printed and how it ended. */
function run(
	tool: string,
	args: string[],
	env: Record<string, string>,
): Promise<{ code: unknown; out: string; err: string }> {
	const path = fileURLToPath(new URL(`../../server/cli/${tool}.ts`, import.meta.url));
	return new Promise((resolve) => {
		execFile(process.execPath, [path, ...args], { env }, (error, out, err) =>
			resolve({ code: error?.code ?? 0, out, err }),
		);
	});
}

/** A journal of eight records on the disk, closed, and a way to do to it what nobody should. */
async function prepare(): Promise<{
	dataDir: string;
	head: Head;
	tamper: (sql: string) => void;
	verify: () => Promise<Verification>;
}> {
	const dataDir = await tempDir();
	const journal = await SqliteJournal.open({ dataDir });
	const records = Array.from({ length: 8 }, (_, i) => newRecord({ amount: 1000 + i }));
	const head = appended(await journal.append(conferenceId, emptyHead, records));
	await journal.close();
	const path = join(dataDir, `${conferenceId}.sqlite`);
	return {
		dataDir,
		head,
		tamper: (sql) => {
			const database = new DatabaseSync(path);
			database.exec(sql);
			database.close();
		},
		verify: () => verifyChain(readJournalFile(path)),
	};
}

const bad = (seq: number, reason: string) => ({ ok: false, firstBad: { seq, reason } });

describe("the first bad record of a file is named", () => {
	const changed = "Its bytes are not those that were stored: their hash differs.";

	test("none: the head is told", async () => {
		const { verify, head } = await prepare();
		expect(await verify()).toEqual({ ok: true, head });
	});

	test.each([
		["a changed figure", "UPDATE records SET bytes = replace(bytes, '1004', '9004')", bad(5, changed)],
		["bytes that are no record", "UPDATE records SET bytes = 'nothing' WHERE seq = 3", bad(3, changed)],
		[
			"bytes that are no text",
			"UPDATE records SET bytes = CAST(x'ff00' AS TEXT) WHERE seq = 3",
			bad(3, changed),
		],
		["a changed hash", `UPDATE records SET hash = '${"0".repeat(64)}' WHERE seq = 8`, bad(8, changed)],
		[
			"a deleted record",
			"DELETE FROM records WHERE seq = 4",
			bad(4, "It is missing: the next one stored is record 5."),
		],
		[
			"a deleted start",
			"DELETE FROM records WHERE seq < 3",
			bad(1, "It is missing: the next one stored is record 3."),
		],
		[
			"a deleted record whose number another took",
			"DELETE FROM records WHERE seq = 4; UPDATE records SET seq = 4 WHERE seq = 5",
			bad(4, "It is missing: the next one stored is record 5."),
		],
		[
			"two records that changed places",
			"UPDATE records SET seq = 100 WHERE seq = 6; UPDATE records SET seq = 6 WHERE seq = 2; UPDATE records SET seq = 2 WHERE seq = 100",
			bad(2, "It is missing: the next one stored is record 6."),
		],
		[
			"a record that stands there twice",
			"UPDATE records SET (bytes, hash) = (SELECT bytes, hash FROM records WHERE seq = 2) WHERE seq = 3",
			bad(3, "Its bytes say that it is record 2."),
		],
	])("%s", async (_, sql, expected) => {
		const { verify, tamper } = await prepare();
		tamper(sql);
		expect(await verify()).toEqual(expected);
	});

	test("a damaged record can be read, not folded", async () => {
		const { tamper, dataDir } = await prepare();
		tamper("UPDATE records SET bytes = 'nothing' WHERE seq = 3; UPDATE records SET seq = 99 WHERE seq = 8");
		const journal = await SqliteJournal.open({ dataDir });
		onTestFinished(() => journal.close());
		const records = await readAll(journal);
		expect(records).toHaveLength(8);
		expect(records[1]?.record.seq).toBe(2);
		expect(() => records[2]?.record).toThrow("Record 3 of the journal is damaged. Run `npm run verify`");
		expect(() => records[7]?.record).toThrow("Record 99 of the journal is damaged.");
	});
});

describe("a chain that was forged with care", () => {
	const records = [newRecord("one"), newRecord("two"), newRecord("three")];
	const [one, two, three] = chain(emptyHead, records);

	test("a record with a new hash breaks the link after it", async () => {
		const bytes = two!.bytes.replace('"two"', '"2"');
		const forged = { ...two!, bytes, hash: hashOf(bytes) };
		expect(await verifyChain(inBatches([one!, forged], [three!]))).toEqual(
			bad(3, "It does not follow from record 2: one of the two was changed."),
		);
	});

	test("time that runs back, a start that is none, bytes without their fields", async () => {
		const [late, early] = chain(emptyHead, [newRecord(), { ...newRecord(), time: 1 }]);
		expect(await verifyChain(inBatches([late!, early!]))).toEqual(
			bad(2, "Its time is before that of record 1."),
		);
		const [loose] = chain({ seq: 0, hash: two!.hash }, records);
		const noStart = bad(1, "It does not start a journal: it names a record before it.");
		expect(await verifyChain(inBatches([loose!]))).toEqual(noStart);
		const bytes = JSON.stringify({ seq: 1, prev: emptyHead.hash });
		expect(await verifyChain(inBatches([{ ...one!, bytes, hash: hashOf(bytes) }]))).toEqual(
			bad(1, "Its bytes are not a record."),
		);
	});

	test("an empty journal is whole", async () => {
		expect(await verifyChain(inBatches())).toEqual({ ok: true, head: emptyHead });
	});
});

describe("npm run verify", () => {
	test("prints the head beside a running server, and ends with 1 at a bad record", async () => {
		const { dataDir, head, tamper } = await prepare();
		const journal = await SqliteJournal.open({ dataDir });
		const next = appended(await journal.append(conferenceId, head, [newRecord()]));
		const good = await run("verify", [], { DATA_DIR: dataDir });
		expect(good).toEqual({ code: 0, out: `${conferenceId}: whole. Head: record 9, ${next.hash}\n`, err: "" });
		await journal.append("geneva-2023", emptyHead, [newRecord()]);
		await journal.close();
		tamper("DELETE FROM records WHERE seq = 7");
		const all = await run("verify", [], { DATA_DIR: dataDir });
		expect(all.code).toBe(1);
		expect(all.out).toMatch(/^geneva-2023: whole\./);
		expect(all.err).toBe(
			`${conferenceId}: record 7 is bad. It is missing: the next one stored is record 8.\n`,
		);
		expect((await run("verify", ["geneva-2023"], { DATA_DIR: dataDir })).code).toBe(0);
		expect((await run("verify", ["../etc"], { DATA_DIR: dataDir })).err).toContain(
			"There are: geneva-2023, seoul-2021.",
		);
	});

	test("reads Redis when it is told to", async () => {
		const { url } = await testRedis();
		const journal = await RedisJournal.open({ url });
		onTestFinished(() => journal.close());
		const head = appended(await journal.append(conferenceId, emptyHead, [newRecord()]));
		const good = await run("verify", [conferenceId], { REDIS_URL: url });
		expect(good).toEqual({ code: 0, out: `${conferenceId}: whole. Head: record 1, ${head.hash}\n`, err: "" });
	});
});

test("a backup beside a running server is whole, and opens as a data directory", async () => {
	const { dataDir, head } = await prepare();
	const journal = await SqliteJournal.open({ dataDir });
	onTestFinished(() => journal.close());
	const next = appended(await journal.append(conferenceId, head, [newRecord("not yet in the file itself")]));
	const files = SqliteFiles.open(join(dataDir, "files.sqlite"));
	onTestFinished(() => files.close());
	const fileId = await files.put(conferenceId, Buffer.from("a text"));
	const film = Buffer.from("a recorded statement");
	const recording = join("recordings", conferenceId, fileIdOf(film));
	await mkdir(join(dataDir, "recordings", conferenceId), { recursive: true });
	await writeFile(join(dataDir, recording), film);
	const folder = join(await tempDir(), "backup");
	const saved = await run("backup", [folder], { DATA_DIR: dataDir });
	expect(saved).toEqual({
		code: 0,
		out: `files.sqlite: copied.\n${conferenceId}.sqlite: copied, whole. Head: record 9, ${next.hash}\nrecordings: 1 copied, whole.\n`,
		err: "",
	});
	expect(await readFile(join(folder, recording))).toEqual(film);
	await writeFile(join(dataDir, recording), "another");
	const spoilt = await run("backup", [join(await tempDir(), "spoilt")], { DATA_DIR: dataDir });
	expect([spoilt.code, spoilt.err]).toEqual([
		1,
		`${recording}: not copied (its bytes are not those of its name).\n`,
	]);
	expect(await readdir(folder)).toContain(`${conferenceId}.sqlite`);
	expect((await run("backup", [folder], { DATA_DIR: dataDir })).code).toBe(1);
	const restoredFiles = SqliteFiles.open(join(folder, "files.sqlite"));
	onTestFinished(() => restoredFiles.close());
	expect((await restoredFiles.get(conferenceId, fileId))?.toString()).toBe("a text");
	const restored = await SqliteJournal.open({ dataDir: folder });
	onTestFinished(() => restored.close());
	expect(await readAll(restored)).toHaveLength(9);
	appended(await restored.append(conferenceId, next, [newRecord()]));
});
