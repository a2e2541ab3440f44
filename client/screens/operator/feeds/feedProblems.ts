import type { MonitoredFeed } from "../../../../shared/protocol/monitor.ts";

/** What is wrong with a feed; numbers are packets of a hundred, ms, frames in a second, screens. */
export type FeedProblem =
	| { readonly kind: "noMicrophone" | "soundStands" | "pictureStands" | "silent" }
	| { readonly kind: "loss" | "roundTrip" | "jitter" | "frames" | "poorly"; readonly value: number };

/** From these on listeners notice: a voice breaks up, two people speak over each other, a picture stutters. */
const leastLoss = 0.03;
const leastRoundTripMs = 400;
const leastJitterMs = 50;
const fewFrames = 10;
/** A feed that has just been set up has not had the time to arrive, in ms. */
const settlingMs = 5000;
/** One screen with a bad network is its own affair; a part of them is the feed's. */
const poorPart = 0.25;

/** What an operator should see to, what is worst for the listeners first. `silent`: nothing has been heard for a while. */
export function problemsOf(feed: MonitoredFeed, silent: boolean): FeedProblem[] {
	const { audio, video, live, roundTripMs, forMs, listeners, arrival } = feed;
	const problems: FeedProblem[] = [];
	const settled = forMs >= settlingMs;
	const isSigned = audio === null && feed.kind === "channel:sign";
	if (audio === null && live && settled && !isSigned) problems.push({ kind: "noMicrophone" });
	if (audio !== null && !audio.muted && settled) {
		if (audio.bitrate === 0) problems.push({ kind: "soundStands" });
		else if (silent && live) problems.push({ kind: "silent" });
	}
	if (video !== null && settled && video.bitrate === 0) problems.push({ kind: "pictureStands" });
	const loss = lossOf(feed);
	if (loss >= leastLoss) problems.push({ kind: "loss", value: Math.round(loss * 100) });
	if (roundTripMs !== null && roundTripMs >= leastRoundTripMs)
		problems.push({ kind: "roundTrip", value: Math.round(roundTripMs) });
	const jitterMs = Math.max(audio?.jitterMs ?? 0, video?.jitterMs ?? 0);
	if (jitterMs >= leastJitterMs) problems.push({ kind: "jitter", value: Math.round(jitterMs) });
	const frames = framesOf(feed);
	if (video !== null && video.bitrate > 0 && settled && frames !== undefined && frames < fewFrames)
		problems.push({ kind: "frames", value: Math.round(frames) });
	if (arrival.poor > 0 && arrival.poor >= listeners * poorPart)
		problems.push({ kind: "poorly", value: arrival.poor });
	return problems;
}

/** The worse of sound and picture. */
export function lossOf({ audio, video }: MonitoredFeed): number {
	return Math.max(audio?.loss ?? 0, video?.loss ?? 0);
}

/** Of the fastest size that arrives; unknown until the sender has said. */
function framesOf({ video }: MonitoredFeed): number | undefined {
	const known = (video?.layers ?? []).flatMap(({ bitrate, framesPerSecond }) =>
		bitrate > 0 && framesPerSecond !== null ? [framesPerSecond] : [],
	);
	return known.length === 0 ? undefined : Math.max(...known);
}
