import { FilePathSource, Input, MP4, WEBM } from "mediabunny";
import type { Recording } from "../../shared/conference/recordings.ts";

/** What a file is found to be; nothing of it is what its sender says. */
export type Measured = Pick<Recording, "mediaType" | "durationMs" | "width" | "height">;

/** What the browsers that this product supports play in these containers. */
const playable: ReadonlySet<string> = new Set(["avc", "vp8", "vp9", "av1", "aac", "mp3", "opus", "vorbis"]);

/** An hour is the most that anybody has the floor for; what claims to be longer is not looked at further. */
const longestMs = 2 * 3_600_000;

/**
 * Measures a recording: container, length over all tracks to the end of the last frame, size of the picture as shown.
 * Gives nothing where the file is no MP4 or WebM with a picture, has something in it that browsers do not play, or is damaged.
 */
export async function measure(path: string): Promise<Measured | undefined> {
	const input = new Input({ source: new FilePathSource(path), formats: [MP4, WEBM] });
	try {
		const format = await input.getFormat();
		const video = await input.getPrimaryVideoTrack();
		if (video === null) return undefined;
		for (const { codec } of await input.getTracks())
			if (codec === null || !playable.has(codec)) return undefined;
		const durationMs = Math.round((await input.computeDuration()) * 1000);
		if (!(durationMs >= 1 && durationMs <= longestMs)) return undefined;
		const { displayWidth: width, displayHeight: height } = video;
		if (!(width >= 1 && height >= 1 && width <= 16_384 && height <= 16_384)) return undefined;
		return { mediaType: format === MP4 ? "video/mp4" : "video/webm", durationMs, width, height };
	} catch {
		return undefined;
	} finally {
		input.dispose();
	}
}
