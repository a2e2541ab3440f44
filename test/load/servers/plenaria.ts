import { pino } from "pino";
import { readConfig } from "../../../server/config.ts";
import { beginRehearsal } from "../../../server/opening.ts";
import { startServer } from "../../../server/server.ts";
import { openStorage } from "../../../server/storage.ts";
import { publicAudience } from "../../../shared/conference/audience.ts";
import type { Command } from "../../../shared/conference/decider.ts";
import { plainContent } from "../../../shared/conference/pledgeFold.ts";
import { viewVersion } from "../../../shared/conference/visibility.ts";
import { protocolVersion } from "../../../shared/protocol/version.ts";
import { answer } from "../child.ts";

/** The whole server as `npm start` runs it, on its real journal, with the rehearsal that it shows and nobody simulated. */
const [, , dataDir = "", pledges = "0"] = process.argv;
const variables = { PORT: "0", DATA_DIR: dataDir, COMMANDS_PER_SECOND: "1000" };
const config = readConfig(variables);
const storage = await openStorage(config, (message) => console.error(message));
const beginning = await beginRehearsal(Date.now());
const { id } = beginning;
const log = pino({ level: "silent" });
const server = await startServer({ config, log, storage, beginnings: [beginning] });
const conference = server.conferences.get(id);
const desk = [...(conference?.state.delegations.representatives.values() ?? [])].find(
	({ role }) => role === "secretariat",
)?.id;
if (conference === undefined || desk === undefined) throw new Error("The conference is not open.");

/** Pledges that need but be announced: each announcement moves the tally once. */
async function prepared(count: number): Promise<string[]> {
	if (count === 0) return [];
	const [category, need] = ["medical", "level-2-field-hospitals"];
	const rows = Array.from({ length: count }, (_, index) => ({
		delegationId: "idn",
		stage: "accepted" as const,
		content: {
			...plainContent,
			title: `Level 2 field hospital number ${index}, 69 medical staff`,
			details: null,
			kind: "new" as const,
			category,
			needId: need,
			quantity: 1,
			contact: null,
		},
	}));
	const outcome = await conference?.execute(desk ?? "", "prepare", { type: "importPledges", pledges: rows });
	if (outcome?.status !== "accepted") throw new Error(`The import was refused: ${JSON.stringify(outcome)}`);
	const titles = new Set(rows.map(({ content }) => content.title));
	const pledges = [...(conference?.state.pledges.pledges.values() ?? [])];
	return pledges.filter(({ title }) => titles.has(title)).map((pledge) => pledge.id);
}
const cleared = await prepared(Number(pledges));

async function deskCookie(): Promise<string> {
	const createdAt = Date.now();
	const expiresAt = createdAt + 3_600_000;
	const link = { conferenceId: id, representativeId: desk ?? "", createdBy: "bench", createdAt, expiresAt };
	const { token } = await storage.accounts.createLink(link);
	const address = `http://127.0.0.1:${server.port}/join/${token}`;
	const response = await fetch(address, { method: "POST", redirect: "manual" });
	return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

/** The message with which a screen joins where its audience stands, as it goes over the wire. */
async function joining(audience: string, cookie = ""): Promise<string> {
	const address = `http://127.0.0.1:${server.port}/api/conferences/${id}/snapshot?as=${audience}`;
	const { n, epoch } = (await (await fetch(address, { headers: { cookie } })).json()) as {
		n: number;
		epoch: string;
	};
	const message = { conferenceId: id, audience, since: n, epoch, viewVersion, protocolVersion };
	return `420${JSON.stringify(["join", message])}`;
}

function memory(): number {
	globalThis.gc?.();
	globalThis.gc?.();
	return process.memoryUsage().rss;
}

/** Time that this process has used the processor, in ms. */
function cpu(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

export interface PlenariaHello {
	readonly conferenceId: string;
	readonly port: number;
	readonly cookie: string;
	/** Greeting of a viewer and of the desk. */
	readonly viewer: string;
	readonly desk: string;
	/** Messages that move the tally once each. */
	readonly triggers: readonly string[];
}

const cookie = await deskCookie();
process.send?.({
	conferenceId: id,
	port: server.port,
	cookie,
	viewer: await joining("public"),
	desk: await joining("secretariat", cookie),
	triggers: cleared.map((pledgeId, number) => {
		const command: Command = { type: "announceInWriting", pledgeId };
		return `42${number + 1}${JSON.stringify(["command", { id: `announce-${pledgeId}`, command }])}`;
	}),
} satisfies PlenariaHello);
answer((request: { kind: "memory" | "position" | "cpu" }) => {
	switch (request.kind) {
		case "memory":
			return memory();
		case "position":
			return conference.position(publicAudience);
		case "cpu":
			return cpu();
	}
});
