import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { BareHall, does, launchBrowser, OurHall, rawPage } from "./mediaHalls.ts";
import type { First } from "./pages/firstOfMedia.ts";
import type { Measurement } from "./report.ts";
import { atMost, compare } from "./report.ts";

const usualRounds = 25;
/** Before what is measured: the first of all receives sets up the way to the server. */
const warmUps = 2;

/** Until a sender that has just begun sends all sizes of its picture, in ms. */
const settled = 2000;

/** Something that never comes would hold the run; in ms. */
const patience = 20_000;

/**
 * From the press that gives the floor until somebody who listens has the first picture decoded and hears the first sound, on our own
 * pages and the whole server, beside a page and a server that have nothing but mediasoup. In both the devices are on and the
 * tracks are sent to the server beforehand, and in both one message goes out at the beginning of the time: the chair's act
 * there, and here the word to the publishing page, which asks the server to pass on what it sends.
 */
export async function benchFirstMedia(rounds = usualRounds): Promise<Measurement[]> {
	const browser = await launchBrowser();
	const [ours, bare] = [await OurHall.open(), await BareHall.open()];
	try {
		const [speaker, delegate] = [await ours.seat(browser, "gha"), await ours.seat(browser, "nor")];
		const [publisher, listener] = [await rawPage(browser, bare, ""), await rawPage(browser, bare, "")];
		await does(listener, (raw) => raw.listen(1, true));
		const video = { ours: [] as number[], control: [] as number[] };
		const audio = { ours: [] as number[], control: [] as number[] };
		for (let round = 0; round < warmUps + rounds; round += 1) {
			await ours.inscribe();
			await speaker.getByRole("button", { name: "Turn on microphone and camera" }).click();
			await speaker.getByText("Nobody sees or hears you yet").waitFor();
			const own = await timed(ours, delegate);
			await does(publisher, (raw) => raw.publish(false));
			const control = await timed(bare, listener);
			if (round < warmUps) continue;
			video.ours.push(own.video);
			video.control.push(control.video);
			audio.ours.push(own.audio);
			audio.control.push(control.audio);
		}
		const what = (of: string) => `floor given to the first ${of} of a listener`;
		return [
			compare({ goal: "media", what: what("picture"), unit: "ms" }, video, atMost(1.2)),
			compare({ goal: "media", what: what("sound"), unit: "ms" }, audio, atMost(1.2)),
		];
	} finally {
		await bare.close();
		await ours.close();
		await browser.close();
	}
}

/** The ms from the act until each was there. */
async function timed(hall: OurHall | BareHall, listener: Page): Promise<First> {
	await wait(settled);
	await listener.evaluate(() => window.expectFirst());
	const began = performance.timeOrigin + performance.now();
	hall.begin();
	const never = wait(patience, undefined, { ref: false }).then(() => {
		throw new Error(`${hall.name}: nothing was received within ${patience} ms.`);
	});
	const { audio, video } = await Promise.race([listener.evaluate(() => window.first), never]);
	await hall.end();
	return { audio: audio - began, video: video - began };
}
