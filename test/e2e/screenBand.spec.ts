import AxeBuilder from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "@playwright/test";
import { expect, type Hall, test } from "./fixtures.ts";
import { SeatOnSocket } from "./seatOnSocket.ts";

const wall = { viewport: { width: 1920, height: 1080 } };
const hospital = { category: "medical", needId: "level-2-field-hospitals" };

function bandOf(page: Page) {
	return page.locator(".screen-band");
}

/** The screen as it follows the stream: what is announced from here on is news to it. */
async function visitWall(hall: Hall, options: BrowserContextOptions = {}): Promise<Page> {
	const { server } = hall;
	// A page without a socket comes first, so that there is somewhere to listen from.
	const { page } = await hall.visit(new URL(server.link("host")).pathname, { ...wall, ...options });
	const joined = page
		.waitForEvent("websocket")
		.then((socket) =>
			socket.waitForEvent("framereceived", ({ payload }) => payload.toString().includes('"status":"joined"')),
		);
	await page.goto(new URL(`/${server.conferenceId}/screen`, page.url()).href);
	await joined;
	return page;
}

/** "4 of 6" of a row of the board. */
async function figureOf(page: Page, need: string): Promise<{ count: number; total: number }> {
	const text = await page.locator(".screen-row").filter({ hasText: need }).innerText();
	const [, count, total] = /(\d+) of (\d+)/.exec(text) ?? [];
	return { count: Number(count), total: Number(total) };
}

test("a pledge is told at the foot of the screen, and the next one after it", async ({ hall, server }) => {
	const page = await visitWall(hall);
	const band = bandOf(page);
	await expect(band).toBeHidden();
	const desk = await SeatOnSocket.at(server, "secretariat");
	const row = page.locator(".screen-row").filter({ hasText: "Level 2 field hospitals" });
	const before = await figureOf(page, "Level 2 field hospitals");

	await test.step("who pledged, what, and how far it fills the need", async () => {
		await desk.announce("idn", { ...hospital, title: "Level 2 field hospital, 69 medical staff" });
		await expect(band).toBeVisible();
		await expect(band).toContainText("Pledge announced");
		await expect(band).toContainText("Indonesia: Level 2 field hospital, 69 medical staff");
		await expect(band).toContainText(`Level 2 field hospitals: ${before.count + 1} of ${before.total}`);
		await expect(row.locator(".cell-new")).toHaveCount(1);
		await expect(row.locator(".cell-gap")).toHaveCount(before.total - before.count - 1);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations).toEqual([]);
	});

	await test.step("two more wait until the first was seen, and none is skipped", async () => {
		const told = await band.evaluateHandle((strip) => {
			const seen: string[] = [];
			const look = () => {
				const words = strip.textContent ?? "";
				if (seen.at(-1) !== words) seen.push(words);
			};
			look();
			new MutationObserver(look).observe(strip, { childList: true, subtree: true, characterData: true });
			return seen;
		});
		await desk.announce("gha", { category: "training", title: "Two mobile training teams" });
		await desk.announce("ury", { category: "training", title: "Spanish courses for staff officers" });
		await expect
			.poll(() => told.jsonValue(), { timeout: 30_000 })
			.toEqual([
				expect.stringContaining("Indonesia"),
				expect.stringContaining("Ghana: Two mobile training teams"),
				expect.stringContaining("Uruguay: Spanish courses for staff officers"),
			]);
	});
	desk.leave();
});

test("many pledges at once are a number, not a flood", async ({ hall, server }) => {
	const page = await visitWall(hall);
	const desk = await SeatOnSocket.at(server, "secretariat");
	const many = Array.from({ length: 40 }, (_, index) => ({ category: "training", title: `Course ${index}` }));
	await desk.announce("gha", ...many);
	await expect(bandOf(page)).toHaveText("40 pledges were added");
	desk.leave();
});

test("nothing moves for who asked for less motion", async ({ hall, server }) => {
	const still = await visitWall(hall, { reducedMotion: "reduce" });
	const moving = await visitWall(hall);
	const desk = await SeatOnSocket.at(server, "secretariat");
	await desk.announce("idn", { ...hospital, title: "Level 2 field hospital" });
	const motionOf = async (page: Page) => {
		await expect(bandOf(page)).toBeVisible();
		return page.evaluate(() =>
			[".screen-band", ".screen-band-words", ".cell-new"].map((selector) => {
				const element = document.querySelector(selector);
				if (element === null) return "missing";
				const { animationDuration, transitionDuration } = getComputedStyle(element);
				const durations = [animationDuration, transitionDuration].join(", ").split(", ");
				return durations.every((each) => each === "0s") ? "still" : "moves";
			}),
		);
	};
	expect(await motionOf(still)).toEqual(["still", "still", "still"]);
	expect(await motionOf(moving)).toEqual(["moves", "moves", "moves"]);
	desk.leave();
});
