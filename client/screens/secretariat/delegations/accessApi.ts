import * as z from "zod/mini";
import type { ImportedPledge } from "../../../../shared/conference/pledgeImport.ts";
import {
	httpRefusal,
	type LinkRow,
	linkRow,
	type NewLinkAnswer,
	type NewRepresentative,
	newLinkAnswer,
} from "../../../../shared/protocol/http.ts";
import { pledgeImportAnswer } from "../../../../shared/protocol/pledgeImport.ts";
import type { Refused } from "../../console/refusal.ts";

/** What the server gave, or why not; `notReached` where it gave no answer at all. */
export type Answer<T> = { readonly value: T } | { readonly refused: Refused };

const anything = z.unknown();

async function ask<S extends z.core.$ZodType>(
	method: "GET" | "POST" | "DELETE",
	path: string,
	answer: S,
	body?: unknown,
): Promise<Answer<z.output<S>>> {
	try {
		const response = await fetch(path, {
			method,
			credentials: "same-origin",
			headers: {
				accept: "application/json",
				...(body === undefined ? {} : { "content-type": "application/json" }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const received: unknown =
			response.status === 204 ? undefined : await response.json().catch(() => undefined);
		if (!response.ok) {
			const refusal = z.safeParse(httpRefusal, received);
			return { refused: refusal.success ? refusal.data : { code: "unknown", params: {} } };
		}
		const parsed = z.safeParse(answer, received);
		return parsed.success ? { value: parsed.data } : { refused: { code: "unknown", params: {} } };
	} catch {
		return { refused: { code: "notReached", params: {} } };
	}
}

const base = (conferenceId: string) => `/api/conferences/${encodeURIComponent(conferenceId)}`;

/** Imports pledges, all or none; the id makes a second attempt harmless. */
export function importPledges(
	conferenceId: string,
	body: { readonly commandId: string; readonly pledges: readonly ImportedPledge[] },
): Promise<Answer<{ readonly imported: number }>> {
	return ask("POST", `${base(conferenceId)}/pledges/import`, pledgeImportAnswer, body);
}

/** Accredits a person; the name goes to the directory, the accreditation into the record. */
export function addRepresentative(
	conferenceId: string,
	representative: NewRepresentative,
): Promise<Answer<unknown>> {
	return ask("POST", `${base(conferenceId)}/representatives`, anything, representative);
}

/** Ends an accreditation with every link and sign-in of the person. */
export function withdrawRepresentative(
	conferenceId: string,
	representativeId: string,
): Promise<Answer<unknown>> {
	return ask(
		"DELETE",
		`${base(conferenceId)}/representatives/${encodeURIComponent(representativeId)}`,
		anything,
	);
}

/** All personal links of the conference, without their secrets. */
export function listLinks(conferenceId: string): Promise<Answer<LinkRow[]>> {
	return ask("GET", `${base(conferenceId)}/links`, z.array(linkRow));
}

/** Makes a personal link; its address is told this once. */
export function makeLink(
	conferenceId: string,
	representativeId: string,
	hours: number,
): Promise<Answer<NewLinkAnswer>> {
	return ask("POST", `${base(conferenceId)}/links`, newLinkAnswer, { representativeId, hours });
}

/** Ends a link and every sign-in made with it. */
export function revokeLink(conferenceId: string, linkId: string): Promise<Answer<unknown>> {
	return ask("DELETE", `${base(conferenceId)}/links/${encodeURIComponent(linkId)}`, anything);
}
