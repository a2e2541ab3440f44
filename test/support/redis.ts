import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { tempDir } from "./tempDir.ts";

const safe = { appendonly: "yes", appendfsync: "always", "maxmemory-policy": "noeviction", save: "" };

export interface TestRedis {
	readonly url: string;
	readonly port: number;
	/** Ends the server at once, as a crash does; what was acknowledged is on its disk. */
	crash(): Promise<void>;
	/** Starts it again on the same data, on the same port. */
	restart(changes?: Readonly<Record<string, string>>): Promise<void>;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	await once(server, "close");
	if (address === null || typeof address === "string") throw new Error("No port");
	return address.port;
}

async function launch(
	dir: string,
	port: number,
	config: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
	const settings = { bind: "127.0.0.1", port: String(port), dir, ...safe, ...config };
	const child = spawn(
		"redis-server",
		Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
	);
	const said: string[] = [];
	for await (const line of createInterface({ input: child.stdout })) {
		said.push(line);
		if (line.includes("Ready to accept connections")) {
			// Unread output would fill the pipe, and stop the server.
			child.stdout.resume();
			return child;
		}
	}
	throw new Error(`redis-server did not start:\n${said.join("\n")}`);
}

/** Processes that a process has forked and that still run. Where the system does not list them there are none to be found. */
async function forksOf(pid: number): Promise<number[]> {
	const listed = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
	return listed.trim().split(" ").filter(Boolean).map(Number);
}

/** Ends an orphan, and resolves when the system has taken it off its list. */
async function endFork(pid: number): Promise<void> {
	try {
		process.kill(pid, "SIGKILL");
		while (process.kill(pid, 0)) await setTimeout(2);
	} catch {
		// It is gone.
	}
}

/** A real redis-server on a free port, safe as the journal demands unless `changes` says otherwise; ends with the test. */
export async function testRedis(changes: Readonly<Record<string, string>> = {}): Promise<TestRedis> {
	const dir = await tempDir();
	const port = await freePort();
	let child = await launch(dir, port, changes);
	const crash = async () => {
		if (child.exitCode !== null || child.signalCode !== null) return;
		const ended = once(child, "exit");
		// It forks to rewrite its log, as erasing a name makes it do; what it forked would go on writing in the directory.
		const forks = await forksOf(child.pid ?? 0);
		child.kill("SIGKILL");
		await ended;
		for (const pid of forks) await endFork(pid);
	};
	onTestFinished(crash);
	return {
		url: `redis://127.0.0.1:${port}`,
		port,
		crash,
		restart: async (now = changes) => {
			await crash();
			child = await launch(dir, port, now);
		},
	};
}
