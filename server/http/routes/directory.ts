import { Router } from "express";
import type { Audience } from "../../../shared/conference/audience.ts";
import type { DirectoryAnswer } from "../../../shared/protocol/http.ts";
import { type DirectoryAudience, forAudience } from "../../directory/directory.ts";
import type { Names } from "../../directory/names.ts";
import type { Access } from "../access.ts";

/** The names of the people whom the reader may know. */
export function directoryRoutes(names: Names, access: Access): Router {
	return Router().get("/api/conferences/:conference/directory", async (request, response) => {
		const conference = access.conference(request);
		const reader = readerOf(await access.audience(request, conference));
		const { version, persons } = names.of(conference.id);
		const visible = forAudience(reader, [...persons.values()]);
		const answer: DirectoryAnswer = {
			// How often names change is nothing for the public either.
			version: reader === "public" ? 0 : version,
			persons: visible.map(({ representativeId, name, title, courtesy, contact }) => ({
				representativeId,
				name,
				title,
				...(courtesy === undefined ? {} : { courtesy }),
				...(contact === undefined ? {} : { contact }),
			})),
		};
		response.set("Cache-Control", "private, no-store").vary("Cookie").json(answer);
	});
}

function readerOf(audience: Audience): DirectoryAudience {
	if (audience.kind === "public" || audience.kind === "secretariat") return audience.kind;
	return "participants";
}
