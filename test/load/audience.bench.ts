import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import playwright from "../../playwright.config.ts";
import { ServerProcess } from "../support/serverProcess.ts";
import type { Measurement } from "./report.ts";
import { compare } from "./report.ts";
import { median } from "./statistics.ts";

const rounds = 25;

/** A phone on a slow mobile network: 150 ms there and back, 1.6 Mbit/s down, a processor of a quarter of this one. */
const network = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const slowdown = 4;
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

interface Load {
	/** Largest paint, ms after the address was asked for. */
	readonly paint: number;
	/** Sum of the layout shifts while the page and its fonts load, without a unit. */
	readonly loading: number;
	/** The same from then on, while pledges arrive. */
	readonly arriving: number;
}

/**
 * The public page under mobile throttling beside an empty page of the same server, in the same browser. The
 * rehearsal plays on meanwhile, so that pledges arrive while the shifts of the layout are added up.
 */
export async function benchAudience(): Promise<Measurement[]> {
	const server = await ServerProcess.start({ variables: { SIMULATION: "on" } });
	const browser = await chromium.launch(playwright.use?.launchOptions ?? {});
	try {
		const audience = server.at(`/${server.conferenceId}`);
		const empty = server.at("/healthz");
		const paint = { ours: [] as number[], control: [] as number[] };
		const shifts = { loading: [] as number[], arriving: [] as number[] };
		for (let round = 0; round <= rounds; round += 1) {
			const own = await load(browser, audience, 4000);
			const bare = await load(browser, empty, 500);
			// The first round warms up the server's own caches.
			if (round === 0) continue;
			paint.ours.push(own.paint);
			paint.control.push(bare.paint);
			shifts.loading.push(own.loading);
			shifts.arriving.push(own.arriving);
		}
		console.log(
			`      layout shift while loading ${shown(shifts.loading)}; while pledges arrive ${shown(shifts.arriving)} (goal 0)`,
		);
		return [
			compare(
				{ goal: "audience", what: "largest paint on a slow phone, beside an empty page", unit: "ms" },
				{ ours: paint.ours, control: paint.control },
				{ words: "within 1,000 ms of it", met: (_ratio, mine, bare) => mine <= bare + 1000 },
			),
		];
	} finally {
		await browser.close();
		await server.close();
	}
}

function shown(shifts: readonly number[]): string {
	return `median ${median(shifts).toFixed(4)}, most ${Math.max(...shifts).toFixed(4)}`;
}

async function load(browser: Browser, address: string, watchedMs: number): Promise<Load> {
	const context: BrowserContext = await browser.newContext(phone);
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send("Network.enable");
		await session.send("Network.emulateNetworkConditions", network);
		await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
		await page.addInitScript(watch);
		await page.goto(address, { waitUntil: "load" });
		await page.waitForTimeout(watchedMs);
		return await page.evaluate(() => window.load);
	} finally {
		await context.close();
	}
}

declare global {
	interface Window {
		load: Load;
	}
}

/** In the page, before anything else. */
function watch(): void {
	const seen = { paint: 0, loading: 0, arriving: 0 };
	let isLoaded = false;
	// Before the page is laid out no font is waited for, and that would seem to be all; fonts that arrived are drawn with the next frames.
	addEventListener("load", () => {
		void document.fonts.ready.then(() =>
			setTimeout(() => {
				isLoaded = true;
			}, 500),
		);
	});
	window.load = seen;
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) seen.paint = entry.startTime;
	}).observe({ type: "largest-contentful-paint", buffered: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as (PerformanceEntry & {
			value: number;
			hadRecentInput: boolean;
		})[])
			if (!entry.hadRecentInput) seen[isLoaded ? "arriving" : "loading"] += entry.value;
	}).observe({ type: "layout-shift", buffered: true });
}
