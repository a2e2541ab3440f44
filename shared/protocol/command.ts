import * as z from "zod/mini";
import { marked } from "../conference/secrecy.ts";

/** Client to server, with an answer. The id is the client's: a repeat under the same id is applied once. */
export const commandMessage = z.strictObject({
	id: marked("open", z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/))),
	command: z.unknown(),
});
export type CommandMessage = z.infer<typeof commandMessage>;

export const commandAnswer = z.discriminatedUnion("status", [
	/** On disk. `n` is the position of the audience's stream at which the effect shows; `created` what the command made. */
	z.strictObject({
		status: z.literal("accepted"),
		n: z.int(),
		created: z.nullable(marked("open", z.string())),
	}),
	/** Nothing changed; `refusal.<code>` in the catalogues says why and what to do. */
	z.strictObject({
		status: z.literal("refused"),
		code: marked("open", z.string()),
		params: z.record(marked("open", z.string()), z.union([marked("open", z.string()), z.number()])),
	}),
]);
export type CommandAnswer = z.infer<typeof commandAnswer>;
