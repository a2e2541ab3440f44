import * as z from "zod/mini";

/** Answer to the client's `clock` message: conference time in ms at the moment of answering, and its rate. */
export const clockAnswer = z.strictObject({ now: z.number(), rate: z.number() });
export type ClockAnswer = z.infer<typeof clockAnswer>;
