import * as z from "zod/mini";

/** `GET /api/conferences/:id/snapshot?as=AUDIENCE`: everything an audience may see at position `n`. */
export const snapshotMessage = z.strictObject({
	conferenceId: z.string(),
	audience: z.string(),
	n: z.int(),
	viewVersion: z.int(),
	protocolVersion: z.int(),
	/** `encodeState` of the audience's view. */
	state: z.unknown(),
});
export type SnapshotMessage = z.infer<typeof snapshotMessage>;
