import { request } from "node:http";
import { issueCookie } from "../../server/accounts/cookies.ts";
import { definingRecords } from "../../server/conference/establish.ts";
import { defineCommand, person } from "./factories.ts";
import type { TestServer } from "./server.ts";

/** With the same id as in the first conference, because ids are each conference's own. */
const otherDesk = person("desk", "secretariat", null, ["read"]);

/** A second conference on the same server, with a secretariat of its own. */
export const other = {
	id: "other",
	persons: [],
	records: () =>
		definingRecords(
			"other",
			[
				{ ...defineCommand, profile: { ...defineCommand.profile, id: "other" } },
				{ type: "accreditRepresentatives", representatives: [otherDesk] },
			],
			Date.now(),
		),
};

export interface Asked {
	readonly status: number;
	readonly body: string;
	readonly cookies: readonly string[];
}

/** A request as it stands, with headers that `fetch` would not send. */
export function ask(
	server: TestServer,
	method: string,
	path: string,
	headers: Readonly<Record<string, string>> = {},
	body?: string,
): Promise<Asked> {
	return new Promise((resolve, reject) => {
		const sent = request(server.at(path), { method, headers }, (response) => {
			let text = "";
			response.setEncoding("utf8").on("data", (part: string) => {
				text += part;
			});
			response.on("end", () =>
				resolve({
					status: response.statusCode ?? 0,
					body: text,
					cookies: response.headers["set-cookie"] ?? [],
				}),
			);
		});
		sent.on("error", reject);
		sent.end(body);
	});
}

export const json = { "content-type": "application/json" };

export async function sit(server: TestServer): Promise<void> {
	await server.act("rwa-chair", { type: "openMeeting", meetingId: "session-1" });
	await server.act("rwa-chair", { type: "startSegment", segmentId: "statements-1" });
	await server.act("rwa-chair", { type: "openList", segmentId: "statements-1", closesAt: null });
}

/** A sign-in that lasts `ms`. */
export async function cookieFor(
	server: TestServer,
	representativeId: string,
	conferenceId: string,
	ms = 60_000,
) {
	const { accounts } = server.storage;
	const now = Date.now();
	const link = { conferenceId, representativeId, createdBy: "test", createdAt: now, expiresAt: now + ms };
	const { token } = await accounts.createLink(link);
	const signIn = await accounts.signIn(token, now);
	if ("code" in signIn) throw new Error(signIn.code);
	return `plenaria_sign_in=${await issueCookie(accounts, signIn)}`;
}
