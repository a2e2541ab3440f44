import * as z from "zod/mini";
import type { Language } from "../../../shared/conference/common.ts";
import { httpRefusal, type NewTextAnswer, newTextAnswer } from "../../../shared/protocol/http.ts";

/** What became of a text that was sent; `notReached` where the server gave no answer. */
export type Filing =
	| { readonly filed: NewTextAnswer }
	| { readonly refused: { readonly code: string; readonly params: Record<string, string | number> } };

/** Where a stored file is read; content never changes under a name. */
export function fileAddress(conferenceId: string, fileId: string): string {
	return `/api/conferences/${encodeURIComponent(conferenceId)}/files/${encodeURIComponent(fileId)}`;
}

/** Files the text of a statement, in place of the one before in the same language. */
export async function fileText(
	conferenceId: string,
	body: { readonly segmentId: string; readonly language: Language; readonly text: string },
): Promise<Filing> {
	try {
		const response = await fetch(`/api/conferences/${encodeURIComponent(conferenceId)}/texts`, {
			method: "PUT",
			credentials: "same-origin",
			headers: { accept: "application/json", "content-type": "application/json" },
			body: JSON.stringify(body),
		});
		const received: unknown = await response.json().catch(() => undefined);
		if (response.ok) {
			const parsed = z.safeParse(newTextAnswer, received);
			if (parsed.success) return { filed: parsed.data };
		}
		const refusal = z.safeParse(httpRefusal, received);
		return { refused: refusal.success ? refusal.data : { code: "unknown", params: {} } };
	} catch {
		return { refused: { code: "notReached", params: {} } };
	}
}

const read = new Map<string, Promise<string | null>>();

/** The words of a stored text; null where they cannot be had. Asked for once, because a file never changes. */
export function readText(conferenceId: string, fileId: string): Promise<string | null> {
	const address = fileAddress(conferenceId, fileId);
	const known = read.get(address);
	if (known !== undefined) return known;
	const asked = fetch(address, { credentials: "same-origin" })
		.then((response) => (response.ok ? response.text() : null))
		.catch(() => null)
		.then((text) => {
			// A failure is asked again the next time; only what was read is kept.
			if (text === null) read.delete(address);
			return text;
		});
	read.set(address, asked);
	return asked;
}
