import * as z from "zod/mini";
import { marked } from "../conference/secrecy.ts";
import { seatReport } from "./media.ts";

/**
 * Server to accredited clients: delegations with somebody connected, and for how long the gavel's holder has been out of
 * reach at the time of sending (ms of real time; null while connected, and when nobody holds it). Sent when somebody
 * comes or goes. Latest value wins; never journalled.
 */
export const presenceSignal = z.strictObject({
	present: z.array(marked("open", z.string())),
	holderAwayMs: z.nullable(z.int().check(z.gte(0))),
});
export type PresenceSignal = z.infer<typeof presenceSignal>;

/** Server to clients: whether acts can be recorded now. */
export const journalSignal = z.strictObject({ available: z.boolean() });
export type JournalSignal = z.infer<typeof journalSignal>;

/** Server to accredited clients: the directory of names has changed; fetch it again. */
export const directorySignal = z.strictObject({ version: z.int() });
export type DirectorySignal = z.infer<typeof directorySignal>;

/**
 * Server to the podium and the secretariat: what the seats in the green room found. Sent when one of them says something
 * new or leaves it. Latest value wins; never journalled.
 */
export const readinessSignal = z.strictObject({
	seats: z.array(z.extend(seatReport, { delegationId: marked("open", z.string()) })),
});
export type ReadinessSignal = z.infer<typeof readinessSignal>;

/** Server to one client, just before its socket is cut: the sign-in was revoked or has expired. */
export const signedOutSignal = z.strictObject({ reason: z.literal("revoked") });
export type SignedOutSignal = z.infer<typeof signedOutSignal>;
