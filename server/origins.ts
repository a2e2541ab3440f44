import type { IncomingMessage } from "node:http";

/** The origins under which this server is known: those that are configured, or those of the port it got. */
export class Origins {
	readonly all: readonly string[];
	/** Nobody said under which names the server is known: then a page from wherever it was reached counts as its own. */
	readonly #isOpen: boolean;
	/** Behind TLS cookies are Secure and browsers are told to stay with https. */
	readonly isTls: boolean;

	constructor(configured: readonly string[], port: number) {
		this.#isOpen = configured.length === 0;
		this.all = configured.length > 0 ? configured : [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
		this.isTls = this.all.every((origin) => origin.startsWith("https:"));
	}

	/** Where links lead that the server hands out. */
	get main(): string {
		return this.all[0] ?? "";
	}

	/**
	 * Whether a page that may act here sent the request. Browsers name the page's origin in every request that
	 * could change something and in every socket handshake; a program that is no browser has no cookies to abuse.
	 */
	allows({ headers }: Pick<IncomingMessage, "headers">): boolean {
		const { origin, host } = headers;
		if (origin === undefined) return headers["sec-fetch-site"] !== "cross-site";
		if (this.all.includes(origin)) return true;
		return this.#isOpen && host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
	}
}
