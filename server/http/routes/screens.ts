import { type Request, Router } from "express";
import { audienceOf } from "../../../shared/conference/audience.ts";
import { inLanguage } from "../../../shared/conference/common.ts";
import type { Figure } from "../../../shared/conference/figures.ts";
import { figuresOf, figuresQuery, isFigureOf, pledgeNumbered } from "../../../shared/conference/figures.ts";
import type { Conference } from "../../conference/conference.ts";
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
		.get("/:conference/embed", async (request, response) => {
			await pages.public(request, response, access.conference(request), "embed");
		})
		.get("/:conference/screen", async (request, response) => {
			await pages.public(request, response, access.conference(request), "screen");
		})
		.get("/:conference/tally.png", async (request, response) => {
			await pages.picture(request, response, access.conference(request), "audience");
		})
		.get("/:conference/pledges/:number.png", async (request, response) => {
			const { number } = request.params;
			await pages.picture(
				request,
				response,
				withPledge(access.conference(request), number),
				"pledge",
				number,
			);
		})
		.get("/:conference/delegations/:delegation.png", async (request, response) => {
			const { delegation } = request.params;
			const conference = withDelegation(access.conference(request), delegation);
			await pages.picture(request, response, conference, "delegation", delegation);
		})
		.get("/:conference/pledges", async (request, response) => {
			const conference = access.conference(request);
			const { figures, query } = askedFigures(request, conference);
			// One address for the same rows: what else a query says is not kept.
			const page = Math.trunc(Number(query.get("page") ?? 1)) || 1;
			const asked = [figuresQuery(figures), page > 1 ? `page=${page}` : ""].filter((part) => part !== "");
			await pages.public(request, response, conference, "rows", asked.join("&"));
		})
		.get("/:conference/pledges/:number", async (request, response) => {
			const { number } = request.params;
			await pages.public(request, response, withPledge(access.conference(request), number), "pledge", number);
		})
		.get("/:conference/delegations/:delegation", async (request, response) => {
			const { delegation } = request.params;
			const conference = withDelegation(access.conference(request), delegation);
			await pages.public(request, response, conference, "delegation", delegation);
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

/** The figures that an address names, with the rest of its query. @throws HttpRefusal where the conference has no such */
export function askedFigures(
	request: Request,
	conference: Conference,
): { readonly figures: readonly Figure[]; readonly query: URLSearchParams } {
	const query = new URLSearchParams(request.url.split("?")[1] ?? "");
	const figures = figuresOf(query);
	if (figures === undefined || !figures.every((figure) => isFigureOf(figure, conference.state)))
		throw new HttpRefusal(404, "notFound");
	return { figures, query };
}

/** The conference, if it has a public pledge of this number; a private one is as if it were not there (VI8). */
function withPledge(conference: Conference, number: string): Conference {
	const isNumber = /^[1-9]\d{0,6}$/.test(number);
	if (!isNumber || pledgeNumbered(Number(number), conference.state) === undefined)
		throw new HttpRefusal(404, "notFound");
	return conference;
}

function withDelegation(conference: Conference, delegationId: string): Conference {
	if (!conference.state.delegations.delegations.has(delegationId)) throw new HttpRefusal(404, "notFound");
	return conference;
}
