import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.ts";

const withoutScript = { javaScriptEnabled: false };

test("each figure opens the rows that it counts, without a script", async ({ hall }) => {
	const { page } = await hall.audience(withoutScript);
	const row = page.getByRole("row", { name: /^Medical / });
	const [delegations, pledges] = await row.getByRole("cell").allTextContents();
	await row.getByRole("link").click();
	await expect(page.getByRole("heading", { level: 1, name: "Medical" })).toBeVisible();
	await expect(page.getByText(`${pledges} pledges`)).toBeVisible();
	await expect(page.getByText(`${delegations} delegations`)).toBeVisible();
	await expect(page.getByText(/the column of delegations has no sum/)).toBeVisible();
	await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(Number(pledges));

	const pledge = page.getByRole("main").getByRole("listitem").first();
	const title = (await pledge.getByRole("paragraph").first().textContent()) ?? "";
	await pledge.getByRole("link", { name: title }).click();
	await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
	await page.getByRole("article").getByRole("link").first().click();
	await expect(page).toHaveURL(/\/delegations\/[a-z]+$/);
	await expect(page.getByText(title).first()).toBeVisible();
	await page.getByRole("link", { name: "Back to the tally" }).click();
	await expect(page.getByRole("heading", { name: "Capability gaps being closed" })).toBeVisible();
});

test("the rows come alive, and axe finds nothing on them in two directions", async ({ hall, server }) => {
	for (const path of ["pledges", "pledges/1", "delegations/idn"]) {
		const { page } = await hall.visit(`/${server.conferenceId}/${path}`);
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		await page.goto(`${page.url()}?lang=ar`);
		await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
		expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		await page.context().close();
	}
});
