import type { Page } from "@playwright/test";
import { expect, type Hall } from "./fixtures.ts";
import { pointer } from "./hands.ts";
import { loudness } from "./loudness.ts";
import { Session, test } from "./session.ts";

// Several browsers that send and receive sound: a slow machine is given its time.
test.describe.configure({ timeout: 300_000 });

/** Ghana has the floor; Norway listens. */
async function speaking(hall: Hall): Promise<Session> {
	const session = new Session(hall, pointer, "en");
	await session.seat("rwa", "gha", "nor");
	await session.open();
	await session.press(session.at("gha"), "delegate.requestFloor");
	await session.next("podium.callNext");
	await expect(session.chair.locator(".plate").first()).toContainText("Ghana");
	return session;
}

async function console(hall: Hall, who: string): Promise<Page> {
	const link = await hall.server.makeLink(who);
	const options = { viewport: { width: 1440, height: 900 }, permissions: ["microphone"] };
	return (await hall.join({ link }, options)).page;
}

const voice = (page: Page) => loudness(page, ".channel-row .feed-player");
const state = (page: Page) => page.locator(".air-state");

test("two interpreters share a booth: on the air, cough, hand-over, and a word to each other", async ({
	hall,
}) => {
	const session = await speaking(hall);
	const listener = session.at("nor");
	const one = await console(hall, "int-fr-1");
	const other = await console(hall, "int-fr-2");
	await expect(state(one)).toContainText("Off the air");
	await one.keyboard.press("t");
	await expect(state(one)).toContainText("On the air");
	await expect(state(one)).toContainText("You, for");
	await expect(state(other)).toContainText("Interpreter int-fr-1, for");

	await listener.keyboard.press("5");
	await expect.poll(() => voice(listener)).toBeGreaterThan(0.01);
	// Nothing is heard as long as the key is held, and everything again afterwards.
	await one.keyboard.down("c");
	await expect(state(one)).toContainText("Microphone held silent");
	await expect.poll(() => voice(listener)).toBeLessThan(0.001);
	await one.keyboard.up("c");
	await expect.poll(() => voice(listener)).toBeGreaterThan(0.01);
	const cough = one.getByRole("button", { name: "Cough" });
	await cough.hover();
	await one.mouse.down();
	await expect(cough).toHaveAttribute("aria-pressed", "true");
	await one.mouse.up();
	await expect(cough).toHaveAttribute("aria-pressed", "false");

	await one.keyboard.press("h");
	await expect(state(other)).toContainText("Interpreter int-fr-1 asks you to take over");
	await other.getByRole("button", { name: "Take over" }).click();
	await expect(state(other)).toContainText("You, for");
	await expect(state(one)).toContainText("Interpreter int-fr-2, for");
	await expect.poll(() => voice(listener)).toBeGreaterThan(0.01);

	const chat = other.locator(".booth-chat");
	await chat.getByLabel("Your message").fill("Twenty minutes each?");
	await chat.getByRole("button", { name: "Send" }).click();
	await expect(one.locator(".booth-chat .message")).toContainText("Twenty minutes each?");
	await expect(one.locator(".booth-chat .message")).toContainText("Interpreter int-fr-2");

	await other.getByRole("button", { name: "Leave the air" }).click();
	await expect(state(one)).toContainText("Off the air");
	await expect(listener.getByText("Français is off the air just now")).toBeVisible();
});

test("a booth reads the text ahead, asks the speaker to slow down, and the speaker and the chair see it", async ({
	hall,
}) => {
	const session = new Session(hall, pointer, "en");
	await session.seat("rwa", "gha", "nor");
	await session.open();
	const speaker = session.at("gha");
	await session.press(speaker, "delegate.requestFloor");
	await session.press(speaker, "texts.file");
	const dialog = speaker.getByRole("dialog");
	await dialog
		.getByRole("textbox", { name: "Text" })
		.fill("Madam Chair, peace is made by those who keep it.");
	await session.submit(speaker, "texts.file");
	const booth = await console(hall, "int-fr-1");
	await expect(booth.getByText("Madam Chair, peace is made by those who keep it.")).toBeVisible();

	await session.next("podium.callNext");
	await expect(session.chair.locator(".plate").first()).toContainText("Ghana");
	await booth.keyboard.press("s");
	for (const page of [speaker, session.chair, booth])
		await expect(page.getByText("Slower, please: the booth Français asks.")).toBeVisible();
	await expect(session.at("nor").getByText("Slower, please")).toHaveCount(0);
	await booth.keyboard.press("s");
	await expect(booth.getByText("The speaker was asked a moment ago.")).toBeVisible();
});

test("a captioner's lines are read by who chooses them, and where nobody writes there is no button", async ({
	hall,
}) => {
	const session = await speaking(hall);
	const reader = session.at("nor");
	const captioner = await console(hall, "captioner-en");
	const { page: audience } = await hall.audience();
	await audience.getByRole("button", { name: "Watch and listen" }).click();
	await expect(reader.getByLabel("Captions")).toHaveCount(0);
	await captioner.getByLabel("Next line").fill("Madam Chair, thank you.");
	await captioner.keyboard.press("Enter");
	await expect(captioner.getByLabel("Next line")).toHaveValue("");
	await expect(captioner.locator(".caption-lines")).toContainText("Madam Chair, thank you.");
	for (const page of [reader, audience]) {
		await expect(page.locator(".live-captions")).toHaveCount(0);
		await page.getByLabel("Captions").selectOption({ label: "English" });
		await expect(page.locator(".live-captions")).toHaveText("Madam Chair, thank you.");
	}
	// The next speaker's words never stand under this one's.
	await session.press(session.chair, "podium.end");
	await captioner.getByLabel("Next line").fill("The floor is open.");
	await captioner.keyboard.press("Enter");
	await expect(reader.locator(".live-captions")).toHaveText("The floor is open.");
});
