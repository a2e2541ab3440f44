import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Files, fileIdOf } from "../../server/files/files.ts";
import { RedisFiles } from "../../server/files/redisFiles.ts";
import { SqliteFiles } from "../../server/files/sqliteFiles.ts";
import { testRedis } from "../support/redis.ts";
import { tempDir } from "../support/tempDir.ts";

/** Each opens the same storage anew as often as it is called. */
const storages = {
	SqliteFiles: async () => {
		const path = join(await tempDir(), "files.sqlite");
		return async (): Promise<Files> => SqliteFiles.open(path);
	},
	RedisFiles: async () => {
		const { url } = await testRedis();
		return (): Promise<Files> => RedisFiles.open({ url });
	},
};

describe.each(Object.entries(storages))("%s keeps the contract of files", (_, storage) => {
	async function opener(): Promise<() => Promise<Files>> {
		const open = await storage();
		return async () => {
			const files = await open();
			onTestFinished(() => files.close());
			return files;
		};
	}

	test("gives back the very bytes, also to another who opens the storage", async () => {
		const open = await opener();
		const files = await open();
		const bytes = Buffer.concat([Buffer.from([0, 255, 13, 10, 0]), randomBytes(300_000)]);
		const fileId = await files.put("seoul", bytes);
		expect((await files.get("seoul", fileId))?.equals(bytes)).toBe(true);
		const again = await open();
		expect((await again.get("seoul", fileId))?.equals(bytes)).toBe(true);
		expect(await again.has("seoul", fileId)).toBe(true);
	});

	test("names a file by its content: SHA-256 in base64url, the same at the second time", async () => {
		const files = await (await opener())();
		const bytes = Buffer.from("abc");
		expect(await files.put("seoul", bytes)).toBe("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
		expect(await files.put("seoul", bytes)).toBe(fileIdOf(bytes));
		expect((await files.get("seoul", fileIdOf(bytes)))?.toString()).toBe("abc");
	});

	test("knows nothing of what was not put, nor of another conference's files", async () => {
		const files = await (await opener())();
		const fileId = await files.put("seoul", Buffer.from("abc"));
		expect(await files.get("geneva", fileId)).toBeUndefined();
		expect(await files.has("geneva", fileId)).toBe(false);
		expect(await files.get("seoul", fileIdOf(Buffer.from("abd")))).toBeUndefined();
	});
});
