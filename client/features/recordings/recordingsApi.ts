import * as z from "zod/mini";
import { httpRefusal } from "../../../shared/protocol/http.ts";

/** What became of captions or a poster; `notReached` where the server gave no answer. */
export type FileOutcome =
	| "filed"
	| { readonly code: string; readonly params: Readonly<Record<string, string | number>> };

/** Files captions of a recording, in place of those in the same language before. */
export function putCaptions(
	conferenceId: string,
	recordingId: string,
	language: string,
	file: File,
): Promise<FileOutcome> {
	return put(conferenceId, recordingId, `captions/${language}`, "text/vtt", file);
}

/** Files the picture that stands there before a recording plays. */
export function putPoster(conferenceId: string, recordingId: string, file: File): Promise<FileOutcome> {
	// The server goes by the bytes; a type that it does not take in at all is refused without them.
	return put(conferenceId, recordingId, "poster", file.type, file);
}

async function put(
	conferenceId: string,
	recordingId: string,
	what: string,
	mediaType: string,
	file: File,
): Promise<FileOutcome> {
	const base = `/api/conferences/${encodeURIComponent(conferenceId)}/recordings`;
	try {
		const response = await fetch(`${base}/${encodeURIComponent(recordingId)}/${what}`, {
			method: "PUT",
			credentials: "same-origin",
			headers: { accept: "application/json", "content-type": mediaType },
			body: file,
		});
		if (response.ok) return "filed";
		const refusal = z.safeParse(httpRefusal, await response.json().catch(() => undefined));
		return refusal.success ? refusal.data : { code: "unknown", params: {} };
	} catch {
		return { code: "notReached", params: {} };
	}
}
