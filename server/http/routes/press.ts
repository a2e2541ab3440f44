import { type Request, Router } from "express";
import { figuresQuery } from "../../../shared/conference/figures.ts";
import { csv } from "../../../shared/csv.ts";
import type { Conferences } from "../../conference/registry.ts";
import type { Feeds } from "../../press/feeds.ts";
import { presentInitiatives } from "../../press/initiatives.ts";
import { pledgeSheet, presentPledges } from "../../press/pledges.ts";
import { presentTally } from "../../press/tally.ts";
import type { Access } from "../access.ts";
import { OpenAnswers, open, type Told } from "../openAnswers.ts";
import { openApi } from "../openapi/document.ts";
import { HttpRefusal } from "../refusal.ts";
import { askedFigures } from "./screens.ts";

/** The public record for the press and other sites: figures, the rows behind them, initiatives, and what changes. */
export function pressRoutes(conferences: Conferences, access: Access, feeds: Feeds): Router {
	const answers = new OpenAnswers();
	const tally = ({ state, n, at }: Told) => JSON.stringify(presentTally(state, n, at));

	/** The figures asked for, by the one name that they have however it was written. */
	const askedOf = (request: Request) => {
		const conference = access.conference(request);
		const { figures } = askedFigures(request, conference);
		return { conference, figures, name: figuresQuery(figures) };
	};

	return Router()
		.get("/api/openapi.json", (_request, response) => {
			open(response).type("json").send(openApi());
		})
		.get("/api/conferences", (_request, response) => {
			const all = conferences.list().map(({ id, state }) => ({ id, title: state.profile.title }));
			open(response).json(all);
		})
		.get(["/api/conferences/:conference/tally", "/:conference/tally.json"], (request, response) =>
			answers.send(request, response.type("json"), access.conference(request), "tally", tally),
		)
		.get(["/api/conferences/:conference/pledges", "/:conference/pledges.json"], (request, response) => {
			const { conference, figures, name } = askedOf(request);
			return answers.send(request, response.type("json"), conference, `pledges.json?${name}`, ({ state }) =>
				JSON.stringify(presentPledges(state, figures)),
			);
		})
		.get("/:conference/pledges.csv", (request, response) => {
			const { conference, figures, name } = askedOf(request);
			response.attachment(`${conference.id}-pledges.csv`).type("text/csv; charset=utf-8");
			return answers.send(request, response, conference, `pledges.csv?${name}`, ({ state }) =>
				csv(pledgeSheet(state, figures)),
			);
		})
		.get("/api/conferences/:conference/initiatives", (request, response) =>
			answers.send(request, response.type("json"), access.conference(request), "initiatives", ({ state }) =>
				JSON.stringify(presentInitiatives(state)),
			),
		)
		.get("/api/conferences/:conference/feed", (request, response) => {
			const conference = access.conference(request);
			const address = request.ip ?? "";
			const refusal = feeds.refusal(address);
			if (refusal === "full") throw new HttpRefusal(503, "tooManyRequests");
			if (refusal === "tooMany") throw new HttpRefusal(429, "tooManyRequests");
			response.set({
				"Content-Type": "text/event-stream; charset=utf-8",
				// Not compressed either: a compressor would hold back what has just happened.
				"Cache-Control": "no-store, no-transform",
				"X-Accel-Buffering": "no",
				"Access-Control-Allow-Origin": "*",
			});
			if (request.method === "HEAD") return void response.end();
			feeds.open(conference, response, address, request.get("last-event-id"));
		});
}
