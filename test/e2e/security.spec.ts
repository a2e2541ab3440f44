import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "./fixtures.ts";

test("every page says what it may load and forbids the rest", async ({ hall, server }) => {
	const audience = await hall.audience();
	const chair = await hall.join("chair");
	for (const { page } of [audience, chair]) {
		const response = await page.reload();
		const headers = response?.headers() ?? {};
		const policy = headers["content-security-policy"] ?? "";
		expect(policy).toContain("default-src 'none'");
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toContain("unsafe");
		expect(headers).toMatchObject({
			"x-content-type-options": "nosniff",
			"referrer-policy": "strict-origin",
		});
		// Only a server that is reached by https may promise to stay so.
		expect(headers["strict-transport-security"]).toBeUndefined();
	}
	const cookies = await chair.page.context().cookies();
	expect(cookies.find(({ name }) => name.includes("sign_in"))).toMatchObject({
		httpOnly: true,
		sameSite: "Lax",
	});
	expect((await fetch(server.at("/api/conferences/none/snapshot"))).headers.get("x-powered-by")).toBeNull();
});

test("the public page carries no style attributes and no script of its own", async ({ hall }) => {
	const { page } = await hall.audience();
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	const html = await (await page.request.get(page.url())).text();
	expect(html).not.toMatch(/<[^>]+ style=/);
	expect(html).not.toMatch(/<script(?![^>]*(src=|type="application\/json"))/);
	// Its one sheet, which the policy names by its hash.
	expect(html.match(/<style/g)).toHaveLength(1);
});

test("a page of another origin gets no socket", async ({ hall, server }) => {
	const elsewhere = createServer((_request, response) =>
		response.setHeader("Content-Type", "text/html").end("<p>"),
	);
	await once(elsewhere.listen(0, "localhost"), "listening");
	const { page } = await hall.audience();
	await page.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}/`);
	hall.expectCuts();
	const said = page.waitForEvent("console", (message) => message.text().includes("WebSocket"));
	await page.evaluate(
		(url) => void new WebSocket(url),
		`${server.origin.replace("http", "ws")}/socket/?EIO=4&transport=websocket`,
	);
	expect((await said).text()).toContain("Unexpected response code: 400");
	elsewhere.close();
	elsewhere.closeAllConnections();
});

test("a console cannot be opened without a sign-in, nor by another role", async ({ hall, server }) => {
	const stranger = await fetch(server.at(`/${server.conferenceId}/secretariat`));
	expect(stranger.status).toBe(403);
	const { page } = await hall.join("delegate");
	await page.goto(page.url().replace("/delegate", "/secretariat"));
	await expect(page).toHaveURL(/\/delegate$/);
});

test("a personal link says who is about to join, and signs in at its button only", async ({
	hall,
	server,
}) => {
	const { page } = await hall.visit(new URL(server.link("host")).pathname);
	await expect(page.getByRole("button")).toHaveCount(1);
	await expect(page.getByText("Republic of Korea")).toBeVisible();
	expect((await page.context().cookies()).filter(({ name }) => name.includes("sign_in"))).toEqual([]);
	await page.getByRole("button").click();
	await expect(page).toHaveURL(/\/delegate$/);
});
