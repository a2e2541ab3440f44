import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Names } from "../../server/directory/names.ts";
import { SqliteDirectory } from "../../server/directory/sqliteDirectory.ts";
import { closeStorage, openStorage } from "../../server/storage.ts";
import { ask, json, sit } from "../support/asking.ts";
import { TestClient } from "../support/client.ts";
import { inscribe } from "../support/factories.ts";
import { FaultyJournal } from "../support/faultyJournal.ts";
import { testRedis } from "../support/redis.ts";
import { seoul, startTestServer, type TestServer } from "../support/server.ts";
import { tempDir } from "../support/tempDir.ts";

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
