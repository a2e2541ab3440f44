import { expect, test } from "./fixtures.ts";

const withoutScript = { javaScriptEnabled: false };

test("the public page can be read without a script", async ({ hall }) => {
	const { page } = await hall.audience(withoutScript);
	await expect(page.getByRole("heading", { level: 1 })).toHaveText(/\d+\s*of \d+ units/);
	await expect(page.getByRole("heading", { name: "Capability gaps being closed" })).toBeVisible();
	await expect(page.getByRole("timer").filter({ visible: true }).first()).toHaveText(/\d:\d\d/);
	await expect(page.getByRole("heading", { name: "Pledges announced" })).toBeVisible();
	await page.getByRole("link", { name: "Français" }).click();
	await expect(page.locator("html")).toHaveAttribute("lang", "fr");
	await page.getByRole("link", { name: "العربية" }).click();
	await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
});

test("the plenary screen can be read without a script", async ({ hall, server }) => {
	const { page } = await hall.visit(`/${server.conferenceId}/screen`, withoutScript);
	await expect(page.getByRole("timer")).toHaveText(/\d:\d\d/);
	await expect(page.getByText("units pledged").first()).toBeVisible();
});

test("a personal link can be opened without a script", async ({ hall, server }) => {
	const { page } = await hall.visit(new URL(server.link("host")).pathname, withoutScript);
	await page.getByRole("button").click();
	await expect(page).toHaveURL(/\/delegate$/);
});
