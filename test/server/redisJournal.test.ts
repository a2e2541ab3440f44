import { createClient } from "redis";
import { describe, expect, onTestFinished, test } from "vitest";
import {
	emptyHead,
	type Journal,
	JournalDamaged,
	JournalUnavailable,
	JournalUnknown,
} from "../../server/journal/journal.ts";
import { RedisJournal, type RedisJournalOptions } from "../../server/journal/redisJournal.ts";
import { verifyChain } from "../../server/journal/verify.ts";
import { testProxy } from "../support/proxy.ts";
import { testRedis } from "../support/redis.ts";
import { appended, availability, conferenceId, headOf, newRecord, readAll } from "./journalContract.ts";

const stream = `plenaria:journal:${conferenceId}`;

async function open(options: RedisJournalOptions): Promise<RedisJournal> {
	const journal = await RedisJournal.open(options);
	onTestFinished(() => journal.close());
	return journal;
}

async function openClient(url: string) {
	const client = createClient({ url });
	// A server that is killed in the test is no surprise here.
	client.on("error", () => {});
	await client.connect();
	onTestFinished(() => client.destroy());
	return client;
}

describe("a Redis that could lose what was acknowledged is refused at the start", () => {
	test.each([
		["appendonly", "no", "Set `appendonly yes` (else nothing is kept on disk)."],
		["appendfsync", "everysec", "Set `appendfsync always` (else what was acknowledged can be lost)."],
		[
			"maxmemory-policy",
			"allkeys-lru",
			"Set `maxmemory-policy noeviction` (else Redis may throw a conference away).",
		],
	])("%s %s", async (name, value, message) => {
		const { url, port } = await testRedis({ [name]: value });
		await expect(RedisJournal.open({ url })).rejects.toThrow(
			`Redis at 127.0.0.1:${port} is not safe for a conference. ${message}`,
		);
	});

	test("one that hides its configuration", async () => {
		const { url, port } = await testRedis();
		const admin = await openClient(url);
		await admin.sendCommand(["ACL", "SETUSER", "guest", "on", ">secret", "~*", "&*", "+@all", "-config"]);
		await expect(RedisJournal.open({ url: `redis://guest:secret@127.0.0.1:${port}` })).rejects.toThrow(
			"allow CONFIG GET",
		);
	});

	test("one that is not there, without telling the password", async () => {
		const { port, crash } = await testRedis();
		await crash();
		const opening = RedisJournal.open({ url: `redis://user:secret@127.0.0.1:${port}`, patience: 0 });
		const error: Error = await opening.then(
			() => expect.unreachable(),
			(why: Error) => why,
		);
		expect(error.message).toContain(`Cannot reach Redis at 127.0.0.1:${port}`);
		expect(error.message).not.toContain("secret");
	});

	test("also when it comes back with another configuration", async () => {
		const redis = await testRedis();
		const problem = Promise.withResolvers<void>();
		const journal = await open({
			url: redis.url,
			onProblem: (message) => message.includes("not safe for a conference") && problem.resolve(),
		});
		await redis.restart({ appendfsync: "no" });
		await problem.promise;
		await expect(journal.append(conferenceId, emptyHead, [newRecord()])).rejects.toThrow(JournalUnavailable);
		await expect(journal.ping()).rejects.toThrow("appendfsync always");
		const again = availability(journal, true);
		await redis.restart({});
		await again;
		appended(await journal.append(conferenceId, emptyHead, [newRecord()]));
	});
});

describe("an append whose reply is lost is neither refused nor acknowledged", () => {
	test("the server appended, the connection broke: unknown, and the record is there", async () => {
		const redis = await testRedis();
		const proxy = await testProxy(redis.port);
		const journal = await open({ url: `redis://127.0.0.1:${proxy.port}` });
		const head = appended(await journal.append(conferenceId, emptyHead, [newRecord("before")]));
		const replied = proxy.swallowReplies();
		const appending = journal.append(conferenceId, head, [newRecord("lost"), newRecord("lost")]);
		const outcome = expect(appending).rejects.toThrow(JournalUnknown);
		await replied;
		const again = availability(journal, false).then(() => availability(journal, true));
		proxy.cut();
		await outcome;
		await again;
		expect((await readAll(journal)).map(({ record }) => record.data)).toEqual(["before", "lost", "lost"]);
		appended(await journal.append(conferenceId, await headOf(journal), [newRecord("after")]));
		expect((await verifyChain(journal.readSince(conferenceId, 0))).ok).toBe(true);
	});

	test("the server is silent: unknown after the patience given, and it comes back by itself", async () => {
		const redis = await testRedis();
		const proxy = await testProxy(redis.port);
		const journal = await open({ url: `redis://127.0.0.1:${proxy.port}`, replyPatience: 200 });
		const head = appended(await journal.append(conferenceId, emptyHead, [newRecord("before")]));
		void proxy.swallowReplies();
		const appends = [1, 2, 3].map(() => journal.append(conferenceId, head, [newRecord("lost")]));
		await Promise.all(appends.map((append) => expect(append).rejects.toThrow(JournalUnknown)));
		const again = availability(journal, true);
		proxy.cut();
		await again;
		expect((await readAll(journal)).map(({ record }) => record.data)).toEqual(["before", "lost"]);
	});

	test("Redis closes the connection (CLIENT KILL) before it comes to the command: unknown, and nothing is there", async () => {
		const redis = await testRedis();
		const journal = await open({ url: redis.url });
		const admin = await openClient(redis.url);
		const again = availability(journal, false).then(() => availability(journal, true));
		// Paused for writes, Redis has read the command and not carried it out when its connection is closed.
		await admin.sendCommand(["CLIENT", "PAUSE", "100000", "WRITE"]);
		const outcome = expect(journal.append(conferenceId, emptyHead, [newRecord()])).rejects.toThrow(
			JournalUnknown,
		);
		await admin.sendCommand(["CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"]);
		await admin.sendCommand(["CLIENT", "UNPAUSE"]);
		await outcome;
		await again;
		expect(await readAll(journal)).toEqual([]);
	});
});

describe("a Redis that does not take writes", () => {
	test("down: refused at once, back by itself, with everything that was acknowledged", async () => {
		const redis = await testRedis();
		const journal = await open({ url: redis.url });
		const head = appended(await journal.append(conferenceId, emptyHead, [newRecord("acknowledged")]));
		const down = availability(journal, false);
		await redis.crash();
		await down;
		await expect(journal.append(conferenceId, head, [newRecord()])).rejects.toThrow(JournalUnavailable);
		await expect(journal.ping()).rejects.toThrow(JournalUnavailable);
		await expect(readAll(journal)).rejects.toThrow(JournalUnavailable);
		const up = availability(journal, true);
		await redis.restart();
		await up;
		expect((await readAll(journal)).map(({ record }) => record.data)).toEqual(["acknowledged"]);
		appended(await journal.append(conferenceId, head, [newRecord("later")]));
	});

	test("full: refused as a whole, and taken when there is room again", async () => {
		const redis = await testRedis();
		const journal = await open({ url: redis.url });
		const admin = await openClient(redis.url);
		const head = appended(await journal.append(conferenceId, emptyHead, [newRecord("before")]));
		await admin.configSet("maxmemory", "1");
		const full = availability(journal, false);
		await expect(journal.append(conferenceId, head, [newRecord(), newRecord()])).rejects.toThrow(
			JournalUnavailable,
		);
		await full;
		expect(await readAll(journal)).toHaveLength(1);
		const room = availability(journal, true);
		await admin.configSet("maxmemory", "0");
		await room;
		appended(await journal.append(conferenceId, head, [newRecord(), newRecord()]));
	});
});

describe("the stream", () => {
	test("of a refused batch nothing is stored: numbers and bytes are as before", async () => {
		const redis = await testRedis();
		const journal = await open({ url: redis.url });
		const admin = await openClient(redis.url);
		const head = appended(await journal.append(conferenceId, emptyHead, [newRecord(), newRecord()]));
		const before = await admin.xRange(stream, "-", "+");
		for (const wrong of [
			emptyHead,
			{ ...head, seq: 1 },
			{ ...head, hash: emptyHead.hash },
			{ ...head, seq: 3 },
		]) {
			expect(await journal.append(conferenceId, wrong, [newRecord(), newRecord()])).toEqual({
				status: "stale",
			});
		}
		expect(await admin.xRange(stream, "-", "+")).toEqual(before);
		expect(before?.map(({ id }) => id)).toEqual(["1-0", "2-0"]);
	});

	test("with a record missing is not written to any more", async () => {
		const redis = await testRedis();
		const journal = await open({ url: redis.url });
		const admin = await openClient(redis.url);
		const head = appended(
			await journal.append(conferenceId, emptyHead, [newRecord(), newRecord(), newRecord()]),
		);
		await admin.xDel(stream, "2-0");
		await expect(journal.append(conferenceId, head, [newRecord()])).rejects.toThrow(JournalDamaged);
		expect(await verifyChain(journal.readSince(conferenceId, 0))).toEqual({
			ok: false,
			firstBad: { seq: 2, reason: "It is missing: the next one stored is record 3." },
		});
	});
});

describe("news of other nodes", () => {
	/** Counts calls, and lets a test wait for the next one that the journal's state makes necessary. */
	async function follow(
		journal: Journal,
		until: () => Promise<boolean>,
	): Promise<{ calls: () => number; done: Promise<void> }> {
		const { promise, resolve } = Promise.withResolvers<void>();
		let calls = 0;
		onTestFinished(
			journal.subscribe(conferenceId, () => {
				calls += 1;
				// Reading fails while the connection is cut; the journal calls again when it is back.
				until().then(
					(yes) => yes && resolve(),
					() => {},
				);
			}),
		);
		return { calls: () => calls, done: promise };
	}

	test("reach every listener without an append of one's own", async () => {
		const redis = await testRedis();
		const [mine, theirs] = await Promise.all([open({ url: redis.url }), open({ url: redis.url })]);
		const two = async () => (await readAll(mine)).length === 2;
		const listeners = await Promise.all([follow(mine, two), follow(mine, two)]);
		const head = appended(await theirs.append(conferenceId, emptyHead, [newRecord()]));
		await theirs.append(conferenceId, head, [newRecord()]);
		await Promise.all(listeners.map(({ done }) => done));
		expect((await readAll(mine, 1)).map(({ record }) => record.seq)).toEqual([2]);
	});

	test("do not tell a writer of what it wrote itself", async () => {
		const redis = await testRedis();
		const [mine, theirs] = await Promise.all([open({ url: redis.url }), open({ url: redis.url })]);
		const started = await follow(mine, async () => true);
		await started.done;
		let head = emptyHead;
		for (let i = 0; i < 50; i += 1) head = appended(await mine.append(conferenceId, head, [newRecord(i)]));
		expect(started.calls()).toBe(1);
		const heard = await follow(mine, async () => (await readAll(mine)).length === 51);
		await theirs.append(conferenceId, head, [newRecord("theirs")]);
		await heard.done;
		expect(started.calls()).toBe(2);
	});

	test("are not missed when the connection was lost meanwhile, nor after an archive", async () => {
		const redis = await testRedis();
		const proxy = await testProxy(redis.port);
		const mine = await open({ url: `redis://127.0.0.1:${proxy.port}` });
		const theirs = await open({ url: redis.url });
		const started = await follow(mine, async () => true);
		await started.done;
		const heard = await follow(mine, async () => (await readAll(mine)).length === 3);
		const head = appended(await theirs.append(conferenceId, emptyHead, [newRecord(), newRecord()]));
		proxy.cut();
		await theirs.append(conferenceId, head, [newRecord()]);
		await heard.done;
		const reborn = await follow(mine, async () => (await readAll(mine)).at(0)?.record.data === "reborn");
		await theirs.archive(conferenceId);
		await theirs.append(conferenceId, emptyHead, [newRecord("reborn")]);
		await reborn.done;
	}, 15_000);
});

test("the time is that of Redis, for every node", async () => {
	const redis = await testRedis();
	const [one, other] = await Promise.all([open({ url: redis.url }), open({ url: redis.url })]);
	const admin = await openClient(redis.url);
	const redisNow = async () => {
		const [seconds, microseconds] = await admin.time();
		return Number(seconds) * 1000 + Number(microseconds) / 1000;
	};
	for (const journal of [one, other]) {
		const before = await redisNow();
		const now = journal.now();
		const after = await redisNow();
		// Off by half the best round trip at most; a loopback's is well below these 20 ms.
		expect(now).toBeGreaterThan(before - 20);
		expect(now).toBeLessThan(after + 20);
	}
});
