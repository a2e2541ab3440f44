import type { FloorEvent, FloorState } from "./floor.ts";
import { spokenUntil } from "./floor.ts";
import type { Recording, RecordingsEvent, RecordingsState } from "./recordings.ts";

/* The fold of recordings, without the validator, so that the public page carries no schemas of commands. */

/** Before the first event. */
export function emptyRecordings(): RecordingsState {
	return { recordings: new Map(), playbacks: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyRecordings({ recordings, playbacks }: RecordingsState): RecordingsState {
	return { recordings: new Map(recordings), playbacks: new Map(playbacks) };
}

/** Folds one event in; changes the maps in place, for whoever owns them (`Fork`). */
export function evolveRecordings({ recordings, playbacks }: RecordingsState, event: RecordingsEvent): void {
	switch (event.type) {
		case "RecordingFiled":
			recordings.set(event.data.recording.id, event.data.recording);
			return;
		case "RecordingWithdrawn":
			recordings.delete(event.data.recordingId);
			return;
		case "RecordingPlayed": {
			const { statementId, recording, fromMs } = event.data;
			recordings.set(recording.id, recording);
			playbacks.set(statementId, { recordingId: recording.id, fromMs });
			return;
		}
		case "RecordingStopped":
			playbacks.delete(event.data.statementId);
			return;
	}
	const present = recordings.get(event.data.recordingId);
	if (present === undefined) return;
	recordings.set(present.id, changed(present, event));
}

function changed(
	present: Recording,
	event: Extract<RecordingsEvent, { type: "CaptionsFiled" | "CaptionsWithdrawn" | "PosterFiled" }>,
): Recording {
	if (event.type === "PosterFiled") return { ...present, poster: event.data.poster };
	const language = event.type === "CaptionsFiled" ? event.data.captions.language : event.data.language;
	const others = present.captions.filter((each) => each.language !== language);
	return { ...present, captions: event.type === "CaptionsFiled" ? [...others, event.data.captions] : others };
}

/** RC6: when the floor's clock is set back the recording stays at its place; `floor` is that before the event. */
export function keepPlace(
	{ playbacks }: RecordingsState,
	floor: FloorState,
	event: Extract<FloorEvent, { type: "FloorReset" }>,
): void {
	const { statement } = floor;
	const playback = playbacks.get(event.data.statementId);
	if (playback === undefined || statement?.id !== event.data.statementId) return;
	playbacks.set(statement.id, { ...playback, fromMs: playback.fromMs - spokenUntil(statement, event.at) });
}
