import { randomBytes } from "node:crypto";
import { Agent, get } from "node:http";
import { connect as connectTcp, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { answer } from "./child.ts";

/**
 * The same viewers for every server under measurement, in a process of their own: TCP sockets that speak just
 * enough WebSocket and Engine.IO to be told frames, because a library's clients would cost more than the servers
 * do. A round ends when the last of them has one more frame.
 */
export interface Connect {
	readonly kind: "connect";
	readonly port: number;
	readonly path: string;
	readonly count: number;
	/** Engine.IO handshake; bare frames otherwise. */
	readonly engine: boolean;
	/** Sent by each viewer once connected, and answered; as it stands on the wire. */
	readonly greeting: string | null;
	/** Beginning of a message that counts as a frame. */
	readonly frame: string;
	/** The one socket that triggers rounds; it is no viewer. */
	readonly commander: { readonly cookie: string | null; readonly greeting: string | null };
}
export interface Round {
	readonly ms: number;
	/** Length of the message that was received. */
	readonly bytes: number;
	/** Part of a core that this process used meanwhile. */
	readonly share: number;
}
/** Sends messages at an even pace and notes when the first viewer has what each of them brought. */
export interface Stream {
	readonly kind: "stream";
	readonly perSecond: number;
	readonly messages: readonly {
		readonly text: string /** Found in the frame that brings it. */;
		readonly mark: string;
	}[];
}
export interface Streamed {
	/** Of each message, from sending it until the frame with it, in ms; null where none came within two seconds. */
	readonly staleness: readonly (number | null)[];
	/** Frames that all viewers received together. */
	readonly frames: number;
	readonly share: number;
}

/** Viewers that come at once, each of them fetching something first, and go again. */
export interface Join extends Omit<Connect, "kind" | "commander" | "frame"> {
	readonly kind: "join";
	/** Path of what each fetches before it joins. */
	readonly fetched: string | null;
}

type Request =
	| Connect
	| Stream
	| Join
	| { readonly kind: "round"; readonly trigger: string }
	| { readonly kind: "close" };

let viewers: Peer[] = [];
let commander: Peer | undefined;
let received = 0;
let size = 0;
let complete: (() => void) | undefined;

/** The client's end of a WebSocket: text frames only, no fragments, and nothing kept but what the next frame needs. */
class Peer {
	onText: (text: Buffer) => void = () => {};
	readonly #socket: Socket;
	#rest: Buffer = Buffer.alloc(0);

	private constructor(socket: Socket) {
		this.#socket = socket;
	}

	/** `onText` is needed at once: a server may speak in the packet in which it accepts. */
	static open(
		{ port, path }: Pick<Connect, "port" | "path">,
		cookie: string | null,
		onText: Peer["onText"],
	): Promise<Peer> {
		return new Promise((resolve, reject) => {
			const socket = connectTcp({ port, host: "127.0.0.1", noDelay: true });
			const peer = new Peer(socket);
			peer.onText = onText;
			socket.once("error", reject);
			socket.once("close", () => reject(new Error("A server cut a viewer before it was let in.")));
			const head = [
				`GET ${path} HTTP/1.1`,
				`Host: 127.0.0.1:${port}`,
				"Upgrade: websocket",
				"Connection: Upgrade",
				`Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
				"Sec-WebSocket-Version: 13",
				`Origin: http://127.0.0.1:${port}`,
				...(cookie === null ? [] : [`Cookie: ${cookie}`]),
			];
			socket.write(`${head.join("\r\n")}\r\n\r\n`);
			let answered = Buffer.alloc(0);
			const onHead = (bytes: Buffer) => {
				answered = Buffer.concat([answered, bytes]);
				const end = answered.indexOf("\r\n\r\n");
				if (end < 0) return;
				socket.off("data", onHead);
				if (!answered.toString("latin1", 0, 13).endsWith("101 ")) {
					reject(new Error(answered.toString("latin1", 0, 200)));
					return;
				}
				socket.on("data", (more) => peer.#read(more));
				resolve(peer);
				peer.#read(answered.subarray(end + 4));
			};
			socket.on("data", onHead);
		});
	}

	/** A masked text frame; the mask is zero, which the standard allows a test and no browser. */
	send(text: string): void {
		const body = Buffer.from(text);
		const head =
			body.length < 126
				? Buffer.from([0x81, 0x80 | body.length, 0, 0, 0, 0])
				: Buffer.from([0x81, 0xfe, body.length >> 8, body.length & 0xff, 0, 0, 0, 0]);
		this.#socket.write(Buffer.concat([head, body]));
	}

	close(): void {
		this.#socket.removeAllListeners("close").destroy();
	}

	/** The next text. */
	next(): Promise<string> {
		return new Promise((resolve) => {
			this.onText = (text) => resolve(text.toString());
		});
	}

	#read(bytes: Buffer): void {
		let all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
		for (;;) {
			const frame = frameIn(all);
			if (frame === undefined) break;
			// A ping of the WebSocket layer; none of the servers sends one.
			if ((frame.opcode & 0x0f) === 1) this.#take(frame.body);
			all = all.subarray(frame.end);
		}
		this.#rest = all;
	}

	#take(text: Buffer): void {
		// Engine.IO's own ping, which wants a pong.
		if (text.length === 1 && text[0] === 0x32) this.send("3");
		else this.onText(text);
	}
}

function frameIn(bytes: Buffer): { opcode: number; body: Buffer; end: number } | undefined {
	const [opcode, short] = bytes;
	if (opcode === undefined || short === undefined) return undefined;
	const from = short === 127 ? 10 : short === 126 ? 4 : 2;
	if (bytes.length < from) return undefined;
	const length =
		short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
	const end = from + length;
	return bytes.length < end ? undefined : { opcode, body: bytes.subarray(from, end), end };
}

/** Engine.IO: `0{...}` opens, `40` connects the namespace. Bare sockets are ready at once. */
async function arrive(
	request: Pick<Connect, "port" | "path" | "engine">,
	cookie: string | null,
	greeting: string | null,
): Promise<Peer> {
	const opened = Promise.withResolvers<void>();
	const connected = Promise.withResolvers<void>();
	const peer = await Peer.open(request, cookie, (text) => {
		if (text[0] === 0x30) opened.resolve();
		else if (text[0] === 0x34 && text[1] === 0x30) connected.resolve();
	});
	if (request.engine) {
		await opened.promise;
		peer.send("40");
		await connected.promise;
	}
	if (greeting !== null) {
		const answered = peer.next();
		peer.send(greeting);
		const text = await answered;
		if (!text.includes('"joined"')) throw new Error(`A viewer was not let in: ${text}`);
	}
	peer.onText = () => {};
	return peer;
}

/** Connects in groups, so that a full accept queue is not what is measured. */
async function connect(request: Connect): Promise<number> {
	const { frame, greeting } = request;
	const beginning = Buffer.from(frame);
	const onText = (text: Buffer) => {
		if (beginning.length > 0 && text.compare(beginning, 0, beginning.length, 0, beginning.length) !== 0)
			return;
		received += 1;
		size = text.length;
		if (received === viewers.length) complete?.();
	};
	for (let done = 0; done < request.count; done += 100) {
		const group = Array.from({ length: Math.min(100, request.count - done) }, () =>
			arrive(request, null, greeting),
		);
		viewers.push(...(await Promise.all(group)));
	}
	for (const viewer of viewers) viewer.onText = onText;
	commander = await arrive(request, request.commander.cookie, request.commander.greeting);
	return viewers.length;
}

/** Triggers once and waits until the last viewer has the frame. */
async function round(trigger: string): Promise<Round> {
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

/** Every viewer counts; the first one also reads what it is told. */
async function stream({ perSecond, messages }: Stream): Promise<Streamed> {
	const sentAt = new Map<string, number>();
	const staleness = new Map<string, number>();
	const all = Promise.withResolvers<void>();
	const [first] = viewers;
	if (first === undefined) throw new Error("Nobody is connected.");
	const count = first.onText;
	first.onText = (text) => {
		count(text);
		const words = text.toString();
		for (const [mark, at] of sentAt)
			if (!staleness.has(mark) && words.includes(mark)) staleness.set(mark, performance.now() - at);
		if (staleness.size === messages.length) all.resolve();
	};
	received = 0;
	complete = undefined;
	const before = process.cpuUsage();
	const began = performance.now();
	for (const [index, { text, mark }] of messages.entries()) {
		sentAt.set(mark, performance.now());
		commander?.send(text);
		const next = began + ((index + 1) * 1000) / perSecond;
		if (next > performance.now()) await wait(next - performance.now());
	}
	await Promise.race([all.promise, wait(2000)]);
	first.onText = count;
	const used = process.cpuUsage(before);
	const ms = performance.now() - began;
	return {
		staleness: messages.map(({ mark }) => staleness.get(mark) ?? null),
		frames: received,
		share: (used.user + used.system) / 1000 / ms,
	};
}

/** Until the last of them is in; they leave before the answer. */
async function join(request: Join): Promise<Round> {
	const before = process.cpuUsage();
	const began = performance.now();
	const agent = new Agent({ keepAlive: true, maxSockets: 256 });
	const peers: Peer[] = [];
	for (let done = 0; done < request.count; done += joinsAtOnce) {
		const group = Array.from({ length: Math.min(joinsAtOnce, request.count - done) }, async () => {
			if (request.fetched !== null) await fetched(request.port, request.fetched, agent);
			return arrive(request, null, request.greeting);
		});
		peers.push(...(await Promise.all(group)));
	}
	const ms = performance.now() - began;
	const used = process.cpuUsage(before);
	for (const peer of peers) peer.close();
	agent.destroy();
	return { ms, bytes: 0, share: (used.user + used.system) / 1000 / ms };
}

/** As many as a kernel's accept queue holds. */
const joinsAtOnce = 250;

/** Takes all of an answer, compressed as a browser asks for it, and reads none of it. */
function fetched(port: number, path: string, agent: Agent): Promise<void> {
	return new Promise((resolve, reject) => {
		const headers = { "accept-encoding": "br" };
		get({ port, host: "127.0.0.1", path, agent, headers }, (answered) => {
			answered.resume();
			answered.once("end", () => (answered.statusCode === 200 ? resolve() : reject(new Error(path))));
		}).once("error", reject);
	});
}

function close(): number {
	for (const peer of viewers) peer.close();
	commander?.close();
	viewers = [];
	return 0;
}

answer((request: Request) => {
	switch (request.kind) {
		case "connect":
			return connect(request);
		case "round":
			return round(request.trigger);
		case "stream":
			return stream(request);
		case "join":
			return join(request);
		case "close":
			return close();
	}
});
process.send?.("ready");
