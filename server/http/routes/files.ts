import express, { type NextFunction, type Request, type Response, Router } from "express";
import { audienceOf } from "../../../shared/conference/audience.ts";
import { view } from "../../../shared/conference/visibility.ts";
import type { NewFileAnswer } from "../../../shared/protocol/http.ts";
import { publicView } from "../../conference/publicView.ts";
import type { Files } from "../../files/files.ts";
import type { Access } from "../access.ts";
import { documentTypeOf, isOfType } from "../documentType.ts";
import { type ReadableFile, readableFile } from "../readableFile.ts";
import { HttpRefusal } from "../refusal.ts";
import { stored } from "../stored.ts";

/** Largest document. */
const largest = "20mb";

/** Files that the conference's events name: read by whoever sees the event, added by the secretariat. */
export function fileRoutes(files: Files, access: Access): Router {
	/** Before the body is read: nobody else makes the server take in twenty megabytes. */
	const mayAdd = async (request: Request, _response: Response, next: NextFunction) => {
		await access.secretariat(request, access.conference(request));
		if (documentTypeOf(request) === undefined) throw new HttpRefusal(415, "wrongFileType");
		next();
	};
	const body = express.raw({
		type: (request) => documentTypeOf(request as Request) !== undefined,
		limit: largest,
	});

	return Router()
		.get("/api/conferences/:conference/files/:file", async (request, response) => {
			const conference = access.conference(request);
			const fileId = request.params.file;
			const published = readableFile(publicView(conference), fileId);
			const file = published ?? (await ownFile(request, fileId));
			// The same answer whether it is not there or not theirs: a name is a hash, and could be tried.
			if (file === undefined) throw new HttpRefusal(404, "notFound");
			const bytes = await stored(files.get(conference.id, fileId));
			if (bytes === undefined) throw new HttpRefusal(404, "notFound");
			if (published === undefined) response.set("Cache-Control", "private, no-store").vary("Cookie");
			else response.set("Cache-Control", "public, max-age=31536000, immutable");
			send(response, file, bytes);
		})
		.post("/api/conferences/:conference/files", mayAdd, body, async (request, response) => {
			const conference = access.conference(request);
			const type = documentTypeOf(request);
			const bytes: unknown = request.body;
			if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw new HttpRefusal(400, "malformed");
			if (type === undefined || !isOfType(type, bytes)) throw new HttpRefusal(415, "wrongFileType");
			const fileId = await stored(files.put(conference.id, bytes));
			const answer: NewFileAnswer = { fileId, bytes: bytes.length };
			response.status(201).set("Cache-Control", "private, no-store").json(answer);
		});

	async function ownFile(request: Request, fileId: string): Promise<ReadableFile | undefined> {
		const conference = access.conference(request);
		const actor = await access.actor(request, conference);
		if (actor === undefined) return undefined;
		return readableFile(view(audienceOf(actor), conference.state), fileId);
	}
}

function send(response: Response, { mediaType, language, name }: ReadableFile, bytes: Buffer): void {
	if (name !== null) response.attachment(name);
	const type = mediaType === "text/plain" ? "text/plain; charset=utf-8" : mediaType;
	response.set({ "Content-Type": type, "Content-Language": language });
	response.send(bytes);
}
