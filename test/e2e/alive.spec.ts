import { ServerProcess } from "../support/serverProcess.ts";
import { test as base, expect } from "./fixtures.ts";

/** The rehearsal as `npm start` runs it: the simulated participants sit at their seats and act. */
const test = base.extend({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
	server: async ({}, use) => {
		const server = await ServerProcess.start({ variables: { SIMULATION: "on" } });
		await use(server);
		await server.close();
	},
});

test("a newcomer finds the ministerial alive, and takes part beside it", async ({ hall }) => {
	const audience = (await hall.audience()).page;
	await expect(audience.getByText("Rehearsal data")).toBeVisible();
	// "61 pledges announced": by whoever acts next, the delegation that speaks or the pledge desk.
	const announced = audience.locator(".counters li").filter({ hasText: "pledges announced" });
	const before = await announced.innerText();
	await expect(announced).not.toHaveText(before, { timeout: 60_000 });

	const chair = (await hall.join("chair")).page;
	await expect(chair.getByText(/^8[0-3] of 83$/)).toBeVisible({ timeout: 60_000 });
	const callNext = chair.getByRole("button", { name: /^Call next/ });
	const next = (await callNext.innerText()).replace(/^Call next: /, "").split("\n")[0] ?? "";
	// The plate alone: the hall around it names every delegation, and the next ones, in any case.
	const plate = audience.locator(".hall-panel .plate");
	await expect(plate).not.toContainText(next, { ignoreCase: true });
	await callNext.click();
	await expect(plate).toContainText(next, { ignoreCase: true });
});
