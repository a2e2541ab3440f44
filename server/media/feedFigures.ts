import type { types } from "mediasoup";
import type { MonitoredFeed, MonitoredLayer } from "../../shared/protocol/monitor.ts";
import type { Feed } from "./feed.ts";
import type { MediaPeer } from "./peer.ts";
import { unlessClosed } from "./unlessClosed.ts";

/** From these of the library's ten points on a screen receives well, or at least well enough to follow. */
const goodFrom = 8;
const weakFrom = 5;

/** The figures of a feed as its worker has them now. A track that ends meanwhile has none. */
export async function figuresOf(feed: Feed, peers: readonly MediaPeer[]): Promise<MonitoredFeed> {
	const audio = feed.producers.get("audio");
	const video = feed.producers.get("video");
	const [heard, seen] = await Promise.all([
		audio && unlessClosed(audio, audio.getStats()),
		video && unlessClosed(video, video.getStats()),
	]);
	return {
		id: feed.key,
		kind: feed.kind,
		representativeId: feed.owner.representativeId ?? null,
		delegationId: feed.delegationId,
		forMs: Math.round(performance.now() - feed.since),
		live: feed.live,
		audio:
			audio === undefined || heard === undefined
				? null
				: { muted: feed.isMuted(audio), ...wayOf(audio, heard) },
		video:
			video === undefined || seen === undefined
				? null
				: { ...wayOf(video, seen), layers: layersOf(feed, video, seen) },
		roundTripMs: feed.measured?.roundTripMs ?? null,
		...listenersOf(audio ?? video, peers),
	};
}

/** How one track arrives; of a picture in several sizes all of them together, and the worst of them. */
function wayOf(
	{ rtpParameters }: types.Producer,
	stats: readonly types.ProducerStat[],
): { bitrate: number; loss: number; jitterMs: number } {
	const clockRate = rtpParameters.codecs[0]?.clockRate ?? 0;
	// A size that is not sent now keeps what was last said of it.
	const sent = stats.filter(({ bitrate }) => bitrate > 0);
	const worst = (read: (stat: types.ProducerStat) => number) => Math.max(0, ...sent.map(read));
	return {
		bitrate: sent.reduce((sum, { bitrate }) => sum + bitrate, 0),
		// The library gives it as RTCP does, in 256ths.
		loss: worst(({ fractionLost }) => fractionLost / 256),
		// And this in the track's own time.
		jitterMs: clockRate === 0 ? 0 : worst(({ jitter }) => (jitter / clockRate) * 1000),
	};
}

function layersOf(
	{ measured }: Feed,
	{ rtpParameters }: types.Producer,
	stats: readonly types.ProducerStat[],
): MonitoredLayer[] {
	const encodings = rtpParameters.encodings ?? [];
	return encodings.map(({ rid = "", ssrc }) => {
		const stat = stats.find((each) =>
			rid === "" ? ssrc === undefined || each.ssrc === ssrc : each.rid === rid,
		);
		const own = measured?.layers.find((each) => each.rid === rid);
		return {
			rid,
			bitrate: stat?.bitrate ?? 0,
			width: own?.width ?? null,
			height: own?.height ?? null,
			framesPerSecond: own?.framesPerSecond ?? null,
		};
	});
}

/** Who receives it, and how well: the worker tells each consumer's points by itself, so that thousands cost no question. */
function listenersOf(
	producer: types.Producer | undefined,
	peers: readonly MediaPeer[],
): Pick<MonitoredFeed, "listeners" | "publicListeners" | "arrival"> {
	const arrival = { good: 0, weak: 0, poor: 0 };
	let listeners = 0;
	let publicListeners = 0;
	for (const { received, representativeId } of producer === undefined ? [] : peers) {
		const consumer = received.get(producer?.id ?? "");
		if (consumer === undefined) continue;
		listeners += 1;
		if (representativeId === undefined) publicListeners += 1;
		const { score } = consumer.score;
		arrival[score >= goodFrom ? "good" : score >= weakFrom ? "weak" : "poor"] += 1;
	}
	return { listeners, publicListeners, arrival };
}
