import { Router } from "express";
import { audienceOf } from "../../../shared/conference/audience.ts";
import { inLanguage } from "../../../shared/conference/common.ts";
import type { Conferences } from "../../conference/registry.ts";
import type { Access } from "../access.ts";
import { consolePath, isConsole, mayUse } from "../consoles.ts";
import { localeOf } from "../locale.ts";
import type { Pages } from "../pages.ts";
import { HttpRefusal } from "../refusal.ts";

/** The pages that people open: the audience page, the plenary screen and the consoles. */
export function screenRoutes(conferences: Conferences, access: Access, pages: Pages): Router {
	return Router()
		.get("/", (_request, response) => {
			const [first] = conferences.list();
			if (first === undefined) throw new HttpRefusal(404, "notFound");
			response.redirect(302, `/${first.id}`);
		})
		.get("/:conference", async (request, response) => {
			await pages.public(request, response, access.conference(request), "audience");
		})
		.get("/:conference/screen", async (request, response) => {
			await pages.public(request, response, access.conference(request), "screen");
		})
		.get("/:conference/:console{/*view}", async (request, response) => {
			const { console: name } = request.params;
			if (!isConsole(name)) throw new HttpRefusal(404, "notFound");
			const conference = access.conference(request);
			const actor = await access.actor(request, conference);
			if (actor === undefined || actor.role === "system") {
				const locale = localeOf(request, response);
				response.status(403);
				return pages.notice(request, response, "signInNeeded", {
					conference: inLanguage(conference.state.profile.title, locale),
					audienceUrl: `/${conference.id}`,
				});
			}
			if (!mayUse(actor.role, name)) return response.redirect(302, consolePath(conference.id, actor.role));
			await pages.console(request, response, conference, {
				representativeId: actor.id,
				audience: audienceOf(actor),
			});
		});
}
