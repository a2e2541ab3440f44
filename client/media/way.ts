/** The way from this screen to the server, as the browser measures it over the real transport. */
export interface Way {
	/** There and back, ms. */
	readonly roundTripMs: number;
	/** Part of the packets that did not arrive, 0 to 1; nothing until the server has said so. */
	readonly loss: number | undefined;
	/** What the browser believes it could send, bits per second; nothing until it knows. */
	readonly bitrate: number | undefined;
}

/** Nothing as long as no packet has made its way. */
export function readWay(report: RTCStatsReport): Way | undefined {
	let way: { roundTripMs: number; bitrate: number | undefined } | undefined;
	let loss: number | undefined;
	for (const each of report.values()) {
		if (each.type === "candidate-pair" && each.nominated && each.currentRoundTripTime !== undefined)
			way = { roundTripMs: each.currentRoundTripTime * 1000, bitrate: each.availableOutgoingBitrate };
		if (each.type === "remote-inbound-rtp" && typeof each.fractionLost === "number")
			loss = Math.max(loss ?? 0, each.fractionLost);
	}
	return way && { ...way, loss };
}

/** Above these a voice breaks up, or two people speak over each other. */
const mostRoundTripMs = 400;
const mostLoss = 0.05;
const leastBitrate = 100_000;

export function isPoor({ roundTripMs, loss = 0, bitrate = Number.POSITIVE_INFINITY }: Way): boolean {
	return roundTripMs > mostRoundTripMs || loss > mostLoss || bitrate < leastBitrate;
}
