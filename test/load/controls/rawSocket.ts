import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { answer } from "../child.ts";

/** Control for G1: bare `ws`; one frame made in advance, written to every socket when one of them says so. */
const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });

server.on("connection", (socket) => {
	socket.on("message", (message) => {
		const payload = Buffer.from(String(message));
		const header = Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff]);
		const frame = Buffer.concat([header, payload]);
		for (const each of server.clients)
			(each as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(frame);
	});
});

function memory() {
	globalThis.gc?.();
	globalThis.gc?.();
	return process.memoryUsage().rss;
}

server.on("listening", () => process.send?.({ port: (server.address() as AddressInfo).port }));
answer((request: { kind: "memory" }) => (request.kind === "memory" ? memory() : null));
