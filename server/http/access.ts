import type { Request } from "express";
import { actorOf } from "../../shared/conference/actor.ts";
import { type Audience, audienceOf } from "../../shared/conference/audience.ts";
import type { Accounts, SignIn } from "../accounts/accounts.ts";
import { readCookie } from "../accounts/cookies.ts";
import type { Conference } from "../conference/conference.ts";
import type { Conferences } from "../conference/registry.ts";
import { cookieIn, signInCookie } from "./cookies.ts";
import { HttpRefusal } from "./refusal.ts";

/** Whom a request comes from, and what that person may. Roles come from the committed state, never from the request. */
export class Access {
	readonly #conferences: Conferences;
	readonly #accounts: Accounts;

	constructor(conferences: Conferences, accounts: Accounts) {
		this.#conferences = conferences;
		this.#accounts = accounts;
	}

	/** @throws HttpRefusal when the conference is not open here. */
	conference(request: Request): Conference {
		const { conference: id } = request.params;
		const conference = typeof id === "string" ? this.#conferences.get(id) : undefined;
		if (conference === undefined) throw new HttpRefusal(404, "notFound");
		return conference;
	}

	/** The sign-in of a cookie header, if it is valid. @throws Error when the accounts cannot be read now. */
	async signInOf(cookieHeader: string | undefined): Promise<SignIn | undefined> {
		const cookie = cookieIn(cookieHeader, signInCookie);
		return cookie === undefined ? undefined : readCookie(this.#accounts, cookie);
	}

	/** Who acts in this conference: the sign-in's representative, while accredited. */
	async actor(request: Request, conference: Conference) {
		const signIn = await this.#signInOf(request);
		if (signIn === undefined || signIn.conferenceId !== conference.id) return undefined;
		return actorOf(conference.state, signIn.representativeId);
	}

	async audience(request: Request, conference: Conference): Promise<Audience> {
		return audienceOf(await this.actor(request, conference));
	}

	/** The id of the secretariat's member who asks. @throws HttpRefusal for everybody else. */
	async secretariat(request: Request, conference: Conference): Promise<string> {
		const actor = await this.actor(request, conference);
		if (actor === undefined) throw new HttpRefusal(401, "signedOut");
		if (actor.role !== "secretariat") throw new HttpRefusal(403, "notAllowed");
		return actor.id;
	}

	async #signInOf(request: Request): Promise<SignIn | undefined> {
		try {
			return await this.signInOf(request.headers.cookie);
		} catch {
			throw new HttpRefusal(503, "journalUnavailable");
		}
	}
}
