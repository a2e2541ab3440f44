import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** How somebody works a console: with the pointer, or by keys alone. */
export interface Hands {
	/** Does what a button does; `key` is the single key that stands on it, if there is one. */
	press(page: Page, button: Locator, key?: string): Promise<void>;
	/** Chooses one of several. */
	choose(radio: Locator): Promise<void>;
	write(field: Locator, text: string): Promise<void>;
}

export const pointer: Hands = {
	press: (_page, button) => button.click(),
	choose: (radio) => radio.check(),
	write: (field, text) => field.fill(text),
};

export const keys: Hands = {
	async press(page, button, key) {
		await expect(button).toBeVisible();
		if (key === undefined) {
			await reach(page, button);
			await page.keyboard.press("Enter");
		} else {
			await expect(page.getByRole("dialog")).toHaveCount(0);
			await page.keyboard.press(key);
		}
	},
	async choose(radio) {
		const page = radio.page();
		const group = page.locator(`[name="${await radio.getAttribute("name")}"]`);
		await reach(page, group);
		// Tab comes to one of a group; the arrows choose among them.
		const count = await group.count();
		for (let step = 0; step < count && !(await radio.isChecked()); step += 1)
			await page.keyboard.press(step === 0 ? "Space" : "ArrowDown");
		await expect(radio).toBeChecked();
	},
	async write(field, text) {
		await reach(field.page(), field);
		await field.page().keyboard.type(text);
	},
};

/** Goes on with Tab until this, or one of these, has focus. */
async function reach(page: Page, wanted: Locator): Promise<void> {
	await expect(wanted.first()).toBeVisible();
	for (let step = 0; step < 120; step += 1) {
		const isThere = await wanted.evaluateAll((all) => all.some((each) => each === document.activeElement));
		if (isThere) return;
		await page.keyboard.press("Tab");
	}
	throw new Error(`Tab does not come to ${wanted}`);
}
