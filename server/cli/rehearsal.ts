import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { State } from "../../shared/conference/state.ts";
import { readRehearsalFile } from "../conference/definitionFile.ts";
import { defaultSeed } from "../rehearsal/cast.ts";
import { readRehearsalKeys } from "../rehearsal/keys.ts";
import { runDriver } from "../rehearsal/run.ts";
import { improvisedScript, type Script, scriptOf } from "../rehearsal/script.ts";
import { SignIns } from "../rehearsal/signIns.ts";

const usage = `Usage: npm run rehearsal -- [--delegations 83] [--viewers 0] [--rate 20] [--minutes 5]
                           [--url http://localhost:3000] [--links FILE] [--seed 1] [--allow-remote]

Plays the participants of a running rehearsal over real connections, and says what came of it.

  --delegations N  connect N delegations all the time
  --viewers N      and N public viewers, who only look
  --rate N         speed of the rehearsal's clock, 1 to 60
  --minutes N      how long to play, at most 60
  --url URL        where the rehearsal runs; by default what it left in DATA_DIR
  --links FILE     JSON of personal links by representative, where the rehearsal's keys cannot be read
  --allow-remote   plays against a server that is not this machine`;

const shipped = new URL("../../shared/conferences/seoul-2021.rehearsal.json", import.meta.url);

/** A whole number within limits. @throws Error naming the option. */
function whole(name: string, value: string, least: number, most: number): number {
	const number = Number(value);
	if (!Number.isInteger(number) || number < least || number > most)
		throw new Error(`--${name} is ${value}; expected a whole number from ${least} to ${most}.`);
	return number;
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			delegations: { type: "string", default: "83" },
			viewers: { type: "string", default: "0" },
			rate: { type: "string", default: "20" },
			minutes: { type: "string", default: "5" },
			seed: { type: "string", default: String(defaultSeed) },
			url: { type: "string" },
			links: { type: "string" },
			"allow-remote": { type: "boolean", default: false },
			help: { type: "boolean", default: false },
		},
	});
	if (values.help) return console.log(usage);
	const delegations = whole("delegations", values.delegations, 1, 500);
	const viewers = whole("viewers", values.viewers, 0, 5000);
	const rate = whole("rate", values.rate, 1, 60);
	const minutes = whole("minutes", values.minutes, 1, 60);
	const seed = whole("seed", values.seed, 0, 1_000_000);

	const links = await readLinks(values.links);
	const keys = links.size > 0 ? undefined : await readRehearsalKeys(process.env.DATA_DIR || "data");
	const origin = values.url ?? keys?.origin ?? "http://localhost:3000";
	const conferenceId = keys?.conferenceId ?? (await onlyConference(origin));
	const target = { origin, conferenceId, allowRemote: values["allow-remote"] };
	const signIns = new SignIns(target, links);
	const secretariatId =
		keys?.secretariatId ?? [...links.keys()].find((id) => id.startsWith("r-secretariat-")) ?? "";
	if (keys !== undefined) await signIns.openSecretariat(secretariatId, keys.secretariatToken);

	const stop = new AbortController();
	process.once("SIGINT", () => stop.abort()).once("SIGTERM", () => stop.abort());
	await runDriver({
		...{ ...target, delegations, viewers, rate, minutes, seed, secretariatId },
		scriptFor: (state) => scriptFor(state, seed),
		cookieFor: (id) => signIns.cookieFor(id),
		signal: stop.signal,
		write: (line) => console.log(line),
	});
}

async function scriptFor(state: State, seed: number): Promise<Script> {
	const rehearsal = await readRehearsalFile(shipped);
	const isShipped = rehearsal.conference === state.profile.id;
	if (isShipped) return scriptOf(rehearsal, (id) => state.delegations.delegations.has(id));
	return improvisedScript(state, rehearsal.pledges, seed);
}

async function readLinks(file: string | undefined): Promise<Map<string, string>> {
	if (file === undefined) return new Map();
	const json: unknown = JSON.parse(await readFile(file, "utf8"));
	if (typeof json !== "object" || json === null || Array.isArray(json))
		throw new Error(`${file}: expected {"representative id": "link", ...}.`);
	return new Map(Object.entries(json).map(([id, url]) => [id, String(url)]));
}

async function onlyConference(origin: string): Promise<string> {
	const response = await fetch(new URL("/api/conferences", origin));
	const all = (await response.json()) as { readonly id: string }[];
	const [first] = all;
	if (first === undefined) throw new Error(`${origin} holds no conference.`);
	return first.id;
}

await main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
