import type { Page } from "@playwright/test";
import { personOf } from "../support/formalConference.ts";
import { type Received, watchPeers } from "../support/media/peersInPage.ts";
import { Booth } from "./booth.ts";
import { Cheater } from "./cheater.ts";
import { expect, type Hall } from "./fixtures.ts";
import { test } from "./session.ts";
import { Sitting } from "./sitting.ts";

// Several browsers that send and receive sound: a slow machine is given its time.
test.describe.configure({ timeout: 300_000 });

/** Screens that hear whatever there is to hear, and count it. */
class Listeners {
	readonly #pages: readonly Page[];

	private constructor(pages: readonly Page[]) {
		this.#pages = pages;
	}

	static async at(...pages: readonly Page[]): Promise<Listeners> {
		for (const page of pages) {
			await page.addInitScript(watchPeers);
			await page.reload();
		}
		return new Listeners(pages);
	}

	received(): Promise<Received[]> {
		return Promise.all(this.#pages.map((page) => page.evaluate(() => window.received())));
	}

	/** Every one of them takes this channel. */
	async choose(channel: string): Promise<void> {
		for (const page of this.#pages) await page.getByRole("radio", { name: channel }).check();
	}

	/** Every one of them receives sound. */
	async hear(): Promise<void> {
		const before = await this.received();
		for (const [index, page] of this.#pages.entries())
			await expect
				.poll(async () => (await page.evaluate(() => window.received())).audio)
				.toBeGreaterThan((before[index]?.audio ?? 0) + 5000);
	}

	/** None of them keeps room in its connections for what is over. */
	async letGo(): Promise<void> {
		const open = (page: Page) =>
			page.evaluate(() => {
				const all = window.peers.flatMap((peer) => peer.getTransceivers());
				// The library's own, by which the server finds out what the network takes.
				return all.filter(
					({ mid, currentDirection }) => currentDirection === "recvonly" && mid !== "probator",
				).length;
			});
		for (const page of this.#pages) await expect.poll(() => open(page)).toBe(0);
	}

	/** What was on its way has arrived: nothing more within a second, in which the false microphone beeps once. */
	async fallSilent(): Promise<void> {
		const heard = async () => JSON.stringify((await this.received()).map(({ audio }) => audio));
		let last = await heard();
		const isSame = async () => {
			const now = await heard();
			const same = now === last;
			last = now;
			return same;
		};
		await expect.poll(isSame, { intervals: [1000] }).toBe(true);
	}
}

async function listenersIn(hall: Hall): Promise<Listeners> {
	const delegate = await hall.join({ link: await hall.server.makeLink(personOf("ury")) });
	const audience = await hall.audience();
	const listeners = await Listeners.at(delegate.page, audience.page);
	await audience.page.getByRole("button", { name: "Watch and listen" }).click();
	return listeners;
}

const notYourTurn = { status: "refused", code: "notYourTurn" };
const notOpen = { status: "refused", code: "notOpen" };

test("who goes on sending after the floor has ended reaches nobody", async ({ hall, server }) => {
	const sitting = await Sitting.of(server, "gha");
	const listeners = await listenersIn(hall);
	const cheater = await Cheater.as(hall, personOf("gha"));
	const { produce } = await cheater.send("send", "floor");
	expect(produce.status).toBe("done");
	await cheater.goesOnSending();
	expect((await listeners.received()).map(({ audio }) => audio)).toEqual([0, 0]);

	const end = await sitting.call("gha");
	await listeners.hear();
	await end();
	await expect.poll(() => cheater.news()).toContainEqual({ type: "stopped", feed: "floor", reason: "over" });
	await listeners.fallSilent();
	const before = await listeners.received();
	await cheater.goesOnSending();
	expect(await listeners.received()).toEqual(before);
	// Nor does anything that is said of it give it a voice again.
	const { producerId } = (produce as { result: { producerId: string } }).result;
	expect(await cheater.ask({ type: "mute", producerId, muted: false })).toEqual(notOpen);
	expect(await cheater.ask({ type: "transport", direction: "send" })).toEqual(notYourTurn);
	expect(await cheater.claim("floor")).toEqual(notYourTurn);
	await cheater.goesOnSending();
	expect(await listeners.received()).toEqual(before);
	await listeners.letGo();
});

test("who has no leave, or forges whose it is, reaches nobody", async ({ hall, server }) => {
	const sitting = await Sitting.of(server, "gha", "nor");
	const listeners = await listenersIn(hall);
	const [speaker, next] = [await Cheater.as(hall, personOf("gha")), await Cheater.as(hall, personOf("nor"))];
	const { produce } = await speaker.send("send", "floor");
	await sitting.call("gha");
	await listeners.hear();
	// The floor's holder is silent, so that every sound from here on is somebody else's.
	const { producerId } = (produce as { result: { producerId: string } }).result;
	expect((await speaker.ask({ type: "mute", producerId, muted: true })).status).toBe("done");

	// Not in the list: no transport to send by, so it sends by the one that it was given to listen.
	const stranger = await Cheater.as(hall, personOf("idn"));
	expect((await stranger.send("send", "floor")).transport).toEqual(notYourTurn);
	expect((await stranger.send("receive", "floor")).produce).toEqual(notOpen);
	// Who follows may send ahead, for nobody; not under another's name.
	expect((await next.send("send", "floor")).produce.status).toBe("done");
	for (const feed of ["gavel", "channel:fr", "floor gha", personOf("gha")])
		expect(await next.claim(feed)).toMatchObject({ status: "refused" });
	for (const cheater of [stranger, next])
		expect(await cheater.ask({ type: "mute", producerId, muted: false })).toEqual(notOpen);

	await listeners.fallSilent();
	const before = await listeners.received();
	await Promise.all([stranger.goesOnSending(), next.goesOnSending()]);
	expect((await listeners.received()).map(({ audio }) => audio)).toEqual(before.map(({ audio }) => audio));
});

test("who is of no booth, of another one, or not on the air is heard on no channel", async ({
	hall,
	server,
}) => {
	await Sitting.of(server, "gha");
	const booth = await Booth.with(hall, "int-fr-1");
	await booth.act("goOnAir");
	const listeners = await listenersIn(hall);
	await listeners.choose("Français");
	await listeners.hear();
	// Whoever is on the air coughs for as long as this lasts, so that every sound is somebody else's.
	await booth.mute(true);

	const [next, arabic, partner] = [
		await Cheater.as(hall, personOf("gha")),
		await Cheater.as(hall, "int-ar-1"),
		await Cheater.as(hall, "int-fr-2"),
	];
	expect((await next.send("send", "floor")).produce.status).toBe("done");
	expect((await arabic.send("send", "channel:ar")).produce.status).toBe("done");
	for (const cheater of [next, arabic]) expect(await cheater.claim("channel:fr")).toEqual(notYourTurn);
	for (const feed of ["floor", "gavel"]) expect(await arabic.claim(feed)).toEqual(notYourTurn);
	for (const feed of ["channel:", "channel:xx", "channel:fr int-fr-1", "int-fr-1"])
		expect(await arabic.claim(feed)).toEqual({ status: "refused", code: "malformed" });
	// Of the same booth, and not on the air: it sends, for nobody.
	expect((await partner.send("send", "channel:fr")).produce.status).toBe("done");

	await listeners.fallSilent();
	const before = (await listeners.received()).map(({ audio }) => audio);
	await Promise.all([next, arabic, partner].map((each) => each.goesOnSending()));
	expect((await listeners.received()).map(({ audio }) => audio)).toEqual(before);
});
