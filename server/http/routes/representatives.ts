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
import { ofRejection } from "../refusal.ts";

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
				const { name, title, contact, ...accreditation } = bodyOf(request, newRepresentative);
				const id = `r${randomBytes(12).toString("base64url")}`;
				const person = { representativeId: id, name, title: { en: title } };
				// Name first: whoever sees the accreditation can then show it.
				await directory.put(conference.id, [contact === null ? person : { ...person, contact }]);
				try {
					await act(conference, by, {
						type: "accreditRepresentatives",
						representatives: [{ id, ...accreditation }],
					});
				} catch (error) {
					await directory.erase(conference.id, id);
					throw error;
				}
				await names.read(conference.id);
				response.status(201).json({ representativeId: id });
			})
			/** Ends the accreditation, and every link and sign-in of the person. The name stays until it is erased. */
			.delete("/api/conferences/:conference/representatives/:representative", async (request, response) => {
				const conference = access.conference(request);
				const by = await access.secretariat(request, conference);
				const { representative: representativeId } = request.params;
				await act(conference, by, { type: "withdrawAccreditation", representativeId });
				await accounts.revokeRepresentative(conference.id, representativeId, Date.now());
				response.status(204).end();
			})
			/** Erases name, title and contact. The plates of delivered statements stay: they are public record. */
			.delete("/api/conferences/:conference/directory/:representative", async (request, response) => {
				const conference = access.conference(request);
				await access.secretariat(request, conference);
				await directory.erase(conference.id, request.params.representative);
				await names.read(conference.id);
				response.status(204).end();
			})
	);
}

async function act(conference: Conference, by: string, command: Command): Promise<void> {
	const outcome = await conference.execute(by, randomUUID(), command);
	if (outcome.status === "refused") throw ofRejection(outcome.rejection);
}
