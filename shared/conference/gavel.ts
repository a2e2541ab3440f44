import * as z from "zod/mini";
import type { Actor, Context } from "./actor.ts";
import { identifier } from "./common.ts";
import type { EventOf } from "./event.ts";
import { sittingMeeting } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";

/** Several co-chairs share a meeting; exactly one of them presides, and everybody sees who (GV1). */
export interface GavelState {
	readonly holder: GavelHolder | null;
	readonly since: number | null;
}

export interface GavelHolder {
	readonly representativeId: string;
	readonly delegationId: string;
}

/** How long a holder must have been out of reach before another co-chair may take over, in ms of real time (GV6). */
export const unreachableAfterMs = 30_000;

/** Schemas of the commands, by type. */
export const gavelCommands = {
	/** Takes a gavel that nobody holds: a co-chair for themself, the secretariat for one of them. */
	takeGavel: z.strictObject({ type: z.literal("takeGavel"), representativeId: identifier }),
	/** Takes the gavel from a holder who has been out of reach for `unreachableAfterMs`; named, so that it is nobody else's. */
	takeOverGavel: z.strictObject({
		type: z.literal("takeOverGavel"),
		representativeId: identifier,
		from: identifier,
	}),
	handGavel: z.strictObject({ type: z.literal("handGavel"), to: identifier }),
};
export type GavelCommand = z.infer<(typeof gavelCommands)[keyof typeof gavelCommands]>;

export type GavelEvent =
	| EventOf<"GavelTaken", { readonly holder: GavelHolder }>
	| EventOf<"GavelTakenOver", { readonly from: GavelHolder; readonly holder: GavelHolder }>
	| EventOf<"GavelHandedOver", { readonly from: GavelHolder; readonly holder: GavelHolder }>
	| EventOf<"GavelLaidDown", Record<never, never>>;

/** Before the first event. */
export function emptyGavel(): GavelState {
	return { holder: null, since: null };
}

/** Decides a command by the rules GV. */
export function decideGavel(command: GavelCommand, state: State, context: Context): Decision<GavelEvent> {
	const at = context.now;
	const present = state.gavel.holder;
	switch (command.type) {
		case "takeGavel": {
			if (present !== null) return refuse("gavelHeld", { delegationId: present.delegationId });
			const candidate = coChair(state, command.representativeId);
			if ("rejection" in candidate) return candidate;
			return accept({ type: "GavelTaken", at, data: { holder: candidate.holder } });
		}
		case "takeOverGavel": {
			if (present === null) return refuse("gavelNotHeld");
			if (present.representativeId !== command.from)
				return refuse("gavelHeld", { delegationId: present.delegationId });
			if (present.representativeId === command.representativeId) return refuse("alreadyHoldsGavel");
			const leftMs = unreachableAfterMs - context.unreachableMs(present.representativeId);
			if (leftMs > 0) return refuse("holderReachable", { seconds: Math.ceil(leftMs / 1000) });
			const candidate = coChair(state, command.representativeId);
			if ("rejection" in candidate) return candidate;
			return accept({ type: "GavelTakenOver", at, data: { from: present, holder: candidate.holder } });
		}
		case "handGavel": {
			if (present === null) return refuse("gavelNotHeld");
			if (present.representativeId === command.to) return refuse("alreadyHoldsGavel");
			const candidate = coChair(state, command.to);
			if ("rejection" in candidate) return candidate;
			return accept({ type: "GavelHandedOver", at, data: { from: present, holder: candidate.holder } });
		}
	}
}

/** GV3: only a co-chair of the meeting that sits can hold the gavel. */
function coChair(state: State, representativeId: string) {
	const meeting = sittingMeeting(state);
	if (meeting === undefined) return refuse("meetingNotOpen", { meetingId: "" });
	const person = state.delegations.representatives.get(representativeId);
	// VI8: nobody is told by a refusal who else is accredited.
	if (
		person?.role !== "chair" ||
		person.delegationId === null ||
		!meeting.coChairs.includes(person.delegationId)
	)
		return refuse("notCoChair", { representativeId });
	return { holder: { representativeId, delegationId: person.delegationId } };
}

/**
 * Whether somebody acts for the conference and not for a delegation: the secretariat, the system, or who
 * holds the gavel of a meeting that sits. A co-chair without the gavel is a delegate like any other.
 */
export function presides(actor: Actor, state: State, meetingId = sittingMeeting(state)?.id): boolean {
	if (actor.role === "system" || actor.role === "secretariat") return true;
	return state.gavel.holder?.representativeId === actor.id && sittingMeeting(state)?.id === meetingId;
}

/** Folds one event in, into a new value. */
export function evolveGavel(_gavel: GavelState, event: GavelEvent): GavelState {
	switch (event.type) {
		case "GavelTaken":
		case "GavelTakenOver":
		case "GavelHandedOver":
			return { holder: event.data.holder, since: event.at };
		case "GavelLaidDown":
			return emptyGavel();
	}
}
