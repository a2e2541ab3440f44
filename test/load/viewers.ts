import { once } from "node:events";
import { WebSocket } from "ws";
import { answer } from "./child.ts";

/**
 * The same viewers for every server under measurement, in a process of their own: bare WebSockets that speak
 * just enough Engine.IO to be told frames. A round ends when the last of them has one more frame.
 */
interface Connect {
	readonly kind: "connect";
	readonly url: string;
	readonly count: number;
	/** Engine.IO handshake; bare frames otherwise. */
	readonly engine: boolean;
	/** Sent by each viewer once connected, as it stands on the wire. */
	readonly greeting: string | null;
	/** Beginning of a message that counts as a frame. */
	readonly frame: string;
	/** Cookie of the one socket that triggers rounds; it is no viewer. */
	readonly cookie: string | null;
}
type Request = Connect | { readonly kind: "round"; readonly trigger: string } | { readonly kind: "close" };

let viewers: WebSocket[] = [];
let commander: WebSocket | undefined;
let received = 0;
let size = 0;
let complete: (() => void) | undefined;

function open(request: Connect, headers: Record<string, string>): Promise<WebSocket> {
	const socket = new WebSocket(request.url, { perMessageDeflate: false, headers });
	const connected = request.engine ? engineConnected(socket) : once(socket, "open");
	return connected.then(() => socket);
}

/** Engine.IO: `0{...}` opens, `40` connects the namespace, `2` is a ping that wants `3`. */
function engineConnected(socket: WebSocket): Promise<void> {
	return new Promise((resolve, reject) => {
		socket.on("error", reject);
		socket.on("message", (data) => {
			const [first, second] = [data.toString("latin1", 0, 1), data.toString("latin1", 1, 2)];
			if (first === "0") socket.send("40");
			else if (first === "2") socket.send("3");
			else if (first === "4" && second === "0") resolve();
		});
	});
}

function watch(socket: WebSocket, frame: string): void {
	socket.on("message", (data: Buffer) => {
		if (frame !== "" && data.toString("latin1", 0, frame.length) !== frame) return;
		received += 1;
		size = data.length;
		if (received === viewers.length) complete?.();
	});
}

/** Connects in groups, so that a full accept queue is not what is measured. */
async function connect(request: Connect): Promise<number> {
	const origin = request.url.replace(/^ws/, "http").replace(/(\d)\/.*$/, "$1");
	for (let done = 0; done < request.count; done += 100) {
		const group = Array.from({ length: Math.min(100, request.count - done) }, () =>
			open(request, { origin }),
		);
		viewers.push(...(await Promise.all(group)));
	}
	for (const viewer of viewers) {
		if (request.greeting !== null) {
			viewer.send(request.greeting);
			// The answer to the greeting comes before anything else; waiting for it orders the first round after it.
			await once(viewer, "message");
		}
		watch(viewer, request.frame);
	}
	commander = await open(request, { origin, ...(request.cookie === null ? {} : { cookie: request.cookie }) });
	return viewers.length;
}

/** Triggers once; answers with ms until the last viewer has it, the frame's bytes, and this process' share of a core. */
async function round(trigger: string): Promise<{ ms: number; bytes: number; share: number }> {
	received = 0;
	const finished = new Promise<void>((resolve) => {
		complete = resolve;
	});
	const before = process.cpuUsage();
	const began = performance.now();
	commander?.send(trigger);
	await finished;
	const ms = performance.now() - began;
	const used = process.cpuUsage(before);
	return { ms, bytes: size, share: (used.user + used.system) / 1000 / ms };
}

function close(): number {
	for (const socket of viewers) socket.terminate();
	commander?.terminate();
	viewers = [];
	return 0;
}

answer((request: Request) => {
	switch (request.kind) {
		case "connect":
			return connect(request);
		case "round":
			return round(request.trigger);
		case "close":
			return close();
	}
});
process.send?.("ready");
