import { networkInterfaces } from "node:os";
import type { Page } from "@playwright/test";
import { type FormalDelegation, personOf } from "../support/formalConference.ts";
import { expect, type Hall } from "./fixtures.ts";
import { pointer } from "./hands.ts";
import { loudness } from "./loudness.ts";
import { Session, test } from "./session.ts";
import { workersOf } from "./workersOf.ts";

/** Frames that the picture on the stage has shown so far; 0 without one. */
function framesShown(page: Page): Promise<number> {
	return page.evaluate(() => {
		const player = document.querySelector<HTMLVideoElement>(".stage-live > .feed-player");
		return player?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
	});
}

async function expectSeen(page: Page): Promise<void> {
	await expect.poll(() => framesShown(page)).toBeGreaterThan(0);
	const before = await framesShown(page);
	await expect.poll(() => framesShown(page)).toBeGreaterThan(before);
}

/** Ghana asks for the floor in a session that has just been opened, and is the next to be called. */
async function gather(hall: Hall, ...others: FormalDelegation[]): Promise<Session> {
	const session = new Session(hall, pointer, "en");
	await session.seat("rwa", "gha", ...others);
	await session.open();
	await session.press(session.at("gha"), "delegate.requestFloor");
	await expect(
		session.at("gha").getByRole("button", { name: "Turn on microphone and camera" }),
	).toBeVisible();
	return session;
}

async function turnOn(page: Page): Promise<void> {
	await page.context().grantPermissions(["camera", "microphone"]);
	await page.getByRole("button", { name: "Turn on microphone and camera" }).click();
}

test("whoever has the floor is seen and heard by all, and by nobody before or after", async ({ hall }) => {
	const session = await gather(hall, "usa");
	const [speaker, listener] = [session.at("gha"), session.at("usa")];
	const audience = await hall.audience();
	await audience.page.getByRole("button", { name: "Watch and listen" }).click();
	await expect(audience.page.getByRole("button", { name: "Stop watching" })).toBeVisible();

	await turnOn(speaker);
	await expect(speaker.getByText("Nobody sees or hears you yet")).toBeVisible();
	for (const page of [listener, audience.page, session.chair])
		await expect(page.locator(".feed-player")).toHaveCount(0);

	await session.next("podium.callNext");
	await expect(speaker.getByText("Everybody hears you")).toBeVisible();
	for (const page of [listener, audience.page, session.chair]) await expectSeen(page);
	for (const page of [listener, audience.page]) expect(await loudness(page)).toBeGreaterThan(0.01);

	await speaker.getByRole("button", { name: "Mute" }).click();
	await expect(listener.getByText("Microphone off")).toBeVisible();
	// What was on its way when the microphone went off is still played; after it there is nothing at all.
	await expect.poll(() => loudness(listener)).toBe(0);
	await speaker.getByRole("button", { name: "Unmute" }).click();
	await expect.poll(() => loudness(listener)).toBeGreaterThan(0.01);

	await session.press(speaker, "delegate.yieldFloor");
	for (const page of [listener, audience.page, session.chair])
		await expect(page.locator(".feed-player")).toHaveCount(0);
	await expect(speaker.locator(".own-feed-state")).toHaveCount(0);
});

test("the feed comes back by itself after the worker has died, and after the speaker's network was gone", async ({
	hall,
	server,
}) => {
	hall.expectCuts();
	hall.expectReport(/A media worker has ended/);
	const session = await gather(hall, "usa");
	const [speaker, listener] = [session.at("gha"), session.at("usa")];
	await turnOn(speaker);
	await session.next("podium.callNext");
	await expectSeen(listener);

	const workers = workersOf(server.pid);
	expect(workers.length).toBeGreaterThan(0);
	for (const pid of workers) process.kill(pid, "SIGKILL");
	await expect
		.poll(() => workersOf(server.pid).filter((pid) => !workers.includes(pid)).length)
		.toBe(workers.length);
	await expectSeen(listener);
	await expect(speaker.getByRole("heading", { name: "You have the floor" })).toBeVisible();

	const { goOffline, goOnline } = session.visitor("gha");
	await goOffline();
	await expect(listener.locator(".feed-player")).toHaveCount(0);
	await goOnline();
	await expectSeen(listener);
	await session.expectFloor("gha");
});

test("the seat that follows tests itself, and the chair sees what is in its way and when it is ready", async ({
	hall,
}) => {
	const session = await gather(hall, "usa");
	const speaker = session.at("gha");
	const row = session.chair.getByRole("grid").getByRole("row", { name: /Ghana/ });
	await expect(row).toContainText("Here, not yet in the green room");
	await turnOn(speaker);
	// The false microphone beeps, and the way to the server is the real one.
	await expect(speaker.getByText(/ms to the hall and back/)).toBeVisible();
	await expect(speaker.getByText("All good")).toBeVisible();
	await expect.poll(() => speaker.locator(".level-on").count()).toBeGreaterThan(0);
	await expect(row).toContainText("In the green room");
	await speaker.keyboard.press("m");
	await expect(row).toContainText("Microphone off");
	await speaker.keyboard.press("m");
	await expect(row).toContainText("In the green room");
	await speaker.getByRole("button", { name: "Play a sound" }).click();
	await speaker.getByText("Change devices").click();
	const microphones = speaker.locator("label", { hasText: /^Microphone/ }).locator("select");
	const other = microphones.locator("option").last();
	await microphones.selectOption(await other.getAttribute("value"));
	await expect(row).toContainText("In the green room");
	await expect(microphones).toHaveValue((await other.getAttribute("value")) ?? "none");
	await speaker.getByRole("button", { name: "I am ready" }).click();
	await expect(speaker.getByText("The chair sees that you are ready")).toBeVisible();
	await expect(row).toContainText("Ready");
	await speaker.getByRole("button", { name: "Not ready after all" }).click();
	await expect(row).toContainText("In the green room");
	await session.next("podium.callNext");
	await expect(speaker.getByText("Everybody hears you")).toBeVisible();
	await expectSeen(session.at("usa"));
	await expect(speaker.getByText("Green-room check")).toHaveCount(0);
});

test("a screen takes the sound alone, or nothing, when its network carries no more, and keeps that choice", async ({
	hall,
}) => {
	const session = await gather(hall, "usa");
	const [speaker, listener] = [session.at("gha"), session.at("usa")];
	await turnOn(speaker);
	await session.next("podium.callNext");
	await expectSeen(listener);
	const reception = listener.getByLabel("What this screen receives");
	await reception.selectOption({ label: "Sound only" });
	await expect(listener.locator(".stage-live")).toHaveCount(0);
	await expect.poll(() => loudness(listener)).toBeGreaterThan(0.01);
	await reception.selectOption({ label: "Text only" });
	await expect(listener.locator(".feed-player")).toHaveCount(0);
	await listener.reload();
	await expect(reception).toHaveValue("nothing");
	await expect(listener.getByText("neither picture nor sound")).toBeVisible();
	await expect(listener.locator(".feed-player")).toHaveCount(0);
	await reception.selectOption({ label: "Picture and sound" });
	await expectSeen(listener);
	// Nothing of this reaches the speaker, whose own screen sends on.
	await expectSeen(session.chair);
});

test("a delegation has one microphone, which another of its devices takes over when it is asked to", async ({
	hall,
	server,
}) => {
	const session = await gather(hall, "usa");
	const link = await server.makeLink(personOf("gha"));
	const second = await hall.join({ link });
	await turnOn(session.at("gha"));
	await expect(session.at("gha").getByText("Nobody sees or hears you yet")).toBeVisible();
	await turnOn(second.page);
	await expect(second.page.getByText("microphone is on at another device")).toBeVisible();
	await second.page.getByRole("button", { name: "Use this device instead" }).click();
	await expect(second.page.getByText("Nobody sees or hears you yet")).toBeVisible();
	await expect(session.at("gha").getByText("microphone is on at another device")).toBeVisible();
});

test("who refuses the camera is told how to allow it, and speaks all the same", async ({ hall }) => {
	const session = await gather(hall, "usa");
	await session.at("gha").getByRole("button", { name: "Turn on microphone and camera" }).click();
	await expect(session.at("gha").getByRole("alert")).toContainText(
		"Allow them beside the address of the page",
	);
	await session.next("podium.callNext");
	await expect(session.at("gha").getByRole("heading", { name: "You have the floor" })).toBeVisible();
	await session.expectFloor("gha");
});

test("a page that came without https from elsewhere says why there is no camera, and has the floor all the same", async ({
	hall,
	server,
	browser,
}) => {
	const address = Object.values(networkInterfaces())
		.flatMap((each) => each ?? [])
		.find(({ family, internal }) => family === "IPv4" && !internal)?.address;
	test.skip(
		address === undefined,
		"This machine has no address under which a browser would come from elsewhere.",
	);
	const session = await gather(hall, "usa");
	const { port } = new URL(server.origin);
	const { pathname } = new URL(await server.makeLink(personOf("gha")));
	// The library knows a browser without a window by nothing but data that pages without https are not given.
	const userAgent = await session.chair.evaluate(() => navigator.userAgent.replace("Headless", ""));
	await using context = await browser.newContext({ userAgent });
	const page = await context.newPage();
	await page.goto(`http://${address}:${port}${pathname}`);
	await page.getByRole("button").click();
	await page.getByRole("button", { name: "Turn on microphone and camera" }).click();
	await expect(page.getByRole("alert")).toContainText("Open it by its https address");
	await session.next("podium.callNext");
	await expect(page.getByRole("heading", { name: "You have the floor" })).toBeVisible();
});
