import type { Channel } from "../../../shared/conference/common.ts";
import type { FeedKind } from "../../../shared/protocol/feeds.ts";
import type { MediaAnswer, MediaNews } from "../../../shared/protocol/media.ts";
import { connect } from "../client.ts";
import { inscribe } from "../factories.ts";
import type { TestServer } from "../server.ts";

/** Settings of a server with one worker. */
export const on = { variables: { MEDIA: "on", MEDIA_WORKERS: "1" } };

/** What a browser would describe of its microphone; nothing of it need ever arrive for the server to decide. */
export const opus = {
	mid: "0",
	codecs: [{ mimeType: "audio/opus", payloadType: 111, clockRate: 48_000, channels: 2, parameters: {} }],
	headerExtensions: [],
	encodings: [{ ssrc: 1111 }],
	rtcp: { cname: "test" },
};

/** A screen that speaks the lane of media without a browser behind it. */
export async function screen(server: TestServer, representativeId?: string) {
	const client = await connect(server, representativeId);
	await client.enter();
	const news: MediaNews[] = [];
	const waiting: (() => void)[] = [];
	client.socket.on("media", (each) => {
		news.push(each);
		for (const resolve of waiting.splice(0)) resolve();
	});
	const ask = (request: unknown): Promise<MediaAnswer> =>
		client.socket.emitWithAck("media", request as never);
	let rtpCapabilities = {};
	const open = async () => {
		const opened = await ask({ type: "open" });
		if (opened.status === "done") ({ rtpCapabilities } = opened.result as { rtpCapabilities: object });
	};
	const receive = async (video: boolean, ...channels: readonly Channel[]) => {
		await ask({ type: "transport", direction: "receive" });
		return ask({ type: "listen", rtpCapabilities, video, channels });
	};
	return {
		news,
		ask,
		/** The first news of a kind from `after` on. */
		async heard<Type extends MediaNews["type"]>(type: Type, after = 0) {
			for (;;) {
				const found = news.slice(after).find((each) => each.type === type);
				if (found !== undefined) return found as Extract<MediaNews, { type: Type }>;
				await new Promise<void>((resolve) => waiting.push(resolve));
			}
		},
		/** Tracks that have come and not ended, by what they are of. */
		received() {
			const left = new Map<string, FeedKind>();
			for (const each of news) {
				if (each.type === "track") left.set(each.consumerId, each.feed);
				if (each.type === "ended") left.delete(each.consumerId);
			}
			return [...left.values()];
		},
		rejoin: () => client.enter(),
		/** Begins to receive by what is open, all that the server can send. */
		receive,
		async listen(...channels: readonly Channel[]) {
			await open();
			return receive(true, ...channels);
		},
		async speak(feed: FeedKind = "floor", takeOver = false) {
			return ask({ type: "produce", feed, kind: "audio", rtpParameters: opus, takeOver });
		},
		async prepare() {
			await open();
			return ask({ type: "transport", direction: "send" });
		},
	};
}

export const refused = (code: string) => ({ status: "refused", code });

/** The session sits, the list is open, and Indonesia is the one who follows. */
export async function openSession(server: TestServer): Promise<string> {
	await server.act("rwa-chair", { type: "openMeeting", meetingId: "session-1" });
	await server.act("rwa-chair", { type: "startSegment", segmentId: "statements-1" });
	await server.act("rwa-chair", { type: "openList", segmentId: "statements-1", closesAt: null });
	const { created } = await server.act("idn-minister", inscribe("idn"));
	return created ?? "";
}

export function giveFloor(server: TestServer, entryId: string) {
	return server.act("rwa-chair", { type: "giveFloor", segmentId: "statements-1", entryId, after: null });
}
