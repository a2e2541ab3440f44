import type { IncomingMessage } from "node:http";

/** The origins under which this server is known: those that are configured, or those of the port it got. */
export class Origins {
	readonly all: readonly string[];
	/** Nobody said under which names the server is known: then a page from wherever it was reached counts as its own. */
	readonly #isOpen: boolean;
	/** Known under https alone: cookies are Secure whatever this server itself speaks, and browsers are told to stay with https. */
	readonly isTls: boolean;

	/** `scheme` is what the server itself speaks. */
	constructor(configured: readonly string[], port: number, scheme: "http" | "https") {
		this.#isOpen = configured.length === 0;
		const own = [`${scheme}://localhost:${port}`, `${scheme}://127.0.0.1:${port}`];
		this.all = configured.length > 0 ? configured : own;
		// Not for names that nobody chose: a browser told to stay with https on localhost stays with it for everything there.
		this.isTls = !this.#isOpen && this.all.every((origin) => origin.startsWith("https:"));
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
