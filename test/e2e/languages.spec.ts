import type { Page } from "@playwright/test";
import { interfaceLanguages } from "../../shared/protocol/locale.ts";
import { expect, test } from "./fixtures.ts";
import { words } from "./words.ts";

const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** The page is as wide as its window, and its header at a desk as high as it should be, however long the words of a language are. */
async function expectToFit(page: Page, header: string): Promise<void> {
	const across = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	await page.setViewportSize(phone);
	expect(await across()).toBe(0);
	await page.setViewportSize(desk);
	expect(await across()).toBe(0);
	const over = await page.locator(header).evaluate((top) => top.scrollHeight - top.clientHeight);
	expect(over).toBe(0);
}

for (const language of interfaceLanguages)
	test(`the public page and a seat speak ${language}, and fit`, async ({ hall }) => {
		await test.step("the public page", async () => {
			const { page } = await hall.audience({ viewport: desk });
			await page.goto(`${page.url()}?lang=${language}`);
			await expect(page.locator("html")).toHaveAttribute("lang", language);
			await expect(page.getByRole("heading", { name: words(language, "audience.boardTitle") })).toBeVisible();
			await expectToFit(page, ".site-header");
		});
		await test.step("a delegate’s seat", async () => {
			const { page } = await hall.join("host", { viewport: desk });
			await page.goto(`${page.url()}?lang=${language}`);
			await expect(page.locator("html")).toHaveAttribute("lang", language);
			await expect(page.getByRole("banner")).toBeVisible();
			await expectToFit(page, ".console-header");
		});
	});
