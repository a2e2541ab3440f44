import type { NewLinkAnswer } from "../../shared/protocol/http.ts";
import { simulatedAgents } from "./agents.ts";
import type { Target } from "./target.ts";
import { checkTarget } from "./target.ts";

/** Signs simulated participants in over HTTP, as people are: by a personal link, once each. */
export class SignIns {
	readonly #target: Target;
	readonly #cookies = new Map<string, Promise<string>>();
	/** Addresses of links that were made beforehand, by representative. */
	readonly #links: ReadonlyMap<string, string>;
	#secretariatId: string | undefined;

	constructor(target: Target, links: ReadonlyMap<string, string> = new Map()) {
		checkTarget(target);
		this.#target = target;
		this.#links = links;
	}

	/** Opens a link of the secretariat; with it links for everybody else can be made. */
	async openSecretariat(representativeId: string, token: string): Promise<void> {
		this.#secretariatId = representativeId;
		await this.#once(representativeId, () => this.#open(token));
	}

	/** Cookie header of a representative. @throws Error when there is no way to sign in. */
	async cookieFor(representativeId: string): Promise<string> {
		return this.#once(representativeId, async () =>
			this.#open(tokenIn(this.#links.get(representativeId) ?? (await this.#makeLink(representativeId)))),
		);
	}

	#once(representativeId: string, make: () => Promise<string>): Promise<string> {
		const known = this.#cookies.get(representativeId);
		if (known !== undefined) return known;
		const cookie = make();
		this.#cookies.set(representativeId, cookie);
		// A failure is not for ever: the next who asks tries again.
		cookie.catch(() => this.#cookies.delete(representativeId));
		return cookie;
	}

	async #makeLink(representativeId: string): Promise<string> {
		const secretariat = this.#secretariatId;
		if (secretariat === undefined) throw new Error(`There is no link for ${representativeId}.`);
		const { conferenceId } = this.#target;
		const response = await this.#fetch(`/api/conferences/${conferenceId}/links`, {
			method: "POST",
			headers: { "content-type": "application/json", cookie: await this.cookieFor(secretariat) },
			body: JSON.stringify({ representativeId, hours: 12 }),
		});
		if (!response.ok) throw new Error(`No link for ${representativeId}: HTTP ${response.status}.`);
		return ((await response.json()) as NewLinkAnswer).url;
	}

	async #open(token: string): Promise<string> {
		const response = await this.#fetch(`/join/${token}`, { method: "POST", redirect: "manual" });
		const cookies = response.headers.getSetCookie().map((each) => each.split(";")[0] ?? "");
		if (response.status >= 400 || cookies.length === 0)
			throw new Error(`The link does not open: HTTP ${response.status}.`);
		return cookies.join("; ");
	}

	/** Waits as long as the server asks when too many come from one address. */
	async #fetch(path: string, init: RequestInit): Promise<Response> {
		for (let attempt = 0; ; attempt += 1) {
			const headers = {
				...(init.headers as Record<string, string> | undefined),
				"user-agent": simulatedAgents.run,
			};
			const response = await fetch(new URL(path, this.#target.origin), { ...init, headers });
			if (response.status !== 429 || attempt >= 3) return response;
			const seconds = Number(response.headers.get("retry-after") ?? "5");
			await new Promise((resolve) => setTimeout(resolve, Math.min(70, Math.max(1, seconds)) * 1000));
		}
	}
}

/** The token of `https://host/join/TOKEN`, or what was given when that is all. */
function tokenIn(url: string): string {
	return url.split("/").at(-1) ?? url;
}
