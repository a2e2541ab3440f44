import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import { limitOf } from "./calls.ts";
import type { Language } from "./common.ts";
import { identifier, languages } from "./common.ts";
import type { EventOf } from "./event.ts";
import type { FloorEvent, FloorState } from "./floor.ts";
import { spokenUntil, statementOf } from "./floor.ts";
import type { Segment } from "./programme.ts";
import { findSegment } from "./programme.ts";
import { playing, recordingFor } from "./recordingPlace.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import { listOf, waitingEntryOf } from "./speakersList.ts";
import type { State } from "./state.ts";
import { fileName } from "./texts.ts";

/** What a recording may be; browsers play both. */
export const recordingTypes = ["video/mp4", "video/webm"] as const;
/** What the picture before it plays may be. */
export const posterTypes = ["image/jpeg", "image/png", "image/webp"] as const;

/** A statement or a message recorded ahead: its delegation's, the podium's and the secretariat's until it is played (RC4). */
export interface Recording {
	readonly id: string;
	readonly segmentId: string;
	readonly delegationId: string;
	/** Name of the stored file: the SHA-256 of its bytes. */
	readonly fileId: string;
	readonly mediaType: (typeof recordingTypes)[number];
	readonly bytes: number;
	/** As measured by the server, in ms. */
	readonly durationMs: number;
	/** Of the picture, in pixels. */
	readonly width: number;
	readonly height: number;
	readonly poster: Poster | null;
	/** One in each language. */
	readonly captions: readonly Captions[];
	readonly filedAt: number;
	/** When it was first played, and in which statement; public from then on. */
	readonly played: { readonly statementId: string; readonly at: number } | null;
}

/** A picture by the name of its stored file. */
export interface Poster {
	readonly fileId: string;
	readonly mediaType: (typeof posterTypes)[number];
}

/** A WebVTT file by its name. */
export interface Captions {
	readonly language: Language;
	readonly fileId: string;
}

/** A recording in the place of whoever has the floor. */
export interface Playback {
	readonly recordingId: string;
	/** Time spoken on the floor's clock at which the recording began, in ms; less than nothing where the clock was set back (RC6). */
	readonly fromMs: number;
}

export interface RecordingsState {
	/** By id, in the order in which they were filed. */
	readonly recordings: Map<string, Recording>;
	/** By statement. One that was interrupted or called off by mistake goes on where it stood. */
	readonly playbacks: Map<string, Playback>;
}

const recordingId = identifier;
const statementId = identifier;
// Marked as pure, so that the public page, which gives no commands, carries none of the schemas.
const pixels = /* @__PURE__ */ z.int().check(z.gte(1), z.lte(16_384));
const atLeastOne = /* @__PURE__ */ z.int().check(z.gte(1));
const file = /* @__PURE__ */ fileName("untilPublic");

/** Schemas of the commands, by type. What names a file comes from the server alone, which has measured it (`fileCommands`). */
export const recordingsCommands = {
	/** Files a recording, in place of the one filed before; captions and poster of that one go with it. */
	fileRecording: z.strictObject({
		type: z.literal("fileRecording"),
		segmentId: identifier,
		delegationId: identifier,
		fileId: file,
		mediaType: z.enum(recordingTypes),
		bytes: atLeastOne,
		durationMs: atLeastOne,
		width: pixels,
		height: pixels,
	}),
	withdrawRecording: z.strictObject({ type: z.literal("withdrawRecording"), recordingId }),
	/** Files captions, in place of those filed before in the same language. */
	fileCaptions: z.strictObject({
		type: z.literal("fileCaptions"),
		recordingId,
		language: z.enum(languages),
		fileId: file,
	}),
	withdrawCaptions: z.strictObject({
		type: z.literal("withdrawCaptions"),
		recordingId,
		language: z.enum(languages),
	}),
	filePoster: z.strictObject({
		type: z.literal("filePoster"),
		recordingId,
		fileId: file,
		mediaType: z.enum(posterTypes),
	}),
	/** Plays the recording of whoever has the floor, from its beginning. */
	playRecording: z.strictObject({ type: z.literal("playRecording"), statementId }),
	/** Back to who has the floor in person. */
	stopRecording: z.strictObject({ type: z.literal("stopRecording"), statementId }),
};
export type RecordingsCommand = z.infer<(typeof recordingsCommands)[keyof typeof recordingsCommands]>;

/** Commands that state what a file is: given by the server after it has looked, never taken from a screen. */
export const fileCommands: ReadonlySet<string> = new Set<RecordingsCommand["type"]>([
	"fileRecording",
	"fileCaptions",
	"filePoster",
]);

export type RecordingsEvent =
	| EventOf<"RecordingFiled", { readonly recording: Recording }>
	| EventOf<"RecordingWithdrawn", { readonly recordingId: string }>
	| EventOf<"CaptionsFiled", { readonly recordingId: string; readonly captions: Captions }>
	| EventOf<"CaptionsWithdrawn", { readonly recordingId: string; readonly language: Language }>
	| EventOf<"PosterFiled", { readonly recordingId: string; readonly poster: Poster }>
	| EventOf<
			"RecordingPlayed",
			/** The whole of it, because most hear of it only now. */
			{ readonly statementId: string; readonly recording: Recording; readonly fromMs: number }
	  >
	| EventOf<"RecordingStopped", { readonly statementId: string }>;

/** RC2: by how much a recording may be longer than the limit, in ms: containers are cut at whole frames. */
export const recordingGraceMs = 1000;

/** How long a delegation's recording for a segment may be, in ms, without the grace (RC2). */
export function recordingLimitMs(state: State, segment: Segment, delegationId: string): number {
	const entry = waitingEntryOf(listOf(state, segment.id), delegationId);
	return entry === undefined ? segment.limitMs : limitOf(segment, entry);
}

/** Decides a command by the rules RC. */
export function decideRecordings(
	command: RecordingsCommand,
	state: State,
	context: Context,
): Decision<RecordingsEvent> {
	switch (command.type) {
		case "fileRecording":
			return decideFiling(command, state, context);
		case "playRecording":
		case "stopRecording":
			return decidePlaying(command, state, context.now);
		default:
			return decideChange(command, state, context.now);
	}
}

function decideFiling(
	command: Extract<RecordingsCommand, { type: "fileRecording" }>,
	state: State,
	context: Context,
): Decision<RecordingsEvent> {
	const { type: _, ...file } = command;
	const { segmentId, delegationId, durationMs } = file;
	const found = findSegment(state, segmentId);
	if (found === undefined) return refuse("unknownSegment", { segmentId });
	if (!state.delegations.delegations.has(delegationId)) return refuse("unknownDelegation", { delegationId });
	const { segment } = found;
	// RC1: outside of a list the programme says who speaks.
	if (segment.kind !== "statements" && segment.speaker?.delegationId !== delegationId)
		return refuse("noProgrammeSpeaker", { segmentId });
	const before = recordingFor(state, segmentId, delegationId);
	if (before?.played != null) return refuse("recordingPlayed");
	if (before?.fileId === file.fileId) return refuse("sameRecording");
	const limitMs = recordingLimitMs(state, segment, delegationId);
	if (durationMs > limitMs + recordingGraceMs) return refuse("recordingTooLong", { durationMs, limitMs });
	const recording: Recording = {
		id: before?.id ?? context.newId,
		...file,
		poster: null,
		captions: [],
		filedAt: context.now,
		played: null,
	};
	return accept({ type: "RecordingFiled", at: context.now, data: { recording } });
}

function decideChange(
	command: Exclude<RecordingsCommand, { type: "fileRecording" | "playRecording" | "stopRecording" }>,
	state: State,
	at: number,
): Decision<RecordingsEvent> {
	const { recordingId } = command;
	const recording = state.recordings.recordings.get(recordingId);
	if (recording === undefined) return refuse("unknownRecording");
	switch (command.type) {
		case "withdrawRecording":
			if (recording.played !== null) return refuse("recordingPlayed");
			return accept({ type: "RecordingWithdrawn", at, data: { recordingId } });
		case "fileCaptions": {
			const { language, fileId } = command;
			const before = recording.captions.find((each) => each.language === language);
			if (before?.fileId === fileId) return refuse("sameCaptions");
			return accept({ type: "CaptionsFiled", at, data: { recordingId, captions: { language, fileId } } });
		}
		case "withdrawCaptions": {
			const { language } = command;
			if (!recording.captions.some((each) => each.language === language)) return refuse("noCaptions");
			return accept({ type: "CaptionsWithdrawn", at, data: { recordingId, language } });
		}
		case "filePoster": {
			const { fileId, mediaType } = command;
			if (recording.poster?.fileId === fileId) return refuse("samePoster");
			return accept({ type: "PosterFiled", at, data: { recordingId, poster: { fileId, mediaType } } });
		}
	}
}

function decidePlaying(
	command: Extract<RecordingsCommand, { type: "playRecording" | "stopRecording" }>,
	state: State,
	at: number,
): Decision<RecordingsEvent> {
	const { statement } = state.floor;
	const { statementId } = command;
	if (statement === null) return refuse("floorFree");
	// FL4: an act names the statement that it means.
	if (statement.id !== statementId) return refuse("floorChanged");
	const present = playing(state);
	if (command.type === "stopRecording") {
		if (present === undefined) return refuse("notPlaying");
		return accept({ type: "RecordingStopped", at, data: { statementId } });
	}
	if (present !== undefined) return refuse("alreadyPlaying");
	const played = playOf(state, statement, at);
	return played === undefined ? refuse("noRecording") : accept(played);
}

/** RC5: what is filed as a recording plays as the floor is given; added to what a call brings about. */
export function withRecording(
	decision: Decision<FloorEvent>,
	state: State,
): Decision<FloorEvent | RecordingsEvent> {
	if ("rejection" in decision) return decision;
	const given = decision.events.find((event) => event.type === "FloorGiven");
	if (given === undefined) return decision;
	const statement = statementOf(given.data.statement);
	const played = statement.recorded ? playOf(state, statement, given.at) : undefined;
	return played === undefined ? decision : accept<FloorEvent | RecordingsEvent>(...decision.events, played);
}

function playOf(
	state: State,
	statement: NonNullable<FloorState["statement"]>,
	at: number,
): RecordingsEvent | undefined {
	if (statement.kind !== "statement" && statement.kind !== "hand") return undefined;
	const filed = recordingFor(state, statement.segmentId, statement.delegationId);
	if (filed === undefined) return undefined;
	const { id: statementId } = statement;
	const recording = { ...filed, played: filed.played ?? { statementId, at } };
	return {
		type: "RecordingPlayed",
		at,
		data: { statementId, recording, fromMs: spokenUntil(statement, at) },
	};
}
