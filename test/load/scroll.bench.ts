import { randomUUID } from "node:crypto";
import { type Browser, chromium, type Page } from "@playwright/test";
import playwright from "../../playwright.config.ts";
import { plainContent } from "../../shared/conference/pledgeFold.ts";
import { ServerProcess } from "../support/serverProcess.ts";
import type { Measurement } from "./report.ts";
import { atMost, compare } from "./report.ts";

const rounds = 5;
const pledges = 10_000;
const scrolledFrames = 150;

/** A phone with a processor of a quarter of this one. */
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const slowdown = 4;

/**
 * The public page is scrolled from top to bottom with everything unfolded, with ten thousand pledges more than the
 * rehearsal's beside the rehearsal's alone: the slowest tenth of the frames in the mean, because a frame lasts a whole
 * number of the display's own.
 */
export async function benchScroll(): Promise<Measurement[]> {
	const full = await ServerProcess.start();
	const plain = await ServerProcess.start();
	const browser = await chromium.launch(playwright.use?.launchOptions ?? {});
	try {
		await importPledges(full);
		const measurements: Measurement[] = [];
		for (const [what, path] of [
			["a frame while the front page scrolls, 10,000 more pledges", ""],
			["the same on the first page of their rows", "/pledges"],
		] as const) {
			const ours: number[] = [];
			const control: number[] = [];
			for (let round = 0; round <= rounds; round += 1) {
				const own = await scrolled(browser, full.at(`/${full.conferenceId}${path}`));
				const bare = await scrolled(browser, plain.at(`/${plain.conferenceId}${path}`));
				// The first round fills the servers' own caches.
				if (round === 0) continue;
				ours.push(own);
				control.push(bare);
			}
			measurements.push(compare({ goal: "scroll", what, unit: "ms" }, { ours, control }, atMost(1.2)));
		}
		return measurements;
	} finally {
		await browser.close();
		await full.close();
		await plain.close();
	}
}

async function importPledges(server: ServerProcess): Promise<void> {
	const many = Array.from({ length: pledges }, (_, index) => ({
		delegationId: "idn",
		stage: "announced",
		content: {
			...plainContent,
			title: `Pledge number ${index + 1}, with as many words as people use when they promise something`,
			details: null,
			kind: "new",
			category: "training",
			needId: null,
			quantity: 0,
			contact: null,
		},
	}));
	const response = await fetch(server.at(`/api/conferences/${server.conferenceId}/pledges/import`), {
		method: "POST",
		headers: { "content-type": "application/json", cookie: await server.cookie("secretariat") },
		body: JSON.stringify({ commandId: randomUUID(), pledges: many }),
	});
	if (response.status !== 201) throw new Error(await response.text());
}

async function scrolled(browser: Browser, address: string): Promise<number> {
	const context = await browser.newContext(phone);
	try {
		const page = await context.newPage();
		await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slowdown });
		await page.goto(address, { waitUntil: "load" });
		await page.evaluate(() => {
			for (const folded of document.querySelectorAll("details")) folded.open = true;
		});
		// Coming alive has its own figure; what is asked here is whether the page then follows the thumb.
		await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
		return await frames(page);
	} finally {
		await context.close();
	}
}

/** Scrolls as a thumb does for so many frames, and gives the mean of the slowest tenth, in ms. */
function frames(page: Page): Promise<number> {
	return page.evaluate(
		(count) =>
			new Promise<number>((resolve) => {
				const times: number[] = [];
				let last = 0;
				const step = (now: number) => {
					if (last > 0) times.push(now - last);
					last = now;
					const isEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
					if (times.length < count && !isEnd) {
						scrollBy(0, 40);
						requestAnimationFrame(step);
						return;
					}
					times.sort((a, b) => a - b);
					const slowest = times.slice(Math.floor(times.length * 0.9));
					resolve(slowest.reduce((sum, time) => sum + time, 0) / slowest.length);
				};
				requestAnimationFrame(step);
			}),
		scrolledFrames,
	);
}
