import { MemoryJournal, MemoryStore } from "../../server/journal/memoryJournal.ts";
import { RedisJournal } from "../../server/journal/redisJournal.ts";
import { SqliteJournal } from "../../server/journal/sqliteJournal.ts";
import { testRedis } from "../support/redis.ts";
import { tempDir } from "../support/tempDir.ts";
import { journalContract } from "./journalContract.ts";

journalContract("MemoryJournal", async () => {
	const store = new MemoryStore();
	return { open: async () => new MemoryJournal(store) };
});

journalContract("SqliteJournal", async () => {
	const dataDir = await tempDir();
	// Two writers on one directory are refused in earnest; the contract is to hold all the same.
	return { open: () => SqliteJournal.open({ dataDir, shared: true }) };
});

journalContract("RedisJournal", async () => {
	const { url } = await testRedis();
	return { open: () => RedisJournal.open({ url }) };
});
