import type { Channel } from "../conference/common.ts";

/* What can be sent and received, without the validator, so that the public page carries no schemas of requests. */

export type MediaKind = "audio" | "video";

/** The voice, or for `sign` the picture, of the booth that works into a channel. */
export type ChannelFeed = `channel:${Channel}`;

/** What somebody sends: as holder of the floor (or waiting for it), with the gavel, or as the interpreter of a channel. */
export type FeedKind = "floor" | "gavel" | ChannelFeed;

/** What the booth of a channel sends. */
export function feedOf(channel: Channel): ChannelFeed {
	return `channel:${channel}`;
}

/** The channel that a feed is of, or nothing for the floor and the gavel. */
export function channelOf(feed: FeedKind): Channel | undefined {
	return feed === "floor" || feed === "gavel" ? undefined : (feed.slice("channel:".length) as Channel);
}

/** What a feed may consist of. The first of them is what is muted: a camera goes on when its microphone is off. */
export function kindsOf(feed: FeedKind): readonly [MediaKind, ...MediaKind[]] {
	const channel = channelOf(feed);
	if (channel === undefined) return ["audio", "video"];
	return channel === "sign" ? ["video"] : ["audio"];
}
