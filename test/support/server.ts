import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Logger, pino } from "pino";
import { onTestFinished } from "vitest";
import { SqliteAccounts } from "../../server/accounts/sqliteAccounts.ts";
import type { Outcome } from "../../server/conference/conference.ts";
import { type Beginning, definingRecords } from "../../server/conference/establish.ts";
import { readConfig } from "../../server/config.ts";
import { SqliteDirectory } from "../../server/directory/sqliteDirectory.ts";
import { SqliteFiles } from "../../server/files/sqliteFiles.ts";
import type { Journal } from "../../server/journal/journal.ts";
import { MemoryJournal } from "../../server/journal/memoryJournal.ts";
import { LocalSignals } from "../../server/journal/signals.ts";
import type { FeedLimits } from "../../server/press/feeds.ts";
import type { Limits } from "../../server/realtime/limits.ts";
import { type Patience, type RunningServer, startServer } from "../../server/server.ts";
import { openStorage, type Storage } from "../../server/storage.ts";
import type { Command } from "../../shared/conference/decider.ts";
import { definition, people } from "./factories.ts";

export interface TestServerOptions {
	/** A memory journal by default; storage is then in memory as well. */
	readonly journal?: Journal;
	/** With it everything is in Redis. */
	readonly redisUrl?: string;
	/** The small conference `seoul` of the factories by default. */
	readonly beginnings?: readonly Beginning[];
	readonly limits?: Limits;
	readonly patience?: Patience;
	readonly presenceClock?: () => number;
	/** Silent by default. */
	readonly log?: Logger;
	readonly feedLimits?: FeedLimits;
	readonly variables?: Readonly<Record<string, string>>;
	/** A build of the client; none by default, whatever lies in dist/. */
	readonly dist?: URL;
}

export interface TestServer extends RunningServer {
	readonly url: string;
	/** Waits for the whole address when given a path: `at("/healthz")`. */
	at(path: string): string;
	/** A personal link's token. `hours` may be negative: then it has expired. */
	link(representativeId: string, hours?: number): Promise<string>;
	/** Signs in as a representative. Returns the Cookie header. */
	cookie(representativeId: string): Promise<string>;
	/** An act without a socket. @throws Error when it is refused. */
	act(
		representativeId: string,
		command: Command,
		commandId?: string,
	): Promise<Outcome & { status: "accepted" }>;
}

/** The conference of the factories, with a name for everybody. */
export const seoul: Beginning = {
	id: "seoul",
	persons: people.map(({ id }) => ({
		representativeId: id,
		name: `Person ${id}`,
		title: { en: "Minister", fr: "Ministre" },
		contact: `${id}@example.org`,
	})),
	records: () =>
		definingRecords(
			"seoul",
			definition.map(([command]) => command),
			Date.now(),
		),
};

/** A server on a free port, with real sockets; it closes itself when the test is over. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
	// Without media workers, which only the tests of media are about.
	const config = readConfig({
		PORT: "0",
		MEDIA: "off",
		RECORDINGS_DIR: join(tmpdir(), `plenaria-${randomUUID()}`),
		...options.variables,
	});
	const server = await startServer({
		config,
		log: options.log ?? pino({ level: "silent" }),
		storage: await testStorage(options),
		beginnings: options.beginnings ?? [seoul],
		dist: options.dist ?? new URL("./no-build/", import.meta.url),
		...(options.limits === undefined ? {} : { limits: options.limits }),
		...(options.patience === undefined ? {} : { patience: options.patience }),
		...(options.feedLimits === undefined ? {} : { feedLimits: options.feedLimits }),
		...(options.presenceClock === undefined ? {} : { presenceClock: options.presenceClock }),
	});
	let closed: Promise<void> | undefined;
	const close = () => {
		closed ??= server.close();
		return closed;
	};
	onTestFinished(close);
	const url = `http://127.0.0.1:${server.port}`;

	const conferenceId = (options.beginnings ?? [seoul])[0]!.id;
	const { accounts } = server.storage;
	const link = async (representativeId: string, hours = 1) => {
		const createdAt = Date.now() - 1000;
		const expiresAt = createdAt + hours * 3_600_000;
		const made = await accounts.createLink({
			conferenceId,
			representativeId,
			createdBy: "test",
			createdAt,
			expiresAt,
		});
		return made.token;
	};
	return {
		...server,
		close,
		url,
		at: (path) => url + path,
		link,
		async cookie(representativeId) {
			const token = await link(representativeId);
			const response = await fetch(`${url}/join/${token}`, { method: "POST", redirect: "manual" });
			return response.headers.getSetCookie()[0]!.split(";")[0]!;
		},
		async act(representativeId, command, commandId = randomUUID()) {
			const outcome = await server.conferences
				.get(conferenceId)!
				.execute(representativeId, commandId, command);
			if (outcome.status === "refused") throw new Error(`${command.type}: ${outcome.rejection.code}`);
			return outcome;
		},
	};
}

async function testStorage({ journal, redisUrl }: TestServerOptions): Promise<Storage> {
	if (redisUrl !== undefined) return openStorage({ dataDir: "", redisUrl }, () => {});
	return {
		journal: journal ?? new MemoryJournal(),
		accounts: SqliteAccounts.open(":memory:"),
		directory: SqliteDirectory.open(":memory:"),
		files: SqliteFiles.open(":memory:"),
		signals: new LocalSignals(),
	};
}
