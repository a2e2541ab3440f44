import { randomBytes, randomUUID } from "node:crypto";
import { Router } from "express";
import type { Command } from "../../../shared/conference/decider.ts";
import { newRepresentative } from "../../../shared/protocol/http.ts";
import type { Accounts } from "../../accounts/accounts.ts";
import type { Conference } from "../../conference/conference.ts";
import type { Directory } from "../../directory/directory.ts";
import type { Names } from "../../directory/names.ts";
import type { Access } from "../access.ts";
import { bodyOf, jsonBody } from "../body.ts";
import { HttpRefusal, ofRejection } from "../refusal.ts";
import { stored } from "../stored.ts";

/** Accreditation, for the secretariat: the name goes to the directory and never into an event. */
export function representativeRoutes(
	accounts: Accounts,
	directory: Directory,
	names: Names,
	access: Access,
): Router {
	return (
		Router()
			.post("/api/conferences/:conference/representatives", jsonBody, async (request, response) => {
				const conference = access.conference(request);
				const by = await access.secretariat(request, conference);
				const { name, title, courtesy, contact, ...accreditation } = bodyOf(request, newRepresentative);
				const id = `r${randomBytes(12).toString("base64url")}`;
				const person = {
					representativeId: id,
					name,
					title: { en: title },
					...(courtesy === undefined ? {} : { courtesy }),
					...(contact === null ? {} : { contact }),
				};
				// Name first: whoever sees the accreditation can then show it.
				await stored(directory.put(conference.id, [person]));
				try {
					await act(conference, by, {
						type: "accreditRepresentatives",
						representatives: [{ id, ...accreditation }],
					});
				} catch (error) {
					// Where the outcome is not known somebody may be accredited, and must not be without a name.
					if (!isOutcomeUnknown(error)) await stored(directory.erase(conference.id, id));
					throw error;
				}
				// It is done; should the name not be here yet, it comes with the directory's next reading.
				await names.read(conference.id).catch(() => {});
				response.status(201).json({ representativeId: id });
			})
			/** Ends the accreditation, and every link and sign-in of the person. The name stays until it is erased. */
			.delete("/api/conferences/:conference/representatives/:representative", async (request, response) => {
				const conference = access.conference(request);
				const by = await access.secretariat(request, conference);
				const { representative: representativeId } = request.params;
				const command: Command = { type: "withdrawAccreditation", representativeId };
				const outcome = await conference.execute(by, randomUUID(), command);
				const rejection = outcome.status === "refused" ? outcome.rejection : undefined;
				// Also when the accreditation has ended before: an earlier try may have got no further than that.
				if (rejection === undefined || rejection.code === "unknownRepresentative")
					await stored(accounts.revokeRepresentative(conference.id, representativeId, Date.now()));
				if (rejection !== undefined) throw ofRejection(rejection);
				response.status(204).end();
			})
			/** Erases name, title and contact. The plates of delivered statements stay: they are public record. */
			.delete("/api/conferences/:conference/directory/:representative", async (request, response) => {
				const conference = access.conference(request);
				await access.secretariat(request, conference);
				await stored(directory.erase(conference.id, request.params.representative));
				await stored(names.read(conference.id));
				response.status(204).end();
			})
	);
}

async function act(conference: Conference, by: string, command: Command): Promise<void> {
	const outcome = await conference.execute(by, randomUUID(), command);
	if (outcome.status === "refused") throw ofRejection(outcome.rejection);
}

function isOutcomeUnknown(error: unknown): boolean {
	return error instanceof HttpRefusal && error.code === "outcomeUnknown";
}
