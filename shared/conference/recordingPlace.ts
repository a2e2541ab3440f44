import { type FloorStatement, spokenUntil } from "./floor.ts";
import type { Playback, Recording } from "./recordings.ts";
import type { State } from "./state.ts";

/** A recording that stands in the place of whoever has the floor. */
export interface Playing {
	readonly statement: FloorStatement;
	readonly recording: Recording;
	readonly playback: Playback;
}

/** What plays now, or nothing while the floor is free or had in person. Without the validator, for the public page. */
export function playing(state: State): Playing | undefined {
	const { statement } = state.floor;
	if (statement === null) return undefined;
	const playback = state.recordings.playbacks.get(statement.id);
	if (playback === undefined) return undefined;
	const recording = state.recordings.recordings.get(playback.recordingId);
	return recording === undefined ? undefined : { statement, recording, playback };
}

/**
 * RC6: where the recording is at a conference time, in ms from its beginning and never beyond its end: what the floor's
 * clock has counted since it began to play. The same on every screen whose clock is right.
 */
export function placeMs({ statement, recording, playback }: Playing, now: number): number {
	const since = spokenUntil(statement, now) - playback.fromMs;
	return Math.min(Math.max(0, since), recording.durationMs);
}

/** The recording that a delegation has filed for a segment, if the state knows of one. */
export function recordingFor(state: State, segmentId: string, delegationId: string): Recording | undefined {
	for (const each of state.recordings.recordings.values())
		if (each.segmentId === segmentId && each.delegationId === delegationId) return each;
	return undefined;
}

/** The recording to which the floor could be switched: of whoever has it, for a statement or an intervention (RC5). */
export function recordingOnFloor(state: State): Recording | undefined {
	const { statement } = state.floor;
	if (statement === null || (statement.kind !== "statement" && statement.kind !== "hand")) return undefined;
	return recordingFor(state, statement.segmentId, statement.delegationId);
}
