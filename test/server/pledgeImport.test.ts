import { expect, it } from "vitest";
import { content } from "../support/factories.ts";
import type { TestServer } from "../support/server.ts";
import { startTestServer } from "../support/server.ts";

const commandId = "an-import-of-pledges";
const row = (delegationId: string, more = {}) => ({
	delegationId,
	content: content(more),
	stage: "announced" as const,
});

async function send(server: TestServer, cookie: string, pledges: unknown, id = commandId) {
	const response = await fetch(server.at("/api/conferences/seoul/pledges/import"), {
		method: "POST",
		headers: { "content-type": "application/json", cookie },
		body: JSON.stringify({ commandId: id, pledges }),
	});
	return { status: response.status, answer: await response.json() };
}

const tallied = async (server: TestServer) =>
	((await (await fetch(server.at("/seoul/tally.json"))).json()) as { pledges: { value: number } }).pledges
		.value;

it("PL19 five thousand pledges are taken in one file, once, and a bad row takes none of them", async () => {
	const server = await startTestServer();
	const cookie = await server.cookie("desk");
	const many = Array.from({ length: 5000 }, (_, index) =>
		row("idn", { title: `Pledge number ${index + 1}` }),
	);
	const bad = await send(server, cookie, [...many, row("atlantis")]);
	expect(bad).toMatchObject({ status: 409, answer: { code: "unknownDelegation", params: { row: 5001 } } });
	expect(await tallied(server)).toBe(0);
	expect(await send(server, cookie, many, "another-import")).toEqual({
		status: 201,
		answer: { imported: 5000 },
	});
	expect(await tallied(server)).toBe(5000);
	expect((await send(server, cookie, many, "another-import")).status).toBe(201);
	expect(await tallied(server)).toBe(5000);
});

it("PL19 nobody but the secretariat imports, and what is no pledge is refused", async () => {
	const server = await startTestServer();
	expect((await send(server, "", [row("idn")])).status).toBe(401);
	expect((await send(server, await server.cookie("idn-minister"), [row("idn")])).status).toBe(403);
	const desk = await server.cookie("desk");
	expect((await send(server, desk, [])).status).toBe(400);
	expect((await send(server, desk, [{ ...row("idn"), stage: "confirmed" }])).status).toBe(400);
	expect((await send(server, desk, [row("idn", { title: "x".repeat(10_000) })])).status).toBe(400);
	expect(await tallied(server)).toBe(0);
});
