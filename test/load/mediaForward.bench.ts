import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Page } from "@playwright/test";
import { BareHall, does, launchBrowser, OurHall, rawPage } from "./mediaHalls.ts";
import type { Counted } from "./pages/rawMedia.ts";
import { cpuOfTree } from "./processCpu.ts";
import type { Measurement } from "./report.ts";
import { compare } from "./report.ts";

const usualRounds = 3;
const minute = 60_000;
const pages = 2;
const screensOfPage = 10;
/** A sound and a picture each. */
const consumers = pages * screensOfPage * 2;

/**
 * What forwarding costs the server: 20 screens with a sound and a picture each, 40 consumers, for a minute at a time, beside the bare
 * mediasoup server forwarding the same. The screens are connections of real browsers, each with its own keys and transports; the
 * picture is a small one (320x180, 15 a second), so that decoding it twenty times leaves the servers a processor. Losses and freezes
 * are the browsers' own count. The server's time is that of its process and its workers, which do the forwarding.
 */
export async function benchForwarding(rounds = usualRounds, roundMs = minute): Promise<Measurement> {
	const browser = await launchBrowser();
	const halls = [await OurHall.open(), await BareHall.open()] as const;
	try {
		const stages = [await Stage.open(browser, halls[0]), await Stage.open(browser, halls[1])] as const;
		const cpu = { ours: [] as number[], control: [] as number[] };
		for (let round = 0; round < rounds; round += 1)
			for (const stage of stages) cpu[stage.hall.name].push(await stage.round(roundMs));
		const isWhole = stages.every(({ isWhole }) => isWhole);
		return compare(
			{ goal: "media", what: `forwarding to ${consumers} consumers for a minute`, unit: "ms CPU" },
			cpu,
			{ words: "<= 1.15, nothing lost or frozen", met: (ratio) => ratio <= 1.15 && isWhole },
		);
	} finally {
		for (const hall of halls) await hall.close();
		await browser.close();
	}
}

class Stage {
	readonly hall: OurHall | BareHall;
	/** Nothing was lost so far, and no picture stood still. */
	isWhole = true;
	readonly #publisher: Page;
	readonly #listeners: readonly Page[];

	private constructor(hall: OurHall | BareHall, publisher: Page, listeners: readonly Page[]) {
		this.hall = hall;
		this.#publisher = publisher;
		this.#listeners = listeners;
	}

	static async open(browser: Browser, hall: OurHall | BareHall): Promise<Stage> {
		const publisher = await rawPage(browser, hall, "gha");
		const listeners: Page[] = [];
		for (let index = 0; index < pages; index += 1) {
			const page = await rawPage(browser, hall, "");
			await page.evaluate((screens) => window.raw.listen(screens, false), screensOfPage);
			listeners.push(page);
		}
		return new Stage(hall, publisher, listeners);
	}

	/** The server's processor time in a minute, in ms. Says what was lost meanwhile. */
	async round(roundMs: number): Promise<number> {
		await this.hall.inscribe();
		await does(this.#publisher, (raw) => raw.publish(true));
		this.hall.begin();
		// The first seconds are those in which the senders find out what the network takes.
		await wait(5000);
		const before = await this.#counted();
		const cpu = cpuOfTree(this.hall.pid);
		await wait(roundMs);
		const used = cpuOfTree(this.hall.pid) - cpu;
		const after = await this.#counted();
		const since = (of: keyof Counted) => after[of] - before[of];
		console.log(
			`      ${this.hall.name}: ${after.tracks} tracks, ${since("packets")} packets of which ${since("lost")} lost, ${since("frames")} frames, ${since("freezes")} freezes`,
		);
		const isComplete = before.tracks === consumers && after.tracks === consumers;
		if (since("lost") > 0 || since("freezes") > 0 || !isComplete) this.isWhole = false;
		await this.hall.end();
		return used;
	}

	async #counted(): Promise<Counted> {
		const all = { tracks: 0, packets: 0, lost: 0, freezes: 0, frames: 0 };
		for (const page of this.#listeners) {
			const counted = await does(page, (raw) => raw.counted());
			for (const name of Object.keys(all) as (keyof Counted)[]) all[name] += counted[name];
		}
		return all;
	}
}
