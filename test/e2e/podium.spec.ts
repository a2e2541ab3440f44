import { expect, test } from "./fixtures.ts";

test("a form that the chair fills in is not disturbed by what happens meanwhile", async ({ hall }) => {
	const [chair, delegate] = [await hall.join("chair"), await hall.join("delegate")];
	const { page } = chair;
	await expect(page.getByText("Connected")).toBeVisible();
	const second = page.getByRole("grid").getByRole("row").nth(2);
	const name = (await second.getByRole("rowheader").innerText()).split("\n")[0] ?? "";
	await second.getByRole("button", { name: `Move ${name}`, exact: true }).click();
	await page.getByRole("menuitem", { name: "To the first place" }).click();
	const dialog = page.getByRole("dialog", { name: `Move ${name}` });
	const reason = dialog.getByLabel("Reason");
	await expect(reason).toBeFocused();
	await page.keyboard.type("Agreed ");
	const list = page.getByText(/^(Open|Closing announced), \d+ to speak$/);
	const before = await list.innerText();

	await delegate.page.getByRole("button", { name: "Request the floor" }).click();
	await expect(list).not.toHaveText(before);

	// The same field with the same focus: what is typed on goes on.
	await expect(reason).toBeFocused();
	await page.keyboard.type("between the two");
	await expect(reason).toHaveValue("Agreed between the two");
	await page.keyboard.press("Enter");
	await expect(dialog).toBeHidden();
	await expect(page.getByRole("grid").getByRole("row").nth(1)).toContainText(name);
});

test("UN1 a call is taken back by the key that its note shows, and the list is as it was", async ({
	hall,
}) => {
	const { page } = await hall.join("chair");
	await expect(page.getByText("Connected")).toBeVisible();
	const callNext = page.getByRole("button", { name: /^Call next/ });
	const first = (await callNext.textContent()) ?? "";
	const order = await page.getByRole("grid").getByRole("rowheader").allInnerTexts();
	await page.keyboard.press("n");
	await expect(page.getByRole("button", { name: /^Undo, \d+ s/ })).toBeVisible();
	await expect(callNext).not.toHaveText(first);
	await page.keyboard.press("z");
	await expect(callNext).toHaveText(first);
	await expect(page.getByRole("button", { name: /^Undo/ })).toHaveCount(0);
	expect(await page.getByRole("grid").getByRole("rowheader").allInnerTexts()).toEqual(order);
});

test("SL16 X says where an absent delegation goes before it is sent there", async ({ hall }) => {
	const { page } = await hall.join("chair");
	await expect(page.getByText("Connected")).toBeVisible();
	await page.keyboard.press("d");
	await expect(page.getByText("Nobody has the floor").first()).toBeVisible();
	const rows = page.getByRole("grid").getByRole("row");
	const name = (await rows.nth(1).getByRole("rowheader").innerText()).split("\n")[0] ?? "";
	await page.keyboard.press("x");
	const dialog = page.getByRole("dialog", { name: `Mark ${name} as absent` });
	await expect(dialog).toContainText("It goes to the end of its class");
	await dialog.getByRole("button", { name: "Mark as absent" }).click();
	await expect(rows.last()).toContainText(name);
	await expect(rows.last()).toContainText("Called and absent");
});
