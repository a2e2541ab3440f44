import { randomUUID } from "node:crypto";
import { type NextFunction, type Request, type Response, Router } from "express";
import { rateLimit } from "express-rate-limit";
import { can } from "../../../shared/conference/policy.ts";
import { type NewTextAnswer, newText } from "../../../shared/protocol/http.ts";
import { countWords } from "../../../shared/words.ts";
import { type Files, fileIdOf } from "../../files/files.ts";
import type { Access } from "../access.ts";
import { bodyOf, textBody } from "../body.ts";
import { tooMany } from "../errors.ts";
import { HttpRefusal, ofRejection } from "../refusal.ts";
import { stored } from "../stored.ts";

/** Texts that one person may file in a minute: one in every language and a few corrections, not a full disk. */
const textsPerMinute = 30;

/** Texts of statements, filed ahead by the delegation that is going to speak (TX1). */
export function textRoutes(files: Files, access: Access): Router {
	const limit = rateLimit({
		windowMs: 60_000,
		limit: textsPerMinute,
		standardHeaders: "draft-8",
		legacyHeaders: false,
		keyGenerator: (_request, response) => String(response.locals.actorId),
		handler: tooMany,
	});
	/** Before the body is read and the text stored. */
	const signedIn = async (request: Request, response: Response, next: NextFunction) => {
		const conference = access.conference(request);
		const actor = await access.actor(request, conference);
		if (actor === undefined) throw new HttpRefusal(401, "signedOut");
		response.locals.actorId = `${conference.id}/${actor.id}`;
		next();
	};

	return Router().put(
		"/api/conferences/:conference/texts",
		signedIn,
		limit,
		textBody,
		async (request, response) => {
			const conference = access.conference(request);
			const actor = await access.actor(request, conference);
			if (actor === undefined || actor.role === "system") throw new HttpRefusal(401, "signedOut");
			const { segmentId, language, text } = bodyOf(request, newText);
			const { delegationId } = actor;
			if (delegationId === null) throw new HttpRefusal(403, "notAllowed");
			const words = countWords(text, language);
			if (words === 0 || !text.isWellFormed()) throw new HttpRefusal(400, "malformed");
			if (words > mostWords) throw new HttpRefusal(413, "tooLarge");
			const bytes = Buffer.from(text);
			const fileId = fileIdOf(bytes);
			const command = { type: "fileText" as const, segmentId, delegationId, language, fileId, words };
			if (!can(actor, command, conference.state)) throw new HttpRefusal(403, "notAllowed");
			// The file first: whoever is told of the text can then read it.
			await stored(files.put(conference.id, bytes));
			const outcome = await conference.execute(actor.id, randomUUID(), command);
			if (outcome.status === "refused") throw ofRejection(outcome.rejection);
			const answer: NewTextAnswer = { textId: outcome.created ?? "", fileId, words };
			response.status(201).set("Cache-Control", "private, no-store").json(answer);
		},
	);
}

/** As the command allows. */
const mostWords = 20_000;
