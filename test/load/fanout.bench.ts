import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Child } from "./child.ts";
import { openFilesLimit } from "./openFiles.ts";
import type { Measurement } from "./report.ts";
import { atMost, compare } from "./report.ts";
import type { PlenariaHello } from "./servers/plenaria.ts";
import { median } from "./statistics.ts";
import type { Connect, Round } from "./viewers.ts";

const rounds = 25;
/** Before what is measured: until the code is compiled and the buffers have grown. */
const warmUps = 10;

/** Longer than the public's frames are gathered, so that a round never waits for that. */
const apartMs = 130;

/** A server, the process with its viewers, and how a round is begun. */
class Contestant {
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

async function startPlenaria(count: number, triggers: number) {
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
	return { contestant, triggers: hello.triggers, before, stop };
}

async function startBare(count: number) {
	const { child, hello } = await Child.start<{ port: number }>("./controls/bareSocketIo.ts");
	const before = await child.ask<number>({ kind: "memory" });
	const connect = { ...bare, port: hello.port, count, commander: nobody };
	return { contestant: await Contestant.start(child, connect), before };
}

async function startRaw(count: number): Promise<Contestant> {
	const { child, hello } = await Child.start<{ port: number }>("./controls/rawSocket.ts");
	const connect = { engine: false, path: "/", port: hello.port, count, greeting: null, frame: "" };
	return Contestant.start(child, { ...connect, commander: nobody });
}

/** G1, G2: how soon the last of many viewers has a change of the tally, from the desk's press through the disk. */
export async function benchFanOut(viewers = 2000): Promise<Measurement[]> {
	const count = affordable(viewers);
	const ours = await startPlenaria(count, rounds + warmUps);
	const control = await startBare(count);
	const raw = await startRaw(count);
	const taken = { ours: [] as number[], raw: [] as number[], bare: [] as number[] };
	const shares = { ours: [] as number[], raw: [] as number[], bare: [] as number[] };
	try {
		for (const [index, trigger] of ours.triggers.entries()) {
			const own = await ours.contestant.round(trigger);
			// The controls send as many bytes as the server under measurement has just sent.
			const rawRound = await raw.round("x".repeat(own.bytes));
			const around = '42["frame",""]'.length;
			const bareRound = await control.contestant.round(`42["go","${"x".repeat(own.bytes - around)}"]`);
			if (index < warmUps) continue;
			taken.ours.push(own.ms);
			taken.raw.push(rawRound.ms);
			taken.bare.push(bareRound.ms);
			shares.ours.push(own.share);
			shares.raw.push(rawRound.share);
			shares.bare.push(bareRound.share);
		}
		// The busier of the two clients that are compared decides whether the figure is valid.
		const share = (control: "raw" | "bare") => Math.max(median(shares.ours), median(shares[control]));
		console.log(
			`      the viewers' process used ${percent(shares.ours)} of a core, with raw ws ${percent(shares.raw)}, with Socket.IO ${percent(shares.bare)}`,
		);
		const what = `tally change to the last of ${count} viewers`;
		return [
			compare(
				{ goal: "G1", what: `${what}, against raw ws`, unit: "ms" },
				{ ours: taken.ours, control: taken.raw },
				atMost(1.3),
				share("raw"),
			),
			compare(
				{ goal: "G2", what: `${what}, against Socket.IO`, unit: "ms" },
				{ ours: taken.ours, control: taken.bare },
				atMost(0.95),
				share("bare"),
			),
		];
	} finally {
		await ours.stop();
		await control.contestant.stop();
		await raw.stop();
	}
}

function percent(shares: readonly number[]): string {
	return `${Math.round(100 * median(shares))} %`;
}

const memoryRounds = 5;
const broadcasts = 20;

/** G4: what a viewer costs the server's memory, at rest and after some traffic; each round with processes of its own. */
export async function benchMemory(viewers = 2000): Promise<Measurement[]> {
	const count = affordable(viewers);
	const idle = { ours: [] as number[], control: [] as number[] };
	const used = { ours: [] as number[], control: [] as number[] };
	for (let round = 0; round < memoryRounds; round += 1) {
		const ours = await startPlenaria(count, broadcasts);
		const perViewer = (after: number, before: number) => (after - before) / count / 1024;
		idle.ours.push(perViewer(await ours.contestant.memory(), ours.before));
		let bytes = 0;
		for (const trigger of ours.triggers) bytes = (await ours.contestant.round(trigger)).bytes;
		used.ours.push(perViewer(await ours.contestant.memory(), ours.before));
		await ours.stop();

		const control = await startBare(count);
		idle.control.push(perViewer(await control.contestant.memory(), control.before));
		const trigger = `42["go","${"x".repeat(bytes)}"]`;
		for (let index = 0; index < broadcasts; index += 1) await control.contestant.round(trigger);
		used.control.push(perViewer(await control.contestant.memory(), control.before));
		await control.contestant.stop();
	}
	const goal = { goal: "G4", unit: "KiB" };
	return [
		compare({ ...goal, what: `memory per idle viewer of ${count}, against Socket.IO` }, idle, atMost(1.15)),
		compare({ ...goal, what: `the same after ${broadcasts} broadcasts` }, used, atMost(1.15)),
	];
}

/** As many viewers as one process may hold sockets; says so when it is fewer than wanted. */
function affordable(wanted: number): number {
	const possible = Math.min(wanted, openFilesLimit() - 200);
	if (possible < wanted)
		console.log(
			`Only ${possible} viewers: a process may open no more files here. Raise it with \`ulimit -n 20000\`.`,
		);
	return possible;
}
