import * as z from "zod/mini";
import { marked } from "../conference/secrecy.ts";

/** `GET /api/conferences/:id/snapshot?as=AUDIENCE`: everything an audience may see at position `n`. */
export const snapshotMessage = z.strictObject({
	conferenceId: marked("open", z.string()),
	audience: marked("open", z.string()),
	n: z.int(),
	/** Which journal `n` counts in: the hash of its first record, empty while it has none. */
	epoch: marked("open", z.string()),
	viewVersion: z.int(),
	protocolVersion: z.int(),
	/** `encodeState` of the audience's view. */
	state: z.unknown(),
});
export type SnapshotMessage = z.infer<typeof snapshotMessage>;
