import { expect } from "./fixtures.ts";
import { pointer } from "./hands.ts";
import { Session, test } from "./session.ts";

/** A statement in as many words as it takes to be counted, and one that nobody else may read before. */
const text = "Madam Chair, our delegation will deploy one field hospital. Canary of the seat.";

/** Longer than a dead holder is waited for (GV6), and than a call can be taken back (TX3). In ms. */
const patience = { timeout: 60_000 };

test("a text is filed ahead, read from with the floor, and public once delivered", async ({ hall }) => {
	const session = new Session(hall, pointer, "en");
	await session.seat("rwa", "nor", "ury");
	const { chair } = session;
	const [nor, ury] = [session.at("nor"), session.at("ury")];
	await session.open();
	await test.step("filed: its own delegation alone can read it", async () => {
		await session.press(nor, "texts.file");
		await nor.getByRole("dialog").getByRole("textbox", { name: "Text" }).fill(text);
		await session.submit(nor, "texts.file");
		await expect(nor.getByText("13 words", { exact: false }).first()).toBeVisible();
		await session.press(nor, "delegate.requestFloor");
		for (const page of [ury, chair]) expect(await page.content()).not.toContain("Canary of the seat");
	});
	await test.step("with the floor it stands before the speaker", async () => {
		await session.next("podium.callNextName");
		await expect(nor.getByText("Canary of the seat", { exact: false })).toBeVisible();
		await session.press(nor, "delegate.yieldFloor");
	});
	await test.step("delivered, it is public: anybody opens it", async () => {
		const link = ury
			.getByRole("link", { name: /Norway/ })
			.filter({ visible: true })
			.first();
		await expect(link).toBeVisible(patience);
		const address = await link.getAttribute("href");
		const answer = await fetch(hall.server.at(address ?? ""));
		expect(answer.status).toBe(200);
		expect(await answer.text()).toBe(text);
	});
});

test("a gavel whose holder is gone is taken over by the other co-chair, and everybody sees it", async ({
	hall,
}) => {
	const session = new Session(hall, pointer, "en");
	await session.seat("rwa", "usa", "nor");
	await session.open();
	const usa = session.at("usa");
	await expect(usa.getByText(/Rwanda presides/).first()).toBeVisible();
	await session.chair.context().close();
	await expect(usa.getByText(/Rwanda is not connected/).first()).toBeVisible();
	await expect(session.button(usa, "podium.takeOverGavel")).toBeEnabled(patience);
	await session.press(usa, "podium.takeOverGavel");
	await session.submit(usa, "podium.takeOverGavel");
	await expect(usa.getByText("Co-chair, presiding").first()).toBeVisible();
	await session.press(session.at("nor"), "delegate.requestFloor");
	await session.press(usa, "podium.callNextName");
	await expect(session.at("nor").getByRole("heading", { name: "You have the floor" })).toBeVisible();
});

test("a late request goes to the chair, who declines one and adds another", async ({ hall }) => {
	const session = new Session(hall, pointer, "en");
	await session.seat("rwa", "nor", "ury");
	await session.open();
	const { chair } = session;
	await session.press(chair, "podium.closeList");
	for (const delegation of ["nor", "ury"] as const) {
		const page = session.at(delegation);
		await page.getByRole("button", { name: /Ask the chair/ }).click();
		await page
			.getByRole("dialog")
			.getByRole("textbox", { name: "Reason for the chair" })
			.fill(`${delegation} was in the air`);
		await session.submit(page, "delegate.sendRequest");
		await expect(page.getByText("The chair has your request").first()).toBeVisible();
	}
	// Between the delegation and whoever answers: the other one sees nothing of it.
	expect(await session.at("nor").content()).not.toContain("ury was in the air");
	const row = (name: string) => chair.locator(".list-block-row").filter({ hasText: name });
	await row("Norway").getByRole("button", { name: "Decline" }).click();
	await chair.getByRole("dialog").getByRole("textbox").fill("The meeting ends at five");
	await session.submit(chair, "podium.decline");
	await expect(
		session.at("nor").getByText("The meeting ends at five", { exact: false }).first(),
	).toBeVisible();
	await row("Uruguay").getByRole("button", { name: "Add to the list" }).click();
	await session.expectOrder("ury");
	await expect(session.at("ury").getByText("You are next").first()).toBeVisible();
});
