import { Router } from "express";
import { type LinkRow, type NewLinkAnswer, newLink } from "../../../shared/protocol/http.ts";
import { type Accounts, castAccount, type Link } from "../../accounts/accounts.ts";
import type { Origins } from "../../origins.ts";
import type { Access } from "../access.ts";
import { bodyOf, jsonBody } from "../body.ts";
import { HttpRefusal } from "../refusal.ts";
import { stored } from "../stored.ts";

const hourMs = 3_600_000;

/** Personal sign-in links, for the secretariat: made, listed without their secrets, revoked. */
export function linkRoutes(accounts: Accounts, access: Access, origins: Origins): Router {
	return Router()
		.get("/api/conferences/:conference/links", async (request, response) => {
			const conference = access.conference(request);
			await access.secretariat(request, conference);
			const links = await stored(accounts.listLinks(conference.id));
			const made = links.filter(({ createdBy }) => createdBy !== castAccount);
			response.set("Cache-Control", "private, no-store").json(made.map(presentLink));
		})
		.post("/api/conferences/:conference/links", jsonBody, async (request, response) => {
			const conference = access.conference(request);
			const createdBy = await access.secretariat(request, conference);
			const { representativeId, hours } = bodyOf(request, newLink);
			if (!conference.state.delegations.representatives.has(representativeId))
				throw new HttpRefusal(409, "unknownRepresentative", { representativeId });
			const createdAt = Date.now();
			const expiresAt = createdAt + hours * hourMs;
			const { token, link } = await stored(
				accounts.createLink({
					conferenceId: conference.id,
					representativeId,
					createdBy,
					createdAt,
					expiresAt,
				}),
			);
			const answer: NewLinkAnswer = { linkId: link.id, url: `${origins.main}/join/${token}`, expiresAt };
			response.status(201).set("Cache-Control", "private, no-store").json(answer);
		})
		.delete("/api/conferences/:conference/links/:link", async (request, response) => {
			const conference = access.conference(request);
			await access.secretariat(request, conference);
			const links = await stored(accounts.listLinks(conference.id));
			// Another conference's links are not this secretariat's to revoke.
			const link = links.find(({ id }) => id === request.params.link);
			if (link === undefined) throw new HttpRefusal(404, "notFound");
			await stored(accounts.revokeLink(link.id, Date.now()));
			response.status(204).end();
		});
}

function presentLink({ id, representativeId, createdAt, expiresAt, usedAt, revokedAt }: Link): LinkRow {
	return {
		linkId: id,
		representativeId,
		createdAt,
		expiresAt,
		usedAt: usedAt ?? null,
		revokedAt: revokedAt ?? null,
	};
}
