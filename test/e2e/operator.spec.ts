import type { Page } from "@playwright/test";
import { operatorId } from "../support/formalConference.ts";
import { expect, type Hall } from "./fixtures.ts";
import { pointer } from "./hands.ts";
import { Session, test } from "./session.ts";

// Several browsers that send and receive sound and picture: a slow machine is given its time.
test.describe.configure({ timeout: 300_000 });

/** Ghana follows in a session that has just been opened, with microphone and camera on; an operator watches. */
async function gather(hall: Hall): Promise<{ session: Session; operator: Page }> {
	const session = new Session(hall, pointer, "en");
	await session.seat("rwa", "gha", "nor");
	const link = await hall.server.makeLink(operatorId);
	const { page: operator } = await hall.join({ link }, { viewport: { width: 1440, height: 900 } });
	await session.open();
	await session.press(session.at("gha"), "delegate.requestFloor");
	return { session, operator };
}

async function turnOn(page: Page): Promise<void> {
	await page.context().grantPermissions(["camera", "microphone"]);
	await page.getByRole("button", { name: "Turn on microphone and camera" }).click();
}

/** The row of a sender in the operator's table. */
const senderRow = (operator: Page, name: RegExp) =>
	operator.getByRole("region", { name: "Senders and channels" }).getByRole("row", { name });

const orderRow = (operator: Page, name: RegExp) =>
	operator.getByRole("region", { name: "Running order" }).getByRole("row", { name });

/** The tracks that a stage plays, by the browser's own names for them, and the frames that it has shown. */
function playing(page: Page): Promise<{ tracks: string[]; frames: number }> {
	return page.evaluate(() => {
		const player = document.querySelector<HTMLVideoElement>(".stage-live > .feed-player");
		const stream = player?.srcObject as MediaStream | null | undefined;
		return {
			tracks: (stream?.getTracks() ?? []).map(({ id }) => id).sort(),
			frames: player?.getVideoPlaybackQuality().totalVideoFrames ?? 0,
		};
	});
}

async function expectSeen(page: Page): Promise<void> {
	await expect.poll(async () => (await playing(page)).frames).toBeGreaterThan(0);
	const { frames } = await playing(page);
	await expect.poll(async () => (await playing(page)).frames).toBeGreaterThan(frames);
}

/** How far the bar of a meter reaches, as it is drawn. */
function drawn(operator: Page): Promise<number> {
	return operator
		.locator(".feeds-table .feed-level-bar")
		.first()
		.evaluate((bar) => Number(bar.style.getPropertyValue("--level")));
}

test("an operator sees how the next stands, what is sent and how it arrives, and has a feed set up anew", async ({
	hall,
}) => {
	const { session, operator } = await gather(hall);
	const [speaker, listener] = [session.at("gha"), session.at("nor")];
	await expect(orderRow(operator, /Ghana/)).toContainText("Here, not yet in the green room");
	await turnOn(speaker);
	await expect(orderRow(operator, /Ghana/)).toContainText("In the green room");
	const row = senderRow(operator, /Ghana/);
	await expect(row).toContainText("Nobody yet");
	await speaker.getByRole("button", { name: "I am ready" }).click();
	await expect(orderRow(operator, /Ghana/)).toContainText(/Ready$/);

	await session.next("podium.callNext");
	await expect(row).toContainText("Live");
	await expectSeen(listener);
	// The operator hears and sees the floor as everybody does.
	await expectSeen(operator);
	await expect(row).toContainText(/\d kbit\/s/);
	await expect(row).toContainText(/\d+ × \d+/);
	await expect(row).toContainText(/\d a s/);
	await expect(row).toContainText(/Round trip\s*\d+ ms/);
	await expect(row).toContainText(/Lost\s*\d+(\.\d)? of 100/);
	await expect(row.locator(".feed-layers li")).toHaveCount(3);
	await expect(row).toContainText("3 screens");
	// The false microphone beeps once a second: the meter rises and falls, and the number is there to be read.
	await expect.poll(() => drawn(operator)).toBeGreaterThan(0.2);
	await expect.poll(() => drawn(operator)).toBeLessThan(0.2);
	await expect(row.getByRole("meter", { name: "Loudness" })).toHaveAttribute("aria-valuetext", /-?\d+ dB/);

	const before = await playing(listener);
	await row.getByRole("button", { name: "Restart" }).click();
	await operator.getByRole("dialog").getByRole("button", { name: "Restart" }).click();
	await expect(operator.getByText("The feed is back")).toBeVisible();
	await expect(row).toContainText("Live");
	await expect.poll(async () => (await playing(listener)).tracks.length).toBe(2);
	const { tracks } = await playing(listener);
	expect(tracks.filter((each) => before.tracks.includes(each))).toEqual([]);
	await expectSeen(listener);
	await expect(speaker.getByText("Everybody hears you")).toBeVisible();

	await session.press(speaker, "delegate.yieldFloor");
	await expect(row).toHaveCount(0);
	await expect(operator.getByText("Nobody sends sound or picture now.")).toBeVisible();
});

test("a microphone that is muted stays so through a restart, and a seat that sends nothing is said to", async ({
	hall,
}) => {
	const { session, operator } = await gather(hall);
	const speaker = session.at("gha");
	await session.next("podium.callNext");
	await expect(senderRow(operator, /Ghana/)).toContainText("Should be heard and sends nothing");
	await turnOn(speaker);
	const row = senderRow(operator, /Ghana.*Live/);
	await expect(row).toBeVisible();
	await speaker.getByRole("button", { name: "Mute" }).click();
	await expect(row).toContainText("Microphone off");
	await row.getByRole("button", { name: "Restart" }).click();
	await operator.getByRole("dialog").getByRole("button", { name: "Restart" }).click();
	await expect(operator.getByText("The feed is back")).toBeVisible();
	await expect(row).toContainText("Microphone off");
	await expect(speaker.getByRole("button", { name: "Unmute" })).toBeVisible();
	await expect(session.at("nor").getByText("Microphone off")).toBeVisible();
});

test("a seat calls for help, the operator answers it, and writes to another", async ({ hall }) => {
	const { session, operator } = await gather(hall);
	const seat = session.at("nor");
	await seat.keyboard.press("w");
	await seat.getByRole("dialog").getByRole("button", { name: "Call a technical operator" }).click();
	await session.write(seat, "messages.write", "We hear no interpretation.");
	await seat.getByRole("dialog").getByRole("button", { name: "Send" }).click();

	const help = operator.getByRole("region", { name: "Calls for help" });
	await expect(help.getByText("1 new")).toHaveCount(2);
	await operator.getByRole("button", { name: "Answer" }).click();
	const dialog = operator.getByRole("dialog");
	await expect(dialog).toContainText("We hear no interpretation.");
	await session.write(operator, "messages.write", "Choose your channel again, please.");
	await dialog.getByRole("button", { name: "Send" }).click();
	await expect(dialog).toContainText("Choose your channel again, please.");
	await expect(seat.getByRole("dialog")).toContainText("Choose your channel again, please.");
	await dialog.getByRole("button", { name: "Close" }).click();
	await expect(help.getByText("1 new")).toHaveCount(0);

	await operator.keyboard.press("w");
	await dialog.getByRole("combobox", { name: "To" }).selectOption({ label: "Ghana" });
	await dialog.getByRole("button", { name: "Go on" }).click();
	await session.write(operator, "messages.write", "Please come closer to the microphone.");
	await dialog.getByRole("button", { name: "Send" }).click();
	await expect(session.at("gha").getByText("Please come closer to the microphone.").first()).toBeVisible();
});
