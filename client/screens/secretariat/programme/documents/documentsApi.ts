import * as z from "zod/mini";
import { httpRefusal } from "../../../../../shared/protocol/http.ts";
import type { Answer } from "../../delegations/accessApi.ts";

const kept = z.object({ fileId: z.string(), bytes: z.number() });

/** Keeps the bytes of a document at the server, which names them; `addDocument` then says what they are. */
export async function keepFile(
	conferenceId: string,
	file: File,
	mediaType: string,
): Promise<Answer<z.infer<typeof kept>>> {
	try {
		const response = await fetch(`/api/conferences/${encodeURIComponent(conferenceId)}/files`, {
			method: "POST",
			credentials: "same-origin",
			headers: { accept: "application/json", "content-type": mediaType },
			body: file,
		});
		const received: unknown = await response.json().catch(() => undefined);
		if (!response.ok) {
			const refusal = z.safeParse(httpRefusal, received);
			return { refused: refusal.success ? refusal.data : { code: "unknown", params: {} } };
		}
		const parsed = z.safeParse(kept, received);
		return parsed.success ? { value: parsed.data } : { refused: { code: "unknown", params: {} } };
	} catch {
		return { refused: { code: "notReached", params: {} } };
	}
}
