import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import type { types } from "mediasoup";

interface Stream {
	readonly kind: types.MediaKind;
	readonly mimeType: string;
	readonly payloadType: number;
	readonly clockRate: number;
	readonly channels?: number;
	readonly ssrc: number;
	/** Packets of one frame, how many bytes each, and how many frames a second. */
	readonly packets: number;
	readonly bytes: number;
	readonly rate: number;
	/** What a frame's first packet begins with. */
	readonly head: readonly number[];
}

/** As a browser sends them: Opus every 20 ms; a picture of 1.5 Mbit/s, thirty a second. */
const streams: readonly Stream[] = [
	{
		...{ kind: "audio", mimeType: "audio/opus", payloadType: 100, clockRate: 48_000, channels: 2 },
		...{ ssrc: 1111, packets: 1, bytes: 100, rate: 50, head: [] },
	},
	{
		...{ kind: "video", mimeType: "video/VP8", payloadType: 101, clockRate: 90_000 },
		// The start of a key frame, as VP8 marks it, so that nobody who comes late waits for one.
		...{ ssrc: 2222, packets: 6, bytes: 1050, rate: 30, head: [0x10, 0x00] },
	},
];

/** A speaker that sends into a router at an even pace, whatever it is told of the network. */
export class RtpSource {
	readonly producers: readonly types.Producer[];
	readonly #socket: Socket;
	readonly #timers: readonly NodeJS.Timeout[];

	private constructor(socket: Socket, producers: readonly types.Producer[]) {
		this.#socket = socket;
		this.producers = producers;
		this.#timers = streams.map((stream) => {
			const frame = frames(stream);
			const began = performance.now();
			let sent = 0;
			return setInterval(() => {
				for (; performance.now() - began > (sent * 1000) / stream.rate; sent += 1)
					for (const packet of frame(sent)) socket.send(packet);
			}, 5);
		});
	}

	static async open(router: types.Router, host: string): Promise<RtpSource> {
		const transport = await router.createPlainTransport({
			listenInfo: { protocol: "udp", ip: host },
			comedia: true,
		});
		const producers: types.Producer[] = [];
		for (const { kind, mimeType, payloadType, clockRate, channels, ssrc } of streams)
			producers.push(
				await transport.produce({
					kind,
					rtpParameters: {
						codecs: [{ mimeType, payloadType, clockRate, ...(channels === undefined ? {} : { channels }) }],
						encodings: [{ ssrc }],
					},
				}),
			);
		const socket = createSocket("udp4");
		socket.connect(transport.tuple.localPort, host);
		await once(socket, "connect");
		return new RtpSource(socket, producers);
	}

	close(): void {
		for (const timer of this.#timers) clearInterval(timer);
		this.#socket.close();
	}
}

/** Makes the packets of a stream's frame by its number, numbered from 1 on without a hole. */
function frames({ payloadType, clockRate, ssrc, packets, bytes, rate, head }: Stream) {
	return (frame: number): Buffer[] =>
		Array.from({ length: packets }, (_, index) => {
			const packet = Buffer.alloc(12 + bytes);
			const isLast = index === packets - 1;
			packet[0] = 0x80;
			packet[1] = payloadType | (isLast ? 0x80 : 0);
			packet.writeUInt16BE((1 + frame * packets + index) & 0xffff, 2);
			packet.writeUInt32BE(((frame * clockRate) / rate) >>> 0, 4);
			packet.writeUInt32BE(ssrc, 8);
			if (index === 0) packet.set(head, 12);
			return packet;
		});
}

/**
 * Looks at the numbers of the packets that arrive, which stand in the clear before what is encrypted. Each receiver has a socket of
 * its own, so that a moment's standstill here fills none of them.
 */
export class RtpCounter {
	readonly #sockets: Socket[] = [];
	/** First and last number of each stream, and how many came. */
	readonly #seen = new Map<number, { first: number; last: number; received: number }>();

	/** The port of a receiver. */
	async open(host: string): Promise<number> {
		const socket = createSocket({ type: "udp4", recvBufferSize: 4 * 1024 * 1024 });
		this.#sockets.push(socket);
		socket.on("message", (packet) => this.#take(packet));
		socket.bind(0, host);
		await once(socket, "listening");
		return socket.address().port;
	}

	reset(): void {
		this.#seen.clear();
	}

	read(): { received: number; lost: number } {
		let [received, expected] = [0, 0];
		for (const each of this.#seen.values()) {
			received += each.received;
			expected += each.last - each.first + 1;
		}
		// One that overtook the first is no loss.
		return { received, lost: Math.max(0, expected - received) };
	}

	close(): void {
		for (const socket of this.#sockets) socket.close();
	}

	#take(packet: Buffer): void {
		// RTCP comes the same way; its types stand where RTP has 64 to 95.
		const type = (packet[1] ?? 0) & 0x7f;
		if (packet.length < 12 || (type >= 64 && type <= 95)) return;
		const sequence = packet.readUInt16BE(2);
		const ssrc = packet.readUInt32BE(8);
		const seen = this.#seen.get(ssrc);
		if (seen === undefined) {
			this.#seen.set(ssrc, { first: sequence, last: sequence, received: 1 });
			return;
		}
		// The numbers begin anew after 65535.
		const ahead = (sequence - seen.last) & 0xffff;
		if (ahead < 0x8000) seen.last += ahead;
		seen.received += 1;
	}
}
