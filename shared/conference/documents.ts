import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import type { Language, Localized } from "./common.ts";
import { identifier, languages, localized, text } from "./common.ts";
import type { EventOf } from "./event.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";
import { fileName } from "./texts.ts";

/** A document of the conference or of one meeting, in one or several languages; for who takes part (TX4). */
export interface ConferenceDocument {
	readonly id: string;
	/** Null for a document of the whole conference. */
	readonly meetingId: string | null;
	readonly title: Localized;
	readonly files: readonly DocumentFile[];
	readonly addedAt: number;
}

export interface DocumentFile {
	readonly language: Language;
	readonly fileId: string;
	/** Name under which it is saved. */
	readonly name: string;
	readonly mediaType: (typeof documentTypes)[number];
	readonly bytes: number;
}

/** What a document may be. */
export const documentTypes = [
	"application/pdf",
	"text/plain",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
] as const;

export interface DocumentsState {
	/** By id, in the order in which they were added. */
	readonly documents: Map<string, ConferenceDocument>;
}

const file = z.strictObject({
	language: z.enum(languages),
	fileId: fileName("room"),
	name: text(120, "room"),
	mediaType: z.enum(documentTypes),
	bytes: z.int().check(z.gte(1)),
});

/** Schemas of the commands, by type. */
export const documentsCommands = {
	addDocument: z.strictObject({
		type: z.literal("addDocument"),
		meetingId: z.nullable(identifier),
		title: localized(200, "room"),
		files: z.array(file).check(z.minLength(1), z.maxLength(languages.length)),
	}),
	removeDocument: z.strictObject({ type: z.literal("removeDocument"), documentId: identifier }),
};
export type DocumentsCommand = z.infer<(typeof documentsCommands)[keyof typeof documentsCommands]>;

export type DocumentsEvent =
	| EventOf<"DocumentAdded", { readonly document: ConferenceDocument }>
	| EventOf<"DocumentRemoved", { readonly documentId: string }>;

/** Before the first event. */
export function emptyDocuments(): DocumentsState {
	return { documents: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyDocuments(subject: DocumentsState): DocumentsState {
	return { documents: new Map(subject.documents) };
}

/** Decides a command by the rule TX4. */
export function decideDocuments(
	command: DocumentsCommand,
	state: State,
	context: Context,
): Decision<DocumentsEvent> {
	const at = context.now;
	if (command.type === "removeDocument") {
		const { documentId } = command;
		if (!state.documents.documents.has(documentId)) return refuse("unknownDocument");
		return accept({ type: "DocumentRemoved", at, data: { documentId } });
	}
	const { meetingId, title, files } = command;
	if (meetingId !== null && !state.programme.meetings.has(meetingId))
		return refuse("unknownMeeting", { meetingId });
	if (new Set(files.map(({ language }) => language)).size !== files.length) return refuse("languageTwice");
	const document = { id: context.newId, meetingId, title, files, addedAt: at };
	return accept({ type: "DocumentAdded", at, data: { document } });
}

/** Folds one event in; changes the maps in place, for whoever owns them (`Fork`). */
export function evolveDocuments(subject: DocumentsState, event: DocumentsEvent): void {
	if (event.type === "DocumentAdded") subject.documents.set(event.data.document.id, event.data.document);
	else subject.documents.delete(event.data.documentId);
}
