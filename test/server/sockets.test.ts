import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { ask, cookieFor } from "../support/asking.ts";
import { connect, TestClient } from "../support/client.ts";
import { RawClient } from "../support/rawClient.ts";
import { startTestServer } from "../support/server.ts";

describe("sockets", () => {
	it("are cut when the sign-in expires, and told nothing more", async () => {
		const server = await startTestServer();
		const cookie = await cookieFor(server, "desk", "seoul", 1500);
		const client = new TestClient(server.url, { cookie });
		expect(await client.connected()).toBe(true);
		expect(await client.enter()).toMatchObject({ audience: "secretariat" });
		const told = new Promise((resolve) => client.socket.once("signedOut", resolve));
		const gone = client.disconnected();
		await told;
		await gone;
		const { wire } = client;
		const visitor = (await RawClient.open(server.url))!;
		await visitor.follow(server.url, "seoul");
		await server.act("desk", { type: "changeNeed", needId: "hospitals", quantity: 4 });
		// The public is told last.
		await visitor.until(() => visitor.wire.includes("NeedChanged"));
		expect(client.wire).toBe(wire);
	});

	it("of one sign-in are few: one more takes the place of the oldest", async () => {
		const server = await startTestServer();
		const cookie = await server.cookie("idn-minister");
		const open = async () => {
			const client = new TestClient(server.url, { cookie });
			expect(await client.connected()).toBe(true);
			return client;
		};
		const oldest = await open();
		await oldest.enter();
		const gone = oldest.disconnected();
		const others = [];
		for (let index = 0; index < 16; index += 1) others.push(await open());
		await gone;
		expect(others.every(({ socket }) => socket.connected)).toBe(true);
		// Somebody else is not concerned.
		expect(await new TestClient(server.url, { cookie: await server.cookie("idn-speaker") }).connected()).toBe(
			true,
		);
	});

	it("of visitors never keep out who takes part", async () => {
		const server = await startTestServer({ variables: { MAX_CONNECTIONS: "2" } });
		await connect(server);
		await connect(server);
		expect(await new TestClient(server.url).connected()).toBe(false);
		expect(await new TestClient(server.url, { cookie: "plenaria_sign_in=forged" }).connected()).toBe(false);
		const chair = await connect(server, "rwa-chair");
		expect(await chair.enter()).toMatchObject({ audience: "podium:rwa" });
	});

	it("survive whatever is no message, and answer what is no command", async () => {
		const server = await startTestServer();
		const deep = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
		const client = (await RawClient.open(server.url))!;
		await client.follow(server.url, "seoul");
		const bodies = [
			'{"type":{"toString":1}}',
			'{"type":["changeNeed"],"needId":"hospitals","quantity":1}',
			'{"type":"__proto__"}',
			'{"type":"constructor"}',
			'{"type":"changeNeed","needId":"hospitals","quantity":1,"__proto__":{"quantity":2}}',
			`{"type":"changeNeed","needId":"hospitals","quantity":1,"more":${deep(10_000)}}`,
			deep(12_000),
			"null",
		];
		for (const [index, body] of bodies.entries()) {
			client.send(`42${900 + index}["command",{"id":"no-command-${index}","command":${body}}]`);
			const answer = `43${900 + index}[{"status":"refused","code":"malformed","params":{}}]`;
			await expect.poll(() => client.wire.includes(answer), { message: body.slice(0, 60) }).toBe(true);
		}
		expect(({} as { quantity?: number }).quantity).toBeUndefined();
		const nonsense = [
			'42["join"]',
			"420[]",
			"420[null]",
			'451-["x",{"_placeholder":true,"num":0}]',
			"44",
			"9",
			"\0",
		];
		for (const packet of nonsense) (await RawClient.open(server.url))?.send(packet);
		await wait(50);
		expect((await ask(server, "GET", "/healthz")).status).toBe(200);
	});

	it("that ping and read no answers are cut before the answers pile up", async () => {
		const server = await startTestServer();
		const socket = new WebSocket(`${server.url.replace("http", "ws")}/socket/?EIO=4&transport=websocket`);
		socket.on("error", () => {});
		await new Promise((resolve) => socket.on("open", resolve));
		let pongs = 0;
		socket.on("pong", () => {
			pongs += 1;
		});
		for (let index = 0; index < 10; index += 1) socket.ping("x");
		await expect.poll(() => pongs).toBe(10);
		expect(socket.readyState).toBe(WebSocket.OPEN);
		for (let index = 0; index < 50; index += 1) socket.ping("x");
		await expect.poll(() => socket.readyState, { timeout: 3000 }).toBe(WebSocket.CLOSED);
	});

	it("cannot turn the conference's clock back", async () => {
		const server = await startTestServer();
		const desk = await connect(server, "desk");
		await desk.enter();
		const conference = server.conferences.get("seoul")!;
		let last = conference.now();
		for (const [index, journalAt] of [0, 1e15, -1e15, Date.now() * 2].entries()) {
			const command = { type: "setClockRate", rate: index % 2 === 0 ? 60 : 1, journalAt };
			expect(await desk.command(command, `clock-rate-${index}`)).toMatchObject({ status: "accepted" });
			const now = conference.now();
			expect(now).toBeGreaterThanOrEqual(last);
			expect(now - last).toBeLessThan(120_000);
			last = now;
		}
	});
});
