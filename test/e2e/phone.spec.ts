import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Nothing sticks out at the side: the page scrolls one way only. */
async function expectNoOverflow(page: Page): Promise<void> {
	const widths = await page.evaluate(() => [
		document.documentElement.scrollWidth,
		document.documentElement.clientWidth,
	]);
	expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0);
}

test("a delegate asks for the floor with a thumb, and takes it back", async ({ hall }) => {
	const { page } = await hall.join("delegate", phone);
	await expectNoOverflow(page);
	await page.getByRole("button", { name: "Request the floor" }).tap();
	await expect(page.getByText("You are in the list")).toBeVisible();
	const withdraw = page.getByRole("button", { name: "Withdraw" }).first();
	const box = await withdraw.boundingBox();
	expect(box?.height, "tall enough for a thumb").toBeGreaterThanOrEqual(40);
	await withdraw.tap();
	await expect(page.getByRole("button", { name: "Request the floor" })).toBeVisible();
	for (const tab of ["Speakers", "Pledges", "Programme", "Floor"]) {
		await page.getByRole("navigation").getByRole("button", { name: tab }).filter({ visible: true }).tap();
		await expectNoOverflow(page);
	}
	await expect(page.getByRole("button", { name: "Request the floor" })).toBeInViewport();
});

test("the public page has its parts at the foot", async ({ hall }) => {
	const { page } = await hall.audience(phone);
	await expectNoOverflow(page);
	const tabs = page.getByRole("navigation", { name: "Parts of this page" });
	for (const [tab, heading] of [
		["Pledges", "Pledges announced"],
		["Hall", "The hall"],
		["Programme", "Programme"],
		["Tally", "Capability gaps being closed"],
	] as const) {
		const link = tabs.getByRole("link", { name: tab });
		await link.tap();
		await expect(page.getByRole("heading", { name: heading, exact: true })).toBeInViewport();
		await expect(link).toHaveAttribute("aria-current", "true");
	}
	await expectNoOverflow(page);
});
