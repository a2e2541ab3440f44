import { type NextFunction, type Request, type Response, Router } from "express";
import { type PledgeImportAnswer, pledgeImport } from "../../../shared/protocol/pledgeImport.ts";
import type { Access } from "../access.ts";
import { bodyOf, importBody } from "../body.ts";
import { ofRejection } from "../refusal.ts";

/**
 * Many pledges in one command, taken whole or not at all (PL19). Over HTTP, because the messages of a socket are
 * small; everybody's screens are told in one frame to take the snapshot.
 */
export function pledgeImportRoutes(access: Access): Router {
	/** Before the body is read: nobody else makes the server read megabytes. */
	const secretariat = async (request: Request, _response: Response, next: NextFunction) => {
		await access.secretariat(request, access.conference(request));
		next();
	};
	return Router().post(
		"/api/conferences/:conference/pledges/import",
		secretariat,
		importBody,
		async (request, response) => {
			const conference = access.conference(request);
			const actorId = await access.secretariat(request, conference);
			const { commandId, pledges } = bodyOf(request, pledgeImport);
			const command = { type: "importPledges" as const, pledges };
			const outcome = await conference.execute(actorId, commandId, command);
			if (outcome.status === "refused") throw ofRejection(outcome.rejection);
			const answer: PledgeImportAnswer = { imported: pledges.length };
			response.status(201).set("Cache-Control", "private, no-store").json(answer);
		},
	);
}
