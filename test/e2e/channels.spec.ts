import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { type FormalInterpreter, formalInterpreters, personOf } from "../support/formalConference.ts";
import type { ServerProcess } from "../support/serverProcess.ts";
import { Booth, speakerOf } from "./booth.ts";
import { expect, type Hall } from "./fixtures.ts";
import { loudness } from "./loudness.ts";
import { SeatOnSocket } from "./seatOnSocket.ts";
import { test } from "./session.ts";
import { Sitting } from "./sitting.ts";
import { workersOf } from "./workersOf.ts";

// Each journey has several browsers that send and receive sound: a slow machine is given its time.
test.describe.configure({ timeout: 300_000 });

/** The place of French in the row of keys, whatever is on the air. */
const frenchKey = "5";

const voice = (page: Page) => loudness(page, ".channel-row .feed-player");

/** How loud the floor plays, 0 to 1. */
function floorVolume(page: Page): Promise<number | undefined> {
	return page.evaluate(() => {
		const player = document.querySelector<HTMLVideoElement>(
			".stage .feed-player, .hemicycle-wrap .feed-player",
		);
		return player === null ? undefined : Math.round(player.volume * 100) / 100;
	});
}

/** Ghana speaks into its microphone; whoever has a screen hears it. */
async function speaking(hall: Hall): Promise<Sitting> {
	const sitting = await Sitting.of(hall.server, "gha");
	const speaker = await speakerOf(hall, "gha");
	await sitting.call("gha");
	await speaker.expectStatus("live");
	return sitting;
}

/** A delegate who hears whoever speaks. */
async function listening(hall: Hall): Promise<Page> {
	const { page } = await hall.join({ link: await hall.server.makeLink(personOf("nor")) });
	await expect.poll(() => floorVolume(page)).toBe(1);
	return page;
}

const row = (page: Page) => page.getByRole("radiogroup", { name: "Interpretation" });

test("a listener hears the booth by its key over a low floor, keeps that, and has the floor back when it leaves", async ({
	hall,
}) => {
	await speaking(hall);
	const listener = await listening(hall);
	const french = await Booth.with(hall, "int-fr-1");
	await expect(row(listener)).toHaveCount(0);
	await french.act("goOnAir");
	await expect(row(listener).getByRole("radio")).toHaveCount(2);
	await expect(row(listener).getByRole("radio", { name: "Floor" })).toBeChecked();
	// What is on the air is sent to nobody who has not asked for it.
	await expect(listener.locator(".channel-row .feed-player")).toHaveCount(0);
	await listener.keyboard.press(frenchKey);
	await expect(row(listener).getByRole("radio", { name: "Français" })).toBeChecked();
	await expect(listener.getByRole("status").filter({ hasText: "You hear the channel Français" })).toHaveCount(
		1,
	);
	await expect.poll(() => voice(listener)).toBeGreaterThan(0.01);
	await expect.poll(() => floorVolume(listener)).toBe(0.15);

	await listener.getByLabel("Floor beneath").fill("8");
	await expect.poll(() => floorVolume(listener)).toBe(0.4);
	await listener.reload();
	await expect(row(listener).getByRole("radio", { name: "Français" })).toBeChecked();
	await expect.poll(() => floorVolume(listener)).toBe(0.4);
	await expect.poll(() => voice(listener)).toBeGreaterThan(0.01);

	await french.mute(true);
	await expect.poll(() => floorVolume(listener)).toBe(1);
	await french.mute(false);
	await expect.poll(() => floorVolume(listener)).toBe(0.4);
	await french.act("leaveAir");
	await expect.poll(() => floorVolume(listener)).toBe(1);
	await expect(listener.getByText("Français is off the air just now")).toBeVisible();
	await french.act("goOnAir");
	await expect.poll(() => floorVolume(listener)).toBe(0.4);
	await listener.keyboard.press("1");
	await expect(listener.locator(".channel-row .feed-player")).toHaveCount(0);
	await expect.poll(() => floorVolume(listener)).toBe(1);
});

test("the floor comes up while the interpreter says nothing", async ({ hall }) => {
	await speaking(hall);
	const listener = await listening(hall);
	const [silent, partner] = [
		await Booth.with(hall, "int-fr-1", { silent: true }),
		await Booth.with(hall, "int-fr-2"),
	];
	await silent.act("goOnAir");
	await row(listener).getByRole("radio", { name: "Français" }).check();
	await expect.poll(() => floorVolume(listener)).toBe(0.15);
	await expect.poll(() => floorVolume(listener)).toBe(1);
	// The partner takes over in one act, and speaks.
	await silent.act("offerHandOver");
	await partner.act("goOnAir");
	await silent.expectStatus("waiting");
	await partner.expectStatus("live");
	await expect.poll(() => floorVolume(listener)).toBe(0.15);
	await expect.poll(() => voice(listener)).toBeGreaterThan(0.01);
});

/** A booth that is on the air, and whose microphone nobody needs to hear. */
async function onAir(server: ServerProcess, who: FormalInterpreter): Promise<void> {
	const seat = await SeatOnSocket.at(server, { link: await server.makeLink(who) });
	await seat.act({ type: "goOnAir", channel: formalInterpreters[who] });
	seat.leave();
}

test("the public chooses among what is on the air, by arrows and by keys, while it watches", async ({
	hall,
	server,
}) => {
	await speaking(hall);
	const french = await Booth.with(hall, "int-fr-1");
	await french.act("goOnAir");
	await onAir(server, "int-ar-1");
	const { page } = await hall.audience();
	await page.keyboard.press(frenchKey);
	await page.getByRole("button", { name: "Watch and listen" }).click();
	await expect(row(page).getByRole("radio")).toHaveCount(3);
	await expect(row(page).getByRole("radio", { name: "Floor" })).toBeChecked();
	await page.keyboard.press(frenchKey);
	await expect(row(page).getByRole("radio", { name: "Français" })).toBeChecked();
	await expect.poll(() => floorVolume(page)).toBe(0.15);
	await expect.poll(() => voice(page)).toBeGreaterThan(0.01);
	await row(page).getByRole("radio", { name: "Français" }).press("ArrowLeft");
	await expect(row(page).getByRole("radio", { name: "العربية" })).toBeChecked();
	await expect(page.locator(".channel-row .feed-player")).toHaveCount(0);
	await page.getByRole("button", { name: "Stop watching" }).click();
	await expect(row(page)).toHaveCount(0);
});

test("the keys of the channels are in the list of keys, and are text where somebody writes", async ({
	hall,
	server,
}) => {
	await Sitting.of(server);
	const { page } = await hall.join({ link: await server.makeLink(personOf("nor")) });
	await expect(page.getByText("Interpretation", { exact: true })).toHaveCount(0);
	await onAir(server, "int-fr-1");
	await expect(page.getByRole("contentinfo")).toContainText("1–8Interpretation");
	await page.keyboard.press(frenchKey);
	const french = page.getByRole("radio", { name: "Français", includeHidden: true });
	await expect(french).toBeChecked();
	const checked = await new AxeBuilder({ page }).include(".channel-row").analyze();
	expect(checked.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
	// On a French keyboard the digits come with Shift; the key is the same.
	const press = (key: string, code: string) =>
		page.evaluate((init) => document.body.dispatchEvent(new KeyboardEvent("keydown", init)), {
			...{ key, code },
			bubbles: true,
		});
	await press("&", "Digit1");
	await expect(french).not.toBeChecked();
	await press("(", "Digit5");
	await expect(french).toBeChecked();
	await page.getByRole("contentinfo").getByRole("button", { name: "Call a technical operator" }).click();
	await page.getByRole("textbox").fill("Channel ");
	await page.getByRole("textbox").press("1");
	await expect(page.getByRole("textbox")).toHaveValue("Channel 1");
	await expect(french).toBeChecked();
	await page.keyboard.press("Escape");
	await expect(page.getByRole("dialog")).toHaveCount(0);
	await page.keyboard.press("?");
	await expect(page.getByRole("dialog")).toContainText("한국어");
});

test("signing stands beside the stage for who wants it, and comes to nobody else", async ({ hall }) => {
	await speaking(hall);
	const listener = await listening(hall);
	const signer = await Booth.with(hall, "int-sign-1");
	await signer.act("goOnAir");
	const toggle = listener.getByRole("button", { name: "Sign language" });
	await expect(toggle).toBeVisible();
	await expect(row(listener)).toHaveCount(0);
	await expect(listener.locator(".stage-sign")).toHaveCount(0);
	await toggle.click();
	const frames = () =>
		listener.evaluate(
			() =>
				document.querySelector<HTMLVideoElement>(".stage-sign .feed-player")?.getVideoPlaybackQuality()
					.totalVideoFrames ?? 0,
		);
	await expect.poll(frames).toBeGreaterThan(5);
	await listener.reload();
	await expect.poll(frames).toBeGreaterThan(5);
	const reception = listener.getByLabel("What this screen receives");
	await reception.selectOption({ label: "Sound only" });
	await expect(listener.locator(".stage-sign")).toHaveCount(0);
	await expect(toggle).toHaveCount(0);
	await reception.selectOption({ label: "Picture and sound" });
	await expect.poll(frames).toBeGreaterThan(5);
	await toggle.click();
	await expect(listener.locator(".stage-sign")).toHaveCount(0);
});

test("a channel comes back by itself after the worker has died, and after the booth's connection was gone", async ({
	hall,
	server,
}) => {
	hall.expectReport(/A media worker has ended/);
	await speaking(hall);
	const listener = await listening(hall);
	const booth = await Booth.with(hall, "int-fr-1");
	await booth.act("goOnAir");
	await row(listener).getByRole("radio", { name: "Français" }).check();
	await expect.poll(() => voice(listener)).toBeGreaterThan(0.01);
	const workers = workersOf(server.pid);
	expect(workers.length).toBeGreaterThan(0);
	for (const pid of workers) process.kill(pid, "SIGKILL");
	await expect
		.poll(() => workersOf(server.pid).filter((pid) => !workers.includes(pid)).length)
		.toBe(workers.length);
	await booth.expectStatus("live");
	await expect.poll(() => voice(listener)).toBeGreaterThan(0.01);
	await booth.reconnect();
	await booth.expectStatus("live");
	await expect.poll(() => voice(listener)).toBeGreaterThan(0.01);
	await expect.poll(() => floorVolume(listener)).toBe(0.15);
});

test("a meeting that is suspended is silent on every channel, and goes on where it was", async ({ hall }) => {
	const sitting = await speaking(hall);
	const listener = await listening(hall);
	const booth = await Booth.with(hall, "int-fr-1");
	await booth.act("goOnAir");
	await row(listener).getByRole("radio", { name: "Français" }).check();
	await expect.poll(() => voice(listener)).toBeGreaterThan(0.01);
	await sitting.suspend();
	await booth.expectStatus("waiting");
	await expect(listener.locator(".channel-row .feed-player")).toHaveCount(0);
	await sitting.resume();
	await expect.poll(() => voice(listener)).toBeGreaterThan(0.01);
});
