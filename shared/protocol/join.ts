import * as z from "zod/mini";
import { channels, identifier, rights, roles } from "../conference/common.ts";
import { marked } from "../conference/secrecy.ts";

/**
 * Client to server, with an answer: takes or resumes the one stream of the socket's audience. `since` is the
 * position of the last event that the client has folded, null when it has nothing.
 */
export const joinMessage = z.strictObject({
	conferenceId: identifier,
	/** Audience of the snapshot that `since` counts in; another one than the socket's means a fresh snapshot. */
	audience: z.nullable(marked("open", z.string().check(z.maxLength(80)))),
	since: z.nullable(z.int().check(z.gte(0))),
	/** Epoch of that snapshot: positions of a journal that was since begun anew count something else. */
	epoch: z.nullable(marked("open", z.string().check(z.maxLength(80)))),
	viewVersion: z.int(),
	protocolVersion: z.int(),
});
export type JoinMessage = z.infer<typeof joinMessage>;

const seat = z.strictObject({
	representativeId: marked("open", z.string()),
	role: z.enum(roles),
	delegationId: z.nullable(marked("open", z.string())),
	rights: z.array(z.enum(rights)),
	/** The booth of an interpreter, the language of a captioner. */
	channel: z.nullable(z.enum(channels)),
});
/** Who the socket's sign-in stands for; the screen enables what this person may do. */
export type Seat = z.infer<typeof seat>;

export const joinAnswer = z.discriminatedUnion("status", [
	/** The tail follows as frames, then every new event. `n` is the position reached with the tail. */
	z.strictObject({
		status: z.literal("joined"),
		audience: marked("open", z.string()),
		n: z.int(),
		seat: z.nullable(seat),
		/** Conference time now in ms, and how fast it runs. */
		now: z.number(),
		rate: z.number(),
		/** False while the server cannot reach its journal: acts must wait. */
		journalAvailable: z.boolean(),
	}),
	/** Too far behind or another audience: fetch the snapshot of `audience` over HTTP, then join again. */
	z.strictObject({ status: z.literal("resync"), audience: marked("open", z.string()) }),
	/** The page is older or newer than the server. */
	z.strictObject({ status: z.literal("reload"), protocolVersion: z.int() }),
	z.strictObject({ status: z.literal("refused"), code: marked("open", z.string()) }),
]);
export type JoinAnswer = z.infer<typeof joinAnswer>;
