import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createWorker, type types } from "mediasoup";
import { Server, type Socket } from "socket.io";
import { codecs, firstOutgoing, listenInfos, mostIncoming } from "../../../server/media/settings.ts";
import { findWorker } from "../../../server/media/workerBinary.ts";
import { answer } from "../child.ts";

/** Control for the bench of media: Socket.IO and the same worker with the same settings, and whoever asks to publish is published. */
const workerBin = findWorker(process.env.MEDIASOUP_WORKER_BIN);
if (workerBin === undefined)
	throw new Error("The media worker is not built. `npm run media:build` builds it.");
const worker = await createWorker({ workerBin, logLevel: "error" });
const network = { port: 0, host: undefined, announced: undefined, turn: undefined };
const webRtcServer = await worker.createWebRtcServer({ listenInfos: listenInfos(network, 0) });
const router = await worker.createRouter({ mediaCodecs: codecs });
const http = createServer((_request, response) => response.setHeader("content-type", "text/html").end());
const io = new Server(http, { path: "/socket", transports: ["websocket"], serveClient: false });

/** Every request has what it needs of these; the page on the other end is ours. */
interface Asked {
	readonly type: string;
	readonly direction: "send" | "receive";
	readonly transportId: string;
	readonly consumerId: string;
	readonly kind: types.MediaKind;
	readonly dtlsParameters: types.DtlsParameters;
	readonly rtpCapabilities: types.RtpCapabilities;
	readonly rtpParameters: types.RtpParameters;
}

interface Screen {
	readonly socket: Socket;
	send?: types.WebRtcTransport;
	receive?: types.WebRtcTransport;
	rtpCapabilities?: types.RtpCapabilities;
	readonly consumers: Map<string, types.Consumer>;
}
const screens = new Set<Screen>();
let producers: types.Producer[] = [];
let publisher: Screen | undefined;

async function transportOf(screen: Screen, direction: "send" | "receive") {
	const options = { preferUdp: true, initialAvailableOutgoingBitrate: firstOutgoing, iceConsentTimeout: 20 };
	const transport = await router.createWebRtcTransport({ webRtcServer, ...options });
	if (direction === "send") await transport.setMaxIncomingBitrate(mostIncoming);
	screen[direction] = transport;
	const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
	return { id, iceParameters, iceCandidates, dtlsParameters };
}

async function consume({ socket, receive, rtpCapabilities, consumers }: Screen, producerId: string) {
	if (receive === undefined || rtpCapabilities === undefined) return;
	const consumer = await receive.consume({ producerId, rtpCapabilities, paused: true });
	const { id: consumerId, kind, rtpParameters } = consumer;
	consumers.set(consumerId, consumer);
	consumer.once("producerclose", () => socket.emit("media", { type: "ended", consumerId }));
	socket.emit("media", { type: "track", consumerId, producerId, kind, rtpParameters });
}

async function handle(screen: Screen, request: Asked): Promise<unknown> {
	switch (request.type) {
		case "open":
			return { rtpCapabilities: router.rtpCapabilities };
		case "transport":
			return transportOf(screen, request.direction);
		case "connect": {
			const of = [screen.send, screen.receive].find((each) => each?.id === request.transportId);
			return of?.connect({ dtlsParameters: request.dtlsParameters });
		}
		case "listen":
			screen.rtpCapabilities = request.rtpCapabilities;
			return null;
		case "produce": {
			const { kind, rtpParameters } = request;
			const producer = await screen.send?.produce({ kind, rtpParameters, paused: true });
			if (producer !== undefined) producers.push(producer);
			publisher = screen;
			return { producerId: producer?.id };
		}
		case "publish":
			for (const producer of producers) void producer.resume();
			for (const each of screens) for (const { id } of producers) void consume(each, id);
			return null;
		case "resume":
			return screen.consumers.get(request.consumerId)?.resume();
	}
	return null;
}

io.on("connection", (socket) => {
	const screen: Screen = { socket, consumers: new Map() };
	screens.add(screen);
	socket.on("media", async (request, done) =>
		done({ status: "done", result: (await handle(screen, request)) ?? null }),
	);
	socket.on("go", () => publisher?.socket.emit("media", { type: "publishNow" }));
	socket.on("disconnect", () => screens.delete(screen));
});

answer((_request: { kind: "end" }) => {
	for (const producer of producers) producer.close();
	producers = [];
	return null;
});
http.listen(0, "127.0.0.1", () =>
	process.send?.({ port: (http.address() as AddressInfo).port, pid: process.pid }),
);
