import type { Poster } from "../../shared/conference/recordings.ts";

/** Largest poster, in bytes. */
export const largestPoster = 1_000_000;

/** What a picture is by its first bytes, if it is one that a poster may be. */
export function posterTypeOf(bytes: Uint8Array): Poster["mediaType"] | undefined {
	const head = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
	if (head.startsWith("\u00ff\u00d8\u00ff")) return "image/jpeg";
	if (head.startsWith("\u0089PNG\r\n\u001a\n")) return "image/png";
	if (head.startsWith("RIFF") && head.slice(8) === "WEBP") return "image/webp";
	return undefined;
}
