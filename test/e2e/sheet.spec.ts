import { expect, test } from "./fixtures.ts";

test("SL19 a sheet of inscriptions is looked at row by row, and taken without the rows that are left out", async ({
	hall,
}) => {
	const { page } = await hall.join("secretariat");
	await page.goto(page.url().replace(/secretariat.*/, "secretariat/programme/session-4"));
	await page.getByRole("link", { name: "Show the list" }).click();
	const rows = page.getByRole("table").getByRole("row");
	await expect(rows.filter({ hasText: "Finland" })).toHaveCount(0);

	await page.getByRole("button", { name: "Import a sheet" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("File (CSV)").setInputFiles({
		name: "inscriptions.csv",
		mimeType: "text/csv",
		buffer: Buffer.from(
			"\uFEFFdelegation;level;language;on_behalf_of;expected\r\nFinlande;M;fr;=1+1;4:30\r\nAtlantis;King;;;\r\nFIN;;;;\r\n",
		),
	});
	const preview = dialog.getByRole("table").getByRole("row");
	await expect(preview.filter({ hasText: "Atlantis" })).toContainText("“King” is no rank.");
	await expect(preview.nth(3)).toContainText("“FIN” stands in the sheet already.");
	const act = dialog.getByRole("button", { name: "Inscribe 1 delegation" });
	await expect(act).toHaveAttribute("aria-disabled", "true");
	await act.click({ force: true });
	await expect(dialog).toBeVisible();

	await dialog.getByLabel("Leave out the 2 rows that have mistakes").check();
	await act.click();
	await expect(dialog).toBeHidden();
	const finland = rows.filter({ hasText: "Finland" });
	await expect(finland).toContainText("Français");
	await expect(finland).toContainText("4:30");
	await expect(finland).toContainText("on behalf of =1+1");

	await finland.getByRole("button", { name: "Fix place: Finland" }).click();
	await dialog.getByLabel("Number of the place").fill("1");
	await dialog.getByRole("button", { name: "Save" }).click();
	await expect(rows.nth(1)).toContainText("Finland");
	await rows.nth(1).getByRole("button", { name: "Why here: Finland" }).click();
	await expect(rows.nth(1)).toContainText("Fixed place 1, set by the secretariat");
});
