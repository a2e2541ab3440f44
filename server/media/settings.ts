import { createHmac } from "node:crypto";
import { networkInterfaces } from "node:os";
import type { types } from "mediasoup";
import type { IceServer } from "../../shared/protocol/media.ts";

/**
 * What a conference's sound and picture are coded in. VP8 first, because every browser has it and sends it in several sizes;
 * H.264 for devices that can do nothing else in hardware.
 */
export const codecs: types.RouterRtpCodecCapability[] = [
	{ kind: "audio", mimeType: "audio/opus", clockRate: 48_000, channels: 2 },
	{ kind: "video", mimeType: "video/VP8", clockRate: 90_000 },
	{
		kind: "video",
		mimeType: "video/H264",
		clockRate: 90_000,
		parameters: { "packetization-mode": 1, "profile-level-id": "42e01f", "level-asymmetry-allowed": 1 },
	},
];

/** What one sender may use, in bits per second: three sizes of picture and the sound. */
export const mostIncoming = 2_500_000;

/**
 * Between two key frames that a picture's sender is asked for, in ms. Browsers let a request go that comes within 300 of the one
 * before; the worker would ask again after a second. The floor asks once as it is given and the first screens a moment later, so that
 * without this they wait that second, and with it a third of one; who asks meanwhile is served by the same key frame.
 */
export const betweenKeyFrames = 320;

/** What a receiver is taken to have before its network has been measured, in bits per second. */
export const firstOutgoing = 1_000_000;

/** How media reaches this machine, from the configuration. */
export interface MediaNetwork {
	/** The first worker's port for UDP and TCP, the next one's is one higher; 0 takes free ones. */
	readonly port: number;
	/** Address to listen on; absent: every address of this machine. */
	readonly host: string | undefined;
	/** Address or name under which browsers reach this machine, where that is another. */
	readonly announced: string | undefined;
	readonly turn: TurnServers | undefined;
}

export interface TurnServers {
	readonly urls: readonly string[];
	/** Shared with the TURN server, which then takes names that expire (coturn's `static-auth-secret`). */
	readonly secret: string;
}

/** Free ports are taken below those that the system gives to outgoing connections. */
const freePorts = { min: 20_000, max: 29_999 };

/** UDP, and TCP for networks that let nothing else through, on the same port of each address. */
export function listenInfos(network: MediaNetwork, worker: number): types.TransportListenInfo[] {
	const port = network.port === 0 ? { portRange: freePorts } : { port: network.port + worker };
	return addresses(network).flatMap((address) =>
		(["udp", "tcp"] as const).map((protocol) => ({ protocol, ...address, ...port })),
	);
}

function addresses({
	host,
	announced,
}: MediaNetwork): Pick<types.TransportListenInfo, "ip" | "announcedAddress">[] {
	if (announced !== undefined) return [{ ip: host ?? "0.0.0.0", announcedAddress: announced }];
	if (host !== undefined) return [{ ip: host }];
	// A browser is told where to send to: "every address" is none that it could use. IPv6 is left to `host`, since the
	// machine's own may be of the link alone.
	return Object.values(networkInterfaces())
		.flatMap((each) => each ?? [])
		.filter(({ family }) => family === "IPv4")
		.map(({ address }) => ({ ip: address }));
}

/** How long a name for the TURN server is good, in seconds: a day of meetings. */
const turnNameFor = 86_400;

/** The TURN servers with a name for this client, made of when it expires as coturn's REST scheme asks. `now` in ms. */
export function iceServers(turn: TurnServers | undefined, now: number): IceServer[] {
	if (turn === undefined) return [];
	const username = `${Math.floor(now / 1000) + turnNameFor}:plenaria`;
	const credential = createHmac("sha1", turn.secret).update(username).digest("base64");
	return [{ urls: turn.urls, username, credential }];
}
