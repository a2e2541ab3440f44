import type { Page } from "@playwright/test";
import { browserCode } from "../support/media/browserCode.ts";
import type { Cheat } from "../support/media/cheatInPage.ts";
import { barePage } from "./barePage.ts";
import { expect, type Hall } from "./fixtures.ts";

const cheatCode = browserCode(new URL("../support/media/cheatInPage.ts", import.meta.url));

/** Enough to be heard by everybody, if anybody let it through: more than a second of sound. */
const packets = 60;

/** A browser signed in as somebody, with a client of its own instead of our page. */
export class Cheater {
	readonly #page: Page;

	private constructor(page: Page) {
		this.#page = page;
	}

	static async as(hall: Hall, representativeId: string): Promise<Cheater> {
		const page = await barePage(hall, representativeId);
		await page.evaluate(await cheatCode);
		const cheater = new Cheater(page);
		await cheater.does((cheat, id) => cheat.join(id), hall.server.conferenceId);
		return cheater;
	}

	/** Has the client in the page do something. */
	does<Argument, Result>(
		act: (cheat: Cheat, argument: Argument) => Promise<Result>,
		argument: Argument,
	): Promise<Result> {
		const code = `(${act})(window.cheat, ${JSON.stringify(argument)})`;
		return this.#page.evaluate(code) as Promise<Result>;
	}

	send(direction: "send" | "receive", feed: string) {
		return this.does((cheat, [way = "send", name = ""]) => cheat.send(way, name), [direction, feed] as [
			"send" | "receive",
			string,
		]);
	}

	ask(request: Record<string, unknown>) {
		return this.does((cheat, each) => cheat.ask(each), request);
	}

	claim(feed: string) {
		return this.does((cheat, name) => cheat.claim(name), feed);
	}

	news() {
		return this.does(async (cheat) => cheat.news(), null);
	}

	/** Until so many packets more have left the browser. */
	async goesOnSending(): Promise<void> {
		const sent = () => this.does((cheat) => cheat.sent(), null);
		const before = await sent();
		await expect.poll(sent).toBeGreaterThan(before + packets);
	}
}
