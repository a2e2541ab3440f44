import { Router } from "express";
import { audienceKey, parseAudience, publicAudience } from "../../../shared/conference/audience.ts";
import { view } from "../../../shared/conference/visibility.ts";
import type { Conferences } from "../../conference/registry.ts";
import type { Access } from "../access.ts";
import { HttpRefusal } from "../refusal.ts";
import type { Snapshots } from "../snapshots.ts";
import { presentTally } from "../tally.ts";

/** What can be read without acting: the conferences, the public tally, and all that an audience may see. */
export function conferenceRoutes(conferences: Conferences, access: Access, snapshots: Snapshots): Router {
	return Router()
		.get("/api/conferences", (_request, response) => {
			const all = conferences.list().map(({ id, state }) => ({ id, title: state.profile.title }));
			response.set("Cache-Control", "public, max-age=1").json(all);
		})
		.get("/api/conferences/:conference/tally", (request, response) => {
			const conference = access.conference(request);
			const visible = view(publicAudience, conference.state);
			response
				.set("Cache-Control", "public, max-age=1, stale-while-revalidate=5")
				.json(presentTally(visible, conference.position(publicAudience), conference.now()));
		})
		.get("/api/conferences/:conference/snapshot", async (request, response) => {
			const { as = "public" } = request.query;
			const audience = typeof as === "string" ? parseAudience(as) : undefined;
			if (audience === undefined) throw new HttpRefusal(400, "malformed");
			const conference = access.conference(request);
			if (audience.kind === "public") {
				response.set("Cache-Control", "public, max-age=1, stale-while-revalidate=5");
			} else {
				response.set("Cache-Control", "private, no-store").vary("Cookie");
				// Before anything is looked up: a refusal must not tell whether the audience exists.
				if (audienceKey(await access.audience(request, conference)) !== as)
					throw new HttpRefusal(403, "notAllowed");
			}
			const snapshot = snapshots.of(conference, audience);
			response.set("ETag", snapshot.etag).type("json");
			if (hasAlready(request.get("if-none-match"), snapshot.etag)) return void response.status(304).end();
			await snapshot.body.send(request, response);
		});
}

/** Not Express' own `request.fresh`, which takes a reload's "no-cache" for a wish to have the same bytes again. */
function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
	return ifNoneMatch?.split(",").some((each) => each.trim() === etag) === true;
}
