import type { Page } from "@playwright/test";
import { personOf } from "../support/formalConference.ts";
import { Booth } from "./booth.ts";
import { expect, type Hall } from "./fixtures.ts";
import { pointer } from "./hands.ts";
import { loudness } from "./loudness.ts";
import { SeatOnSocket } from "./seatOnSocket.ts";
import { Session, test } from "./session.ts";
import { workersOf } from "./workersOf.ts";

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

/** Ghana speaks, and everybody hears it. */
async function speaking(hall: Hall): Promise<Session> {
	const session = new Session(hall, pointer, "en");
	await session.seat("rwa", "gha", "nor");
	await session.open();
	const speaker = session.at("gha");
	await session.press(speaker, "delegate.requestFloor");
	await speaker.context().grantPermissions(["microphone"]);
	await speaker.getByRole("button", { name: "Microphone only" }).click();
	await expect(speaker.getByText("Nobody sees or hears you yet")).toBeVisible();
	await session.next("podium.callNext");
	await expect.poll(() => floorVolume(session.at("nor"))).toBe(1);
	return session;
}

const row = (page: Page) => page.getByRole("radiogroup", { name: "Interpretation" });

test("a listener hears the booth by its key over a low floor, keeps that, and has the floor back when it leaves", async ({
	hall,
}) => {
	const session = await speaking(hall);
	const listener = session.at("nor");
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
	const session = await speaking(hall);
	const listener = session.at("nor");
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

test("the public chooses among what is on the air, by arrows and by keys, and nowhere while typing", async ({
	hall,
}) => {
	const session = await speaking(hall);
	const [french, arabic] = [await Booth.with(hall, "int-fr-1"), await Booth.with(hall, "int-ar-1")];
	await french.act("goOnAir");
	await arabic.act("goOnAir");
	const { page } = await hall.audience();
	await page.keyboard.press(frenchKey);
	await page.getByRole("button", { name: "Watch and listen" }).click();
	await expect(row(page).getByRole("radio")).toHaveCount(3);
	await expect(row(page).getByRole("radio", { name: "Floor" })).toBeChecked();
	await page.keyboard.press(frenchKey);
	await expect(row(page).getByRole("radio", { name: "Français" })).toBeChecked();
	await expect.poll(() => floorVolume(page)).toBe(0.15);
	await row(page).getByRole("radio", { name: "Français" }).press("ArrowLeft");
	await expect(row(page).getByRole("radio", { name: "العربية" })).toBeChecked();
	await expect.poll(() => voice(page)).toBeGreaterThan(0.01);
	// On a French keyboard the digits come with Shift; the key is the same.
	await page.evaluate(() =>
		document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "(", code: "Digit5", bubbles: true })),
	);
	await expect(row(page).getByRole("radio", { name: "Français" })).toBeChecked();
	await page.getByRole("button", { name: "Stop watching" }).click();
	await expect(row(page)).toHaveCount(0);

	const delegate = session.at("nor");
	await delegate.keyboard.press(frenchKey);
	await expect(row(delegate).getByRole("radio", { name: "Français" })).toBeChecked();
	await delegate.keyboard.press("w");
	await delegate.getByRole("textbox").first().fill("");
	await delegate.keyboard.type("15 2");
	await expect(row(delegate).getByRole("radio", { name: "Français", includeHidden: true })).toBeChecked();
	await delegate.keyboard.press("Escape");
	await delegate.keyboard.press("?");
	await expect(delegate.getByRole("dialog")).toContainText("Français");
});

test("signing stands beside the stage for who wants it, and comes to nobody else", async ({ hall }) => {
	const session = await speaking(hall);
	const listener = session.at("nor");
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
	const session = await speaking(hall);
	const listener = session.at("nor");
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

test("a meeting that is suspended is silent on every channel, and goes on where it was", async ({
	hall,
	server,
}) => {
	const session = await speaking(hall);
	const listener = session.at("nor");
	const booth = await Booth.with(hall, "int-fr-1");
	await booth.act("goOnAir");
	await row(listener).getByRole("radio", { name: "Français" }).check();
	await expect.poll(() => voice(listener)).toBeGreaterThan(0.01);
	const chair = await SeatOnSocket.at(server, { link: await server.makeLink(personOf("rwa")) });
	await chair.act({ type: "suspendMeeting", meetingId: "session" });
	await booth.expectStatus("waiting");
	await expect(listener.locator(".channel-row .feed-player")).toHaveCount(0);
	await chair.act({ type: "resumeMeeting", meetingId: "session" });
	await expect.poll(() => voice(listener)).toBeGreaterThan(0.01);
	chair.leave();
});
