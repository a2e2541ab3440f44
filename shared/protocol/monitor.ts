import * as z from "zod/mini";
import { marked } from "../conference/secrecy.ts";

/* What the operators of a conference are told of its sound and picture, and nobody else. Never journalled. */

const text = marked("open", z.string());
/** Bits per second, as this server has received them. */
const bitrate = z.number().check(z.gte(0));
/** Part of the packets that did not arrive here, 0 to 1. */
const loss = z.number().check(z.gte(0), z.lte(1));
const ms = z.number().check(z.gte(0));
const count = z.int().check(z.gte(0));

/** Loudness in dBov, as RFC 6464 has it: 0 is as loud as can be coded, -127 silence. */
const level = z.int().check(z.gte(-127), z.lte(0));

/** One of the sizes in which a picture comes: how much of it arrives here, and what its sender says that it sends. */
const layer = z.strictObject({
	/** As sender and server call it; empty where the picture comes in one size. */
	rid: text,
	bitrate,
	width: z.nullable(count),
	height: z.nullable(count),
	framesPerSecond: z.nullable(z.number().check(z.gte(0))),
});

/** What somebody sends, live or ready. */
const feed = z.strictObject({
	/** Names the feed in `restartFeed`. */
	id: text,
	/** As in `media.ts`; a screen shows a kind that it does not know as it stands. */
	kind: text,
	representativeId: z.nullable(text),
	delegationId: z.nullable(text),
	/** For how long it has been sent as it is now; one that was restarted begins anew. */
	forMs: ms,
	/** Everybody receives it; otherwise it stands ready and nobody does. */
	live: z.boolean(),
	audio: z.nullable(z.strictObject({ muted: z.boolean(), bitrate, loss, jitterMs: ms })),
	video: z.nullable(z.strictObject({ bitrate, loss, jitterMs: ms, layers: z.array(layer) })),
	/** From the sender to this server and back, as the sender measures it; null until it has. */
	roundTripMs: z.nullable(ms),
	/** Screens that receive it, those of the public among them. */
	listeners: count,
	publicListeners: count,
	/** The same screens by how much arrives at them, as far as they report it. */
	arrival: z.strictObject({ good: count, weak: count, poor: count }),
});
export type MonitoredFeed = z.infer<typeof feed>;
export type MonitoredLayer = z.infer<typeof layer>;

/** Server to operators, about once a second while one of them watches: what this node forwards. Latest value wins. */
export const monitorSignal = z.strictObject({
	/**
	 * Of what forwards: `off` (this server has none), `idle` (nobody has asked for anything yet), `starting` (it is being set
	 * up, or replaced after a failure), `on`. `load` is its part of one processor's time.
	 */
	worker: z.strictObject({
		state: z.enum(["off", "idle", "starting", "on"]),
		load: z.nullable(z.number().check(z.gte(0))),
	}),
	feeds: z.array(feed),
	/** Screens that listen, those of the public among them, and how many of the public may. */
	listeners: z.strictObject({ all: count, public: count, publicLimit: count }),
});
export type MonitorSignal = z.infer<typeof monitorSignal>;

/** Server to operators, a few times a second: loudness by feed. A feed that is silent, or received by nobody, is not in it. */
export const levelsSignal = z.strictObject({ levels: z.array(z.strictObject({ id: text, level })) });
export type LevelsSignal = z.infer<typeof levelsSignal>;
