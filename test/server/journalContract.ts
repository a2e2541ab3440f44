import { describe, expect, onTestFinished, test } from "vitest";
import {
	type AppendResult,
	emptyHead,
	type Head,
	hashOf,
	type Journal,
	type NewRecord,
	type StoredRecord,
} from "../../server/journal/journal.ts";
import { verifyChain } from "../../server/journal/verify.ts";

/** Gives each test a storage of its own; `open` opens one more journal on it, and the test closes it. */
export type JournalStorage = () => Promise<{ open(): Promise<Journal> }>;

export const conferenceId = "seoul-2021";

let commands = 0;

export function newRecord(data: unknown = null, type = "SomethingHappened"): NewRecord {
	commands += 1;
	const commandId = `command-${commands}`;
	return { time: 1_638_921_600_000, actor: "kor-1", commandId, commandHash: hashOf(commandId), type, data };
}

export async function readAll(journal: Journal, after = 0, id = conferenceId): Promise<StoredRecord[]> {
	const records: StoredRecord[] = [];
	for await (const batch of journal.readSince(id, after)) records.push(...batch);
	return records;
}

export async function headOf(journal: Journal, id = conferenceId): Promise<Head> {
	const last = (await readAll(journal, 0, id)).at(-1);
	return last ? { seq: last.record.seq, hash: last.hash } : emptyHead;
}

/** Resolves when the journal says that it is, or is not, available. */
export function availability(journal: Journal, wanted: boolean): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	onTestFinished(journal.onAvailability((available) => available === wanted && resolve()));
	return promise;
}

/** The head after an append that must have succeeded. */
export function appended(result: AppendResult): Head {
	expect(result.status).toBe("appended");
	if (result.status !== "appended") throw new Error("not appended");
	return result.head;
}

const plain = ({ record, bytes, hash }: StoredRecord) => ({ record, bytes, hash });

/** Appends as a server does: when somebody else was first, it catches up and tries again. */
async function appendUntilTaken(journal: Journal, from: Head, records: readonly NewRecord[]): Promise<Head> {
	let head = from;
	for (;;) {
		const result = await journal.append(conferenceId, head, records);
		if (result.status === "appended") return result.head;
		const news = await readAll(journal, head.seq);
		const last = news.at(-1);
		if (last) head = { seq: last.record.seq, hash: last.hash };
	}
}

/** What every journal promises. */
export function journalContract(name: string, storage: JournalStorage): void {
	async function prepare() {
		const { open } = await storage();
		return {
			open: async () => {
				const journal = await open();
				onTestFinished(() => journal.close());
				return journal;
			},
			openUnwatched: open,
		};
	}
	const openOne = async () => (await prepare()).open();

	describe(`${name} keeps the contract of the journal`, () => {
		test("a conference without a journal has no records, and appears once it has one", async () => {
			const journal = await openOne();
			expect(await readAll(journal)).toEqual([]);
			expect(await journal.conferences()).toEqual([]);
			await journal.append(conferenceId, emptyHead, [newRecord()]);
			await journal.append("geneva-2023", emptyHead, [newRecord()]);
			expect(await journal.conferences()).toEqual(["geneva-2023", conferenceId]);
		});

		test("gives back what was appended, numbered, linked, in order", async () => {
			const journal = await openOne();
			const batches = [
				[newRecord(1), newRecord(2)],
				[newRecord(3)],
				[newRecord(4), newRecord(5), newRecord(6)],
			];
			let head = emptyHead;
			const stored: StoredRecord[] = [];
			for (const batch of batches) {
				const result = await journal.append(conferenceId, head, batch);
				head = appended(result);
				if (result.status === "appended") stored.push(...result.stored);
			}
			const records = await readAll(journal);
			expect(records.map(plain)).toEqual(stored.map(plain));
			expect(records.map(({ record }) => record.seq)).toEqual([1, 2, 3, 4, 5, 6]);
			expect(records.map(({ record }) => record.data)).toEqual([1, 2, 3, 4, 5, 6]);
			expect(records.map(({ record }) => record.prev)).toEqual(
				[emptyHead, ...records].slice(0, 6).map((one) => one.hash),
			);
			expect(await verifyChain(journal.readSince(conferenceId, 0))).toEqual({ ok: true, head });
		});

		test("keeps the exact bytes, whatever people write", async () => {
			const journal = await openOne();
			const texts = [
				"نداء سيول",
				"首尔宣言 🕊️",
				"zero \u0000 inside",
				"lone \ud800 surrogate",
				'quote " \\ \n \r\n \u2028',
				"\ufffd\ufeff",
			];
			const result = await journal.append(
				conferenceId,
				emptyHead,
				texts.map((text) => newRecord({ text })),
			);
			const records = await readAll(journal);
			expect(records.map(({ record }) => record.data)).toEqual(texts.map((text) => ({ text })));
			if (result.status === "appended")
				expect(records.map((one) => one.bytes)).toEqual(result.stored.map((one) => one.bytes));
			for (const { bytes, hash } of records) expect(hashOf(bytes)).toBe(hash);
		});

		test("reads on after a number, also over several batches", async () => {
			const journal = await openOne();
			const head = appended(
				await journal.append(
					conferenceId,
					emptyHead,
					Array.from({ length: 2500 }, (_, i) => newRecord(i)),
				),
			);
			appended(await journal.append(conferenceId, head, [newRecord(2500)]));
			expect((await readAll(journal, 0)).map(({ record }) => record.data)).toEqual(
				Array.from({ length: 2501 }, (_, i) => i),
			);
			expect((await readAll(journal, 1000)).map(({ record }) => record.seq)).toEqual(
				Array.from({ length: 1501 }, (_, i) => 1001 + i),
			);
			expect((await readAll(journal, 2500)).map(({ record }) => record.data)).toEqual([2500]);
			expect(await readAll(journal, 2501)).toEqual([]);
			expect(await readAll(journal, 9999)).toEqual([]);
		});

		test("refuses a batch whose writer does not know the head, and stores nothing of it", async () => {
			const journal = await openOne();
			const first = appended(await journal.append(conferenceId, emptyHead, [newRecord("first")]));
			const second = appended(await journal.append(conferenceId, first, [newRecord("second")]));
			const batch = [newRecord("refused"), newRecord("refused"), newRecord("refused")];
			for (const wrong of [
				emptyHead,
				first,
				{ ...second, hash: first.hash },
				{ seq: 3, hash: second.hash },
			]) {
				expect(await journal.append(conferenceId, wrong, batch)).toEqual({ status: "stale" });
			}
			expect((await readAll(journal)).map(({ record }) => record.data)).toEqual(["first", "second"]);
			appended(await journal.append(conferenceId, second, batch));
			expect(await readAll(journal)).toHaveLength(5);
		});

		test("of batches decided on the same head at the same time, one is taken whole", async () => {
			const journal = await openOne();
			const batches = Array.from({ length: 20 }, (_, i) => [newRecord(i), newRecord(i)]);
			const results = await Promise.all(
				batches.map((batch) => journal.append(conferenceId, emptyHead, batch)),
			);
			expect(results.filter((result) => result.status === "appended")).toHaveLength(1);
			const [one, other] = await readAll(journal);
			expect(one?.record.data).toBe(other?.record.data);
			expect(await readAll(journal)).toHaveLength(2);
		});

		test("two writers race: every batch is there once, whole, without a gap", async () => {
			const { open } = await prepare();
			const journals = await Promise.all([open(), open()]);
			await Promise.all(
				journals.map(async (journal, writer) => {
					let head = emptyHead;
					for (let i = 0; i < 100; i += 1) {
						head = await appendUntilTaken(journal, head, [
							newRecord([writer, i, 0]),
							newRecord([writer, i, 1]),
						]);
					}
				}),
			);
			const records = await readAll(journals[0]!);
			expect((await verifyChain(journals[1]!.readSince(conferenceId, 0))).ok).toBe(true);
			expect(records.map(({ record }) => record.seq)).toEqual(Array.from({ length: 400 }, (_, i) => i + 1));
			const data = records.map(({ record }) => record.data as [number, number, number]);
			for (let i = 0; i < 400; i += 2) expect(data[i + 1]).toEqual([data[i]?.[0], data[i]?.[1], 1]);
			for (const writer of [0, 1]) {
				const own = data.filter((one) => one[0] === writer && one[2] === 0).map((one) => one[1]);
				expect(own).toEqual(Array.from({ length: 100 }, (_, i) => i));
			}
		});

		test("keeps everything when it is closed and opened again", async () => {
			const { open, openUnwatched } = await prepare();
			const before = await openUnwatched();
			const head = appended(await before.append(conferenceId, emptyHead, [newRecord(1), newRecord(2)]));
			const records = (await readAll(before)).map(plain);
			await before.close();
			const after = await open();
			expect((await readAll(after)).map(plain)).toEqual(records);
			appended(await after.append(conferenceId, head, [newRecord(3)]));
		});

		test("conferences do not mix", async () => {
			const journal = await openOne();
			const [one, other] = await Promise.all([
				journal.append("one", emptyHead, [newRecord("one")]),
				journal.append("other", emptyHead, [newRecord("other")]),
			]);
			appended(one);
			appended(other);
			expect((await readAll(journal, 0, "one")).map(({ record }) => record.data)).toEqual(["one"]);
			expect((await readAll(journal, 0, "other")).map(({ record }) => record.data)).toEqual(["other"]);
		});

		test("tells a listener of another writer, at the latest when an append is stale", async () => {
			const { open } = await prepare();
			const [mine, theirs] = await Promise.all([open(), open()]);
			const told = Promise.withResolvers<void>();
			const stop = mine.subscribe(conferenceId, told.resolve);
			onTestFinished(stop);
			await theirs.append(conferenceId, emptyHead, [newRecord()]);
			expect(await mine.append(conferenceId, emptyHead, [newRecord()])).toEqual({ status: "stale" });
			await told.promise;
		});

		test("an archived journal leaves its id free, and nothing of it is lost", async () => {
			const journal = await openOne();
			await journal.append(conferenceId, emptyHead, [newRecord("old"), newRecord("old")]);
			const first = await journal.archive(conferenceId);
			expect(await journal.conferences()).toEqual([]);
			expect(await readAll(journal)).toEqual([]);
			appended(await journal.append(conferenceId, emptyHead, [newRecord("new")]));
			expect((await readAll(journal)).map(({ record }) => record.data)).toEqual(["new"]);
			expect(await journal.archive(conferenceId)).not.toBe(first);
			await expect(journal.archive(conferenceId)).rejects.toThrow("no journal to archive");
		});

		test("refuses ids that could lead elsewhere", async () => {
			const journal = await openOne();
			for (const id of ["../outside", "a/b", "", ".", "a.sqlite", "accounts", "Directory", "x".repeat(65)]) {
				await expect(journal.append(id, emptyHead, [newRecord()])).rejects.toThrow("Not a conference id");
				await expect(readAll(journal, 0, id)).rejects.toThrow("Not a conference id");
				await expect(journal.archive(id)).rejects.toThrow("Not a conference id");
			}
			expect(await journal.conferences()).toEqual([]);
		});

		test("takes writes, says so, and its time never runs backwards", async () => {
			const journal = await openOne();
			const told: boolean[] = [];
			journal.onAvailability((available) => told.push(available))();
			expect(told).toEqual([true]);
			await journal.ping();
			const times = Array.from({ length: 1000 }, () => journal.now());
			expect(times).toEqual(times.toSorted((a, b) => a - b));
			expect(Math.abs(times[0]! - Date.now())).toBeLessThan(60_000);
		});
	});
}
