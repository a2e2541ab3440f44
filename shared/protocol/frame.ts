import * as z from "zod/mini";
import type { ProjectedEvent } from "../conference/decider.ts";
import { marked } from "../conference/secrecy.ts";

/**
 * Server to client: the events at positions `from` to `to` of the audience's stream, one each. Positions have
 * no holes: `from` beyond the last known position plus one is a gap, and the client joins again. So it does at a frame
 * without events, whose `from` is `to` plus one: too much happened at once, and the snapshot has it.
 */
export const frame = z.strictObject({
	from: z.int(),
	to: z.int(),
	events: z.array(z.strictObject({ type: marked("open", z.string()), at: z.number(), data: z.unknown() })),
});
export interface Frame {
	readonly from: number;
	readonly to: number;
	readonly events: readonly ProjectedEvent[];
}
