import { escapeHtml } from "./html.ts";
import type { Notice, Rendered } from "./renderer.ts";

const texts: Readonly<Record<Exclude<Notice["kind"], "join">, readonly [string, string]>> = {
	linkExpired: ["This link has expired", "Ask the secretariat for a new personal link."],
	linkRevoked: ["This link is no longer valid", "Ask the secretariat for a new personal link."],
	linkUnknown: ["This link is not known", "Open the whole link from the message that you received."],
	signInNeeded: ["Please join with your personal link", "Ask the secretariat if you have none."],
	notFound: ["This page does not exist", "Check the address."],
	tooMany: ["Too many requests", "Wait a minute and try again."],
	unavailable: ["The conference cannot be reached now", "Try again in a moment."],
};

/** The notices without the client's components and catalogues, so that one can sign in before anything is built. */
export function plainNotice({ kind, params }: Notice): Rendered {
	if (kind === "join") {
		const { name = "", title = "", delegation = "" } = params;
		const who = escapeHtml([name, title, delegation].filter((each) => each !== "").join(", "));
		return {
			title: "Join",
			html: `<main><form method="post"><button type="submit">Join as ${who}</button></form></main>`,
		};
	}
	const [title, advice] = texts[kind];
	return { title, html: `<main><h1>${title}</h1><p>${advice}</p></main>` };
}
