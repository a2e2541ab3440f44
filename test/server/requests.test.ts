import { connect as connectTcp } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { ask, json } from "../support/asking.ts";
import { FaultyJournal } from "../support/faultyJournal.ts";
import { RawClient } from "../support/rawClient.ts";
import { startTestServer } from "../support/server.ts";

describe("requests", () => {
	it("come from a configured origin, once there is one", async () => {
		const origin = "https://plenary.example.org";
		const server = await startTestServer({ variables: { ORIGIN: origin } });
		const status = (headers: Record<string, string>) =>
			ask(server, "POST", "/sign-out", headers).then((answer) => answer.status);
		expect(await status({ origin, host: "plenary.example.org" })).toBe(303);
		// The same page without TLS, and a name that somebody else points here.
		expect(await status({ origin: "http://plenary.example.org", host: "plenary.example.org" })).toBe(403);
		expect(await status({ origin: "http://evil.example", host: "evil.example" })).toBe(403);
		expect(await status({ origin: "null" })).toBe(403);
		expect(await status({ "sec-fetch-site": "cross-site" })).toBe(403);
		const opened = (headers: Record<string, string>) => RawClient.open(server.url, headers);
		expect(await opened({ origin: "http://evil.example", host: "evil.example" })).toBeUndefined();
		expect(await opened({ origin })).toBeDefined();
	});

	it("get links to the configured origin, whatever Host they name", async () => {
		const server = await startTestServer({ variables: { TRUST_PROXY: "1" } });
		const headers = {
			...{ ...json, cookie: await server.cookie("desk"), host: "evil.example" },
			...{ "x-forwarded-host": "evil.example", forwarded: "host=evil.example" },
		};
		const wanted = JSON.stringify({ representativeId: "idn-minister", hours: 1 });
		const { body } = await ask(server, "POST", "/api/conferences/seoul/links", headers, wanted);
		expect(body).toContain(`"url":"http://localhost:${server.port}/join/`);
		expect(body).not.toContain("evil");
	});

	it("make a Secure cookie behind a proxy with TLS that is trusted, and no other", async () => {
		const joined = async (variables: Record<string, string>) => {
			const server = await startTestServer({ variables });
			const path = `/join/${await server.link("desk")}`;
			return (await ask(server, "POST", path, { "x-forwarded-proto": "https" })).cookies[0];
		};
		expect(await joined({ TRUST_PROXY: "1" })).toContain("; Secure");
		expect(await joined({})).not.toContain("Secure");
	});

	it("learn figures and reasons only from this machine or with the token", async () => {
		const token = "a-token-for-prometheus";
		const journal = new FaultyJournal();
		const server = await startTestServer({ journal, variables: { METRICS_TOKEN: token } });
		const metrics = (headers: Record<string, string>) =>
			ask(server, "GET", "/metrics", headers).then((answer) => answer.status);
		const handedOn = { "x-forwarded-for": "203.0.113.7" };
		expect(await metrics({})).toBe(200);
		expect(await metrics(handedOn)).toBe(404);
		expect(await metrics({ ...handedOn, authorization: `Bearer ${token}` })).toBe(200);
		expect(await metrics({ ...handedOn, authorization: "Bearer a-token-for-nobody-else" })).toBe(404);
		journal.setAvailable(false);
		expect(JSON.parse((await ask(server, "GET", "/healthz", handedOn)).body)).toEqual({
			status: "journalUnavailable",
		});
		expect((await ask(server, "GET", "/healthz")).body).toContain("reason");
	});

	it("prove the disk one at a time, however many ask whether it is well", async () => {
		let running = 0;
		let most = 0;
		class SlowJournal extends FaultyJournal {
			override async ping(): Promise<void> {
				running += 1;
				most = Math.max(most, running);
				await wait(5);
				running -= 1;
			}
		}
		const server = await startTestServer({ journal: new SlowJournal() });
		const answers = await Promise.all(Array.from({ length: 50 }, () => ask(server, "GET", "/healthz")));
		expect(answers.every(({ status }) => status === 200)).toBe(true);
		expect(most).toBe(1);
	});

	it("that never come to an end are ended, and sockets stay", async () => {
		const patience = {
			headersTimeout: 300,
			requestTimeout: 600,
			connectionsCheckingInterval: 50,
			silence: 400,
		};
		const server = await startTestServer({ patience });
		const viewer = (await RawClient.open(server.url))!;
		const beginnings = [
			["nothing", "", ""],
			["half a header", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "x"],
			["half a body", "POST /csp-report HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000\r\n\r\n", "x"],
		] as const;
		const ended = beginnings.map(async ([, beginning, more]) => {
			const held = connectTcp(server.port, "127.0.0.1").on("error", () => {});
			held.resume().write(beginning);
			const drip = setInterval(() => more !== "" && held.write(more), 100);
			await new Promise((resolve) => held.on("close", resolve));
			clearInterval(drip);
		});
		await Promise.all(ended);
		await wait(patience.silence);
		expect(viewer.closed).toBe(false);
	});
});
