import {
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	test as base,
	expect,
	type Page,
} from "@playwright/test";
import { type LinkOf, ServerProcess } from "../support/serverProcess.ts";
import { Network } from "./network.ts";

export { expect };

/** Somebody in front of a screen: a browser of their own, and a network that can be cut. */
export interface Visitor {
	readonly page: Page;
	/** The network goes, and the device notices. */
	goOffline(): Promise<void>;
	goOnline(): Promise<void>;
}

/** What a browser says when its network or the server is gone, which some journeys bring about on purpose. */
const awayWords =
	/ERR_(INTERNET_DISCONNECTED|CONNECTION_\w+|EMPTY_RESPONSE)|WebSocket connection to .* failed/;

/** The hall of one server: opens screens, and holds against them whatever went wrong on any of them. */
export class Hall {
	readonly server: ServerProcess;
	readonly #browser: Browser;
	readonly #networks: Network[] = [];
	readonly #contexts: BrowserContext[] = [];
	readonly #problems: string[] = [];
	#expected: RegExp | undefined;
	#isReported = false;
	#expectedReport: RegExp | undefined;

	constructor(server: ServerProcess, browser: Browser) {
		this.server = server;
		this.#browser = browser;
	}

	/** A visitor without a sign-in, at a path like `/seoul-2021`. */
	async visit(path: string, options: BrowserContextOptions = {}): Promise<Visitor> {
		const { visitor, origin } = await this.#arrive(options);
		await visitor.page.goto(origin + path);
		return visitor;
	}

	audience(options?: BrowserContextOptions): Promise<Visitor> {
		return this.visit(`/${this.server.conferenceId}`, options);
	}

	/** Signs in by a personal link, as one does: the page has one button. */
	async join(who: LinkOf | { readonly link: string }, options: BrowserContextOptions = {}): Promise<Visitor> {
		const { visitor, origin } = await this.#arrive(options);
		const { pathname } = new URL(typeof who === "string" ? this.server.link(who) : who.link);
		await visitor.page.goto(origin + pathname);
		await visitor.page.getByRole("button").click();
		await expect(visitor.page.getByRole("banner")).toBeVisible();
		return visitor;
	}

	/** From here on a lost connection is part of the story. */
	expectCuts(): void {
		this.#expected = awayWords;
	}

	/** An address that leads nowhere is part of the story. */
	expectMissing(): void {
		this.#expected = /status of 404/;
	}

	/** That a browser refuses to show a page of ours in another site's frame is part of the story. */
	expectUnframed(): void {
		// The report of it goes to us, and an answer to another site's page is not for that page to read.
		this.#isReported = true;
		this.#expected = /frame-ancestors|X-Frame-Options|csp-report|chrome-error/;
	}

	/** What the server reports of itself on such a line is part of the story. */
	expectReport(words: RegExp): void {
		this.#expectedReport = words;
	}

	/** Fails when anything was reported: a violated content security policy, an error of a page, one of the server. */
	async leave(): Promise<void> {
		expect(this.#problems.filter((problem) => this.#expected?.test(problem) !== true)).toEqual([]);
		// The browser also reports it to us, and the report is logged.
		if (this.#isReported) return;
		const metrics = await (await fetch(this.server.at("/metrics"))).text();
		const reports = /^\w*csp_reports\w* (\d+)$/m.exec(metrics)?.[1];
		expect(reports, "reports of the content security policy").toBe("0");
		const said = this.server.stderr.split("\n").filter((line) => this.#expectedReport?.test(line) !== true);
		expect(said.join("\n")).toBe("");
	}

	/** Closes every screen as well: one that is left open goes on beside all the tests that follow. */
	async close(): Promise<void> {
		for (const context of this.#contexts) await context.close();
		for (const network of this.#networks) await network.close();
	}

	async #arrive(options: BrowserContextOptions): Promise<{ visitor: Visitor; origin: string }> {
		const network = await Network.to(Number(new URL(this.server.origin).port));
		this.#networks.push(network);
		const context = await this.#browser.newContext(options);
		this.#contexts.push(context);
		await context.addInitScript(() => {
			document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
				console.error(`content security policy: ${violatedDirective} forbids ${blockedURI}`);
			});
		});
		const page = await context.newPage();
		page.on("pageerror", (error) => this.#problems.push(`${page.url()}: ${error.stack ?? error.message}`));
		page.on("console", (message) => {
			if (message.type() !== "error" && message.type() !== "warning") return;
			this.#problems.push(`${page.url()}: ${message.text()} (${message.location().url})`);
		});
		const goOffline = async () => {
			await context.setOffline(true);
			network.cut();
		};
		const goOnline = async () => {
			network.restore();
			await context.setOffline(false);
		};
		return { visitor: { page, goOffline, goOnline }, origin: `http://localhost:${network.port}` };
	}
}

/** A server of its own for each test, and the hall around it; ended when the test is over. */
export const test = base.extend<{ server: ServerProcess; hall: Hall }>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
	server: async ({}, use) => {
		const server = await ServerProcess.start();
		await use(server);
		await server.close();
	},
	hall: async ({ server, browser }, use) => {
		const hall = new Hall(server, browser);
		await use(hall);
		try {
			await hall.leave();
		} finally {
			await hall.close();
		}
	},
});

/** What the speaking clock of a screen shows, in seconds left; negative once over time. */
export async function secondsLeft(page: Page): Promise<number> {
	const text = await page.getByRole("timer").filter({ visible: true }).first().innerText();
	const [, sign = "", minutes, seconds] = /([−+-]?)(\d+):(\d\d)/.exec(text) ?? [];
	if (minutes === undefined) throw new Error(`No time in "${text}"`);
	return (sign === "" ? 1 : -1) * (Number(minutes) * 60 + Number(seconds));
}

/** The clocks of several screens, read in one moment, tell the same within the second in which they are read. */
export async function expectSameClock(...pages: readonly Page[]): Promise<void> {
	const all = await Promise.all(pages.map(secondsLeft));
	expect(Math.max(...all) - Math.min(...all), `seconds left: ${all.join(", ")}`).toBeLessThanOrEqual(1);
}
