import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import type { Language } from "./common.ts";
import { identifier, languages } from "./common.ts";
import type { EventOf } from "./event.ts";
import { findSegment } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import { marked, type Secrecy } from "./secrecy.ts";
import type { State } from "./state.ts";
import { wasHeard } from "./statements.ts";
import { undoMs } from "./undo.ts";

/** Words a minute at which a statement can be interpreted; a text's expected length is computed with it (TX2). */
export const wordsPerMinute = 120;

/** How long a text of so many words takes, in ms. */
export function readingMs(words: number): number {
	return Math.round((words / wordsPerMinute) * 60_000);
}

/** The text of a statement, filed ahead: its delegation's alone until it is delivered (TX1). */
export interface StatementText {
	readonly id: string;
	readonly segmentId: string;
	readonly delegationId: string;
	readonly language: Language;
	/** Name of the stored file: the SHA-256 of its bytes, so that nobody can name one whose content they do not know. */
	readonly fileId: string;
	readonly words: number;
	readonly filedAt: number;
	/** The statement with which it was delivered, and when it became public. */
	readonly published: { readonly statementId: string; readonly at: number } | null;
}

export interface TextsState {
	readonly texts: Map<string, StatementText>;
}

/** Name of a stored file: SHA-256 in base64url. */
export const fileName = (secrecy: Secrecy) =>
	marked(secrecy, z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)));

/** Schemas of the commands, by type. */
export const textsCommands = {
	/** Files a text, in place of the one filed before in the same language. */
	fileText: z.strictObject({
		type: z.literal("fileText"),
		segmentId: identifier,
		delegationId: identifier,
		language: z.enum(languages),
		fileId: fileName("untilPublic"),
		words: z.int().check(z.gte(1), z.lte(20_000)),
	}),
	withdrawText: z.strictObject({ type: z.literal("withdrawText"), textId: identifier }),
	/** Makes a delivered text public; given by the system when it falls due. */
	publishText: z.strictObject({
		type: z.literal("publishText"),
		textId: identifier,
		statementId: identifier,
	}),
};
export type TextsCommand = z.infer<(typeof textsCommands)[keyof typeof textsCommands]>;

export type TextsEvent =
	| EventOf<"TextFiled", { readonly text: StatementText }>
	| EventOf<"TextWithdrawn", { readonly textId: string }>
	| EventOf<"TextPublished", { readonly text: StatementText }>;

/** Before the first event. */
export function emptyTexts(): TextsState {
	return { texts: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyTexts(subject: TextsState): TextsState {
	return { texts: new Map(subject.texts) };
}

/** TX3: what has been delivered and is not public, with the time from which it is: when the call can no longer be taken back. */
export function textsToPublish(state: State): { text: StatementText; statementId: string; at: number }[] {
	const waiting = [...state.texts.texts.values()].filter(({ published }) => published === null);
	if (waiting.length === 0) return [];
	const statements = [...state.statements.statements.values()];
	return waiting.flatMap((text) => {
		const delivered = statements.findLast(
			(each) =>
				each.segmentId === text.segmentId &&
				each.delegationId === text.delegationId &&
				(each.kind === "statement" || each.kind === "hand") &&
				wasHeard(each),
		);
		if (delivered?.endedAt == null) return [];
		const at = delivered.endedAt + (delivered.end === "inWriting" ? 0 : undoMs + 1);
		return [{ text, statementId: delivered.id, at: Math.max(at, text.filedAt) }];
	});
}

/** Decides a command by the rules TX. */
export function decideTexts(command: TextsCommand, state: State, context: Context): Decision<TextsEvent> {
	const at = context.now;
	if (command.type === "fileText") {
		const { segmentId, delegationId, language, fileId, words } = command;
		const found = findSegment(state, segmentId);
		if (found === undefined) return refuse("unknownSegment", { segmentId });
		if (found.segment.kind !== "statements") return refuse("noListInSegment", { segmentId });
		if (!state.delegations.delegations.has(delegationId))
			return refuse("unknownDelegation", { delegationId });
		const before = [...state.texts.texts.values()].find(
			(each) =>
				each.segmentId === segmentId && each.delegationId === delegationId && each.language === language,
		);
		if (before?.published != null) return refuse("textPublished");
		if (before?.fileId === fileId) return refuse("sameText");
		const id = before?.id ?? context.newId;
		const text = { id, segmentId, delegationId, language, fileId, words, filedAt: at, published: null };
		return accept({ type: "TextFiled", at, data: { text } });
	}
	const { textId } = command;
	const text = state.texts.texts.get(textId);
	if (text === undefined) return refuse("unknownText");
	if (text.published !== null) return refuse("textPublished");
	switch (command.type) {
		case "withdrawText":
			return accept({ type: "TextWithdrawn", at, data: { textId } });
		case "publishText": {
			const due = textsToPublish(state).find((each) => each.text.id === textId);
			if (due === undefined || due.statementId !== command.statementId || due.at > at)
				return refuse("notDelivered");
			const published = { statementId: due.statementId, at };
			return accept({ type: "TextPublished", at, data: { text: { ...text, published } } });
		}
	}
}

/** Folds one event in; changes the maps in place, for whoever owns them (`Fork`). */
export function evolveTexts(subject: TextsState, event: TextsEvent): void {
	if (event.type === "TextWithdrawn") subject.texts.delete(event.data.textId);
	else subject.texts.set(event.data.text.id, event.data.text);
}
