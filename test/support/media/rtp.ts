import { createSocket } from "node:dgram";
import type { types } from "mediasoup";

/** Where the loudness of a packet stands, RFC 6464. */
const levelId = 1;

/** What a sender would describe of a microphone whose packets say how loud they are. */
export function levelled(ssrc: number, mid: string): types.RtpParameters {
	return {
		mid,
		codecs: [
			{
				mimeType: "audio/opus",
				payloadType: 111,
				clockRate: 48_000,
				channels: 2,
				parameters: {},
				rtcpFeedback: [],
			},
		],
		headerExtensions: [
			{ uri: "urn:ietf:params:rtp-hdrext:ssrc-audio-level", id: levelId, encrypt: false, parameters: {} },
		],
		encodings: [{ ssrc }],
		rtcp: { cname: "test" },
	};
}

/** How often a packet is sent, in ms, and for how long it sounds, in the codec's time. */
const everyMs = 10;
const samples = 480;

/** Sends packets from here on, over this machine's own network and without a pause; gives the end of it. */
export function pump(
	port: number,
	{ ssrc, level, bytes, missing }: { ssrc: number; level: number; bytes: number; missing: number },
): () => void {
	const socket = createSocket("udp4");
	let sequence = 0;
	const timer = setInterval(() => {
		sequence += 1;
		// Every so many packets one is lost on its way.
		if (sequence % missing !== 0) socket.send(packet(ssrc, sequence, level, bytes), port, "127.0.0.1");
	}, everyMs);
	return () => {
		clearInterval(timer);
		socket.close();
	};
}

/** RFC 3550, with one header extension in the one-byte form of RFC 8285. */
function packet(ssrc: number, sequence: number, level: number, bytes: number): Buffer {
	const made = Buffer.alloc(12 + 8 + bytes);
	made.writeUInt8(0x90, 0);
	made.writeUInt8(111, 1);
	made.writeUInt16BE(sequence & 0xffff, 2);
	made.writeUInt32BE((sequence * samples) >>> 0, 4);
	made.writeUInt32BE(ssrc, 8);
	made.writeUInt16BE(0xbede, 12);
	made.writeUInt16BE(1, 14);
	made.writeUInt8(levelId << 4, 16);
	made.writeUInt8(0x80 | level, 17);
	return made;
}
