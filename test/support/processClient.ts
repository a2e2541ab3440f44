import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { ProjectedEvent } from "../../shared/conference/decider.ts";
import { decodeState } from "../../shared/conference/snapshot.ts";
import type { State } from "../../shared/conference/state.ts";
import type { SnapshotMessage } from "../../shared/protocol/snapshot.ts";
import { TestClient } from "./client.ts";
import { type ProcessOptions, ServerProcess } from "./serverProcess.ts";

/** A server process that ends with the test. It takes as many acts a second as a test likes to send. */
export async function serverProcess(options: ProcessOptions = {}): Promise<ServerProcess> {
	const variables = { COMMANDS_PER_SECOND: "1000", ...options.variables };
	const server = await ServerProcess.start({ ...options, variables });
	onTestFinished(() => server.close());
	return server;
}

/** Somebody's socket, joined to the conference; `state` is what stood on the screen at position `n`. */
export interface Entered {
	readonly client: TestClient;
	readonly n: number;
	readonly audience: string;
	readonly state: State;
}

/** A screen of the public, or of whoever the cookie stands for. */
export async function enter(server: ServerProcess, cookie?: string): Promise<Entered> {
	const headers = cookie === undefined ? undefined : { cookie };
	const client = new TestClient(server.origin, headers, server.conferenceId);
	if (!(await client.connected())) throw new Error("the server does not let the client in");
	const { n, audience, snapshot } = await client.enter();
	return { client, n, audience, state: decodeState(snapshot.state) };
}

/** What an audience sees now, over HTTP. */
export async function snapshotOf(server: ServerProcess, audience: string, cookie = ""): Promise<State> {
	const address = server.at(`/api/conferences/${server.conferenceId}/snapshot?as=${audience}`);
	const response = await fetch(address, { headers: { cookie } });
	if (!response.ok) throw new Error(`${address} was answered with ${response.status}`);
	return decodeState(((await response.json()) as SnapshotMessage).state);
}

/** The events of an audience after `since`, up to position `n`. */
export async function eventsUntil({ client, n: since }: Entered, n: number): Promise<ProjectedEvent[]> {
	const frames = await client.untilPosition(since, n);
	return frames.flatMap(({ events }) => events);
}

/** What `npm run verify` says of a stopped server's journals. @throws Error when a record is bad. */
export async function verifyJournals(variables: Readonly<Record<string, string>>): Promise<string> {
	const cli = fileURLToPath(new URL("../../server/cli/verify.ts", import.meta.url));
	const child = spawn(process.execPath, [cli], { env: { ...process.env, ...variables } });
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
	const [code] = await once(child, "close");
	if (code !== 0) throw new Error(`verify ended with ${code}: ${output}`);
	return output;
}
