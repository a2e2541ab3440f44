import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "./fixtures.ts";
import { SeatOnSocket } from "./seatOnSocket.ts";

/** A site of somebody else, that shows an address of ours in a frame and notes what the frame tells it. */
async function anotherSite(framed: string): Promise<{ readonly address: string; readonly server: Server }> {
	const page = `<!doctype html><title>News</title><link rel="icon" href="data:,"><script>
		window.told = [];
		addEventListener("message", ({ data, origin }) => told.push({ data, origin }));
	</script><iframe src="${framed}" title="Tally" width="360" height="400"></iframe>`;
	const server = createServer((_request, response) =>
		response.setHeader("content-type", "text/html").end(page),
	);
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

interface Told {
	readonly data: { readonly type: string; readonly height: number };
	readonly origin: string;
}

test("another site frames the tally: it says its height, and lives", async ({ hall, server }) => {
	// A page without a socket comes first, so that there is somewhere to listen from.
	const { page } = await hall.visit(new URL(server.link("host")).pathname);
	const { origin } = new URL(page.url());
	const site = await anotherSite(`${origin}/${server.conferenceId}/embed?lang=en`);
	try {
		const joined = page
			.waitForEvent("websocket")
			.then((socket) =>
				socket.waitForEvent("framereceived", ({ payload }) =>
					payload.toString().includes('"status":"joined"'),
				),
			);
		await page.goto(site.address);
		const frame = page.frameLocator("iframe");
		const figure = frame.getByRole("heading").first();
		await expect(figure).toBeVisible();
		const told = () => page.evaluate(() => (window as unknown as { told: Told[] }).told);
		await expect.poll(async () => (await told()).length).toBeGreaterThan(0);
		const [first] = await told();
		expect(first).toMatchObject({ data: { type: "plenaria:size" }, origin });
		const height = await frame.locator("html").evaluate((html) => html.getBoundingClientRect().height);
		expect(Math.abs((first?.data.height ?? 0) - height)).toBeLessThan(2);

		// What is opened is opened beside it: no other page may stand in the frame.
		for (const link of [
			figure.getByRole("link"),
			frame.getByRole("link", { name: "support the Seoul Initiative" }),
		]) {
			const opened = page.waitForEvent("popup");
			await link.click();
			await expect((await opened).getByRole("banner")).toBeVisible();
		}

		await joined;
		const before = await frame.locator("body").innerText();
		const desk = await SeatOnSocket.at(server, "secretariat");
		await desk.announce("idn", {
			category: "medical",
			needId: "level-2-field-hospitals",
			title: "A hospital",
		});
		await expect.poll(() => frame.locator("body").innerText()).not.toBe(before);
		desk.leave();
	} finally {
		site.server.close();
	}
});

test("no other page of ours can be framed", async ({ hall, server }) => {
	const { page } = await hall.visit(new URL(server.link("host")).pathname);
	const { origin } = new URL(page.url());
	hall.expectUnframed();
	for (const path of ["", "/screen", "/pledges", "/podium"]) {
		const site = await anotherSite(`${origin}/${server.conferenceId}${path}`);
		try {
			await page.goto(site.address);
			const framed = () =>
				page
					.frames()
					.find((each) => each !== page.mainFrame())
					?.url();
			await expect.poll(framed, path).toBe("chrome-error://chromewebdata/");
		} finally {
			site.server.close();
		}
	}
});
