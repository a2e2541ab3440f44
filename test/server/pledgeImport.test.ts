import { expect, it } from "vitest";
import { content } from "../support/factories.ts";
import { RawClient } from "../support/rawClient.ts";
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

interface SentFrame {
	readonly from: number;
	readonly to: number;
	readonly events: readonly { readonly type: string }[];
}

/** The frames of events among the messages that a socket was sent. */
function framesOf(wire: string): SentFrame[] {
	return wire
		.split("\n")
		.filter((packet) => packet.startsWith('42["frame",'))
		.map((packet) => (JSON.parse(packet.slice(2)) as [string, SentFrame])[1]);
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

it("an import of five thousand is one small frame to every socket, and the act after it cuts nobody", async () => {
	const server = await startTestServer();
	const cookie = await server.cookie("desk");
	const viewers = [{}, { cookie }, { cookie: await server.cookie("ury-minister") }];
	const sockets: RawClient[] = [];
	for (const headers of viewers) {
		const socket = await RawClient.open(server.url, headers);
		if (socket === undefined) throw new Error("A viewer was not let in");
		await socket.follow(server.url, "seoul", headers);
		sockets.push(socket);
	}
	const before = sockets.map(({ bytes }) => bytes);
	const many = Array.from({ length: 5000 }, (_, index) =>
		row("idn", { title: `Pledge number ${index + 1}.` }),
	);
	expect((await send(server, cookie, many)).status).toBe(201);
	await server.act("desk", { type: "changeNeed", needId: "hospitals", quantity: 400 });
	for (const [index, socket] of sockets.entries()) {
		await socket.until(() => socket.closed || socket.wire.includes("NeedChanged"));
		expect(socket.closed).toBe(false);
		const frames = framesOf(socket.wire);
		// Who is sent a hole asks for the snapshot, which is compressed once for everybody.
		expect(frames.map(({ events }) => events.map(({ type }) => type))).toEqual([[], ["NeedChanged"]]);
		const [hole, next] = frames;
		expect([hole!.from, next!.from]).toEqual([hole!.to + 1, hole!.to + 1]);
		expect(socket.bytes - before[index]!).toBeLessThan(10_000);
	}
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
