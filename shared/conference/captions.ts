import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import { type Language, languages, text } from "./common.ts";
import type { EventOf } from "./event.ts";
import { sittingMeeting } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";

/** A caption is a line or two. */
export const longestCaption = 200;

/** Schemas of the commands, by type. */
export const captionsCommands = {
	/** A line of what is said, as a captioner has typed it. */
	writeCaption: z.strictObject({
		type: z.literal("writeCaption"),
		channel: z.enum(languages),
		text: text(longestCaption, "open"),
	}),
};
export type CaptionsCommand = z.infer<(typeof captionsCommands)[keyof typeof captionsCommands]>;

export type CaptionsEvent = EventOf<
	"CaptionWritten",
	{
		readonly language: Language;
		/** Whose words they are; null for what is said between statements. */
		readonly statementId: string | null;
		readonly text: string;
	}
>;

/** Decides a command by the rules CA. */
export function decideCaptions(
	{ channel: language, text }: CaptionsCommand,
	state: State,
	context: Context,
): Decision<CaptionsEvent> {
	// CA1: what is said is said in a meeting.
	if (sittingMeeting(state) === undefined) return refuse("meetingNotOpen");
	const statementId = state.floor.statement?.id ?? null;
	return accept({ type: "CaptionWritten", at: context.now, data: { language, statementId, text } });
}
