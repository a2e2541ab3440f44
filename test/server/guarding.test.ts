import { createHmac } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { request } from "node:http";
import { connect as connectTcp } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { issueCookie } from "../../server/accounts/cookies.ts";
import { definingRecords } from "../../server/conference/establish.ts";
import { Names } from "../../server/directory/names.ts";
import { SqliteDirectory } from "../../server/directory/sqliteDirectory.ts";
import { closeStorage, openStorage } from "../../server/storage.ts";
import type { Command } from "../../shared/conference/decider.ts";
import { connect, TestClient } from "../support/client.ts";
import { content, defineCommand, inscribe, person } from "../support/factories.ts";
import { FaultyJournal } from "../support/faultyJournal.ts";
import { RawClient } from "../support/rawClient.ts";
import { testRedis } from "../support/redis.ts";
import { seoul, startTestServer, type TestServer } from "../support/server.ts";
import { tempDir } from "../support/tempDir.ts";

/** With the same id as in the first conference, because ids are each conference's own. */
const otherDesk = person("desk", "secretariat", null, ["read"]);

/** A second conference on the same server, with a secretariat of its own. */
const other = {
	id: "other",
	persons: [],
	records: () =>
		definingRecords(
			"other",
			[
				{ ...defineCommand, profile: { ...defineCommand.profile, id: "other" } },
				{ type: "accreditRepresentatives", representatives: [otherDesk] },
			],
			Date.now(),
		),
};

interface Asked {
	readonly status: number;
	readonly body: string;
	readonly cookies: readonly string[];
}

/** A request as it stands, with headers that `fetch` would not send. */
function ask(
	server: TestServer,
	method: string,
	path: string,
	headers: Readonly<Record<string, string>> = {},
	body?: string,
): Promise<Asked> {
	return new Promise((resolve, reject) => {
		const sent = request(server.at(path), { method, headers }, (response) => {
			let text = "";
			response.setEncoding("utf8").on("data", (part: string) => {
				text += part;
			});
			response.on("end", () =>
				resolve({
					status: response.statusCode ?? 0,
					body: text,
					cookies: response.headers["set-cookie"] ?? [],
				}),
			);
		});
		sent.on("error", reject);
		sent.end(body);
	});
}

const json = { "content-type": "application/json" };

async function sit(server: TestServer): Promise<void> {
	await server.act("rwa-chair", { type: "openMeeting", meetingId: "session-1" });
	await server.act("rwa-chair", { type: "startSegment", segmentId: "statements-1" });
	await server.act("rwa-chair", { type: "openList", segmentId: "statements-1", closesAt: null });
}

/** A sign-in that lasts `ms`. */
async function cookieFor(server: TestServer, representativeId: string, conferenceId: string, ms = 60_000) {
	const { accounts } = server.storage;
	const now = Date.now();
	const link = { conferenceId, representativeId, createdBy: "test", createdAt: now, expiresAt: now + ms };
	const { token } = await accounts.createLink(link);
	const signIn = await accounts.signIn(token, now);
	if ("code" in signIn) throw new Error(signIn.code);
	return `plenaria_sign_in=${await issueCookie(accounts, signIn)}`;
}

describe("who may", () => {
	it("gives nothing of the secretariat's over HTTP to anybody else", async () => {
		const server = await startTestServer({ beginnings: [seoul, other] });
		const revoked = await server.cookie("nor-minister");
		await server.storage.accounts.revokeRepresentative("seoul", "nor-minister", Date.now());
		const signedOut = await server.cookie("eun-envoy");
		await ask(server, "POST", "/sign-out", { cookie: signedOut });
		const strangers = {
			nobody: ["", 401],
			revoked: [revoked, 401],
			signedOut: [signedOut, 401],
			otherDesk: [await cookieFor(server, "desk", "other"), 401],
			reader: [await server.cookie("idn-reader"), 403],
			presiding: [await server.cookie("rwa-chair"), 403],
			coChair: [await server.cookie("usa-chair"), 403],
		} as const;
		const { accounts } = server.storage;
		const { link } = await accounts.createLink({
			...{ conferenceId: "seoul", representativeId: "idn-minister", createdBy: "test" },
			...{ createdAt: Date.now(), expiresAt: Date.now() + 60_000 },
		});
		const representative = {
			...person("x", "secretariat", null, ["read"]),
			name: "N",
			title: "T",
			contact: null,
		};
		const { id: _id, ...newRepresentative } = representative;
		for (const [who, [cookie, status]] of Object.entries(strangers)) {
			const as = (method: string, path: string, body?: unknown) =>
				ask(server, method, `/api/conferences/seoul/${path}`, { ...json, cookie }, JSON.stringify(body));
			const answers = [
				await as("GET", "links"),
				await as("POST", "links", { representativeId: "desk", hours: 1 }),
				await as("DELETE", `links/${link.id}`),
				await as("POST", "representatives", newRepresentative),
				await as("DELETE", "representatives/idn-minister"),
				await as("DELETE", "directory/idn-minister"),
			];
			expect(
				answers.map((answer) => answer.status),
				who,
			).toEqual(answers.map(() => status));
			expect(await as("GET", "snapshot?as=secretariat").then((answer) => answer.status), who).toBe(403);
		}
		const known = await accounts.listLinks("seoul");
		expect(known.find(({ id }) => id === link.id)?.revokedAt).toBeUndefined();
		expect(server.conferences.get("seoul")?.state.delegations.representatives.has("idn-minister")).toBe(true);
	});

	it("lets nobody act beyond the seat, whatever the socket says", async () => {
		const server = await startTestServer({ beginnings: [seoul, other] });
		await sit(server);
		const { created } = await server.act("idn-minister", inscribe("idn"));
		const entryId = created ?? "";
		const draft: Command = { type: "draftPledge", delegationId: "idn", content: content() };
		const pledgeId = (await server.act("idn-minister", draft)).created ?? "";
		const segmentId = "statements-1";
		const presiding: readonly unknown[] = [
			{ type: "giveFloor", segmentId, entryId, after: null },
			{ type: "moveEntry", segmentId, entryId, before: null, reason: "Because" },
			{ type: "suspendMeeting", meetingId: "session-1" },
			{ type: "handGavel", to: "usa-chair" },
		];
		const desks: readonly unknown[] = [
			{ type: "acceptPledge", pledgeId },
			{ type: "announceInWriting", pledgeId },
			{ type: "setClockRate", rate: 60, journalAt: 0 },
			{ type: "accreditRepresentatives", representatives: [person("evil", "secretariat", null, [])] },
			{ type: "changeAccreditation", representativeId: "idn-reader", level: "HS", rights: ["speak"] },
		];
		const delegations: readonly unknown[] = [
			draft,
			inscribe("idn"),
			{ type: "withdrawInscription", segmentId, entryId },
			{ type: "submitPledge", pledgeId },
			{ type: "withdrawPledge", pledgeId },
			{ type: "declareSupport", initiativeId: "technology", delegationId: "idn" },
		];
		const nobodys: readonly unknown[] = [
			{ type: "defineConference", profile: defineCommand.profile },
			{ type: "adoptProgramme", meetings: [] },
		];
		const all = [...presiding, ...desks, ...delegations, ...nobodys];
		const cases = {
			nobody: [undefined, all, "notAllowed"],
			reader: [await server.cookie("idn-reader"), all, "notAllowed"],
			otherDelegate: [await server.cookie("ury-minister"), all, "notAllowed"],
			coChair: [await server.cookie("usa-chair"), all, "notAllowed"],
			otherDesk: [await cookieFor(server, "desk", "other"), all, "signedOut"],
			presiding: [await server.cookie("rwa-chair"), [...desks, ...nobodys], "notAllowed"],
			desk: [await server.cookie("desk"), [...presiding.slice(0, 3), draft, ...nobodys], "notAllowed"],
		} as const;
		const before = server.conferences.get("seoul")!.head.seq;
		for (const [who, [cookie, commands, code]] of Object.entries(cases)) {
			const headers: Record<string, string> = cookie === undefined ? {} : { cookie };
			const client = (await RawClient.open(server.url, headers))!;
			await client.follow(server.url, "seoul", who === "otherDesk" ? {} : headers);
			for (const [index, command] of commands.entries()) {
				const answer = await client.ask("command", { id: `${who}-command-${index}`, command });
				expect(answer, `${who}: ${JSON.stringify(command)}`).toMatchObject({ status: "refused", code });
			}
		}
		expect(server.conferences.get("seoul")!.head.seq).toBe(before);
	});

	it("takes no forged, foreign or expired cookie", async () => {
		const server = await startTestServer();
		const good = (await server.cookie("desk")).split("=")[1]!;
		const [head = "", body = "", signature = ""] = good.split(".");
		const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString()) as object;
		const write = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
		const signed = (secret: string) => {
			const text = `${head}.${body}`;
			return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
		};
		const forged = {
			none: `${write({ ...read(head), alg: "none" })}.${body}.`,
			otherKey: `${write({ ...read(head), kid: "other" })}.${body}.${signature}`,
			noKey: `${write({ alg: "HS256" })}.${body}.${signature}`,
			ownKey: `${write({ ...read(head), jwk: { kty: "oct", k: "AAAA" } })}.${body}.${signature}`,
			emptySecret: signed(""),
			guessedSecret: signed("secret"),
			longer: `${head}.${write({ ...read(body), exp: 4_000_000_000 })}.${signature}`,
			cut: good.slice(0, -2),
			words: "not.a.cookie",
		};
		const links = (cookie: string) =>
			ask(server, "GET", "/api/conferences/seoul/links", { cookie: `plenaria_sign_in=${cookie}` });
		for (const [how, cookie] of Object.entries(forged)) expect((await links(cookie)).status, how).toBe(401);
		expect((await links(good)).status).toBe(200);
		const short = await cookieFor(server, "desk", "seoul", 1100);
		await wait(1200);
		expect((await ask(server, "GET", "/api/conferences/seoul/links", { cookie: short })).status).toBe(401);
		await server.storage.accounts.rotateSigningKey(Date.now(), Date.now());
		expect((await links(good)).status).toBe(401);
	});
});

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

describe("when the stores of accounts and names cannot be reached", () => {
	it("says 503 instead of showing less or failing, and goes on when they are back", async () => {
		const redis = await testRedis();
		const server = await startTestServer({ redisUrl: redis.url });
		const cookie = await server.cookie("desk");
		const path = `/join/${await server.link("idn-minister")}`;
		const requests: readonly (readonly [string, string])[] = [
			["GET", path],
			["POST", path],
			["GET", "/api/conferences/seoul/links"],
			["DELETE", "/api/conferences/seoul/links/any"],
			["DELETE", "/api/conferences/seoul/directory/idn-minister"],
			["GET", "/api/conferences/seoul/snapshot?as=secretariat"],
			["GET", "/seoul/secretariat"],
			["POST", "/sign-out"],
		];
		await redis.crash();
		for (const [method, address] of requests) {
			const { status, body } = await ask(server, method, address, { cookie });
			expect(status, `${method} ${address}`).toBe(503);
			expect(body).not.toMatch(/ECONN|127\.0\.0\.1:\d|\.ts|socket closed/i);
		}
		expect((await ask(server, "GET", "/seoul")).status).toBe(200);
		expect(await new TestClient(server.url, { cookie }).connected()).toBe(false);
		expect(await new TestClient(server.url).connected()).toBe(true);
		await redis.restart();
		await expect
			.poll(() => ask(server, "GET", "/seoul/secretariat", { cookie }).then(({ status }) => status), {
				timeout: 10_000,
			})
			.toBe(200);
	});

	it("reads the names again until it can: who was erased must not stay", async () => {
		let away = false;
		const reports: unknown[] = [];
		const directory = SqliteDirectory.open(":memory:");
		const all = directory.all.bind(directory);
		directory.all = (id) => (away ? Promise.reject(new Error("away")) : all(id));
		const names = new Names(directory, (error) => reports.push(error));
		await directory.put("seoul", [{ representativeId: "a", name: "A Person", title: { en: "Minister" } }]);
		await names.read("seoul");
		away = true;
		await directory.erase("seoul", "a");
		await expect.poll(() => reports.length).toBeGreaterThan(0);
		expect(names.plateOf("seoul", "a")).toBeDefined();
		away = false;
		await expect.poll(() => names.plateOf("seoul", "a"), { timeout: 5000 }).toBeUndefined();
		names.close();
	});
});

describe("people", () => {
	it("erased are gone from the directory on every node; the plates of their statements stay", async () => {
		const redis = await testRedis();
		const nodes = [
			await startTestServer({ redisUrl: redis.url }),
			await startTestServer({ redisUrl: redis.url }),
		];
		const [one, two] = nodes as [TestServer, TestServer];
		await sit(one);
		const { created } = await one.act("idn-minister", inscribe("idn", { speakerId: "idn-minister" }));
		const floor = { segmentId: "statements-1", entryId: created ?? "", after: null };
		await one.act("rwa-chair", { type: "giveFloor", ...floor });
		const desk = await one.cookie("desk");
		const directory = async (node: TestServer) =>
			(await ask(node, "GET", "/api/conferences/seoul/directory", { cookie: desk })).body;
		expect(await directory(two)).toContain("Person idn-minister");
		const path = "/api/conferences/seoul/directory/idn-minister";
		expect((await ask(one, "DELETE", path, { cookie: desk })).status).toBe(204);
		for (const node of nodes) {
			await expect.poll(() => directory(node), { timeout: 3000 }).not.toContain("Person idn-minister");
			const join = await ask(node, "GET", `/join/${await node.link("idn-minister")}`, {
				accept: "text/html",
			});
			expect(join.body).not.toContain("Person idn-minister");
			const snapshot = async () => (await ask(node, "GET", "/api/conferences/seoul/snapshot")).body;
			await expect.poll(snapshot, { timeout: 3000 }).toContain('"name":"Person idn-minister"');
		}
	});

	it("keep their name when nobody knows whether they were accredited", async () => {
		const journal = new FaultyJournal();
		const server = await startTestServer({ journal });
		const desk = await server.cookie("desk");
		const person = {
			...{ delegationId: "nor", role: "delegate", level: "M", rights: ["speak"] },
			...{ name: "Perhaps Accredited", title: "Minister", contact: null },
		};
		const readSince = journal.readSince.bind(journal);
		journal.failNext("unknown-stored");
		journal.readSince = () => {
			throw new Error("The reply was lost, and the journal with it.");
		};
		const headers = { ...json, cookie: desk };
		const sent = await ask(
			server,
			"POST",
			"/api/conferences/seoul/representatives",
			headers,
			JSON.stringify(person),
		);
		journal.readSince = readSince;
		expect(sent).toMatchObject({ status: 503, body: '{"code":"outcomeUnknown","params":{}}' });
		const { persons } = await server.storage.directory.all("seoul");
		expect(persons.map(({ name }) => name)).toContain("Perhaps Accredited");
	});

	it("lose their sign-ins also when the first try ended halfway", async () => {
		const server = await startTestServer();
		const desk = await server.cookie("desk");
		const cookie = await server.cookie("ury-minister");
		const { accounts } = server.storage;
		const revoke = accounts.revokeRepresentative.bind(accounts);
		accounts.revokeRepresentative = () => Promise.reject(new Error("away"));
		const path = "/api/conferences/seoul/representatives/ury-minister";
		expect((await ask(server, "DELETE", path, { cookie: desk })).status).toBe(503);
		accounts.revokeRepresentative = revoke;
		expect((await ask(server, "DELETE", path, { cookie: desk })).status).toBe(409);
		const signIns = await accounts.listLinks("seoul");
		const link = signIns.find(({ representativeId }) => representativeId === "ury-minister");
		expect(link?.revokedAt).toBeGreaterThan(0);
		expect((await ask(server, "GET", "/seoul/delegate", { cookie })).status).toBe(403);
	});
});

it.skipIf(process.platform === "win32")(
	"what is kept is its owner's alone, in whatever directory it stands",
	async () => {
		const dataDir = await tempDir();
		const storage = await openStorage({ dataDir, redisUrl: undefined }, () => {});
		const records = seoul.records();
		await storage.journal.append("seoul", { seq: 0, hash: "" }, records);
		await storage.directory.put("seoul", seoul.persons);
		const files = (await readdir(dataDir)).filter((file) => file.includes(".sqlite"));
		expect(files).toEqual(
			expect.arrayContaining(["seoul.sqlite", "seoul.sqlite-wal", "accounts.sqlite-wal"]),
		);
		for (const file of files) expect((await stat(join(dataDir, file))).mode & 0o077, file).toBe(0);
		await closeStorage(storage);
	},
);
