import { parseArgs } from "node:util";
import { pino } from "pino";
import { ConfigError, readConfig } from "./config.ts";
import { beginConference, beginRehearsal } from "./opening.ts";
import { makeRehearsalLinks } from "./rehearsalLinks.ts";
import { type RunningServer, startServer } from "./server.ts";
import { closeStorage, openStorage, type Storage } from "./storage.ts";

const usage = `Usage: npm start -- [--conference FILE | --rehearsal] [--fresh]

  --conference FILE  holds the conference that the file defines (see shared/conferences/README.md)
  --rehearsal        holds the rehearsal that ships with the project; this is the default
  --fresh            puts aside what was recorded under the same id and begins anew

Settings are environment variables: PORT, DATA_DIR, REDIS_URL, ORIGIN and others, described in server/config.ts.`;

/** A rehearsal that nobody has touched for so long begins anew: its programme would lie in the past. In ms. */
const rehearsalKeptFor = 6 * 3_600_000;

/** How long a stop may take before the process ends anyway, in ms. */
const stopWithin = 10_000;

/** Starts a server from the command line and stays until it is told to stop. */
export async function main(args: readonly string[] = process.argv.slice(2)): Promise<void> {
	const { values } = parseArgs({
		args: [...args],
		options: {
			conference: { type: "string" },
			rehearsal: { type: "boolean" },
			fresh: { type: "boolean", default: false },
			help: { type: "boolean", default: false },
		},
	});
	if (values.help) return console.log(usage);
	if (values.conference !== undefined && values.rehearsal === true)
		throw new ConfigError("Give either --conference FILE or --rehearsal.");

	const config = readConfig(process.env);
	const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }));
	const storage = await openStorage(config, (message) => log.error(message));
	let server: RunningServer;
	try {
		const now = storage.journal.now();
		const beginning =
			values.conference === undefined
				? await beginRehearsal(now)
				: await beginConference(values.conference, now);
		const isRehearsal = values.conference === undefined;
		if (values.fresh || (isRehearsal && (await isStale(storage, beginning.id, now))))
			await putAside(storage, beginning.id);
		server = await startServer({ config, log, storage, beginnings: [beginning] });
		await welcome(server, beginning.id, isRehearsal);
	} catch (error) {
		await closeStorage(storage);
		throw error;
	}
	stopOnSignal(server);
}

/** When the last record of a conference is too old to go on from. */
async function isStale({ journal }: Storage, id: string, now: number): Promise<boolean> {
	let last: number | undefined;
	for await (const stored of journal.readSince(id, 0)) last = stored.at(-1)?.record.time ?? last;
	return last !== undefined && now - last > rehearsalKeptFor;
}

async function putAside({ journal }: Storage, id: string): Promise<void> {
	if (!(await journal.conferences()).includes(id)) return;
	console.log(`  What was recorded of ${id} is kept as ${await journal.archive(id)}.`);
}

/** A few lines that let somebody begin. The links are new at each start and stand nowhere else. */
async function welcome(server: RunningServer, conferenceId: string, isRehearsal: boolean): Promise<void> {
	const { origins, conferences, storage } = server;
	const conference = conferences.get(conferenceId);
	if (conference === undefined) return;
	const lines = [
		"",
		`  ${conference.state.profile.title.en}${isRehearsal ? " (rehearsal: invented data)" : ""}`,
		"",
		`  Audience          ${origins.main}/${conferenceId}`,
		`  Plenary screen    ${origins.main}/${conferenceId}/screen`,
	];
	if (isRehearsal) {
		lines.push("", "  Personal links, valid for 12 hours:");
		const links = await makeRehearsalLinks(conference, storage.accounts);
		const width = Math.max(...links.map(({ label }) => label.length)) + 3;
		for (const { label, token } of links) lines.push(`  ${label.padEnd(width)}${origins.main}/join/${token}`);
	}
	console.log(`${lines.join("\n")}\n`);
}

function stopOnSignal(server: RunningServer): void {
	const stop = () => {
		process.off("SIGINT", stop).off("SIGTERM", stop);
		setTimeout(() => process.exit(1), stopWithin).unref();
		server.close().then(
			// Not left to the event loop, which a viewer that never says goodbye would keep going.
			() => process.exit(),
			(error: unknown) => {
				console.error(error);
				process.exit(1);
			},
		);
	};
	process.on("SIGINT", stop).on("SIGTERM", stop);
}

/** What a person can mend is said in a sentence; only a bug shows where it happened. */
export function failStart(error: unknown): void {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	const isArgument = code.startsWith("ERR_PARSE_ARGS");
	const isBug = !(error instanceof Error) || error instanceof TypeError || error instanceof ReferenceError;
	console.error(isBug && !isArgument ? error : (error as Error).message);
	if (isArgument) console.error(`\n${usage}`);
	process.exitCode = 1;
}

if (import.meta.main) await main().catch(failStart);
