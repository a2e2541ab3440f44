import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

const title = "A level 2 hospital with a surgical team";
const corrected = "A level 2 hospital with two surgical teams";
const duplicate = "Level 2 hospital, one surgical team";
const imported = ["Two courses in the disposal of mines", "A transport company of forty trucks"] as const;
const question = "Is the anaesthetist included?";
const answer = "Yes, with two nurses.";

const head = "delegation,title,category,stage";
const goodRow = `kor,${imported[0]},training,announced`;
const mended = [head, goodRow, `idn,${imported[1]},equipment,announced`].join("\n");
const bad = [head, goodRow, `idn,${imported[1]},lorries,announced`].join("\n");

/** What axe finds in the dialog that is open, once it has faded in. */
async function expectAccessibleDialog(page: Page): Promise<void> {
	await page.emulateMedia({ reducedMotion: "reduce" });
	for (const colorScheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme });
		const { violations } = await new AxeBuilder({ page }).include("dialog[open]").analyze();
		expect(violations, colorScheme).toEqual([]);
	}
}

test("the desk asks, clears, announces, confirms, corrects, merges and imports, and the public reads the rows", async ({
	hall,
	server,
}) => {
	// Four windows and three dialogs that axe reads in two schemes, far from the limit.
	test.setTimeout(300_000);
	const delegate = (await hall.join("delegate")).page;
	const desk = (await hall.join("secretariat")).page;
	const audience = (await hall.audience()).page;
	const rows = (await hall.visit(`/${server.conferenceId}/pledges`)).page;
	for (const page of [delegate, desk])
		await expect(page.getByRole("banner").getByText("Connected")).toBeVisible();
	const dialog = desk.getByRole("dialog");
	const detail = desk.getByRole("complementary").filter({ has: desk.getByRole("heading", { level: 2 }) });
	const card = (name: string) => delegate.getByRole("article", { name });
	const row = (name: string) => rows.getByRole("main").getByRole("listitem").filter({ hasText: name });

	async function submit(words: string): Promise<void> {
		const form = delegate.getByRole("dialog");
		await delegate.getByRole("button", { name: "Add a pledge" }).click();
		await form.getByLabel("What is pledged").fill(words);
		await form.getByRole("button", { name: "Submit to the secretariat" }).click();
		await expect(form).toHaveCount(0);
		await expect(card(words)).toContainText("Submitted");
	}

	/** Finds a pledge in the desk's table and opens its detail. */
	async function choose(words: string): Promise<void> {
		await desk.getByRole("searchbox").fill(words);
		await desk.getByRole("row", { name: words }).click();
		await expect(detail.getByRole("heading", { level: 2, name: words })).toBeVisible();
	}

	/** Presses an act of the detail; `press` is the button in the dialog that it opens. */
	async function act(name: string): Promise<void> {
		await detail.getByRole("button", { name, exact: true }).click();
		await expect(dialog).toBeVisible();
	}
	async function press(name: string): Promise<void> {
		await dialog.getByRole("button", { name, exact: true }).click();
		await expect(dialog).toHaveCount(0);
	}

	await test.step("what the desk asks is answered by the delegation, and then cleared", async () => {
		await submit(title);
		await choose(title);
		await act("Query");
		await dialog.getByRole("textbox").fill(question);
		await press("Send the query");
		await expect(card(title)).toContainText(question);
		await card(title).getByRole("button", { name: "Answer", exact: true }).click();
		const form = delegate.getByRole("dialog");
		await form.getByLabel("Your answer").fill(answer);
		await form.getByRole("button", { name: "Submit to the secretariat" }).click();
		await expect(detail).toContainText(`Answered: ${answer}`);
		await detail.getByRole("button", { name: "Clear", exact: true }).click();
		await expect(detail).toContainText("Cleared by the pledge desk");
		await expect(card(title)).toContainText("Cleared by the secretariat");
		await rows.reload();
		await expect(rows.getByRole("main").getByRole("listitem").first()).toBeVisible();
		await expect(row(title)).toHaveCount(0);
	});

	await test.step("announced in writing it is public at once, and marked so", async () => {
		await act("Announce");
		await dialog.getByRole("radio", { name: "In writing, without the floor" }).check();
		await press("Announce in writing");
		await expect(audience.getByText(title).filter({ visible: true }).first()).toBeVisible();
		await rows.reload();
		await expect(row(title)).toContainText("In writing");
		await expect(row(title)).not.toContainText("Confirmed");
	});

	await test.step("confirmed, and corrected with the reason", async () => {
		await act("Confirm in writing");
		await press("Confirm in writing");
		await rows.reload();
		await expect(row(title)).toContainText("Confirmed");

		await act("Correct");
		await expect(dialog.getByRole("button", { name: "Correct", exact: true })).toHaveAttribute(
			"aria-disabled",
			"true",
		);
		await dialog.getByLabel("Reason").fill("A note of the mission");
		await dialog.getByLabel("What is pledged").fill(corrected);
		await expect(dialog.getByRole("heading", { name: "What changes: 1 field" })).toBeVisible();
		await expect(dialog.getByRole("deletion")).toHaveText(title);
		await expect(dialog.getByRole("insertion")).toHaveText(corrected);
		await expectAccessibleDialog(desk);
		await press("Correct");
		await expect(detail.getByRole("heading", { level: 2, name: corrected })).toBeVisible();
		await rows.reload();
		await expect(row(corrected)).toContainText("Corrected");
		// Other words were confirmed before.
		await expect(row(corrected)).not.toContainText("Confirmed");
		await row(corrected).getByRole("link", { name: corrected }).click();
		await expect(rows.getByText("A note of the mission")).toBeVisible();
		await expect(rows.getByText(title, { exact: false }).first()).toBeVisible();
		await rows.goBack();
	});

	await test.step("a duplicate goes into the pledge that stays", async () => {
		await submit(duplicate);
		await choose(duplicate);
		await act("Merge");
		await dialog.getByRole("combobox").selectOption({ label: await optionWith(desk, corrected) });
		const words = dialog.getByRole("row").filter({ has: desk.getByRole("rowheader", { name: /^Pledge/ }) });
		await expect(words.getByRole("cell")).toHaveText([duplicate, corrected]);
		await expect(words.getByRole("rowheader")).toContainText("differs");
		await expectAccessibleDialog(desk);
		await press("Merge");
		await expect(detail).toContainText("Merged");
		await rows.reload();
		await expect(row(corrected)).toHaveCount(1);
		await expect(row(duplicate)).toHaveCount(0);
	});

	await test.step("a sheet with a bad row is refused by its number, and taken when it is mended", async () => {
		await desk.getByRole("button", { name: "Import" }).click();
		const file = (text: string) => ({
			name: "pledges.csv",
			mimeType: "text/csv",
			buffer: Buffer.from(text),
		});
		await dialog.getByLabel("File (CSV)").setInputFiles(file(bad));
		await expect(dialog.getByRole("listitem")).toHaveCount(1);
		await expect(dialog.getByRole("listitem")).toContainText("Row 3:");
		await expectAccessibleDialog(desk);
		await expect(dialog.getByRole("button", { name: "Import 2 pledges" })).toHaveAttribute(
			"aria-disabled",
			"true",
		);
		await dialog.getByLabel("File (CSV)").setInputFiles(file(mended));
		await expect(dialog.getByRole("listitem")).toHaveCount(0);
		await press("Import 2 pledges");
		for (const words of imported) await choose(words);
		await rows.reload();
		for (const words of imported) await expect(row(words)).toContainText("In writing");
	});

	await test.step("what the filters let through is taken away as a file, with all its fields", async () => {
		await desk.getByRole("searchbox").fill("two courses");
		await desk.getByRole("combobox", { name: "Form" }).selectOption("From the floor");
		await expect(desk.getByText("No pledge matches")).toBeVisible();
		await desk.getByRole("combobox", { name: "Form" }).selectOption("In writing");
		await desk.getByRole("combobox", { name: "Gap" }).selectOption("Closes no gap");
		await expect(desk.getByRole("row", { name: imported[0] })).toBeVisible();
		const download = desk.waitForEvent("download");
		await desk.getByText("Export", { exact: true }).click();
		await desk.getByRole("button", { name: "All fields (JSON)" }).click();
		const file = await download;
		expect(file.suggestedFilename()).toBe("seoul-2021-rehearsal-pledges.json");
		const { pledges } = JSON.parse(await readFile(await file.path(), "utf8"));
		expect(pledges).toHaveLength(1);
		expect(pledges[0]).toMatchObject({ title: imported[0], category: "training", state: "announced" });
	});
});

/** The whole words of a choice that says this among others. */
async function optionWith(page: Page, words: string): Promise<string> {
	return await page.getByRole("dialog").getByRole("option").filter({ hasText: words }).innerText();
}

test("PL21 what the desk says a currency is worth stands beside the amount at once", async ({ hall }) => {
	const desk = (await hall.join("secretariat")).page;
	const audience = (await hall.audience()).page;
	await expect(desk.getByRole("banner").getByText("Connected")).toBeVisible();
	const dialog = desk.getByRole("dialog");
	await desk.getByRole("button", { name: "Import" }).click();
	const sheet = [
		"delegation,title,category,stage,unit,amount,currency",
		"kor,Funds for training,finance,announced,money,1000000,EUR",
	];
	await dialog.getByRole("textbox").fill(sheet.join("\n"));
	await dialog.getByRole("button", { name: "Import 1 pledge" }).click();
	await expect(dialog).toHaveCount(0);
	const amount = audience.getByRole("row", { name: /Money, EUR/ });
	await expect(amount).toContainText("€1,000,000");
	await expect(amount).not.toContainText("$");

	await desk.getByRole("button", { name: "Rates" }).click();
	const rate = dialog.getByRole("listitem").filter({ hasText: "EUR" });
	await expect(rate).toContainText("No rate yet");
	await rate.getByRole("button", { name: "Give a rate" }).click();
	await expect(dialog.getByRole("combobox", { name: "Currency" })).toHaveValue("EUR");
	await dialog.getByLabel("US dollars for one unit").fill("1.13");
	await dialog.getByLabel("Rate of").fill("2021-12-07");
	await expectAccessibleDialog(desk);
	await dialog.getByRole("button", { name: "Give the rate" }).click();
	await expect(rate).toContainText("1.13");
	await expect(rate).toContainText("2021-12-07");
	await expect(amount).toContainText("€1,000,000 ($1,130,000)");
});

test("PL12 the desk records what a partner has answered for its part", async ({ hall }) => {
	const desk = (await hall.join("secretariat")).page;
	await expect(desk.getByRole("banner").getByText("Connected")).toBeVisible();
	await desk.getByRole("combobox", { name: "Form" }).selectOption("With a missing part");
	// A partner that is named can answer; one that is still sought cannot.
	const missing = desk.getByRole("listitem").filter({ hasText: "missing" });
	await desk.getByRole("searchbox").fill("Republic of Korea");
	await desk.getByRole("row", { name: "Level 2 hospital with telemedicine links" }).click();
	const named = missing.filter({ hasNotText: "A partner is sought" });
	await expect(named).toHaveCount(1);
	await expect(missing.filter({ hasText: "A partner is sought" }).getByRole("button")).toHaveCount(0);
	const partner = await named.locator("bdi").first().innerText();
	await named.getByRole("button", { name: "Record its answer" }).click();
	const dialog = desk.getByRole("dialog", { name: `Answer of ${partner}` });
	await dialog.getByRole("radio", { name: `${partner} confirms its part` }).check();
	await expectAccessibleDialog(desk);
	await dialog.getByRole("button", { name: "Record the confirmation" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(named).toHaveCount(0);
	await expect(desk.getByText(`${partner} confirmed its part`, { exact: false })).toBeVisible();

	// What was confirmed may be declined later; then nothing is left to choose.
	const confirmed = desk.getByRole("listitem").filter({ hasText: partner }).filter({ hasText: "Gives" });
	await confirmed.getByRole("button", { name: "Record its answer" }).click();
	await expect(dialog.getByRole("radio")).toHaveCount(1);
	await dialog.getByRole("button", { name: "Record that it declines" }).click();
	await expect(dialog).toHaveCount(0);
	await expect(confirmed).toContainText("declined");
});
