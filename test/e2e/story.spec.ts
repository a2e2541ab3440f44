import type { Page } from "@playwright/test";
import { expect, expectSameClock, type Hall, secondsLeft, test, type Visitor } from "./fixtures.ts";

const pledge = "A Level 2 field hospital with 20 beds, ready within 60 days";

/** The four who take part in the story, and what the delegation is called. */
interface Cast {
	readonly delegate: Visitor;
	readonly chair: Visitor;
	readonly desk: Visitor;
	readonly audience: Visitor;
	readonly name: string;
}

async function gather(hall: Hall): Promise<Cast> {
	const [delegate, chair, desk, audience] = await Promise.all([
		hall.join("delegate"),
		hall.join("chair"),
		hall.join("secretariat"),
		hall.audience(),
	]);
	const seat = delegate.page.getByRole("banner").getByRole("group").filter({ hasText: "Your seat" });
	const name = await seat.locator("bdi").first().innerText();
	return { delegate, chair, desk, audience, name };
}

/** The delegate writes a pledge down and submits it; the desk finds and clears it. */
async function prepare({ delegate, desk }: Cast): Promise<void> {
	await delegate.page.getByRole("button", { name: "Add a pledge" }).click();
	const dialog = delegate.page.getByRole("dialog", { name: "Add a pledge" });
	await dialog.getByLabel("What is pledged").fill(pledge);
	await dialog.getByRole("combobox", { name: /^Category/ }).selectOption({ label: "Medical" });
	await dialog.getByLabel("Need that it helps to close").selectOption({ index: 1 });
	await dialog.getByRole("spinbutton", { name: "Units" }).fill("2");
	await dialog.getByRole("button", { name: "Submit to the secretariat" }).click();
	await expect(dialog).toBeHidden();
	await expect(card(delegate.page)).toContainText("Submitted");

	await desk.page.getByRole("searchbox").fill("20 beds");
	await desk.page.getByRole("row", { name: pledge }).click();
	await desk.page.getByRole("button", { name: "Clear", exact: true }).click();
	await expect(card(delegate.page)).toContainText("Cleared by the secretariat");
}

/** The delegate asks for the floor; the chair puts the delegation first and calls it. */
async function takeTheFloor({ delegate, chair, name }: Cast): Promise<void> {
	await delegate.page.getByRole("button", { name: "Request the floor" }).click();
	await expect(delegate.page.getByText("You are in the list")).toBeVisible();

	await chair.page.getByRole("button", { name: `Move ${name}`, exact: true }).click();
	await chair.page.getByRole("menuitem", { name: "To the first place" }).click();
	const dialog = chair.page.getByRole("dialog", { name: `Move ${name}` });
	await dialog.getByRole("textbox").fill("The minister leaves at five");
	await dialog.getByRole("button", { name: "Move", exact: true }).click();
	await expect(delegate.page.getByRole("button", { name: "You are next" })).toBeVisible();
	await chair.page.getByRole("button", { name: `Call next: ${name}` }).click();
	await expect(delegate.page.getByRole("heading", { name: "You have the floor" })).toBeVisible();
}

function card(page: Page) {
	return page.getByRole("article", { name: pledge });
}

function unitsPledged(page: Page): Promise<number> {
	return page
		.getByRole("heading", { level: 1 })
		.innerText()
		.then((text) => Number.parseInt(text, 10));
}

/** A text where it can be seen: pages hold parts for phones that a wide window hides. */
function shown(page: Page, text: string) {
	return page.getByText(text).filter({ visible: true }).first();
}

/** The speaking clock with its words: "2:22 left of 4:00". */
function timer(page: Page) {
	return page.getByRole("timer").filter({ visible: true }).first();
}

test("a delegation asks for the floor, is given it, announces its pledge, and the tally moves", async ({
	hall,
}) => {
	const cast = await gather(hall);
	const { delegate, chair, audience, name } = cast;
	await test.step("a pledge is drafted, submitted and cleared; nobody else sees it", async () => {
		await prepare(cast);
		await expect(chair.page.getByText(pledge)).toHaveCount(1);
		await expect(audience.page.getByText(pledge)).toHaveCount(0);
	});
	await test.step("the floor is asked for and given", async () => {
		await takeTheFloor(cast);
		await expect(shown(audience.page, name)).toBeVisible();
		await expectSameClock(delegate.page, chair.page, audience.page);
	});
	await test.step("the pledge is announced at the words", async () => {
		const before = await unitsPledged(audience.page);
		await card(delegate.page).getByRole("button", { name: "Announce this pledge" }).click();
		await expect.poll(() => unitsPledged(audience.page)).toBe(before + 2);
		await expect(shown(audience.page, pledge)).toBeVisible();
	});
	await test.step("each screen is loaded again in the middle of the statement", async () => {
		for (const { page } of [delegate, chair, audience]) {
			await page.reload();
			await expect(timer(page)).toBeVisible();
			await expectSameClock(delegate.page, chair.page, audience.page);
		}
		await expect(delegate.page.getByRole("heading", { name: "You have the floor" })).toBeVisible();
		await expect(chair.page.getByRole("button", { name: "Pause" })).toBeVisible();
	});
	await test.step("the floor is yielded", async () => {
		await delegate.page.getByRole("button", { name: "Yield the floor" }).click();
		await expect(delegate.page.getByRole("button", { name: "Your delegation has been heard" })).toBeVisible();
		await expect(shown(audience.page, "Nobody has the floor")).toBeVisible();
	});
});

test("one screen loses its network, says so, and catches up", async ({ hall }) => {
	const [delegate, chair, audience] = [
		await hall.join("delegate"),
		await hall.join("chair"),
		await hall.audience(),
	];
	hall.expectCuts();
	await expect(delegate.page.getByText("Connected")).toBeVisible();
	// Whoever is cut off must have been there: both follow what the chair does.
	const first = await limitShown(chair.page);
	await chair.page.getByRole("button", { name: "1 minute" }).click();
	for (const { page } of [audience, delegate]) await expect.poll(() => limitShown(page)).toBe(first + 60);
	for (const { page, goOffline, goOnline } of [audience, delegate]) {
		await goOffline();
		await expect(page.getByText("You are offline")).toBeVisible();
		const before = await limitShown(chair.page);
		await chair.page.getByRole("button", { name: "1 minute" }).click();
		await expect.poll(() => limitShown(chair.page)).toBe(before + 60);
		// Cut off, it goes on counting, and says that it does not know.
		await expect(timer(page)).toContainText("about");
		await goOnline();
		await expect(page.getByText("You are offline")).toBeHidden();
		await expect.poll(() => limitShown(page)).toBe(before + 60);
		await expectSameClock(page, chair.page);
	}
});

test("what is asked for while the network is away is carried out once, when it is back", async ({ hall }) => {
	const [delegate, chair] = [await hall.join("delegate"), await hall.join("chair")];
	hall.expectCuts();
	const before = await limitShown(chair.page);
	await chair.goOffline();
	await chair.page.getByRole("button", { name: "1 minute" }).click();
	// Loaded again by mistake or in hope: what was pressed is kept.
	await chair.goOnline();
	await chair.page.reload();
	await expect.poll(() => limitShown(chair.page)).toBe(before + 60);
	await expect.poll(() => limitShown(delegate.page)).toBe(before + 60);
});

test("the server is stopped in the middle of a statement and started again", async ({ hall, server }) => {
	const cast = await gather(hall);
	const { delegate, chair, audience } = cast;
	await prepare(cast);
	await takeTheFloor(cast);
	hall.expectCuts();
	const before = await unitsPledged(audience.page);
	const limitBefore = await limitShown(chair.page);

	expect(await server.stop()).toBe(0);
	for (const { page } of [delegate, chair])
		await expect(page.getByRole("status").filter({ hasText: "Reconnecting" })).toBeVisible();
	// Both press while nobody listens.
	await chair.page.getByRole("button", { name: "1 minute" }).click();
	await card(delegate.page).getByRole("button", { name: "Announce this pledge" }).click();
	await server.restart();

	for (const { page } of [delegate, chair, audience]) await tryNow(page);
	await expect.poll(() => limitShown(audience.page)).toBe(limitBefore + 60);
	await expect.poll(() => limitShown(delegate.page)).toBe(limitBefore + 60);
	await expect.poll(() => unitsPledged(audience.page)).toBe(before + 2);
	await expectSameClock(delegate.page, chair.page, audience.page);
	await expect(delegate.page.getByRole("heading", { name: "You have the floor" })).toBeVisible();
});

/** Asks to be connected now instead of when it was planned, if the screen is still away. */
async function tryNow(page: Page): Promise<void> {
	await page.evaluate(() => window.dispatchEvent(new Event("online")));
	await expect(page.getByText("Reconnecting")).toHaveCount(0);
	expect(await secondsLeft(page)).toBeGreaterThan(0);
}

/** The limit of the statement in seconds. */
async function limitShown(page: Page): Promise<number> {
	const text = await timer(page).innerText();
	const [, minutes, seconds] = /of (\d+):(\d\d)/.exec(text) ?? [];
	return Number(minutes) * 60 + Number(seconds);
}
