import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Child } from "./child.ts";
import { openFilesLimit } from "./openFiles.ts";
import type { PlenariaHello } from "./servers/plenaria.ts";
import type { Connect, Join, Round, Stream, Streamed } from "./viewers.ts";

/** Longer than the public's frames are gathered, so that a round never waits for that. */
const apartMs = 130;

/** A server, the process with its viewers, and how a round is begun. */
export class Contestant {
	readonly #server: Child;
	readonly #viewers: Child;

	private constructor(server: Child, viewers: Child) {
		this.#server = server;
		this.#viewers = viewers;
	}

	static async start(server: Child, connect: Omit<Connect, "kind">): Promise<Contestant> {
		const { child: viewers } = await Child.start("./viewers.ts");
		await viewers.ask({ kind: "connect", ...connect });
		return new Contestant(server, viewers);
	}

	async round(trigger: string): Promise<Round> {
		await wait(apartMs);
		return this.#viewers.ask<Round>({ kind: "round", trigger });
	}

	/** Messages at an even pace; see `viewers.ts`. */
	stream(request: Omit<Stream, "kind">): Promise<Streamed> {
		return this.#viewers.ask<Streamed>({ kind: "stream", ...request });
	}

	/** Viewers that come at once and go again. */
	join(request: Omit<Join, "kind">): Promise<Round> {
		return this.#viewers.ask<Round>({ kind: "join", ...request });
	}

	/** Time that the server has used the processor, in ms. */
	cpu(): Promise<number> {
		return this.#server.ask<number>({ kind: "cpu" });
	}

	/** Bytes that the server holds. */
	memory(): Promise<number> {
		return this.#server.ask<number>({ kind: "memory" });
	}

	async stop(): Promise<void> {
		await this.#viewers.stop();
		await this.#server.stop();
	}
}

const bare = {
	engine: true,
	path: "/socket/?EIO=4&transport=websocket",
	greeting: null,
	frame: '42["frame"',
};
const nobody = { cookie: null, greeting: null };

/** The server under measurement, with pledges that are cleared for announcement. */
export async function startPlenaria(count: number, triggers: number) {
	const directory = await mkdtemp(join(tmpdir(), "plenaria-bench-"));
	const args = [directory, String(triggers)];
	const { child, hello } = await Child.start<PlenariaHello>("./servers/plenaria.ts", args);
	const before = await child.ask<number>({ kind: "memory" });
	const { port, cookie, viewer, desk } = hello;
	const commander = { cookie, greeting: desk };
	const contestant = await Contestant.start(child, { ...bare, port, count, greeting: viewer, commander });
	const stop = async () => {
		await contestant.stop();
		await rm(directory, { recursive: true, force: true });
	};
	return { contestant, hello, triggers: hello.triggers, before, stop };
}

/** Socket.IO as it comes. */
export async function startBare(count: number) {
	const { child, hello } = await Child.start<{ port: number }>("./controls/bareSocketIo.ts");
	const before = await child.ask<number>({ kind: "memory" });
	const connect = { ...bare, port: hello.port, count, commander: nobody };
	return { contestant: await Contestant.start(child, connect), before };
}

/** The least that a server can be. */
export async function startRaw(count: number): Promise<Contestant> {
	const { child, hello } = await Child.start<{ port: number }>("./controls/rawSocket.ts");
	const connect = { engine: false, path: "/", port: hello.port, count, greeting: null, frame: "" };
	return Contestant.start(child, { ...connect, commander: nobody });
}

/** As many viewers as one process may hold sockets; says so when it is fewer than wanted. */
export function affordable(wanted: number): number {
	const possible = Math.min(wanted, openFilesLimit() - 200);
	if (possible < wanted)
		console.log(
			`Only ${possible} viewers: a process may open no more files here. Raise it with \`ulimit -n 20000\`.`,
		);
	return possible;
}
