import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { answer } from "../child.ts";

/** Control for G2, G4, G10: Socket.IO as it comes, one room, one broadcast when a client says so. */
const http = createServer();
const io = new Server(http, {
	path: "/socket",
	transports: ["websocket"],
	perMessageDeflate: false,
	serveClient: false,
});

io.on("connection", (socket) => {
	socket.join("viewers");
	socket.on("go", (payload: unknown) => io.to("viewers").emit("frame", payload));
});

function memory() {
	globalThis.gc?.();
	globalThis.gc?.();
	return process.memoryUsage().rss;
}

http.listen(0, "127.0.0.1", () => process.send?.({ port: (http.address() as AddressInfo).port }));
/** Time that this process has used the processor, in ms. */
function cpu() {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

answer((request: { kind: "memory" | "cpu" }) => (request.kind === "memory" ? memory() : cpu()));
