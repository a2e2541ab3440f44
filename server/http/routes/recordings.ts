import { randomUUID } from "node:crypto";
import express, { type NextFunction, type Request, type Response, Router } from "express";
import * as z from "zod/mini";
import { audienceOf } from "../../../shared/conference/audience.ts";
import { type Language, languages } from "../../../shared/conference/common.ts";
import { can } from "../../../shared/conference/policy.ts";
import { posterTypes, type RecordingsCommand } from "../../../shared/conference/recordings.ts";
import { view } from "../../../shared/conference/visibility.ts";
import type { NewFileOfRecordingAnswer } from "../../../shared/protocol/recordings.ts";
import type { Conference } from "../../conference/conference.ts";
import { publicView } from "../../conference/publicView.ts";
import { type Files, fileIdOf } from "../../files/files.ts";
import { largestCaptions, wrongLine } from "../../recordings/captions.ts";
import { largestPoster, posterTypeOf } from "../../recordings/posterType.ts";
import type { RecordingStore } from "../../recordings/recordingStore.ts";
import type { Access } from "../access.ts";
import { type MediaFile, mediaFile } from "../mediaFile.ts";
import { HttpRefusal, ofRejection } from "../refusal.ts";
import { stored } from "../stored.ts";

const languageName = z.enum(languages);

/** Recordings with their captions and posters: read by whoever is told of them, filed by whom the policy lets (RC). */
export function recordingRoutes(store: RecordingStore, files: Files, access: Access): Router {
	/** Before the body is read: nobody else makes the server take it in. */
	const mayFile =
		(command: (request: Request) => RecordingsCommand) =>
		async (request: Request, _response: Response, next: NextFunction) => {
			const conference = access.conference(request);
			const actor = await access.actor(request, conference);
			if (actor === undefined) throw new HttpRefusal(401, "signedOut");
			if (!can(actor, command(request), conference.state)) throw new HttpRefusal(403, "notAllowed");
			next();
		};
	const captionsBody = express.raw({ type: "text/vtt", limit: largestCaptions });
	const posterBody = express.raw({ type: [...posterTypes], limit: largestPoster });

	return Router()
		.get("/api/conferences/:conference/media/:file", async (request, response) => {
			const conference = access.conference(request);
			const fileId = request.params.file;
			const published = mediaFile(publicView(conference), fileId);
			const file = published ?? (await ownFile(request, conference, fileId));
			// The same answer whether it is not there or not theirs: a name is a hash, and could be tried.
			if (file === undefined) throw new HttpRefusal(404, "notFound");
			if (published === undefined) response.set("Cache-Control", "private, no-cache").vary("Cookie");
			else response.set("Cache-Control", "public, max-age=31536000, immutable");
			// Content never changes under a name, so that the name is what tells versions apart.
			response.set({ ETag: `"${fileId}"`, "Content-Type": file.mediaType });
			if (file.language !== null) response.set("Content-Language", file.language);
			if (file.isRecording) return sendRecording(conference, fileId, response);
			const bytes = await stored(files.get(conference.id, fileId));
			if (bytes === undefined) throw new HttpRefusal(404, "notFound");
			response.send(bytes);
		})
		.put(
			"/api/conferences/:conference/recordings/:recording/captions/:language",
			mayFile((request) => captionsCommand(request, "")),
			captionsBody,
			async (request, response) => {
				const bytes: unknown = request.body;
				if (!Buffer.isBuffer(bytes)) throw new HttpRefusal(415, "wrongFileType");
				const line = wrongLine(bytes);
				if (line > 0) throw new HttpRefusal(415, "wrongCaptions", { line });
				await file(request, response, bytes, captionsCommand(request, fileIdOf(bytes)));
			},
		)
		.put(
			"/api/conferences/:conference/recordings/:recording/poster",
			mayFile((request) => posterCommand(request, "", "image/png")),
			posterBody,
			async (request, response) => {
				const bytes: unknown = request.body;
				const mediaType = Buffer.isBuffer(bytes) ? posterTypeOf(bytes) : undefined;
				if (!Buffer.isBuffer(bytes) || mediaType === undefined) throw new HttpRefusal(415, "wrongFileType");
				await file(request, response, bytes, posterCommand(request, fileIdOf(bytes), mediaType));
			},
		);

	async function ownFile(
		request: Request,
		conference: Conference,
		fileId: string,
	): Promise<MediaFile | undefined> {
		const actor = await access.actor(request, conference);
		if (actor === undefined) return undefined;
		return mediaFile(view(audienceOf(actor), conference.state), fileId);
	}

	/** In parts, where a player asks for parts. */
	async function sendRecording(conference: Conference, fileId: string, response: Response): Promise<void> {
		const found = await stored(store.find(conference.id, fileId));
		if (found === undefined) throw new HttpRefusal(404, "notFound");
		const options = { cacheControl: false, lastModified: false, dotfiles: "allow" } as const;
		await new Promise<void>((resolve, reject) => {
			response.sendFile(found.path, options, (error) => {
				// A player that has what it wants hangs up; that is no failure.
				if (error === undefined || response.headersSent) resolve();
				else reject(error);
			});
		});
	}

	/** The bytes first: whoever is told of them can then read them. */
	async function file(
		request: Request,
		response: Response,
		bytes: Buffer,
		command: RecordingsCommand,
	): Promise<void> {
		const conference = access.conference(request);
		const actor = await access.actor(request, conference);
		if (actor === undefined || actor.role === "system") throw new HttpRefusal(401, "signedOut");
		const fileId = await stored(files.put(conference.id, bytes));
		const outcome = await conference.execute(actor.id, randomUUID(), command);
		if (outcome.status === "refused") throw ofRejection(outcome.rejection);
		const answer: NewFileOfRecordingAnswer = { fileId };
		response.status(201).set("Cache-Control", "private, no-store").json(answer);
	}
}

function captionsCommand(request: Request, fileId: string): RecordingsCommand {
	const parsed = z.safeParse(languageName, request.params.language);
	if (!parsed.success) throw new HttpRefusal(400, "malformed");
	const language: Language = parsed.data;
	return { type: "fileCaptions", recordingId: String(request.params.recording), language, fileId };
}

function posterCommand(
	request: Request,
	fileId: string,
	mediaType: (typeof posterTypes)[number],
): RecordingsCommand {
	return { type: "filePoster", recordingId: String(request.params.recording), fileId, mediaType };
}
