import { join } from "node:path";
import type { Accounts } from "./accounts/accounts.ts";
import { RedisAccounts } from "./accounts/redisAccounts.ts";
import { SqliteAccounts } from "./accounts/sqliteAccounts.ts";
import type { Config } from "./config.ts";
import type { Directory } from "./directory/directory.ts";
import { RedisDirectory } from "./directory/redisDirectory.ts";
import { SqliteDirectory } from "./directory/sqliteDirectory.ts";
import type { Files } from "./files/files.ts";
import { RedisFiles } from "./files/redisFiles.ts";
import { SqliteFiles } from "./files/sqliteFiles.ts";
import type { Journal } from "./journal/journal.ts";
import { RedisJournal } from "./journal/redisJournal.ts";
import { LocalSignals, RedisSignals, type Signals } from "./journal/signals.ts";
import { SqliteJournal } from "./journal/sqliteJournal.ts";

/** Everything that is kept, behind its ports. */
export interface Storage {
	readonly journal: Journal;
	readonly accounts: Accounts;
	readonly directory: Directory;
	readonly files: Files;
	readonly signals: Signals;
}

type StorageConfig = Pick<Config, "dataDir" | "redisUrl">;

/** Redis when there is one, so that several servers share it; else files in the data directory. */
export function openStorage(config: StorageConfig, onProblem: (message: string) => void): Promise<Storage> {
	const { dataDir, redisUrl } = config;
	return redisUrl === undefined ? openFiles(dataDir, onProblem) : openRedis(redisUrl, onProblem);
}

/** The journal goes last: what others still want to write, they write before. */
export async function closeStorage({ journal, accounts, directory, files, signals }: Storage): Promise<void> {
	await signals.close();
	await accounts.close();
	await directory.close();
	await files.close();
	await journal.close();
}

async function openFiles(dataDir: string, onProblem: (message: string) => void): Promise<Storage> {
	// The journal first: it makes the directory and makes sure that no other server uses it.
	const journal = await SqliteJournal.open({ dataDir, onProblem });
	return {
		journal,
		accounts: SqliteAccounts.open(join(dataDir, "accounts.sqlite")),
		directory: SqliteDirectory.open(join(dataDir, "directory.sqlite")),
		files: SqliteFiles.open(join(dataDir, "files.sqlite")),
		signals: new LocalSignals(),
	};
}

async function openRedis(url: string, onProblem: (message: string) => void): Promise<Storage> {
	const journal = await RedisJournal.open({ url, onProblem });
	const [accounts, directory, files, signals] = await Promise.all([
		RedisAccounts.open({ url, onProblem }),
		RedisDirectory.open({ url, onProblem }),
		RedisFiles.open({ url, onProblem }),
		RedisSignals.open({ url, onProblem }),
	]);
	return { journal, accounts, directory, files, signals };
}
