import AxeBuilder from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "@playwright/test";
import { expect, type Hall, test } from "./fixtures.ts";
import { SeatOnSocket } from "./seatOnSocket.ts";

const hospital = { category: "medical", needId: "level-2-field-hospitals" };

/** The front page as it follows the stream: what is announced from here on arrives on it. */
async function visitLive(hall: Hall, options: BrowserContextOptions = {}, query = ""): Promise<Page> {
	const { server } = hall;
	const { page } = await hall.visit(new URL(server.link("host")).pathname, options);
	const joined = page
		.waitForEvent("websocket")
		.then((socket) =>
			socket.waitForEvent("framereceived", ({ payload }) => payload.toString().includes('"status":"joined"')),
		);
	await page.goto(new URL(`/${server.conferenceId}${query}`, page.url()).href);
	await joined;
	return page;
}

/**
 * Names from here on whatever is moved without the reader's doing. The list of announcements is left out: what is new
 * stands on top of it, and pushes what is older.
 */
async function watchShifts(page: Page): Promise<() => Promise<readonly string[]>> {
	await page.evaluate(async () => {
		await document.fonts.ready;
		const moved: string[] = [];
		Object.assign(window, { moved });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & {
				sources?: readonly { node?: Node | null }[];
			})[])
				for (const { node } of entry.sources ?? []) {
					const element = node instanceof Element ? node : node?.parentElement;
					if (element?.closest(".feed ul") === null)
						moved.push(`${element.className}: ${element.textContent}`);
				}
		}).observe({ type: "layout-shift" });
	});
	// A shift is told with the frame after the one in which it happened.
	return () =>
		page.evaluate(
			() =>
				new Promise((resolve) =>
					requestAnimationFrame(() =>
						requestAnimationFrame(() => resolve((window as unknown as { moved: string[] }).moved)),
					),
				),
		);
}

for (const locale of ["en", "fr", "ar"])
	test(`nothing moves on a phone when the fonts arrive after the page, in ${locale}`, async ({ hall }) => {
		const { page } = await hall.audience({ viewport: { width: 390, height: 844 } });
		const isDrawn = Promise.withResolvers<void>();
		await page.route("**/*.woff2", async (route) => {
			await isDrawn.promise;
			await route.continue();
		});
		await page.addInitScript(() => {
			const moved: string[] = [];
			Object.assign(window, { moved });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries() as (PerformanceEntry & {
					sources: readonly { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
				})[])
					for (const { node, previousRect, currentRect } of entry.sources)
						if (previousRect.y !== currentRect.y)
							moved.push(`${previousRect.y} to ${currentRect.y}: ${node?.textContent}`);
			}).observe({ type: "layout-shift", buffered: true });
		});
		// A shift is told with the frame after the one in which it happened.
		const twoFrames = () =>
			page.evaluate(
				() =>
					new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
			);
		// Its load is not over before that of the fonts.
		await page.goto(`${page.url()}?lang=${locale}`, { waitUntil: "domcontentloaded" });
		await twoFrames();
		isDrawn.resolve();
		await page.waitForLoadState("load");
		const loaded = await page.evaluate(async () => {
			await document.fonts.ready;
			return [...document.fonts].filter(
				({ family, status }) => family.includes("Variable") && status === "loaded",
			);
		});
		expect(loaded.length).toBeGreaterThan(1);
		await twoFrames();
		const moved = await page.evaluate(() => (window as unknown as { moved: string[] }).moved);
		expect(moved).toEqual([]);
		// A page may be drawn when half a row has arrived: its slots stand where they will when the figure has come.
		const rows = page.locator(".gap-row");
		const heights = () => rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
		const whole = await heights();
		expect(whole.length).toBeGreaterThan(1);
		await page.locator(".gap-figure").evaluateAll((figures) => {
			for (const figure of figures) figure.remove();
		});
		expect(await heights()).toEqual(whole);
	});

for (const [name, options] of [
	["on a desk", { viewport: { width: 1440, height: 900 } }],
	["on a phone", { viewport: { width: 390, height: 844 } }],
] as const)
	test(`pledges arrive and nothing on the page is pushed away, ${name}`, async ({ hall, server }) => {
		const page = await visitLive(hall, options);
		const desk = await SeatOnSocket.at(server, "secretariat");
		const row = page.locator(".gap-row").filter({ hasText: "Level 2 field hospitals" });
		await row.scrollIntoViewIfNeeded();
		const figure = row.locator(".gap-count");
		const before = await figure.innerText();
		const shifts = await watchShifts(page);
		await desk.announce("idn", { ...hospital, title: "Level 2 field hospital, 69 medical staff" });
		await expect(figure).not.toHaveText(before);
		await desk.announce("gha", { category: "training", needId: null, title: "Two mobile training teams" });
		const feed = page.getByRole("region", { name: "Pledges announced" });
		await expect(feed.getByText("Two mobile training teams")).toBeAttached();
		// Until the gap is closed, and one more than was asked for, with the words that say so.
		const [, pledged, needed] = /(\d+) of (\d+)/.exec(await figure.innerText()) ?? [];
		for (let units = Number(pledged); units <= Number(needed); units += 1)
			await desk.announce("ury", { ...hospital, title: `Field hospital ${units}` });
		await expect(row).toContainText("1 beyond the need");
		expect(await shifts()).toEqual([]);
		desk.leave();
	});

test("the feed is narrowed by category and session, and says when nothing is left", async ({
	hall,
	server,
}) => {
	const page = await visitLive(hall);
	const desk = await SeatOnSocket.at(server, "secretariat");
	await desk.announce("idn", { ...hospital, title: "Level 2 field hospital, 69 medical staff" });
	await desk.announce("gha", { category: "training", needId: null, title: "Two mobile training teams" });
	const feed = page.getByRole("region", { name: "Pledges announced" });
	await expect(feed.getByText("Two mobile training teams")).toBeVisible();

	const category = feed.getByRole("combobox", { name: /^By category/ });
	await category.selectOption("training");
	await expect(feed.getByText("Two mobile training teams")).toBeVisible();
	await expect(feed.getByText("69 medical staff")).toBeHidden();
	await desk.announce("idn", { ...hospital, title: "One more hospital" });
	await desk.announce("idn", { category: "training", needId: null, title: "One more course" });
	await expect(feed.getByText("One more course")).toBeVisible();
	await expect(feed.getByText("One more hospital")).toBeHidden();
	await feed.getByRole("combobox", { name: /^By session/ }).selectOption("opening");
	await expect(feed.getByText("No pledge is counted here.")).toBeVisible();
	await category.selectOption("");
	await feed.getByRole("combobox", { name: /^By session/ }).selectOption("");
	await expect(feed.getByText("One more hospital")).toBeVisible();
	desk.leave();
});

test("without a script the feed's filters open the rows, which can be narrowed on", async ({ hall }) => {
	const { page } = await hall.audience({ javaScriptEnabled: false });
	const feed = page.getByRole("region", { name: "Pledges announced" });
	await feed.getByRole("combobox", { name: /^By category/ }).selectOption("training");
	await feed.getByRole("button", { name: "Show" }).click();
	await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Training/);
	const all = await page.getByRole("main").getByRole("listitem").count();
	expect(all).toBeGreaterThan(1);
	await page.getByRole("searchbox").fill("republic of korea");
	await page.getByRole("button", { name: "Show" }).click();
	await expect(page).toHaveURL(/category=training.*text=republic/);
	await expect(page).toHaveTitle(/Training.* · containing “republic of korea” · /);
	expect(await page.getByRole("main").getByRole("listitem").count()).toBeLessThan(all);
	const href = (await page.getByRole("link", { name: "As JSON" }).getAttribute("href")) ?? "";
	const file = await page.request.get(new URL(href, page.url()).href);
	const rows = (await file.json()) as { category: string }[];
	expect(rows.length).toBe(await page.getByRole("main").getByRole("listitem").count());
});

test("on paper stands what is on the page, and nothing that can only be pressed", async ({ hall }) => {
	const { page } = await hall.audience({ javaScriptEnabled: false });
	await page.emulateMedia({ media: "print" });
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	await expect(page.locator(".gap-row").first()).toBeVisible();
	for (const pressed of [".feed-filters", ".phone-tabs", ".skip-link"])
		for (const each of await page.locator(pressed).all()) await expect(each).toBeHidden();
	// No line runs out of the paper.
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

for (const language of ["en", "ar"])
	test(`axe finds nothing on the page with its filters used, ${language}`, async ({ hall }) => {
		const page = await visitLive(hall, { reducedMotion: "reduce" }, `?lang=${language}`);
		await page.locator(".feed-filters select").first().selectOption("training");
		await expect(page.locator(".feed-entry").first()).toBeVisible();
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	});
