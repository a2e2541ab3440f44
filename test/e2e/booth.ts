import type { Page } from "@playwright/test";
import type { Channel } from "../../shared/conference/common.ts";
import { type FeedKind, feedOf } from "../../shared/protocol/feeds.ts";
import {
	type FormalDelegation,
	type FormalInterpreter,
	formalInterpreters,
	personOf,
} from "../support/formalConference.ts";
import { browserCode } from "../support/media/browserCode.ts";
import { barePage } from "./barePage.ts";
import { expect, type Hall } from "./fixtures.ts";

const boothCode = browserCode(new URL("../support/media/boothInPage.ts", import.meta.url));

/** Somebody with a browser of their own and no screen in it, who sends by our client of sound and picture. */
class Sender {
	protected readonly page: Page;
	readonly #feed: FeedKind;

	constructor(page: Page, feed: FeedKind) {
		this.page = page;
		this.#feed = feed;
	}

	/** With the microphone on, for a sign interpreter the camera, and nobody hears or sees it yet. */
	async begin(hall: Hall, silent: boolean): Promise<void> {
		await this.page.evaluate(await boothCode);
		await this.page.evaluate((id) => window.booth.join(id), hall.server.conferenceId);
		await this.page.evaluate(([feed, is]) => window.booth.send(feed, is), [this.#feed, silent] as const);
		await this.expectStatus("waiting");
	}

	/** The cough button. */
	mute(muted: boolean): Promise<void> {
		return this.page.evaluate(([feed, is]) => window.booth.mute(feed, is), [this.#feed, muted] as const);
	}

	reconnect(): Promise<void> {
		return this.page.evaluate(() => window.booth.reconnect());
	}

	expectStatus(status: "waiting" | "live"): Promise<void> {
		return expect
			.poll(() => this.page.evaluate((feed) => window.booth.status(feed), this.#feed))
			.toBe(status);
	}
}

/** A delegation that is to be called, with its microphone on. */
export async function speakerOf(hall: Hall, delegation: FormalDelegation): Promise<Sender> {
	const speaker = new Sender(await barePage(hall, personOf(delegation)), "floor");
	await speaker.begin(hall, false);
	return speaker;
}

/** An interpreter. */
export class Booth extends Sender {
	readonly #channel: Channel;

	private constructor(page: Page, channel: Channel) {
		super(page, feedOf(channel));
		this.#channel = channel;
	}

	static async with(hall: Hall, who: FormalInterpreter, { silent = false } = {}): Promise<Booth> {
		const booth = new Booth(await barePage(hall, who), formalInterpreters[who]);
		await booth.begin(hall, silent);
		return booth;
	}

	act(type: "goOnAir" | "leaveAir" | "offerHandOver"): Promise<void> {
		return this.page.evaluate((command) => window.booth.act(command), { type, channel: this.#channel });
	}
}
