import { type RequestHandler, Router } from "express";
import { audienceKey, parseAudience, publicAudience } from "../../../shared/conference/audience.ts";
import type { Conferences } from "../../conference/registry.ts";
import type { Access } from "../access.ts";
import { hasAlready } from "../hasAlready.ts";
import { HttpRefusal } from "../refusal.ts";
import type { Snapshots } from "../snapshots.ts";

const publicSnapshot = /^\/api\/conferences\/([^/?]+)\/snapshot\?as=public$/;

/**
 * Thousands ask for the public's snapshot at once, when a network or a server comes back: who has none yet gets
 * what the first one got, before anything else looks at the request.
 */
export function repeatedSnapshots(conferences: Conferences, snapshots: Snapshots): RequestHandler {
	return (request, response, next) => {
		const id = publicSnapshot.exec(request.url)?.[1];
		const conference = id === undefined ? undefined : conferences.get(id);
		const isKnown = request.headers["if-none-match"] !== undefined;
		if (conference === undefined || isKnown) next();
		else if (!snapshots.of(conference, publicAudience).body.repeat(request, response)) next();
	};
}

/** All that an audience may see. */
export function snapshotRoutes(access: Access, snapshots: Snapshots): Router {
	return Router().get("/api/conferences/:conference/snapshot", async (request, response) => {
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
		if (hasAlready(request, snapshot.etag)) return void response.status(304).end();
		if (audience.kind === "public") await snapshot.body.sendToEverybody(request, response);
		else await snapshot.body.send(request, response);
	});
}
