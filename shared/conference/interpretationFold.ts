import type { Channel } from "./common.ts";
import type { InterpretationEvent } from "./interpretation.ts";

/* Interpretation as it stands and its fold, without the validator, so that the public page carries no schemas of commands. */

/** A booth whose microphone is open. */
export interface OnAir {
	/** Who has it; null for whom that does not concern. */
	readonly representativeId: string | null;
	/** Conference time at which this interpreter took it. */
	readonly since: number;
	/** Whether the partner has been asked to take over. */
	readonly handOver: boolean;
}

/** A speaker was asked to slow down. */
export interface SlowDown {
	readonly statementId: string;
	/** Who has the floor for it. */
	readonly delegationId: string;
	/** The booth that asked. */
	readonly channel: Channel;
	readonly at: number;
}

export interface InterpretationState {
	/** The channels that are on the air, in no order that means anything. */
	readonly booths: ReadonlyMap<Channel, OnAir>;
	/** The last time whoever has the floor was asked to slow down. */
	readonly slowDown: SlowDown | null;
}

/** Before the first event. */
export function emptyInterpretation(): InterpretationState {
	return { booths: new Map(), slowDown: null };
}

/** The subject with one event folded in; the given one is unchanged. */
export function evolveInterpretation(
	subject: InterpretationState,
	event: InterpretationEvent,
): InterpretationState {
	const { channel } = event.data;
	const booths = new Map(subject.booths);
	switch (event.type) {
		case "WentOnAir": {
			const { representativeId } = event.data;
			booths.set(channel, { representativeId, since: event.at, handOver: false });
			return { ...subject, booths };
		}
		case "WentOffAir":
			booths.delete(channel);
			return { ...subject, booths };
		case "HandOverOffered": {
			const onAir = booths.get(channel);
			if (onAir !== undefined) booths.set(channel, { ...onAir, handOver: true });
			return { ...subject, booths };
		}
		case "SlowDownAsked": {
			const { statementId, delegationId } = event.data;
			return { ...subject, slowDown: { statementId, delegationId, channel, at: event.at } };
		}
	}
}

/** IP6: who was asked to slow down was asked for this statement. */
export function floorChanged(subject: InterpretationState): InterpretationState {
	return subject.slowDown === null ? subject : { ...subject, slowDown: null };
}

/** IP3: when a meeting is over nobody is on the air any more. */
export function clearAir(subject: InterpretationState): InterpretationState {
	return subject.booths.size === 0 ? subject : { ...subject, booths: new Map() };
}
