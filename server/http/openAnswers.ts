import type { Request, Response } from "express";
import { publicAudience } from "../../shared/conference/audience.ts";
import type { State } from "../../shared/conference/state.ts";
import { viewVersion } from "../../shared/conference/visibility.ts";
import type { Conference } from "../conference/conference.ts";
import { publicView } from "../conference/publicView.ts";
import { EncodedBody } from "./encodedBody.ts";
import { hasAlready } from "./hasAlready.ts";
import { LatestUsed } from "./latestUsed.ts";

/** Answers that are kept: the figures and pledges that are asked for most, of the conferences that are watched. */
const keptAnswers = 64;

/** What an answer is made of: the public's view, the position that it stands at, and conference time in ms. */
export interface Told {
	readonly state: State;
	readonly n: number;
	readonly at: number;
}

interface Answer {
	readonly etag: string;
	readonly body: EncodedBody;
}

/**
 * Answers that anybody may read, also the scripts of other sites: made once for each position of the public record,
 * compressed once, and not sent again to whoever has them.
 */
export class OpenAnswers {
	/** The latest by conference and name. */
	readonly #kept = new LatestUsed<Answer>(keptAnswers);

	/** `name` tells answers of one conference apart. Headers but those of caching are the caller's. */
	async send(
		request: Request,
		response: Response,
		conference: Conference,
		name: string,
		make: (told: Told) => string,
	): Promise<void> {
		const answer = this.#of(conference, name, make);
		open(response).set("ETag", answer.etag);
		if (hasAlready(request, answer.etag)) return void response.status(304).end();
		await answer.body.send(request, response);
	}

	#of(conference: Conference, name: string, make: (told: Told) => string): Answer {
		const key = `${conference.id}/${name}`;
		const n = conference.position(publicAudience);
		const etag = `W/"${conference.epoch.slice(0, 16)}-${n}-${viewVersion}"`;
		return this.#kept.of(
			key,
			(known) => known.etag === etag,
			() => ({
				etag,
				body: new EncodedBody(make({ state: publicView(conference), n, at: conference.now() })),
			}),
		);
	}
}

/** Anybody may read it, for a moment from a cache. */
export function open(response: Response): Response {
	return response
		.set("Cache-Control", "public, max-age=1, stale-while-revalidate=5")
		.set("Access-Control-Allow-Origin", "*");
}
