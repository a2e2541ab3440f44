import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, type Hall, test } from "./fixtures.ts";

const title = "A joint engineering company with its own workshop";
const ownPart = "Sixty engineers and their vehicles";
const partnerPart = "Training in the disposal of mines";
const answer = "From the first of June, for two years.";

async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations).toEqual([]);
}

/** All that a page is sent from now on, over its WebSocket and HTTP. It is loaded again, so that its socket is a new one. */
async function wireOf(page: Page): Promise<() => Promise<string>> {
	const frames: string[] = [];
	const bodies: Promise<string>[] = [];
	page.on("websocket", (socket) =>
		socket.on("framereceived", ({ payload }) => frames.push(payload.toString())),
	);
	page.on("response", (response) => bodies.push(response.text().catch(() => "")));
	await page.reload();
	await expect(page.getByRole("banner")).toBeVisible();
	await expect.poll(() => frames.length).toBeGreaterThan(0);
	return async () => [...frames, ...(await Promise.all(bodies))].join("\n");
}

async function nameAt(page: Page): Promise<string> {
	const seat = page.getByRole("banner").getByRole("group").filter({ hasText: "Your seat" });
	return await seat.locator("bdi").first().innerText();
}

/** The chair puts the delegation first and calls it. */
async function giveFloor(hall: Hall, delegate: Page, name: string): Promise<Page> {
	const chair = (await hall.join("chair")).page;
	await delegate.getByRole("button", { name: "Request the floor" }).click();
	await expect(delegate.getByText("You are in the list")).toBeVisible();
	await chair.getByRole("button", { name: `Move ${name}`, exact: true }).click();
	await chair.getByRole("menuitem", { name: "To the first place" }).click();
	const dialog = chair.getByRole("dialog", { name: `Move ${name}` });
	await dialog.getByRole("textbox").fill("The minister leaves at five");
	await dialog.getByRole("button", { name: "Move", exact: true }).click();
	await expect(delegate.getByRole("button", { name: "You are next" })).toBeVisible();
	await chair.getByRole("button", { name: `Call next: ${name}` }).click();
	await expect(delegate.getByRole("heading", { name: "You have the floor" })).toBeVisible();
	return chair;
}

test("a joint pledge: drafted, kept over a reload, shared, confirmed, asked about, answered, cleared, announced", async ({
	hall,
}) => {
	// Five windows and five looks of axe, far from the limit.
	test.setTimeout(300_000);
	const delegate = (await hall.join("delegate")).page;
	const partner = (await hall.join("host")).page;
	const desk = (await hall.join("secretariat")).page;
	const audience = (await hall.audience()).page;
	const [name, partnerName] = [await nameAt(delegate), await nameAt(partner)];
	const partnerWire = await wireOf(partner);
	const audienceWire = await wireOf(audience);
	const card = (page: Page) => page.getByRole("article", { name: title });
	const dialog = delegate.getByRole("dialog");
	const field = (label: string) => dialog.getByLabel(label, { exact: true });

	await test.step("what is typed survives a reload", async () => {
		await delegate.getByRole("button", { name: "Add a pledge" }).click();
		await dialog.getByLabel("What is pledged").fill(title);
		await delegate.reload();
		await delegate.getByRole("button", { name: "Add a pledge" }).click();
		await expect(dialog.getByLabel("What is pledged")).toHaveValue(title);
		expect(await delegate.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(title);
	});

	await test.step("a partner is named, and learns nothing of it", async () => {
		await dialog.getByRole("radio", { name: "Jointly" }).check();
		await field("What this part is").first().fill(ownPart);
		await field("What this part is").last().fill(partnerPart);
		const [partnerField, roleField] = await dialog.locator(".part-fields").last().getByRole("combobox").all();
		await partnerField?.selectOption({ label: partnerName });
		await roleField?.selectOption("trains");
		await expectAccessible(delegate);
		await dialog.getByRole("button", { name: "Save as draft" }).click();
		await expect(dialog).toHaveCount(0);
		await expect(card(delegate)).toContainText("Draft");
		expect(await delegate.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(title);
	});

	await test.step("after sharing the partner sees it and confirms its part", async () => {
		await card(delegate).getByRole("button", { name: "Share with partners" }).click();
		await expectAccessible(delegate);
		// Loaded again, a page is sent all that it may see by now, so that nothing can still be on its way.
		for (const page of [partner, audience]) {
			await page.reload();
			await expect(page.getByRole("banner")).toBeVisible();
		}
		await expect(partner.getByRole("button", { name: "Add a pledge" })).toBeVisible();
		for (const wire of [partnerWire, audienceWire])
			for (const secret of [title, ownPart, partnerPart]) expect(await wire()).not.toContain(secret);
		await dialog.getByRole("button", { name: "Share with partners" }).click();
		await expect(dialog).toHaveCount(0);
		await expect.poll(partnerWire).toContain(title);
		await card(partner).getByRole("button", { name: "Confirm our part" }).click();
		await expect(card(partner).getByRole("button", { name: "Confirm our part" })).toHaveCount(0);
	});

	await test.step("the desk asks, and the delegation answers", async () => {
		await card(delegate).getByRole("button", { name: "Submit", exact: true }).click();
		await expect(card(delegate)).toContainText("Submitted");
		await desk.getByRole("searchbox").fill("engineering company");
		await desk.getByRole("row", { name: title }).click();
		await desk.getByRole("button", { name: "Query", exact: true }).click();
		await desk.getByRole("dialog").getByRole("textbox").fill("From when?");
		await desk.getByRole("dialog").getByRole("button", { name: "Send the query" }).click();
		await expect(desk.getByRole("dialog")).toHaveCount(0);
		await expect(card(delegate)).toContainText("From when?");
		await card(delegate).getByRole("button", { name: "Answer", exact: true }).click();
		await dialog.getByLabel("Your answer").fill(answer);
		await expectAccessible(delegate);
		await dialog.getByRole("button", { name: "Submit to the secretariat" }).click();
		await expect(dialog).toHaveCount(0);
		await desk.getByRole("button", { name: "Clear", exact: true }).click();
		await expect(card(delegate)).toContainText("Cleared by the secretariat");
		await card(delegate).getByText("Asked and answered").click();
		await expect(card(delegate)).toContainText(answer);
	});

	await test.step("announced from the floor it is public at once, with the second", async () => {
		const chair = await giveFloor(hall, delegate, name);
		await expect(chair.getByText(title)).toBeVisible();
		expect(await audienceWire()).not.toContain(title);
		await card(delegate).getByRole("button", { name: "Announce this pledge" }).click();
		await expect(delegate.locator(".pledge-card-public")).toContainText(/Public since \d+:\d\d/);
		await expect(audience.getByText(title).filter({ visible: true }).first()).toBeVisible();
		await expectAccessible(delegate);
		for (const secret of ["From when?", answer]) {
			expect(await partnerWire()).not.toContain(secret);
			expect(await audienceWire()).not.toContain(secret);
		}
	});
});
