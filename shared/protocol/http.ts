import * as z from "zod/mini";
import {
	channels,
	courtesies,
	identifier,
	languages,
	levels,
	localized,
	rights,
	roles,
	text,
} from "../conference/common.ts";
import { marked } from "../conference/secrecy.ts";

/** `GET /api/conferences/:id/directory`: names of the people whom the reader may know. */
export const directoryAnswer = z.strictObject({
	version: z.int(),
	persons: z.array(
		z.strictObject({
			representativeId: marked("open", z.string()),
			name: marked("room", z.string()),
			title: localized(160, "room"),
			courtesy: z.optional(z.enum(courtesies)),
			contact: z.optional(marked("secret", z.string())),
		}),
	),
});
export type DirectoryAnswer = z.infer<typeof directoryAnswer>;

/** `POST /api/conferences/:id/representatives`: accredits a person; the name goes to the directory, never into an event. */
export const newRepresentative = z.strictObject({
	delegationId: z.nullable(identifier),
	role: z.enum(roles),
	level: z.enum(levels),
	rights: z.array(z.enum(rights)),
	/** Of an interpreter and of a captioner, and of nobody else. */
	channel: z.optional(z.nullable(z.enum(channels))),
	name: text(120, "room"),
	title: text(160, "room"),
	courtesy: z.optional(z.enum(courtesies)),
	contact: z.nullable(text(200, "secret")),
});
export type NewRepresentative = z.infer<typeof newRepresentative>;

/** `POST /api/conferences/:id/links`: makes a personal sign-in link; its address is shown this once. */
export const newLink = z.strictObject({
	representativeId: identifier,
	hours: z.int().check(z.gte(1), z.lte(24 * 30)),
});
export const newLinkAnswer = z.strictObject({
	linkId: marked("secret", z.string()),
	url: marked("secret", z.string()),
	expiresAt: z.number(),
});
export type NewLinkAnswer = z.infer<typeof newLinkAnswer>;

/** `GET /api/conferences/:id/links`: links without their secrets. Times are ms since the epoch (real time). */
export const linkRow = z.strictObject({
	linkId: marked("secret", z.string()),
	representativeId: marked("secret", z.string()),
	createdAt: z.number(),
	expiresAt: z.number(),
	usedAt: z.nullable(z.number()),
	revokedAt: z.nullable(z.number()),
});
export type LinkRow = z.infer<typeof linkRow>;

/** `PUT /api/conferences/:id/texts`: files the text of the own delegation's statement. */
export const newText = z.strictObject({
	segmentId: identifier,
	language: z.enum(languages),
	text: text(100_000, "untilPublic"),
});
export type NewText = z.infer<typeof newText>;
export const newTextAnswer = z.strictObject({
	textId: marked("untilPublic", z.string()),
	fileId: marked("untilPublic", z.string()),
	words: z.int(),
});
export type NewTextAnswer = z.infer<typeof newTextAnswer>;

/** `POST /api/conferences/:id/files`: keeps a document, which `addDocument` then names. */
export const newFileAnswer = z.strictObject({ fileId: marked("room", z.string()), bytes: z.int() });
export type NewFileAnswer = z.infer<typeof newFileAnswer>;

/** Any refusal over HTTP, beside its status code. */
export const httpRefusal = z.strictObject({
	code: marked("open", z.string()),
	/** Ids and figures of what the one who asked may see. */
	params: z.record(marked("open", z.string()), z.union([marked("open", z.string()), z.number()])),
});
