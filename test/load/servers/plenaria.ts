import { pino } from "pino";
import { definingRecords } from "../../../server/conference/establish.ts";
import { readConfig } from "../../../server/config.ts";
import { startServer } from "../../../server/server.ts";
import { openStorage } from "../../../server/storage.ts";
import { publicAudience } from "../../../shared/conference/audience.ts";
import type { Command } from "../../../shared/conference/decider.ts";
import { viewVersion } from "../../../shared/conference/visibility.ts";
import { protocolVersion } from "../../../shared/protocol/version.ts";
import { content, definition } from "../../support/factories.ts";
import { answer } from "../child.ts";

/** The whole server as `npm start` runs it, on its real journal, with the small conference of the tests. */
const [, , dataDir = "", pledges = "0"] = process.argv;
const id = "seoul";
const variables = { PORT: "0", DATA_DIR: dataDir, COMMANDS_PER_SECOND: "1000" };
const config = readConfig(variables);
const storage = await openStorage(config, (message) => console.error(message));
const server = await startServer({
	config,
	log: pino({ level: "silent" }),
	storage,
	beginnings: [
		{
			id,
			persons: [],
			records: () =>
				definingRecords(
					id,
					definition.map(([command]) => command),
					Date.now(),
				),
		},
	],
});
const conference = server.conferences.get(id);
if (conference === undefined) throw new Error("The conference is not open.");

async function act(actorId: string, number: number, command: Command): Promise<string> {
	const outcome = await conference?.execute(actorId, `prepare-${command.type}-${number}`, command);
	if (outcome?.status !== "accepted") throw new Error(`${command.type} was refused`);
	return outcome.created ?? "";
}

/** Pledges that need but be announced: each announcement moves the tally once. */
const cleared: string[] = [];
for (let number = 0; number < Number(pledges); number += 1) {
	const given = content({ title: `Level 2 field hospital number ${number}, 69 medical staff` });
	const command: Command = { type: "draftPledge", delegationId: "idn", content: given };
	const pledgeId = await act("idn-minister", number, command);
	await act("idn-minister", number, { type: "submitPledge", pledgeId });
	await act("desk", number, { type: "acceptPledge", pledgeId });
	cleared.push(pledgeId);
}

async function deskCookie(): Promise<string> {
	const createdAt = Date.now();
	const expiresAt = createdAt + 3_600_000;
	const link = { conferenceId: id, representativeId: "desk", createdBy: "bench", createdAt, expiresAt };
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

export interface PlenariaHello {
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
	port: server.port,
	cookie,
	viewer: await joining("public"),
	desk: await joining("secretariat", cookie),
	triggers: cleared.map((pledgeId, number) => {
		const command: Command = { type: "announceInWriting", pledgeId };
		return `42${number + 1}${JSON.stringify(["command", { id: `announce-${pledgeId}`, command }])}`;
	}),
} satisfies PlenariaHello);
answer((request: { kind: "memory" | "position" }) =>
	request.kind === "memory" ? memory() : conference.position(publicAudience),
);
