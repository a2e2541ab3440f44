import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { words } from "./words.ts";

// Several screens in turn, each in three languages: a slow machine is given its time.
test.describe.configure({ timeout: 300_000 });

async function expectAccessible(page: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations).toEqual([]);
}

const delegation = { en: "Armenia", ar: "أرمينيا" } as const;
const explanation = "Supported without prejudice to our national procedures.";

for (const locale of ["en", "ar"] as const)
	test(`support, its explanation and its withdrawal stand on the public roll, ${locale}`, async ({
		hall,
	}) => {
		const options = { locale };
		const audience = (await hall.audience({ ...options, colorScheme: "dark" })).page;
		const delegate = (await hall.join("delegate", options)).page;
		const sponsor = (await hall.join("host", options)).page;
		const say = (id: string) => words(locale, id);
		const block = delegate.locator(".block-initiative");
		const heading = audience.locator(".initiative h2");
		const listed = audience.locator(".supporters li").filter({ hasText: delegation[locale] });
		const dialog = delegate.getByRole("dialog");
		const before = Number(/\d+/.exec(await heading.innerText())?.[0]);

		await test.step("a delegation supports the first version and says why", async () => {
			await expect(listed).toHaveCount(0);
			await block.getByRole("button", { name: say("delegate.declareSupport") }).click();
			await dialog.getByRole("textbox").fill(explanation);
			await expectAccessible(delegate);
			await dialog.getByRole("button", { name: say("version.declareFor") }).click();
			await expect(dialog).toHaveCount(0);
			await expect(listed.locator(".roll-note")).toHaveText(say("initiative.seat"));
			await expect(heading).toContainText(String(before + 1));
			const explained = audience.locator(".explanation").filter({ hasText: delegation[locale] });
			await expect(explained.locator("blockquote")).toBeHidden();
			await explained.locator("summary").click();
			await expect(explained.locator("blockquote")).toHaveText(explanation);
		});

		await test.step("a sponsor publishes a new version, and the support stays with the old one", async () => {
			await sponsor.getByRole("button", { name: say("version.new") }).click();
			const summary = sponsor.getByRole("dialog").getByRole("textbox", { name: say("version.summary") });
			await sponsor.getByRole("dialog").getByRole("combobox").selectOption(locale);
			await summary.fill(`${await summary.inputValue()} ++`);
			await expectAccessible(sponsor);
			await sponsor
				.getByRole("dialog")
				.getByRole("button", { name: say("version.publish") })
				.click();
			await expect(sponsor.getByRole("dialog")).toHaveCount(0);
			await expect(audience.locator(".initiative-present")).toContainText(/2.*1.*\d+/);
			await expect(listed).toContainText(/1$/);
			await expect(audience.locator(".initiative-versions details")).toHaveCount(2);
		});

		await test.step("the delegation reads what changed and supports the new version, with the same words", async () => {
			await block.getByRole("button", { name: say("initiative.readText") }).click();
			await expect(dialog.locator(".changed-text ins")).toContainText("++");
			await expectAccessible(delegate);
			await dialog.getByRole("combobox").nth(1).selectOption("");
			await expect(dialog.locator(".changed-text")).toHaveCount(0);
			await dialog.locator(".dialog-actions button").click();
			await block.getByRole("button", { name: say("version.declareFor") }).click();
			await expect(dialog.getByRole("textbox")).toHaveValue(explanation);
			await dialog.getByRole("button", { name: say("version.declareFor") }).click();
			await expect(listed.locator(".roll-note")).toHaveText(say("initiative.seat"));
			await expect(listed.locator(".roll-note")).not.toContainText("1");
		});

		await test.step("it withdraws, and the roll keeps that it had supported", async () => {
			await block.getByRole("button", { name: say("delegate.withdrawSupport") }).click();
			await expectAccessible(delegate);
			await dialog.getByRole("button", { name: say("delegate.withdrawSupport") }).click();
			await expect(listed).toHaveCount(0);
			await expect(heading).toContainText(String(before));
			const withdrawal = audience.locator(".withdrawal").filter({ hasText: delegation[locale] });
			await expect(withdrawal).toContainText(/\d\d:\d\d.*\d\d:\d\d/);
			await expectAccessible(audience);
		});
	});

test("the secretariat opens an initiative, and records support and its withdrawal in writing", async ({
	hall,
}) => {
	const audience = (await hall.audience()).page;
	const desk = (await hall.join("secretariat")).page;
	await desk.goto(desk.url().replace(/secretariat.*/, "secretariat/programme"));
	const dialog = desk.getByRole("dialog");
	const section = desk.locator(".desk-initiatives");
	const row = section.getByRole("row").filter({ hasText: "Blue Helmet Health" });
	const roll = audience.locator(".initiative").filter({ hasText: "Health of Blue Helmets" });

	await section.getByRole("button", { name: "Open an initiative" }).click();
	await dialog.getByRole("textbox", { name: "Title", exact: true }).fill("Health of Blue Helmets");
	await dialog.getByRole("textbox", { name: "Short title" }).fill("Blue Helmet Health");
	await dialog.getByRole("textbox", { name: "Summary" }).fill("Care for those who keep the peace.");
	await dialog.getByRole("button", { name: "Open an initiative" }).click();
	await expect(dialog.getByRole("alert")).toContainText("at least one sponsor");
	await dialog.getByRole("checkbox", { name: "Norway" }).check();
	await expectAccessible(desk);
	await dialog.getByRole("button", { name: "Open an initiative" }).click();
	await expect(roll.getByRole("heading").first()).toContainText("1 delegation supports");
	await expect(roll.locator(".supporters li")).toContainText(["Norway"]);

	await row.getByRole("button", { name: "Record support" }).click();
	await dialog.getByRole("combobox").selectOption({ label: "Ghana" });
	await dialog.getByRole("button", { name: "Support version 1" }).click();
	await expect(roll.locator(".supporters li").filter({ hasText: "Ghana" })).toContainText("In writing");

	await row.getByRole("button", { name: "New version" }).click();
	await dialog.getByRole("textbox", { name: "Text", exact: true }).fill("First.\n\nSecond.");
	await dialog.getByRole("button", { name: "Publish version 2" }).click();
	await roll.locator("summary").filter({ hasText: "Read the text" }).click();
	await expect(roll.locator(".initiative-paragraphs").first().locator("p")).toHaveText(["First.", "Second."]);

	await row.getByRole("button", { name: "Withdraw support" }).click();
	await dialog.getByRole("combobox").selectOption({ label: "Ghana" });
	await dialog.getByRole("button", { name: "Withdraw support" }).click();
	await expect(roll.locator(".withdrawal")).toContainText("Ghana");
	await expect(roll.getByRole("heading").first()).toContainText("1 delegation supports");
});

test("the text and the roll can be read without a script", async ({ hall, server }) => {
	const { page } = await hall.visit(`/${server.conferenceId}`, { javaScriptEnabled: false });
	const text = page.locator(".initiative-paragraphs").first();
	await expect(text).toBeHidden();
	await page.locator(".initiative-versions summary").first().click();
	await expect(text).toContainText("in partnership with the UN Secretariat");
	await expect(page.locator(".supporters li").first()).toContainText("Republic of Korea");
	await expect(page.locator(".supporters li").first()).toContainText("Sponsor");
});
