import { type Request, type Response, Router } from "express";
import { rateLimit } from "express-rate-limit";
import * as z from "zod/mini";
import { type Actor, actorOf, type Context } from "../../../shared/conference/actor.ts";
import { decide } from "../../../shared/conference/decider.ts";
import type { RecordingsCommand } from "../../../shared/conference/recordings.ts";
import { refuse } from "../../../shared/conference/rejection.ts";
import { newUpload } from "../../../shared/protocol/recordings.ts";
import type { Conferences } from "../../conference/registry.ts";
import { measure } from "../../recordings/measure.ts";
import type { RecordingStore } from "../../recordings/recordingStore.ts";
import { type UploadAnswer, Uploads, type WholeUpload } from "../../recordings/uploads.ts";
import type { Access } from "../access.ts";
import { tooMany } from "../errors.ts";
import { HttpRefusal, ofRejection } from "../refusal.ts";

/** Uploads that one person may begin in an hour: a few corrections in each segment, not a full disk. */
const uploadsPerHour = 30;

/** Announcing and sending recordings (RC1), by the tus protocol; measured and filed when the last byte is there. */
export function uploadRoutes(uploads: Uploads, access: Access): Router {
	const limit = rateLimit({
		windowMs: 3_600_000,
		limit: uploadsPerHour,
		standardHeaders: "draft-8",
		legacyHeaders: false,
		keyGenerator: (_request, response) => String(response.locals.actorId),
		handler: tooMany,
	});

	/** An upload is gone on with by who began it; for everybody else it does not exist. */
	const goOn = async (request: Request<{ conference: string; upload: string }>, response: Response) => {
		const conference = access.conference(request as Request);
		const actor = await access.actor(request as Request, conference);
		if (actor === undefined) throw new HttpRefusal(401, "signedOut");
		const id = request.params.upload;
		const purpose = await uploads.purposeOf(id);
		if (purpose?.conferenceId !== conference.id || purpose.representativeId !== actor.id)
			throw new HttpRefusal(404, "notFound");
		await uploads.goOn(request, response, id);
	};

	return Router()
		.post(
			"/api/conferences/:conference/uploads",
			async (request, response, next) => {
				const conference = access.conference(request);
				const actor = await access.actor(request, conference);
				if (actor === undefined || actor.role === "system") throw new HttpRefusal(401, "signedOut");
				const parsed = z.safeParse(newUpload, metadataOf(request));
				if (!parsed.success) throw new HttpRefusal(400, "malformed");
				// Refused before a gigabyte has been sent, where it would be refused afterwards.
				const decision = decide({ ...nothingMeasured, ...parsed.data }, conference.state, contextOf(actor));
				if ("rejection" in decision) throw ofRejection(decision.rejection);
				response.locals.actorId = `${conference.id}/${actor.id}`;
				response.locals.purpose = {
					conferenceId: conference.id,
					representativeId: actor.id,
					...parsed.data,
				};
				next();
			},
			limit,
			(request, response) => uploads.begin(request, response, response.locals.purpose),
		)
		.head("/api/conferences/:conference/uploads/:upload", goOn)
		.patch("/api/conferences/:conference/uploads/:upload", goOn)
		.delete("/api/conferences/:conference/uploads/:upload", goOn);
}

const nothingMeasured = {
	type: "fileRecording",
	fileId: "",
	mediaType: "video/mp4",
	bytes: 1,
	durationMs: 1,
	width: 1,
	height: 1,
} as const;

/** To see whether something would be refused; nothing comes of it. */
function contextOf(actor: Actor): Context {
	return { now: 0, actor, newId: "", plateOf: () => undefined, unreachableMs: () => 0 };
}

/** `Upload-Metadata`: pairs of a name and a value in base64, with commas between. */
function metadataOf(request: Request): Record<string, string> {
	const pairs = (request.get("upload-metadata") ?? "").split(",").map((pair) => pair.trim().split(" "));
	return Object.fromEntries(
		pairs.flatMap(([name, value]) =>
			name === "segmentId" || name === "delegationId"
				? [[name, Buffer.from(value ?? "", "base64").toString()]]
				: [],
		),
	);
}

/** Measures what has arrived and files it, under the name of the upload, so that it is filed once. */
export function openUploads(store: RecordingStore, conferences: Conferences, largest: number): Uploads {
	return new Uploads({ store, largest, finish: (upload) => filed(store, conferences, upload) });
}

async function filed(
	store: RecordingStore,
	conferences: Conferences,
	{ id, conferenceId, representativeId, segmentId, delegationId, path, bytes }: WholeUpload,
): Promise<UploadAnswer> {
	const conference = conferences.get(conferenceId);
	if (conference === undefined) return answer(new HttpRefusal(404, "notFound"));
	const measured = await measure(path);
	if (measured === undefined) return answer(new HttpRefusal(415, "wrongFileType"));
	const found = { ...nothingMeasured, segmentId, delegationId, bytes, ...measured };
	const actor = actorOf(conference.state, representativeId);
	const decision =
		actor === undefined ? refuse("notAllowed") : decide(found, conference.state, contextOf(actor));
	// Nothing is kept that is refused.
	if ("rejection" in decision) return answer(ofRejection(decision.rejection));
	const command: RecordingsCommand = { ...found, fileId: await store.adopt(conferenceId, path) };
	const outcome = await conference.execute(representativeId, id, command);
	if (outcome.status === "refused") return answer(ofRejection(outcome.rejection));
	const { durationMs, width, height } = measured;
	return { status: 200, body: { recordingId: outcome.created ?? "", durationMs, width, height } };
}

function answer({ status, code, params }: HttpRefusal): UploadAnswer {
	return { status, body: { code, params } };
}
