import { createServer } from "node:http";
import { type AddressInfo, connect as connectTcp } from "node:net";
import { Server } from "socket.io";
import { io, type Socket } from "socket.io-client";
import { describe, expect, it, onTestFinished } from "vitest";
import { DirectAdapter, mostBufferedBytes } from "../../server/realtime/directAdapter.ts";
import { EncodedFrame, webSocketFrame } from "../../server/realtime/encodedFrame.ts";
import type { ProjectedEvent } from "../../shared/conference/decider.ts";

const path = "/socket";

function event(text: string): ProjectedEvent {
	return { type: "GavelLaidDown", at: 1, data: { text } } as unknown as ProjectedEvent;
}

async function start(adapter: "direct" | "stock") {
	const http = createServer();
	const server = new Server(http, {
		path,
		transports: ["websocket"],
		perMessageDeflate: false,
		...(adapter === "direct" ? { adapter: DirectAdapter } : {}),
	});
	await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
	onTestFinished(async () => {
		await server.close();
	});
	const { port } = http.address() as AddressInfo;
	server.on("connection", (socket) => void socket.join("room"));
	return { server, port };
}

/** A client and what it received, in order. */
async function follow(port: number): Promise<{ socket: Socket; received: unknown[][] }> {
	const received: unknown[][] = [];
	const socket = io(`http://127.0.0.1:${port}`, { path, transports: ["websocket"], forceNew: true });
	onTestFinished(() => void socket.disconnect());
	socket.onAny((...args) => received.push(args));
	await new Promise<void>((resolve) => socket.once("connect", () => resolve()));
	return { socket, received };
}

/** Resolves once the client has everything that was sent before the call. */
async function caughtUp(server: Server, socket: Socket): Promise<void> {
	const done = new Promise((resolve) => socket.once("done", resolve));
	server.to("room").emit("done");
	await done;
}

describe.each(["direct", "stock"] as const)("the %s adapter", (kind) => {
	it("delivers frames of every length as Socket.IO would", async () => {
		const { server, port } = await start(kind);
		const { socket, received } = await follow(port);
		const texts = ["", "x", "é€𝄞", "x".repeat(60), "x".repeat(70), "x".repeat(65_000), "x".repeat(200_000)];
		for (const [index, text] of texts.entries())
			server.to("room").emit("frame", new EncodedFrame(index, [event(text)]));
		await caughtUp(server, socket);
		expect(received.slice(0, -1)).toEqual(
			texts.map((text, index) => ["frame", { from: index + 1, to: index + 1, events: [event(text)] }]),
		);
	});

	it("keeps frames in order with whatever goes the ordinary way", async () => {
		const { server, port } = await start(kind);
		const clients = await Promise.all([follow(port), follow(port)]);
		const order: string[] = [];
		for (let index = 0; index < 200; index += 1) {
			if (index % 3 === 0) {
				server.to("room").emit("signal", index);
				order.push(`signal ${index}`);
			} else {
				server.to("room").emit("frame", new EncodedFrame(index, [event("x".repeat(index * 50))]));
				order.push(`frame ${index + 1}`);
			}
			// Now and then the network takes what has gathered, and the next writes find an idle stream.
			if (index % 20 === 0) await new Promise(setImmediate);
		}
		for (const { socket, received } of clients) {
			await caughtUp(server, socket);
			const seen = received.flatMap(([name, value]) => {
				if (name === "signal") return [`signal ${value}`];
				return name === "frame" ? [`frame ${(value as { from: number }).from}`] : [];
			});
			expect(seen).toEqual(order);
		}
	});

	it("sends to the room and nobody else, and to one socket by its id", async () => {
		const { server, port } = await start(kind);
		const [a, b] = [await follow(port), await follow(port)];
		server.in(b.socket.id ?? "").socketsLeave("room");
		server.to("room").emit("frame", new EncodedFrame(0, [event("room")]));
		server.to(b.socket.id ?? "").emit("frame", new EncodedFrame(0, [event("b")]));
		const done = Promise.all(
			[a, b].map(({ socket }) => new Promise((resolve) => socket.once("done", resolve))),
		);
		server.emit("done");
		await done;
		expect(JSON.stringify(a.received)).toContain("room");
		expect(JSON.stringify(a.received)).not.toContain('"b"');
		expect(JSON.stringify(b.received)).toContain('"b"');
		expect(JSON.stringify(b.received)).not.toContain("room");
	});
});

describe("the direct adapter", () => {
	it("really takes the short way: what it uses of socket.io, engine.io and ws is still there", async () => {
		const { server, port } = await start("direct");
		const { socket, received } = await follow(port);
		let ordinary = 0;
		for (const each of server.sockets.sockets.values()) {
			const client = (each as unknown as { client: { writeToEngine(...args: unknown[]): void } }).client;
			client.writeToEngine = () => {
				ordinary += 1;
			};
		}
		const frame = new Promise((resolve) => socket.once("frame", resolve));
		server.to("room").emit("frame", new EncodedFrame(0, [event("short")]));
		await frame;
		expect(ordinary).toBe(0);
		expect(received).toHaveLength(1);
	});

	it("cuts who takes nothing, and goes on with the others", async () => {
		const { server, port } = await start("direct");
		const reader = await follow(port);
		const stuck = connectTcp(port, "127.0.0.1");
		onTestFinished(() => void stuck.destroy());
		const joined = new Promise<void>((resolve) => {
			server.on("connection", () => resolve());
		});
		const gone = new Promise<void>((resolve) => {
			server.on("connection", (socket) => socket.once("disconnect", () => resolve()));
		});
		stuck.write(
			[
				`GET ${path}/?EIO=4&transport=websocket HTTP/1.1`,
				"Host: localhost",
				"Connection: Upgrade",
				"Upgrade: websocket",
				"Sec-WebSocket-Version: 13",
				"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
				"\r\n",
			].join("\r\n"),
		);
		// The Socket.IO packet "40" that enters the namespace, masked with zeros as clients must mask.
		await new Promise((resolve) => stuck.once("data", resolve));
		stuck.write(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x34, 0x30]));
		await joined;
		stuck.pause();
		let isGone = false;
		void gone.then(() => {
			isGone = true;
		});
		const large = "x".repeat(mostBufferedBytes / 4);
		let sent = 0;
		while (!isGone) {
			server.to("room").emit("frame", new EncodedFrame(sent, [event(large)]));
			sent += 1;
			await caughtUp(server, reader.socket);
		}
		expect(reader.received.filter(([name]) => name === "frame")).toHaveLength(sent);
	});
});

describe("an encoded frame", () => {
	it("gives the part that a reader has not seen", () => {
		const frame = new EncodedFrame(10, [event("a"), event("b"), event("c")]);
		expect(frame.after(10)).toBe(frame);
		const rest = frame.after(12);
		expect([rest.from, rest.to, rest.events]).toEqual([13, 13, [event("c")]]);
		expect(JSON.parse(rest.packet.slice(1))).toEqual(["frame", { from: 13, to: 13, events: [event("c")] }]);
	});

	it("has the header that RFC 6455 asks for", () => {
		expect([...webSocketFrame("Hello")]).toEqual([0x81, 5, 0x48, 0x65, 0x6c, 0x6c, 0x6f]);
		expect([...webSocketFrame("x".repeat(256)).subarray(0, 4)]).toEqual([0x81, 126, 1, 0]);
		expect([...webSocketFrame("x".repeat(65_536)).subarray(0, 10)]).toEqual([
			0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0,
		]);
	});
});
