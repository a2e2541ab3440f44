import * as z from "zod/mini";
import { channels } from "../conference/common.ts";
import { marked } from "../conference/secrecy.ts";
import { type FeedKind, feedOf, type MediaKind } from "./feeds.ts";

/**
 * The lane of sound and picture: requests with an answer, and news. What describes codecs, keys and networks is made and checked
 * by the library on either side (mediasoup, mediasoup-client) and goes through as it is.
 */

const feed = z.enum(["floor", "gavel", ...channels.map(feedOf)] satisfies FeedKind[]);
const id = marked("open", z.string().check(z.minLength(1), z.maxLength(64)));
const opaque = z.record(marked("open", z.string()), z.unknown());
const kind = z.enum(["audio", "video"]);
/** What a screen wants to hear, and see of the signing, beside floor and gavel. */
const hearing = z.array(z.enum(channels)).check(z.maxLength(channels.length));

/**
 * What a seat finds when it tests itself in the green room. `microphone`: `quiet` while nothing has been heard of it lately.
 * `connection`: `poor` when packets are lost or take long, `testing` until that is known.
 */
export const seatReport = z.strictObject({
	camera: z.enum(["good", "off"]),
	microphone: z.enum(["good", "quiet", "muted"]),
	connection: z.enum(["good", "poor", "testing"]),
	/** The person says so: the delegation can be called. */
	ready: z.boolean(),
});
export type SeatReport = z.infer<typeof seatReport>;

const pixels = z.int().check(z.gte(0), z.lte(16_384));

/** What a sender's own browser says of a feed: the sizes in which its picture leaves, and how long the way there and back takes. */
export const measured = z.strictObject({
	roundTripMs: z.nullable(z.number().check(z.gte(0), z.lte(600_000))),
	layers: z
		.array(
			z.strictObject({
				rid: marked("open", z.string().check(z.maxLength(16))),
				width: pixels,
				height: pixels,
				framesPerSecond: z.number().check(z.gte(0), z.lte(1000)),
			}),
		)
		.check(z.maxLength(8)),
});
export type Measured = z.infer<typeof measured>;

/** Client to server, each with an answer of `MediaAnswers`. */
export const mediaRequest = z.discriminatedUnion("type", [
	/** First of all; ends whatever this socket had before. */
	z.strictObject({ type: z.literal("open") }),
	z.strictObject({ type: z.literal("transport"), direction: z.enum(["send", "receive"]) }),
	z.strictObject({ type: z.literal("connect"), transportId: id, dtlsParameters: opaque }),
	/** The network has changed: new credentials for the same transport. */
	z.strictObject({ type: z.literal("restartIce"), transportId: id }),
	/** Begins to receive. What comes is told as news, and goes on by itself whoever speaks. */
	z.strictObject({
		type: z.literal("listen"),
		rtpCapabilities: opaque,
		video: z.boolean(),
		channels: hearing,
	}),
	/** Other channels from here on, by the way that is there: what is not among them ends before anything new begins. */
	z.strictObject({ type: z.literal("hear"), channels: hearing }),
	/** Receives nothing from here on, for a network that carries text alone. */
	z.strictObject({ type: z.literal("stopListening") }),
	/** The client is prepared for a picture that it was told of, which stood still until now. */
	z.strictObject({ type: z.literal("resume"), consumerId: id }),
	/** Sends one track. `takeOver`: in place of another device of the same seat, which is asked for first. */
	z.strictObject({
		type: z.literal("produce"),
		feed,
		kind,
		rtpParameters: opaque,
		takeOver: z.boolean(),
	}),
	z.strictObject({ type: z.literal("mute"), producerId: id, muted: z.boolean() }),
	z.strictObject({ type: z.literal("stop"), feed }),
	/** How the seat stands while it waits for the floor; the podium and the secretariat are told. */
	z.strictObject({ type: z.literal("report"), report: seatReport }),
	/** The answer to the news `measure`. */
	z.strictObject({ type: z.literal("measured"), feed, measured }),
	/** The sender is to set this feed up anew, as `monitor.ts` names it; for operators alone. */
	z.strictObject({
		type: z.literal("restartFeed"),
		feedId: marked("open", z.string().check(z.minLength(1), z.maxLength(160))),
	}),
]);
export type MediaRequest = z.infer<typeof mediaRequest>;
export type MediaRequestOf<Type extends MediaRequest["type"]> = Extract<MediaRequest, { type: Type }>;

/** Servers that help through firewalls, as a browser takes them. */
export interface IceServer {
	readonly urls: readonly string[];
	readonly username?: string;
	readonly credential?: string;
}

/** What is answered to each request that was done. */
export interface MediaAnswers {
	readonly open: { readonly rtpCapabilities: unknown; readonly iceServers: readonly IceServer[] };
	/** As `createSendTransport` and `createRecvTransport` of the client's library take it. */
	readonly transport: {
		readonly id: string;
		readonly iceParameters: unknown;
		readonly iceCandidates: unknown;
		readonly dtlsParameters: unknown;
	};
	readonly connect: null;
	readonly restartIce: { readonly iceParameters: unknown };
	readonly listen: null;
	readonly hear: null;
	readonly stopListening: null;
	readonly resume: null;
	readonly produce: { readonly producerId: string };
	readonly mute: null;
	readonly stop: null;
	readonly report: null;
	readonly measured: null;
	readonly restartFeed: null;
}

/**
 * Why not: `mediaOff` (this server has none), `mediaFull`, `notYourTurn` (neither the floor nor next, nor of that booth), `microphoneElsewhere`
 * (another device of the seat sends), `notOpen` (ask `open` first), `notAllowed` (for operators alone), `noFeed` (what was named
 * is not sent any more), `malformed`, `tooManyRequests`.
 */
export const mediaRefusals = [
	"mediaOff",
	"mediaFull",
	"notYourTurn",
	"microphoneElsewhere",
	"notOpen",
	"notAllowed",
	"noFeed",
	"malformed",
	"tooManyRequests",
] as const;
export type MediaRefusal = (typeof mediaRefusals)[number];

export type MediaAnswer<Type extends MediaRequest["type"] = MediaRequest["type"]> =
	| { readonly status: "done"; readonly result: MediaAnswers[Type] }
	| { readonly status: "refused"; readonly code: MediaRefusal };

/** Server to one client. */
export type MediaNews =
	/** A track comes. A picture stands still until `resume`, since it has to begin with a whole one; a voice comes at once. */
	| {
			readonly type: "track";
			readonly consumerId: string;
			readonly producerId: string;
			readonly feed: FeedKind;
			/** Whose it is; of a booth only the channel is told. */
			readonly delegationId: string | null;
			readonly kind: MediaKind;
			readonly rtpParameters: unknown;
			readonly muted: boolean;
	  }
	| { readonly type: "muted"; readonly consumerId: string; readonly muted: boolean }
	| { readonly type: "ended"; readonly consumerId: string }
	/** What this client sends is received by all, or by nobody. */
	| { readonly type: "live"; readonly feed: FeedKind; readonly live: boolean }
	/** The server has ended what this client sent. */
	| { readonly type: "stopped"; readonly feed: FeedKind; readonly reason: "over" | "takenOver" }
	/** An operator watches: say how what is sent leaves this machine. */
	| { readonly type: "measure"; readonly feed: FeedKind }
	/** An operator has ended what this client sends, to have it set up anew from microphone and camera on. */
	| { readonly type: "restart"; readonly feed: FeedKind }
	/** Everything here is gone, what carried it has failed: open anew. */
	| { readonly type: "reset" };
