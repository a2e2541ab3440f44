import { randomBytes } from "node:crypto";
import { connect as connectTcp, type Socket } from "node:net";
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
type Request = Connect | { readonly kind: "round"; readonly trigger: string } | { readonly kind: "close" };

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
	static open({ port, path }: Connect, cookie: string | null, onText: Peer["onText"]): Promise<Peer> {
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
async function arrive(request: Connect, cookie: string | null, greeting: string | null): Promise<Peer> {
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
		case "close":
			return close();
	}
});
process.send?.("ready");
