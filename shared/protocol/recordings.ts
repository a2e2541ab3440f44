import * as z from "zod/mini";
import { identifier } from "../conference/common.ts";
import { marked } from "../conference/secrecy.ts";

/** `POST /api/conferences/:id/uploads`: what the recording is for, in the header `Upload-Metadata`. */
export const newUpload = z.strictObject({ segmentId: identifier, delegationId: identifier });

/** The answer to the last part of an upload: filed, and as measured. Length in ms, picture in pixels. */
export const newRecordingAnswer = z.strictObject({
	recordingId: marked("untilPublic", z.string()),
	durationMs: z.int(),
	width: z.int(),
	height: z.int(),
});
export type NewRecordingAnswer = z.infer<typeof newRecordingAnswer>;

/** The answer to captions or a poster. */
export const newFileOfRecordingAnswer = z.strictObject({ fileId: marked("untilPublic", z.string()) });
export type NewFileOfRecordingAnswer = z.infer<typeof newFileOfRecordingAnswer>;
