import { type Request, type Response, Router } from "express";
import { audienceOf, publicAudience } from "../../../shared/conference/audience.ts";
import { csv } from "../../../shared/csv.ts";
import type { Conference } from "../../conference/conference.ts";
import { publicView } from "../../conference/publicView.ts";
import type { Names } from "../../directory/names.ts";
import { statementRows, statementTable } from "../../exports/statements.ts";
import { readTrail, trailTable } from "../../exports/trail.ts";
import type { Journal } from "../../journal/journal.ts";
import type { Access } from "../access.ts";
import { HttpRefusal } from "../refusal.ts";
import { stored } from "../stored.ts";

/** What is taken away from a conference: the trail of the list, and the statements. */
export function exportRoutes(journal: Pick<Journal, "readSince">, names: Names, access: Access): Router {
	return Router()
		.get("/api/conferences/:conference/exports/list.:format", async (request, response) => {
			const format = formatOf(request);
			const conference = access.conference(request);
			response.set("Cache-Control", "private, no-store").vary("Cookie");
			const actor = await access.actor(request, conference);
			if (actor === undefined) throw new HttpRefusal(401, "signedOut");
			if (actor.role !== "chair" && actor.role !== "secretariat") throw new HttpRefusal(403, "notAllowed");
			const meetingId = meetingOf(request, conference);
			const { persons } = names.of(conference.id);
			const wish = { conferenceId: conference.id, meetingId, audience: audienceOf(actor), persons };
			const { head, entries } = await stored(readTrail(journal, wish));
			const file = { name: "list", meetingId, format };
			if (format === "csv") return send(response, conference, file, csv(trailTable(entries)));
			const json = { conferenceId: conference.id, meetingId: meetingId ?? null, head, entries };
			send(response, conference, file, JSON.stringify(json));
		})
		.get("/api/conferences/:conference/exports/statements.:format", async (request, response) => {
			const format = formatOf(request);
			const conference = access.conference(request);
			const meetingId = meetingOf(request, conference);
			const visible = publicView(conference);
			const statements = statementRows(visible, meetingId);
			response.set("Cache-Control", "private, no-store").vary("Cookie");
			const file = { name: "statements", meetingId, format };
			if (format === "csv") return send(response, conference, file, csv(statementTable(statements, visible)));
			const actor = await access.actor(request, conference);
			// How many records there are tells of acts that are private; the public has a count of its own.
			const isRunning = actor?.role === "chair" || actor?.role === "secretariat";
			const json = {
				conferenceId: conference.id,
				meetingId: meetingId ?? null,
				position: conference.position(publicAudience),
				head: isRunning ? conference.head : null,
				statements,
			};
			send(response, conference, file, JSON.stringify(json));
		});
}

type Format = "json" | "csv";

function formatOf(request: Request): Format {
	const { format } = request.params;
	if (format !== "json" && format !== "csv") throw new HttpRefusal(404, "notFound");
	return format;
}

/** The meeting that is asked for; nothing for the whole conference. */
function meetingOf(request: Request, conference: Conference): string | undefined {
	const { meeting } = request.query;
	if (meeting === undefined) return undefined;
	if (typeof meeting !== "string" || !conference.state.programme.meetings.has(meeting))
		throw new HttpRefusal(404, "notFound");
	return meeting;
}

interface ExportFile {
	readonly name: string;
	readonly meetingId: string | undefined;
	readonly format: Format;
}

function send(
	response: Response,
	conference: Conference,
	{ name, meetingId, format }: ExportFile,
	body: string,
): void {
	const parts = [conference.id, ...(meetingId === undefined ? [] : [meetingId]), name];
	response.attachment(`${parts.join("-")}.${format}`);
	response.type(format === "csv" ? "text/csv; charset=utf-8" : "json").send(body);
}
