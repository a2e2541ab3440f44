import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { Booth } from "./booth.ts";
import { expect, type Hall } from "./fixtures.ts";
import { pointer } from "./hands.ts";
import { Session, test } from "./session.ts";

const film = fileURLToPath(new URL("../fixtures/statement.webm", import.meta.url));
const captions = Buffer.from("WEBVTT\n\n00:00.000 --> 02:00.000\nMadam Chair, thank you.\n");

/** The most that two players may be apart, in ms: what the product promises. */
const together = 300;

interface Place {
	/** Time of the machine at which the recording would have begun, so that players are compared though they are asked one after the other. */
	readonly began: number;
	readonly atMs: number;
	readonly isPlaying: boolean;
	/** Whether it plays as it is and is not being brought to its place. */
	readonly isSettled: boolean;
}

/** Where the recording is on a page; nothing where none is shown. */
function placeOn(page: Page): Promise<Place | undefined> {
	return page.evaluate(() => {
		const player = document.querySelector<HTMLVideoElement>(".recording-film");
		if (player === null) return undefined;
		const atMs = player.currentTime * 1000;
		const isPlaying = !player.paused && !player.seeking && player.readyState >= 3 && atMs > 0;
		const isSettled = isPlaying && player.playbackRate === 1;
		return { began: performance.timeOrigin + performance.now() - atMs, atMs, isPlaying, isSettled };
	});
}

async function expectPlaying(page: Page): Promise<void> {
	await expect.poll(async () => (await placeOn(page))?.isPlaying).toBe(true);
}

/** How far the players are apart, in ms, once all play and none is on its way. */
async function apart(pages: readonly Page[]): Promise<number> {
	const places = await Promise.all(pages.map(placeOn));
	if (!places.every((place) => place?.isSettled)) return Number.POSITIVE_INFINITY;
	const began = places.map((place) => place!.began);
	return Math.max(...began) - Math.min(...began);
}

/**
 * The players come together, as the promise counts from when a player has found its place; and from then on, looked at again and
 * again while it plays on, they are never further apart than is promised.
 */
async function expectTogether(...pages: readonly Page[]): Promise<void> {
	for (const page of pages) await expectPlaying(page);
	await expect.poll(() => apart(pages), { intervals: [50] }).toBeLessThan(together);
	const first = (await placeOn(pages[0]!))!.atMs;
	const spreads: number[] = [];
	for (let atMs = first; atMs < first + 3000; ) {
		const places = await Promise.all(pages.map(placeOn));
		const began = places.map((place) => place!.began);
		spreads.push(Math.round(Math.max(...began) - Math.min(...began)));
		expect(places.map((place) => place!.isPlaying)).toEqual(pages.map(() => true));
		atMs = places[0]!.atMs;
	}
	expect(Math.max(...spreads), `ms apart: ${spreads.join(", ")}`).toBeLessThan(together);
}

/** Ghana inscribes and files its recording; the chair presides, the United States listen. */
async function filed(hall: Hall, recorded: boolean): Promise<Session> {
	const session = new Session(hall, pointer, "en");
	await session.seat("rwa", "gha", "usa");
	await session.open();
	const ghana = session.at("gha");
	if (recorded) {
		await ghana.locator(".speak-options summary").click();
		await session.choose(ghana, "delegate.modeRecorded");
	}
	await session.press(ghana, "delegate.requestFloor");
	await session.press(ghana, "recording.open");
	const dialog = ghana.getByRole("dialog");
	await dialog.getByLabel("Choose a recording").setInputFiles(film);
	await expect(dialog.getByText("2:00 of 4:00 · 128 × 72")).toBeVisible();
	const vtt = { name: "english.vtt", mimeType: "text/vtt", buffer: captions };
	await dialog.getByLabel("Captions as a WebVTT file").setInputFiles(vtt);
	await expect(dialog.getByRole("button", { name: "Withdraw the captions in English" })).toBeVisible();
	await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
	return session;
}

test("a recorded statement plays to everybody in step, also to who comes late, and stands when the chair pauses", async ({
	hall,
}) => {
	// Six screens, and a recording that goes on meanwhile.
	test.setTimeout(300_000);
	const session = await filed(hall, true);
	const watching = async () => {
		const { page } = await hall.audience();
		await page.getByRole("button", { name: "Watch and listen" }).click();
		return page;
	};
	const listener = session.at("usa");
	const audience = await watching();
	// Nobody else hears of it before.
	const { conferenceId } = hall.server;
	const snapshot = `/api/conferences/${conferenceId}/snapshot?as=public`;
	expect(await (await fetch(hall.server.at(snapshot))).text()).not.toContain("video/webm");

	await session.next("podium.callNext");
	await expectTogether(listener, audience, session.chair, session.at("gha"));
	const late = await watching();
	await expectTogether(listener, audience, late);

	await session.press(session.chair, "podium.pause", "Space");
	for (const page of [listener, audience, late])
		await expect.poll(async () => (await placeOn(page))?.isPlaying).toBe(false);
	const places = () =>
		Promise.all([listener, audience, late].map(async (page) => (await placeOn(page))!.atMs));
	// The same frame on every screen, and no other a while later: the wall's clock has gone on by then.
	await expect
		.poll(async () => Math.max(...(await places())) - Math.min(...(await places())))
		.toBeLessThan(40);
	const stood = await places();
	const comesPaused = await watching();
	await expect
		.poll(async () => Math.abs(((await placeOn(comesPaused))?.atMs ?? 0) - stood[0]!))
		.toBeLessThan(40);
	expect(await places()).toEqual(stood);

	await session.press(session.chair, "podium.resume", "Space");
	await expectTogether(listener, audience, late, comesPaused);

	await listener.getByLabel("Captions").selectOption({ label: "English" });
	await expect
		.poll(() =>
			listener.evaluate(() => {
				const cue =
					document.querySelector<HTMLVideoElement>(".recording-film")?.textTracks[0]?.activeCues?.[0];
				return (cue as VTTCue | undefined)?.text;
			}),
		)
		.toBe("Madam Chair, thank you.");
});

test("a screen that takes the sound alone decodes no picture and still has captions; one that takes nothing loads nothing", async ({
	hall,
}) => {
	const session = await filed(hall, true);
	const listener = session.at("usa");
	const reception = listener.getByLabel("What this screen receives");
	const asked: string[] = [];
	listener.on("request", (request) => {
		if (request.resourceType() === "media") asked.push(request.url());
	});
	await reception.selectOption({ label: "Text only" });
	await session.next("podium.callNext");
	await expectPlaying(session.chair);
	await session.expectFloor("gha");
	await expect(listener.locator(".recording-film")).toHaveCount(0);
	expect(asked).toEqual([]);

	await reception.selectOption({ label: "Sound only" });
	await expectPlaying(listener);
	await expect(listener.locator("audio.recording-film")).toHaveCount(1);
	await expect(listener.locator("video.recording-film")).toHaveCount(0);
	await listener.getByLabel("Captions").selectOption({ label: "English" });
	await expect(listener.locator(".recording-player").getByText("Madam Chair, thank you.")).toBeVisible();
});

test("the chair switches a live speaker to the recording and back", async ({ hall }) => {
	const session = await filed(hall, false);
	const listener = session.at("usa");
	await session.next("podium.callNext");
	await session.expectFloor("gha");
	await expect(listener.locator(".recording-film")).toHaveCount(0);
	await session.press(session.chair, "podium.playRecording", "v");
	await expectTogether(listener, session.chair);
	// An interpreter is heard over a recording as over anybody who speaks.
	const booth = await Booth.with(hall, "int-fr-1");
	await booth.act("goOnAir");
	await listener.getByRole("radio", { name: "Français" }).check();
	const volume = () =>
		listener.evaluate(() => document.querySelector<HTMLVideoElement>(".recording-film")?.volume ?? 0);
	await expect.poll(volume).toBeCloseTo(0.15);
	await booth.act("leaveAir");
	await expect.poll(volume).toBe(1);
	await session.press(session.chair, "podium.backToLive", "v");
	for (const page of [listener, session.chair]) await expect(page.locator(".recording-film")).toHaveCount(0);
	await session.expectFloor("gha");
});

/** The same film with six megabytes of nothing behind it (an EBML Void), so that it takes several parts. */
function inParts(): Buffer {
	const size = 6_000_000;
	const head = Buffer.alloc(9);
	head[0] = 0xec;
	head.writeBigUInt64BE(2n ** 56n + BigInt(size), 1);
	return Buffer.concat([readFileSync(film), head, Buffer.alloc(size)]);
}

test("sending goes on where it was when the network comes back", async ({ hall }) => {
	hall.expectCuts();
	const session = new Session(hall, pointer, "en");
	await session.seat("rwa", "gha");
	await session.open();
	const { page, goOffline, goOnline } = session.visitor("gha");
	await session.press(page, "delegate.requestFloor");
	await session.press(page, "recording.open");
	const dialog = page.getByRole("dialog");

	const offsets: string[] = [];
	const parts = "**/uploads/*";
	let isGone = false;
	await page.route(parts, async (route) => {
		const request = route.request();
		if (request.method() === "PATCH") offsets.push((await request.allHeaders())["upload-offset"] ?? "");
		if (offsets.length !== 2 || isGone) return route.continue();
		isGone = true;
		await goOffline();
		await route.abort("internetdisconnected");
	});
	const file = { name: "statement.webm", mimeType: "video/webm", buffer: inParts() };
	await dialog.getByLabel("Choose a recording").setInputFiles(file);
	await expect(dialog.getByText("The connection is lost.")).toBeVisible();
	await expect(dialog.getByRole("progressbar")).toHaveAttribute("max", String(file.buffer.length));
	await goOnline();
	await expect(dialog.getByText("2:00 of 4:00 · 128 × 72 · 6.1 MB")).toBeVisible();
	// What had arrived was not sent again.
	expect(offsets[0]).toBe("0");
	expect(new Set(offsets.slice(1, 3))).toEqual(new Set([String(2 * 1024 * 1024)]));
	expect(offsets.slice(1)).not.toContain("0");

	const checked = await new AxeBuilder({ page }).include("dialog").analyze();
	expect(checked.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
	await dialog.getByRole("button", { name: "Withdraw the recording" }).click();
	await expect(dialog.getByLabel("Choose a recording")).toBeVisible();
});
