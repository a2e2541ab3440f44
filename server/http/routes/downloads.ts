import { type Response, Router } from "express";
import { publicAudience } from "../../../shared/conference/audience.ts";
import { view } from "../../../shared/conference/visibility.ts";
import { csv } from "../../../shared/csv.ts";
import { pledgeSheet, presentPledges } from "../../exports/pledges.ts";
import type { Access } from "../access.ts";
import { presentTally } from "../tally.ts";
import { askedFigure } from "./screens.ts";

/** The public figures and the rows behind them as files, for the press and other sites. */
export function downloadRoutes(access: Access): Router {
	return Router()
		.get("/:conference/tally.json", (request, response) => {
			const conference = access.conference(request);
			const visible = view(publicAudience, conference.state);
			open(response).json(presentTally(visible, conference.position(publicAudience), conference.now()));
		})
		.get("/:conference/pledges.json", (request, response) => {
			const conference = access.conference(request);
			const { figure } = askedFigure(request);
			open(response).json(presentPledges(view(publicAudience, conference.state), figure));
		})
		.get("/:conference/pledges.csv", (request, response) => {
			const conference = access.conference(request);
			const { figure } = askedFigure(request);
			const sheet = pledgeSheet(view(publicAudience, conference.state), figure);
			open(response)
				.attachment(`${conference.id}-pledges.csv`)
				.type("text/csv; charset=utf-8")
				.send(csv(sheet));
		});
}

/** Anybody may read it, also the scripts of other sites. */
function open(response: Response): Response {
	return response.set("Cache-Control", "public, max-age=1").set("Access-Control-Allow-Origin", "*");
}
