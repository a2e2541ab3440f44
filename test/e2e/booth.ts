import type { Page } from "@playwright/test";
import type { Channel } from "../../shared/conference/common.ts";
import { feedOf } from "../../shared/protocol/feeds.ts";
import { type FormalInterpreter, formalInterpreters } from "../support/formalConference.ts";
import { browserCode } from "../support/media/browserCode.ts";
import { barePage } from "./barePage.ts";
import { expect, type Hall } from "./fixtures.ts";

const boothCode = browserCode(new URL("../support/media/boothInPage.ts", import.meta.url));

/** An interpreter with a browser of their own, who works by our client of sound and picture. */
export class Booth {
	readonly channel: Channel;
	readonly #page: Page;

	private constructor(page: Page, channel: Channel) {
		this.#page = page;
		this.channel = channel;
	}

	/** With the microphone on, for a sign interpreter the camera, and nobody hears or sees it yet. */
	static async with(hall: Hall, who: FormalInterpreter, { silent = false } = {}): Promise<Booth> {
		const page = await barePage(hall, who);
		await page.evaluate(await boothCode);
		const booth = new Booth(page, formalInterpreters[who]);
		await page.evaluate((id) => window.booth.join(id), hall.server.conferenceId);
		await page.evaluate(([feed, isSilent]) => window.booth.send(feed, isSilent), [
			booth.#feed,
			silent,
		] as const);
		await booth.expectStatus("waiting");
		return booth;
	}

	act(type: "goOnAir" | "leaveAir" | "offerHandOver"): Promise<void> {
		return this.#page.evaluate((command) => window.booth.act(command), { type, channel: this.channel });
	}

	/** The cough button. */
	mute(muted: boolean): Promise<void> {
		return this.#page.evaluate(([feed, is]) => window.booth.mute(feed, is), [this.#feed, muted] as const);
	}

	reconnect(): Promise<void> {
		return this.#page.evaluate(() => window.booth.reconnect());
	}

	expectStatus(status: "waiting" | "live"): Promise<void> {
		return expect
			.poll(() => this.#page.evaluate((feed) => window.booth.status(feed), this.#feed))
			.toBe(status);
	}

	get #feed() {
		return feedOf(this.channel);
	}
}
