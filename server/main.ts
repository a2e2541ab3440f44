import { mkdir } from "node:fs/promises";
import { parseArgs } from "node:util";
import { pino } from "pino";
import type { DomainEvent } from "../shared/conference/decider.ts";
import { evolveFork } from "../shared/conference/decider.ts";
import { conferenceTime } from "../shared/conference/profile.ts";
import { presentMeeting } from "../shared/conference/selectors.ts";
import { emptyState, Fork } from "../shared/conference/state.ts";
import type { Config } from "./config.ts";
import { ConfigError, readConfig, variableNames } from "./config.ts";
import type { FirstLink } from "./firstLinks.ts";
import { makeFirstLinks } from "./firstLinks.ts";
import { signInCookie } from "./http/cookies.ts";
import { beginConference, beginRehearsal } from "./opening.ts";
import type { Driver } from "./rehearsal/driver.ts";
import { writeRehearsalKeys } from "./rehearsal/keys.ts";
import { playLive } from "./rehearsal/live.ts";
import type { Script } from "./rehearsal/script.ts";
import { type RunningServer, startServer } from "./server.ts";
import { closeStorage, openStorage, type Storage } from "./storage.ts";

const usage = `Usage: npm start -- [--conference FILE | --rehearsal] [--fresh]

  --conference FILE  holds the conference that the file defines (see shared/conferences/README.md)
  --rehearsal        holds the rehearsal that ships with the project; this is the default
  --fresh            puts aside what was recorded under the same id and begins anew

Settings are environment variables, described in README.md:
${variableNames.join(", ")}.`;

/** A rehearsal whose last record is older than this begins anew: its session would be over. Conference time in ms. */
const rehearsalKeptFor = 45 * 60_000;

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
	let live: Driver | undefined;
	try {
		const now = storage.journal.now();
		const rehearsal = values.conference === undefined ? await beginRehearsal(now) : undefined;
		const beginning = rehearsal ?? (await beginConference(values.conference ?? "", now));
		if (values.fresh || (rehearsal !== undefined && (await isOver(storage, beginning.id, now))))
			await putAside(storage, beginning.id);
		server = await startServer({
			...{ config, log, storage, beginnings: [beginning] },
			say: (line) => console.log(`  ${line}`),
		});
		const links = await welcome(server, beginning.id);
		if (rehearsal !== undefined) {
			await leaveKeys(server, config, beginning.id, links);
			if (config.simulation) live = await play(server, beginning.id, rehearsal.script);
		}
	} catch (error) {
		await closeStorage(storage);
		throw error;
	}
	stopOnSignal(server, live);
}

/** Whether a rehearsal is no longer one to come into: all of it was held, or nobody recorded anything for a while. */
async function isOver({ journal }: Storage, id: string, now: number): Promise<boolean> {
	const fork = new Fork(emptyState());
	let last: number | undefined;
	for await (const stored of journal.readSince(id, 0))
		for (const { record } of stored) {
			evolveFork(fork, { type: record.type, at: record.time, data: record.data } as DomainEvent);
			last = record.time;
		}
	if (last === undefined) return false;
	const isHeld = presentMeeting(fork.state)?.status === "closed";
	return isHeld || conferenceTime(fork.state.profile.clock, now) - last > rehearsalKeptFor;
}

async function putAside({ journal }: Storage, id: string): Promise<void> {
	if (!(await journal.conferences()).includes(id)) return;
	console.log(`  What was recorded of ${id} is kept as ${await journal.archive(id)}.`);
}

/** A few lines that let somebody begin. The links are new at each start and stand nowhere else. */
async function welcome(server: RunningServer, conferenceId: string): Promise<readonly FirstLink[]> {
	const { origins, conferences, storage } = server;
	const conference = conferences.get(conferenceId);
	if (conference === undefined) return [];
	const { profile } = conference.state;
	const links = await makeFirstLinks(conference, storage.accounts);
	const width = Math.max(...links.map(({ label }) => label.length)) + 3;
	const lines = [
		"",
		`  ${profile.title.en}${profile.rehearsal ? " (rehearsal: invented data)" : ""}`,
		"",
		`  Audience          ${origins.main}/${conferenceId}`,
		`  Plenary screen    ${origins.main}/${conferenceId}/screen`,
		"",
		`  Personal ${links.length === 1 ? "link" : "links"}, valid for 12 hours:`,
		...links.map(({ label, token }) => `  ${label.padEnd(width)}${origins.main}/join/${token}`),
	];
	console.log(`${lines.join("\n")}\n`);
	return links;
}

/** Lets `npm run rehearsal` in, for whoever may read the data directory. */
async function leaveKeys(
	{ origins }: RunningServer,
	{ dataDir }: Config,
	conferenceId: string,
	links: readonly FirstLink[],
): Promise<void> {
	const secretariat = links.find(({ label }) => label === "Secretariat");
	if (secretariat === undefined) return;
	const { representativeId: secretariatId, token: secretariatToken } = secretariat;
	await mkdir(dataDir, { recursive: true });
	await writeRehearsalKeys(dataDir, { origin: origins.main, conferenceId, secretariatId, secretariatToken });
}

/** The simulated participants sit down, on this machine, and come in by the front door. */
async function play(server: RunningServer, conferenceId: string, script: Script): Promise<Driver> {
	const state = () => server.conferences.get(conferenceId)?.state ?? emptyState();
	return playLive({
		conferenceId,
		origin: await server.innerOrigin(),
		accounts: server.storage.accounts,
		script,
		cookieName: signInCookie,
		state,
		connected: () => server.connected(),
	});
}

function stopOnSignal(server: RunningServer, live: Driver | undefined): void {
	const stop = () => {
		process.off("SIGINT", stop).off("SIGTERM", stop);
		setTimeout(() => process.exit(1), stopWithin).unref();
		live?.stop();
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
