import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Directory, forAudience, type Person } from "../../server/directory/directory.ts";
import { RedisDirectory } from "../../server/directory/redisDirectory.ts";
import { SqliteDirectory } from "../../server/directory/sqliteDirectory.ts";
import { testRedis } from "../support/redis.ts";
import { tempDir } from "../support/tempDir.ts";

const conferenceId = "seoul-2021";
const kim: Person = {
	representativeId: "kor-1",
	name: "김민지",
	title: { en: "Minister for Foreign Affairs", ko: "외교부 장관" },
	courtesy: "her",
	contact: "+82 2 555 0100",
};
const keller: Person = { representativeId: "che-1", name: "Ruth Keller", title: { en: "State Secretary" } };

const nodes = {
	SqliteDirectory: async (): Promise<readonly [Directory, Directory]> => {
		const directory = SqliteDirectory.open(":memory:");
		return [directory, directory];
	},
	RedisDirectory: async (): Promise<readonly [Directory, Directory]> => {
		const { url } = await testRedis();
		return Promise.all([RedisDirectory.open({ url }), RedisDirectory.open({ url })]);
	},
};

describe.each(Object.entries(nodes))("%s keeps the contract of the directory", (_, nodesOf) => {
	async function open(): Promise<readonly [Directory, Directory]> {
		const both = await nodesOf();
		onTestFinished(async () => {
			for (const directory of new Set(both)) await directory.close();
		});
		return both;
	}

	test("gives back who was put in, and counts the changes of each conference", async () => {
		const [one, other] = await open();
		expect(await one.all(conferenceId)).toEqual({ version: 0, persons: [] });
		expect(await one.put(conferenceId, [kim, keller])).toBe(1);
		expect(await other.all(conferenceId)).toEqual({ version: 1, persons: [keller, kim] });
		const renamed = { ...keller, name: "Ruth Keller-Meier" };
		expect(await other.put(conferenceId, [renamed])).toBe(2);
		expect(await one.all(conferenceId)).toEqual({ version: 2, persons: [renamed, kim] });
		expect(await one.put("geneva-2023", [keller])).toBe(1);
		expect((await one.all(conferenceId)).version).toBe(2);
	});

	test("what changes nothing is no new version", async () => {
		const [directory] = await open();
		await directory.put(conferenceId, [kim]);
		expect(await directory.put(conferenceId, [])).toBe(1);
		expect(await directory.erase(conferenceId, "nobody")).toBe(1);
		expect(await directory.all(conferenceId)).toEqual({ version: 1, persons: [kim] });
	});

	test("forgets an erased person, and nobody else", async () => {
		const [one, other] = await open();
		await one.put(conferenceId, [kim, keller]);
		await one.put("geneva-2023", [kim]);
		expect(await other.erase(conferenceId, "kor-1")).toBe(2);
		expect(await one.all(conferenceId)).toEqual({ version: 2, persons: [keller] });
		expect((await one.all("geneva-2023")).persons).toEqual([kim]);
	});

	test("tells every node of a change, with its version", async () => {
		const [one, other] = await open();
		const heard = [one, other].map((directory) => {
			const { promise, resolve } = Promise.withResolvers<unknown[]>();
			const changes: unknown[] = [];
			onTestFinished(directory.onChange((...change) => changes.push(change) === 2 && resolve(changes)));
			return promise;
		});
		one.onChange(() => expect.unreachable())();
		await one.put(conferenceId, [kim]);
		await other.erase(conferenceId, "kor-1");
		const both = [
			[conferenceId, 1],
			[conferenceId, 2],
		];
		expect(await Promise.all(heard)).toEqual([both, both]);
	});
});

test("the public learns nobody, participants name, title and courtesy, the secretariat the contact too", () => {
	expect(forAudience("public", [kim, keller])).toEqual([]);
	const { contact: _, ...known } = kim;
	expect(forAudience("participants", [kim, keller])).toStrictEqual([known, keller]);
	expect(forAudience("secretariat", [kim, keller])).toEqual([kim, keller]);
});

test("SqliteDirectory leaves no trace of an erased person in its files", async () => {
	const dir = await tempDir();
	const directory = SqliteDirectory.open(join(dir, "directory.sqlite"));
	onTestFinished(() => directory.close());
	const traces = async () => {
		const files = await Promise.all((await readdir(dir)).map((name) => readFile(join(dir, name))));
		return files.some((bytes) => bytes.includes(kim.name));
	};
	await directory.put(conferenceId, [kim, keller]);
	expect(await traces()).toBe(true);
	await directory.erase(conferenceId, "kor-1");
	expect(await traces()).toBe(false);
});
