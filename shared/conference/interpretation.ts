import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import { type Channel, channels } from "./common.ts";
import type { EventOf } from "./event.ts";
import { sittingMeeting } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";

/** A speaker is asked to slow down no more often than this, whichever booth asks (IP6). */
export const slowDownPauseMs = 30_000;

const channel = z.enum(channels);

/** Schemas of the commands, by type. */
export const interpretationCommands = {
	/** Takes the microphone of the booth, also from the partner, who is off the air at that moment. */
	goOnAir: z.strictObject({ type: z.literal("goOnAir"), channel }),
	/** Asks the partner to take over; whoever asks stays on the air until then. */
	offerHandOver: z.strictObject({ type: z.literal("offerHandOver"), channel }),
	leaveAir: z.strictObject({ type: z.literal("leaveAir"), channel }),
	askToSlowDown: z.strictObject({ type: z.literal("askToSlowDown"), channel }),
};
export type InterpretationCommand = z.infer<
	(typeof interpretationCommands)[keyof typeof interpretationCommands]
>;

export type InterpretationEvent =
	/** Who it is stays within the booth, the secretariat and the operators; everybody else is told of the channel alone. */
	| EventOf<"WentOnAir", { readonly channel: Channel; readonly representativeId: string | null }>
	| EventOf<"WentOffAir", { readonly channel: Channel }>
	| EventOf<"HandOverOffered", { readonly channel: Channel }>
	| EventOf<
			"SlowDownAsked",
			{ readonly channel: Channel; readonly statementId: string; readonly delegationId: string }
	  >;

/** Decides a command by the rules IN. */
export function decideInterpretation(
	command: InterpretationCommand,
	state: State,
	context: Context,
): Decision<InterpretationEvent> {
	const { channel } = command;
	const at = context.now;
	const { booths, slowDown } = state.interpretation;
	const onAir = booths.get(channel);
	switch (command.type) {
		case "goOnAir": {
			// IP2: there is something to interpret while a meeting sits.
			if (sittingMeeting(state) === undefined) return refuse("meetingNotOpen");
			const representativeId = context.actor.id;
			if (onAir?.representativeId === representativeId) return refuse("alreadyOnAir");
			return accept({ type: "WentOnAir", at, data: { channel, representativeId } });
		}
		case "offerHandOver":
			// IP4: it is the microphone of whoever has it.
			if (onAir?.representativeId !== context.actor.id) return refuse("notOnAir");
			if (onAir.handOver) return refuse("handOverOffered");
			return accept({ type: "HandOverOffered", at, data: { channel } });
		case "leaveAir":
			if (onAir === undefined) return refuse("notOnAir");
			// IP5: an interpreter leaves for itself; a booth that nobody is in is closed by the desk or an operator.
			if (context.actor.role === "interpreter" && onAir.representativeId !== context.actor.id)
				return refuse("notOnAir");
			return accept({ type: "WentOffAir", at, data: { channel } });
		case "askToSlowDown": {
			const { statement } = state.floor;
			if (statement === null) return refuse("floorFree");
			if (slowDown !== null && at - slowDown.at < slowDownPauseMs) return refuse("slowDownAsked");
			const { id: statementId, delegationId } = statement;
			return accept({ type: "SlowDownAsked", at, data: { channel, statementId, delegationId } });
		}
	}
}

/** IP7: an interpreter whose accreditation ends is off the air with it. */
export function offAirOf(state: State, representativeId: string, at: number): readonly InterpretationEvent[] {
	const events: InterpretationEvent[] = [];
	for (const [channel, onAir] of state.interpretation.booths)
		if (onAir.representativeId === representativeId)
			events.push({ type: "WentOffAir", at, data: { channel } });
	return events;
}
