import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** What has focus, by its name, and whether it shows so: an outline or a ring that is not there without focus. */
function focus(page: Page): Promise<{ name: string; isShown: boolean }> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!(element instanceof HTMLElement) || element === document.body) return { name: "", isShown: true };
		const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
		const isOutlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
		const name = element.getAttribute("aria-label") ?? element.innerText ?? element.tagName;
		return { name: name.replaceAll(/\s+/g, " ").trim(), isShown: isOutlined || boxShadow !== "none" };
	});
}

/** Goes on with Tab, or back, until something of this name has focus; everything on the way shows that it has it. */
async function tabTo(page: Page, name: RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
	const passed: string[] = [];
	for (let step = 0; step < 80; step += 1) {
		await page.keyboard.press(key);
		const now = await focus(page);
		passed.push(now.name);
		expect(now.isShown, `focus is seen on “${now.name}”`).toBe(true);
		if (name.test(now.name)) return;
	}
	throw new Error(`${name} is not reached: ${passed.join(" | ")}`);
}

/** Goes on through a row, part by part, until something of this name has focus. */
async function arrowTo(page: Page, name: string): Promise<void> {
	const passed: string[] = [];
	for (let step = 0; step < 12; step += 1) {
		const before = await page.evaluateHandle(() => document.activeElement);
		await page.keyboard.press("ArrowRight");
		await page.waitForFunction((element) => document.activeElement !== element, before);
		const now = await focus(page);
		passed.push(now.name);
		if (now.name === name) return;
	}
	throw new Error(`${name} is not reached: ${passed.join(" | ")}`);
}

test("a delegate asks for the floor, drafts a pledge and withdraws, by keys alone", async ({ hall }) => {
	const { page } = await hall.join("delegate");
	await expect(page.getByText("Connected")).toBeVisible();
	await page.keyboard.press("f");
	await expect(page.getByText("You are in the list")).toBeVisible();

	await tabTo(page, /^Add a pledge/);
	await page.keyboard.press("Enter");
	const dialog = page.getByRole("dialog", { name: "Add a pledge" });
	// The dialog opens where one begins to write, and single keys are letters there.
	await page.keyboard.type("Four helicopters, yes");
	await expect(dialog.getByLabel("What is pledged")).toHaveValue("Four helicopters, yes");
	await tabTo(page, /^Save as draft/);
	await page.keyboard.press("Enter");
	await expect(dialog).toBeHidden();
	await expect(page.getByRole("article", { name: "Four helicopters, yes" })).toContainText("Draft");
	// Focus returns to what opened the dialog.
	expect((await focus(page)).name).toMatch(/^Add a pledge/);

	// Back, because the pledges, which can be withdrawn as well, come after the floor.
	await tabTo(page, /^Withdraw$/, "Shift+Tab");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("button", { name: "Request the floor" })).toBeVisible();
});

test("a chair presides by keys alone", async ({ hall }) => {
	const { page } = await hall.join("chair");
	await expect(page.getByText("Connected")).toBeVisible();
	const callNext = page.getByRole("button", { name: /^Call next/ });
	// As it is compared: the text with its key, and not as it is laid out.
	const first = (await callNext.textContent()) ?? "";

	await page.keyboard.press("Space");
	await expect(page.getByText("paused by the chair")).toBeVisible();
	await page.keyboard.press("Space");
	await expect(page.getByText("paused by the chair")).toBeHidden();
	await page.keyboard.press("e");
	await expect(page.getByRole("timer").first()).toContainText("of 5:00");
	await page.keyboard.press("n");
	await expect(callNext).not.toHaveText(first);
	// A key pressed before the console has drawn the new speaker would mean the one before, and be refused (FL4).
	await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
	await page.keyboard.press("d");
	await expect(page.getByText("Nobody has the floor").first()).toBeVisible();

	await page.keyboard.press("?");
	await expect(page.getByRole("dialog", { name: "All shortcuts" })).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(page.getByRole("dialog")).toHaveCount(0);

	const second = page.getByRole("grid").getByRole("row").nth(2);
	const name = (await second.getByRole("rowheader").innerText()).split("\n")[0] ?? "";
	await page.keyboard.press("+");
	const dialog = page.getByRole("dialog", { name: "Add a delegation" });
	await expect(dialog.getByLabel("Delegation")).toBeFocused();
	await page.keyboard.press("Escape");
	await expect(dialog).toBeHidden();

	// As Tab and the arrows go: the table is one stop, its rows are walked up and down, their parts sideways.
	const rows = page.getByRole("grid").getByRole("row");
	await rows.nth(1).focus();
	await expect(rows.nth(1)).toBeFocused();
	await page.keyboard.press("ArrowDown");
	await expect(second).toBeFocused();
	await arrowTo(page, `Move ${name}`);
	await page.keyboard.press("Enter");
	await page.getByRole("menuitem", { name: "Up by one" }).press("Enter");
	await page.keyboard.type("Agreed between the two");
	await page.keyboard.press("Enter");
	await expect(page.getByRole("grid").getByRole("row").nth(1)).toContainText(name);
});

test("the public page can be walked through, beginning with a way past its head", async ({ hall }) => {
	const { page } = await hall.audience();
	await page.keyboard.press("Tab");
	expect((await focus(page)).name).toBe("Go to the tally");
	await expect(page.getByRole("link", { name: "Go to the tally" })).toBeInViewport();
	await tabTo(page, /^Français$/);
	await tabTo(page, /^Theme/);
	await page.keyboard.press("Enter");
	await expect(page.locator("html")).toHaveAttribute("data-theme", /light|dark/);
});
