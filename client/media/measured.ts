import type { Measured } from "../../shared/protocol/media.ts";

/** The sizes in which a picture leaves this machine, as the browser counts them; those that it leaves out are not among them. */
export function readLayers(report: RTCStatsReport): Measured["layers"] {
	const layers: Measured["layers"] = [];
	for (const each of report.values()) {
		if (each.type !== "outbound-rtp" || each.kind !== "video") continue;
		const { rid = "", frameWidth, frameHeight, framesPerSecond = 0 } = each;
		// A size for which the network has no room has no frames.
		if (typeof frameWidth !== "number" || typeof frameHeight !== "number") continue;
		layers.push({ rid, width: frameWidth, height: frameHeight, framesPerSecond });
	}
	return layers;
}
