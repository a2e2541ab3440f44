import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { RedisAccounts } from "../../server/accounts/redisAccounts.ts";
import { SqliteAccounts } from "../../server/accounts/sqliteAccounts.ts";
import { testProxy } from "../support/proxy.ts";
import { testRedis } from "../support/redis.ts";
import { tempDir } from "../support/tempDir.ts";
import { accountsContract } from "./accountsContract.ts";

const link = {
	conferenceId: "seoul-2021",
	representativeId: "kor-1",
	createdBy: "sec-1",
	createdAt: 1,
	expiresAt: 9e12,
};

accountsContract("SqliteAccounts", async () => {
	const accounts = SqliteAccounts.open(":memory:");
	return [accounts, accounts];
});

accountsContract("RedisAccounts", async () => {
	const { url } = await testRedis();
	return Promise.all([RedisAccounts.open({ url }), RedisAccounts.open({ url })]);
});

test("SqliteAccounts keep everything in a private file, and the token not at all", async () => {
	const path = join(await tempDir(), "accounts.sqlite");
	const before = SqliteAccounts.open(path);
	const { token } = await before.createLink(link);
	const signIn = await before.signIn(token, 2);
	const keys = await before.signingKeys(2);
	await before.close();
	expect((await readFile(path)).includes(token)).toBe(false);
	expect((await stat(path)).mode & 0o777).toBe(0o600);
	const after = SqliteAccounts.open(path);
	onTestFinished(() => after.close());
	expect(await after.signingKeys(3)).toEqual(keys);
	expect("id" in signIn && (await after.signInById(signIn.id, 3))).toEqual(signIn);
});

test("RedisAccounts hear of a revocation that happened while their connection was lost", async () => {
	const redis = await testRedis();
	const proxy = await testProxy(redis.port);
	const mine = await RedisAccounts.open({ url: `redis://127.0.0.1:${proxy.port}` });
	const theirs = await RedisAccounts.open({ url: redis.url });
	onTestFinished(() => mine.close());
	onTestFinished(() => theirs.close());
	const made = await theirs.createLink(link);
	const signIn = await theirs.signIn(made.token, 2);
	const cut = Promise.withResolvers<readonly string[]>();
	onTestFinished(mine.onRevoked(cut.resolve));
	proxy.cut();
	await theirs.revokeLink(made.link.id, 3);
	expect(await cut.promise).toEqual(["id" in signIn && signIn.id]);
});
