import type { Channel } from "./common.ts";
import { nextSpeakers } from "./following.ts";
import { sittingMeeting } from "./programme.ts";
import { playing } from "./recordingPlace.ts";
import type { State } from "./state.ts";

/** How many of those who follow may be in the green room. */
export const greenRoomPlaces = 3;

/**
 * Who may be seen and heard now. It is read off the state and nothing else, so that every node, and a server that has just
 * come back, arrives at the same.
 */
export interface MediaPlan {
	/** The delegation that has the floor, while the meeting goes on. */
	readonly floor: string | null;
	/** The representative with the gavel, while the meeting goes on. */
	readonly gavel: string | null;
	/**
	 * Delegations that may send without anybody seeing or hearing them: whoever is interrupted, and those who follow. Their
	 * sound and picture are there at the moment in which they get the floor.
	 */
	readonly ready: readonly string[];
	/** The representative who is heard, or seen signing, on each channel, while the meeting goes on. */
	readonly channels: ReadonlyMap<Channel, string>;
}

/** @throws never: a state without a meeting gives a plan in which nobody speaks. */
export function mediaPlan(state: State): MediaPlan {
	const meeting = sittingMeeting(state);
	const { statement, interrupted } = state.floor;
	// PR4: a suspended meeting hears nobody; its speaker goes on when it does.
	const goesOn = meeting?.status === "open";
	// RC5: while a recording plays nobody hears the seat beside it; it stays ready for the way back.
	const isLive = statement !== null && playing(state) === undefined;
	const floor = goesOn && isLive ? statement.delegationId : null;
	const following = nextSpeakers(state, greenRoomPlaces);
	const ready = new Set([
		...[statement, interrupted].flatMap((each) => (each === null ? [] : [each.delegationId])),
		// Hands are picked by the chair: any of them may be next, and none of them is announced.
		...(following.kind === "hands" ? [] : following.delegationIds),
	]);
	if (floor !== null) ready.delete(floor);
	const gavel = goesOn ? (state.gavel.holder?.representativeId ?? null) : null;
	return { floor, gavel, ready: [...ready], channels: goesOn ? onAir(state) : new Map() };
}

function onAir(state: State): ReadonlyMap<Channel, string> {
	const live = new Map<Channel, string>();
	for (const [channel, { representativeId }] of state.interpretation.booths)
		if (representativeId !== null) live.set(channel, representativeId);
	return live;
}
