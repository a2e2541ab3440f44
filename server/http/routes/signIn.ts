import { type Request, type Response, Router } from "express";
import { rateLimit } from "express-rate-limit";
import { inLanguage } from "../../../shared/conference/common.ts";
import type { Accounts } from "../../accounts/accounts.ts";
import { isRefusal } from "../../accounts/accounts.ts";
import { issueCookie } from "../../accounts/cookies.ts";
import type { Conferences } from "../../conference/registry.ts";
import type { Names } from "../../directory/names.ts";
import type { Access } from "../access.ts";
import { consolePath } from "../consoles.ts";
import { clearSignInCookie, setSignInCookie } from "../cookies.ts";
import { tooMany } from "../errors.ts";
import { localeOf } from "../locale.ts";
import type { Pages } from "../pages.ts";
import { stored } from "../stored.ts";

/** Links opened from one address in a minute. A whole delegation may sit behind one address. */
const linksPerMinute = 300;

export interface SignInPorts {
	readonly accounts: Accounts;
	readonly conferences: Conferences;
	readonly names: Names;
	readonly access: Access;
	readonly pages: Pages;
}

/**
 * A personal link opens a page with one button, because mail scanners open links as well; only the button signs
 * in. The token stands in the path: it is never logged, and no referrer carries it away.
 */
export function signInRoutes({ accounts, conferences, names, access, pages }: SignInPorts): Router {
	const limit = rateLimit({
		windowMs: 60_000,
		limit: linksPerMinute,
		standardHeaders: "draft-8",
		legacyHeaders: false,
		// Behind a proxy that TRUST_PROXY does not name, all share one address; that is the operator's to mend.
		validate: { xForwardedForHeader: false },
		handler: tooMany,
	});

	return Router()
		.get("/join/:token", limit, async (request, response) => {
			const link = await stored(accounts.inspectLink(tokenOf(request), Date.now()));
			if (isRefusal(link)) return refuse(request, response, link.code);
			const state = conferences.get(link.conferenceId)?.state;
			const representative = state?.delegations.representatives.get(link.representativeId);
			if (state === undefined || representative === undefined)
				return refuse(request, response, "linkRevoked");
			const locale = localeOf(request, response);
			const plate = names.plateOf(link.conferenceId, link.representativeId);
			const delegation = state.delegations.delegations.get(representative.delegationId ?? "");
			await pages.notice(request, response, "join", {
				name: plate?.name ?? "",
				title: plate === undefined ? "" : inLanguage(plate.title, locale),
				delegation: delegation === undefined ? "" : inLanguage(delegation.name, locale),
				flag: delegation?.flag ?? "",
				monogram: delegation?.monogram ?? "",
				conference: inLanguage(state.profile.title, locale),
			});
		})
		.post("/join/:token", limit, async (request, response) => {
			const signIn = await stored(accounts.signIn(tokenOf(request), Date.now(), request.get("user-agent")));
			if (isRefusal(signIn)) return refuse(request, response, signIn.code);
			const state = conferences.get(signIn.conferenceId)?.state;
			const representative = state?.delegations.representatives.get(signIn.representativeId);
			if (representative === undefined) return refuse(request, response, "linkRevoked");
			setSignInCookie(response, await stored(issueCookie(accounts, signIn)), signIn.expiresAt);
			response.set("Cache-Control", "no-store");
			response.redirect(303, consolePath(signIn.conferenceId, representative.role));
		})
		.post("/sign-out", async (request, response) => {
			const signIn = await stored(access.signInOf(request.headers.cookie));
			if (signIn !== undefined) await stored(accounts.signOut(signIn.id));
			clearSignInCookie(response);
			response.redirect(303, signIn === undefined ? "/" : `/${signIn.conferenceId}`);
		});

	async function refuse(
		request: Request,
		response: Response,
		code: "linkUnknown" | "linkExpired" | "linkRevoked",
	): Promise<void> {
		response.status(code === "linkUnknown" ? 404 : 410);
		await pages.notice(request, response, code);
	}
}

function tokenOf(request: Request): string {
	const { token } = request.params;
	return typeof token === "string" ? token : "";
}
