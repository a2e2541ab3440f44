import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { pathToFileURL } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../../server/config.ts";
import { JournalUnavailable } from "../../server/journal/journal.ts";
import { MemoryJournal } from "../../server/journal/memoryJournal.ts";
import { viewVersion } from "../../shared/conference/visibility.ts";
import { content } from "../support/factories.ts";
import { startTestServer } from "../support/server.ts";
import { tempDir } from "../support/tempDir.ts";

const html = { accept: "text/html" };

/** A built client in small: what the manifest and the server entry look like, and nothing in them. */
async function builtClient(): Promise<URL> {
	const directory = await tempDir();
	await mkdir(`${directory}/client/.vite`, { recursive: true });
	await mkdir(`${directory}/client/assets`);
	await mkdir(`${directory}/server`);
	const manifest = {
		"client/entryAudience.tsx": {
			file: "assets/audience-1.js",
			css: ["assets/audience-1.css"],
			imports: ["_shared.js"],
		},
		"client/entryConsole.tsx": { file: "assets/console-1.js", imports: ["_shared.js"] },
		"_shared.js": { file: "assets/shared-1.js", css: ["assets/shared-1.css"] },
	};
	for (const entry of ["audience", "console"])
		await writeFile(`${directory}/client/.vite/${entry}.json`, JSON.stringify(manifest));
	for (const name of ["audience", "shared"])
		await writeFile(`${directory}/client/assets/${name}-1.css`, `.${name}{color:red}`);
	await writeFile(`${directory}/client/assets/audience-1.js`, `/* ${"x".repeat(3000)} */`);
	await writeFile(
		`${directory}/server/entryServer.js`,
		`export const render = async (boot) => ({ html: "<h1>" + boot.screen + " " + boot.locale + " " + boot.snapshot.n + "</h1>", title: "A & B" });
export const renderWords = async (boot) => ({ title: "A & B", description: boot.screen, pledges: "3" });
export const renderNotice = async ({ kind, locale, params }) => ({ html: kind + " " + locale + " " + JSON.stringify(params), title: kind });`,
	);
	return pathToFileURL(`${directory}/`);
}

/** As `fetch` does not let one choose Host or address. */
function get(
	port: number,
	host: string,
	path: string,
	headers: Record<string, string> = {},
): Promise<number> {
	return new Promise((resolve, reject) => {
		request({ port, host, path, headers }, (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		})
			.on("error", reject)
			.end();
	});
}

describe("configuration", () => {
	it("has a default for everything, and takes an empty variable as absent", () => {
		const config = readConfig({ PORT: "", ORIGIN: "" });
		expect(config).toMatchObject({ port: 3000, origins: [], socketAdapter: "direct", logLevel: "warn" });
		expect(config.dataDir).toMatch(/\/data$/);
	});

	it("names variable, value and what is expected", () => {
		const read = () => readConfig({ PORT: "80a", ORIGIN: "https://a.example/x", SOCKET_ADAPTER: "fast" });
		expect(read).toThrow(ConfigError);
		expect(read).toThrow('PORT is "80a"; expected a whole number from 0 to 65535.');
		expect(read).toThrow('ORIGIN is "https://a.example/x"; expected origins with commas between');
		expect(read).toThrow('SOCKET_ADAPTER is "fast"; expected one of direct, stock.');
	});
});

describe("health", () => {
	class DeadJournal extends MemoryJournal {
		dead = false;
		override async ping(): Promise<void> {
			if (this.dead) throw new JournalUnavailable("The disk is full.");
		}
	}

	it("is well only while the journal takes writes", async () => {
		const journal = new DeadJournal();
		const server = await startTestServer({ journal });
		expect((await fetch(server.at("/healthz"))).status).toBe(200);
		journal.dead = true;
		const ill = await fetch(server.at("/healthz"));
		expect(ill.status).toBe(503);
		expect(await ill.json()).toEqual({ status: "journalUnavailable", reason: "The disk is full." });
		journal.dead = false;
		expect((await fetch(server.at("/healthz"))).status).toBe(200);
	});

	it("shows figures", async () => {
		const server = await startTestServer();
		const text = await (await fetch(server.at("/metrics"))).text();
		expect(text).toContain("plenaria_sockets 0");
		expect(text).toContain('plenaria_public_position{conference="seoul"} 5');
	});

	it("answers on 127.0.0.1, ::1 and localhost", async () => {
		const server = await startTestServer();
		for (const host of ["127.0.0.1", "::1", "localhost"])
			expect(await get(server.port, host, "/healthz")).toBe(200);
	});
});

describe("public data", () => {
	it("lists the conferences", async () => {
		const server = await startTestServer();
		const list = await (await fetch(server.at("/api/conferences"))).json();
		expect(list).toEqual([{ id: "seoul", title: { en: "Ministerial" } }]);
	});

	it("gives the public tally with what each figure counts, and no draft", async () => {
		const server = await startTestServer();
		await server.act("idn-minister", {
			type: "draftPledge",
			delegationId: "idn",
			content: content({ title: "SECRET" }),
		});
		const text = await (await fetch(server.at("/api/conferences/seoul/tally"))).text();
		expect(text).not.toContain("SECRET");
		expect(JSON.parse(text)).toMatchObject({
			conferenceId: "seoul",
			pledges: { value: 0, counts: "pledges announced" },
			delegations: { value: 0, of: 8, counts: "delegations with an announced pledge" },
		});
	});

	it("lets the public snapshot be cached, and answers 304 until something happens", async () => {
		const server = await startTestServer();
		const address = server.at("/api/conferences/seoul/snapshot");
		const first = await fetch(address);
		const etag = first.headers.get("etag") ?? "";
		expect(first.headers.get("cache-control")).toBe("public, max-age=1, stale-while-revalidate=5");
		expect(etag).toMatch(new RegExp(`^W/"public-\\d+-${viewVersion}-mul-`));
		const { n, audience } = (await first.json()) as { n: number; audience: string };
		expect(audience).toBe("public");
		expect((await fetch(address, { headers: { "if-none-match": etag } })).status).toBe(304);
		await server.act("desk", { type: "changeNeed", needId: "hospitals", quantity: 9 });
		const next = await fetch(address, { headers: { "if-none-match": etag } });
		expect(next.status).toBe(200);
		expect(((await next.json()) as { n: number }).n).toBe(n + 1);
	});

	it("gives the same bytes compressed in each way", async () => {
		const server = await startTestServer();
		const address = server.at("/api/conferences/seoul/snapshot");
		const plain = await fetch(address, { headers: { "accept-encoding": "identity" } });
		const text = await plain.text();
		expect(plain.headers.get("content-encoding")).toBeNull();
		const read = (encoding: string) =>
			new Promise<Buffer>((resolve) => {
				request(address, { headers: { "accept-encoding": encoding } }, async (response) => {
					expect(response.headers["content-encoding"]).toBe(encoding);
					expect(response.headers.vary).toContain("Accept-Encoding");
					resolve(Buffer.concat(await response.toArray()));
				}).end();
			});
		expect(brotliDecompressSync(await read("br")).toString()).toBe(text);
		expect((await read("gzip")).length).toBeLessThan(text.length);
	});

	it("answers the next who asks for the public snapshot as it did the first, until something happens", async () => {
		const server = await startTestServer();
		const read = async (headers: Record<string, string> = {}) => {
			const response = await fetch(server.at("/api/conferences/seoul/snapshot?as=public"), {
				headers: { "accept-encoding": "br", ...headers },
			});
			const {
				date: _,
				"keep-alive": __,
				"transfer-encoding": ___,
				"content-length": ____,
				...kept
			} = Object.fromEntries(response.headers);
			return { status: response.status, kept, text: await response.text() };
		};
		const first = await read();
		expect(first.kept).toMatchObject({ "content-encoding": "br", "x-content-type-options": "nosniff" });
		expect(await read()).toEqual(first);
		const etag = first.kept.etag ?? "";
		expect((await read({ "if-none-match": etag })).status).toBe(304);
		for (const encoding of ["gzip", "br;q=0, gzip"])
			expect((await read({ "accept-encoding": encoding })).kept["content-encoding"]).toBe("gzip");
		await server.act("desk", { type: "changeNeed", needId: "hospitals", quantity: 9 });
		const next = await read();
		expect(next.kept.etag).not.toBe(etag);
		expect(next.text).not.toBe(first.text);
	});

	it("gives other audiences only to their own sign-in, and tells nobody which exist", async () => {
		const server = await startTestServer();
		const of = (audience: string, cookie?: string) =>
			fetch(server.at(`/api/conferences/seoul/snapshot?as=${audience}`), {
				headers: cookie === undefined ? {} : { cookie },
			});
		const cookie = await server.cookie("idn-minister");
		expect((await of("delegation:idn")).status).toBe(403);
		expect((await of("delegation:nowhere")).status).toBe(403);
		expect((await of("delegation:ury", cookie)).status).toBe(403);
		expect((await of("secretariat", cookie)).status).toBe(403);
		expect((await of("everything", cookie)).status).toBe(400);
		const own = await of("delegation:idn", cookie);
		expect(own.status).toBe(200);
		expect(own.headers.get("cache-control")).toBe("private, no-store");
		expect(own.headers.get("vary")).toContain("Cookie");
		expect(await of("delegation:idn", `${cookie}x`).then(({ status }) => status)).toBe(403);
	});

	it("says coded that something is not there", async () => {
		const server = await startTestServer();
		for (const path of ["/api/conferences/other/tally", "/api/nothing"]) {
			const response = await fetch(server.at(path));
			expect(response.status).toBe(404);
			expect(await response.json()).toEqual({ code: "notFound", params: {} });
		}
	});
});

describe("the directory", () => {
	it("names people to those who may know them", async () => {
		const server = await startTestServer();
		const as = async (id?: string) => {
			const headers = id === undefined ? {} : { cookie: await server.cookie(id) };
			const response = await fetch(server.at("/api/conferences/seoul/directory"), { headers });
			return (await response.json()) as { version: number; persons: { name: string; contact?: string }[] };
		};
		expect(await as()).toEqual({ version: 0, persons: [] });
		const delegates = await as("idn-minister");
		expect(delegates.persons).toContainEqual({
			representativeId: "ury-minister",
			name: "Person ury-minister",
			title: { en: "Minister", fr: "Ministre" },
		});
		expect((await as("desk")).persons[0]).toHaveProperty("contact");
	});

	it("takes a new representative's name, and forgets it when asked", async () => {
		const server = await startTestServer();
		const cookie = await server.cookie("desk");
		const send = (method: string, path: string, body?: unknown, as = cookie) =>
			fetch(server.at(`/api/conferences/seoul/${path}`), {
				method,
				headers: { cookie: as, "content-type": "application/json" },
				body: body === undefined ? null : JSON.stringify(body),
			});
		const person = {
			delegationId: "nor",
			role: "delegate",
			level: "M",
			rights: ["speak"],
			name: "A New Person",
			title: "Minister",
			contact: null,
		};
		expect((await send("POST", "representatives", person, "")).status).toBe(401);
		expect((await send("POST", "representatives", person, await server.cookie("idn-minister"))).status).toBe(
			403,
		);
		expect((await send("POST", "representatives", { ...person, name: "" })).status).toBe(400);
		expect((await send("POST", "representatives", { ...person, courtesy: "its" })).status).toBe(400);
		const polite = await send("POST", "representatives", { ...person, name: "Polite", courtesy: "her" });
		const { representativeId: politeId } = (await polite.json()) as { representativeId: string };
		// Told to the room, and no part of the record.
		const delegate = await server.cookie("ury-minister");
		const room = (await (await send("GET", "directory", undefined, delegate)).json()) as {
			persons: { representativeId: string }[];
		};
		expect(room.persons.find((each) => each.representativeId === politeId)).toMatchObject({
			courtesy: "her",
		});
		expect(
			server.conferences.get("seoul")?.state.delegations.representatives.get(politeId),
		).not.toHaveProperty("courtesy");
		const refused = await send("POST", "representatives", { ...person, delegationId: "nowhere" });
		expect(await refused.json()).toMatchObject({ code: "unknownDelegation" });
		const made = await send("POST", "representatives", person);
		expect(made.status).toBe(201);
		const { representativeId } = (await made.json()) as { representativeId: string };
		expect(representativeId).not.toContain("New");
		const names = async () => (await send("GET", "directory")).text();
		expect(await names()).toContain("A New Person");
		expect((await send("DELETE", `directory/${representativeId}`)).status).toBe(204);
		expect(await names()).not.toContain("A New Person");
		expect((await send("DELETE", `representatives/${representativeId}`)).status).toBe(204);
		expect(server.conferences.get("seoul")?.state.delegations.representatives.has(representativeId)).toBe(
			false,
		);
	});
});

describe("signing in", () => {
	it("opens a page with one button, and only the button signs in", async () => {
		const server = await startTestServer({ dist: await builtClient() });
		const token = await server.link("idn-minister");
		const page = await fetch(server.at(`/join/${token}`), { headers: { ...html, "accept-language": "fr" } });
		const text = await page.text();
		expect(page.headers.getSetCookie()).toEqual([]);
		expect(text).toContain('<html lang="fr" dir="ltr">');
		expect(text).toContain('<meta name="robots" content="noindex">');
		expect(text).toContain("join fr");
		expect(text).toContain('"name":"Person idn-minister","title":"Ministre","delegation":"Name idn"');
		expect(text).not.toContain("<script");
		expect(page.headers.get("referrer-policy")).toBe("strict-origin");
		const joined = await fetch(server.at(`/join/${token}`), { method: "POST", redirect: "manual" });
		expect(joined.status).toBe(303);
		expect(joined.headers.get("location")).toBe("/seoul/delegate");
		const [cookie] = joined.headers.getSetCookie();
		expect(cookie).toMatch(/^plenaria_sign_in=[^;]+; .*HttpOnly.*SameSite=Lax/);
		expect(cookie).not.toContain("Secure");
	});

	it("makes the cookie Secure and sends HSTS behind TLS only", async () => {
		const server = await startTestServer({ variables: { ORIGIN: "https://plenary.example.org" } });
		const token = await server.link("desk");
		const joined = await fetch(server.at(`/join/${token}`), { method: "POST", redirect: "manual" });
		expect(joined.headers.getSetCookie()[0]).toContain("Secure");
		expect(joined.headers.get("location")).toBe("/seoul/secretariat");
		expect(joined.headers.get("strict-transport-security")).not.toBeNull();
		expect(joined.headers.get("content-security-policy")).toContain("upgrade-insecure-requests");
		const plain = await fetch((await startTestServer()).at("/healthz"));
		expect(plain.headers.get("strict-transport-security")).toBeNull();
		expect(plain.headers.get("content-security-policy")).not.toContain("upgrade-insecure-requests");
	});

	it("says courteously why a link does not open", async () => {
		const server = await startTestServer({ dist: await builtClient() });
		const open = async (token: string) => {
			const response = await fetch(server.at(`/join/${token}`), { headers: html });
			return [response.status, await response.text()] as const;
		};
		expect(await open("nonsense")).toEqual([404, expect.stringContaining("linkUnknown en")]);
		expect(await open(await server.link("desk", -1))).toEqual([
			410,
			expect.stringContaining("linkExpired en"),
		]);
		const token = await server.link("idn-minister");
		await server.storage.accounts.revokeRepresentative("seoul", "idn-minister", Date.now());
		expect(await open(token)).toEqual([410, expect.stringContaining("linkRevoked en")]);
	});

	it("signs out", async () => {
		const server = await startTestServer();
		const cookie = await server.cookie("idn-minister");
		const out = await fetch(server.at("/sign-out"), {
			method: "POST",
			redirect: "manual",
			headers: { cookie },
		});
		expect(out.status).toBe(303);
		expect(out.headers.get("location")).toBe("/seoul");
		expect(out.headers.getSetCookie()[0]).toMatch(/^plenaria_sign_in=;/);
		const snapshot = await fetch(server.at("/api/conferences/seoul/snapshot?as=delegation:idn"), {
			headers: { cookie },
		});
		expect(snapshot.status).toBe(403);
	});

	it("stops who tries link after link", async () => {
		const server = await startTestServer();
		const statuses = [];
		for (let index = 0; index <= 300; index += 1)
			statuses.push((await fetch(server.at(`/join/${index}`))).status);
		expect(statuses.slice(0, 300).every((status) => status === 404)).toBe(true);
		expect(statuses[300]).toBe(429);
	});

	it("makes, lists and revokes links for the secretariat alone", async () => {
		const server = await startTestServer();
		const cookie = await server.cookie("desk");
		const links = server.at("/api/conferences/seoul/links");
		const post = (body: unknown, as: string) =>
			fetch(links, {
				method: "POST",
				headers: { cookie: as, "content-type": "application/json" },
				body: JSON.stringify(body),
			});
		const wanted = { representativeId: "ury-minister", hours: 2 };
		expect((await post(wanted, await server.cookie("rwa-chair"))).status).toBe(403);
		expect((await post({ ...wanted, hours: 0 }, cookie)).status).toBe(400);
		expect((await post({ ...wanted, representativeId: "nobody" }, cookie)).status).toBe(409);
		const made = (await (await post(wanted, cookie)).json()) as { linkId: string; url: string };
		expect(made.url).toMatch(/^http:\/\/localhost:\d+\/join\/[\w-]{20,}$/);
		const listed = async () =>
			(await (await fetch(links, { headers: { cookie } })).json()) as {
				linkId: string;
				revokedAt: number | null;
			}[];
		const row = (await listed()).find(({ linkId }) => linkId === made.linkId);
		expect(row).toMatchObject({ representativeId: "ury-minister", usedAt: null, revokedAt: null });
		expect(JSON.stringify(row)).not.toContain(made.url.split("/").at(-1));
		const revoke = (id: string) => fetch(`${links}/${id}`, { method: "DELETE", headers: { cookie } });
		expect((await revoke("other")).status).toBe(404);
		expect((await revoke(made.linkId)).status).toBe(204);
		expect((await listed()).find(({ linkId }) => linkId === made.linkId)?.revokedAt).toBeGreaterThan(0);
	});
});

describe("pages", () => {
	it("leads to the first conference", async () => {
		const server = await startTestServer();
		const response = await fetch(server.at("/"), { redirect: "manual" });
		expect(response.headers.get("location")).toBe("/seoul");
	});

	it("renders the audience page and the plenary screen complete, with boot data and the entry's files", async () => {
		const server = await startTestServer({ dist: await builtClient() });
		const page = await fetch(server.at("/seoul"), {
			headers: { "accept-language": "ar", cookie: "theme=dark" },
		});
		const text = await page.text();
		expect(text).toContain('<html lang="ar" dir="rtl" data-theme="dark">');
		expect(text).toContain("<title>A &amp; B</title>");
		expect(text).toMatch(/<div id="root"><h1>audience ar \d+<\/h1><\/div>/);
		expect(text).toContain("<style>.shared{color:red}.audience{color:red}</style>");
		expect(text).toContain('<link rel="modulepreload" href="/assets/shared-1.js" fetchpriority="low">');
		expect(text).toContain('<script type="module" src="/assets/audience-1.js" fetchpriority="low"></script>');
		expect(text).not.toMatch(/ style=|rel="stylesheet"/);
		const boot = JSON.parse(/id="boot">(.*?)<\/script>/s.exec(text)?.[1] ?? "");
		expect(boot).toMatchObject({
			conferenceId: "seoul",
			locale: "ar",
			screen: "audience",
			seat: null,
			rate: 1,
		});
		expect(boot.snapshot.audience).toBe("public");
		expect(page.headers.get("cache-control")).toBe("public, max-age=1");
		expect(page.headers.get("vary")).toContain("Accept-Language");
		const screen = await (await fetch(server.at("/seoul/screen"))).text();
		expect(screen).toContain("<h1>screen en");
	});

	it("never lets data end the boot script", async () => {
		const server = await startTestServer({ dist: await builtClient() });
		await server.act("desk", {
			type: "publishNeeds",
			needs: [{ id: "evil", title: { en: "</script><script>alert(1)" }, category: "medical", quantity: 1 }],
		});
		const text = await (await fetch(server.at("/seoul"))).text();
		expect(text).not.toContain("<script>alert");
		expect(text).toContain("\\u003c/script>\\u003cscript>alert(1)");
	});

	it("remembers the language that was asked for", async () => {
		const server = await startTestServer({ dist: await builtClient() });
		const asked = await fetch(server.at("/seoul?lang=fr"));
		expect(await asked.text()).toContain('lang="fr"');
		expect(asked.headers.getSetCookie()[0]).toMatch(/^lang=fr; Max-Age=/);
		const later = await fetch(server.at("/seoul"), {
			headers: { cookie: "lang=fr", "accept-language": "ar" },
		});
		expect(await later.text()).toContain('lang="fr"');
	});

	it("gives a console to its role, leads others to theirs, and says how to join", async () => {
		const server = await startTestServer({ dist: await builtClient() });
		const open = (name: string, cookie: string) =>
			fetch(server.at(`/seoul/${name}`), { redirect: "manual", headers: { ...html, cookie } });
		const stranger = await open("delegate", "");
		expect(stranger.status).toBe(403);
		expect(await stranger.text()).toContain("signInNeeded en");
		const delegate = await server.cookie("idn-minister");
		expect((await open("podium", delegate)).headers.get("location")).toBe("/seoul/delegate");
		const chair = await server.cookie("rwa-chair");
		expect((await open("secretariat", chair)).headers.get("location")).toBe("/seoul/podium");
		expect((await open("delegate", chair)).status).toBe(200);
		const page = await open("delegate", delegate);
		const text = await page.text();
		const boot = JSON.parse(/id="boot">(.*?)<\/script>/s.exec(text)?.[1] ?? "");
		expect(boot).toMatchObject({
			screen: "console",
			seat: { representativeId: "idn-minister", role: "delegate", delegationId: "idn" },
			person: { name: "Person idn-minister", title: "Minister" },
			snapshot: { audience: "delegation:idn" },
		});
		expect(page.headers.get("cache-control")).toBe("private, no-store");
		expect((await open("kitchen", delegate)).status).toBe(404);
	});

	it("says that a page is not there", async () => {
		const server = await startTestServer({ dist: await builtClient() });
		const response = await fetch(server.at("/nowhere"), { headers: html });
		expect(response.status).toBe(404);
		expect(await response.text()).toContain("notFound en");
	});

	it("serves files that never change, and nothing beside them", async () => {
		const server = await startTestServer({ dist: await builtClient() });
		const script = await fetch(server.at("/assets/audience-1.js"));
		expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
		expect(script.headers.get("content-type")).toContain("javascript");
		expect(await script.text()).toContain("xxx");
		const flag = await fetch(server.at("/flags/kr.svg"));
		expect(flag.headers.get("content-type")).toContain("image/svg+xml");
		for (const path of [
			"/flags/KR.svg",
			"/flags/zz.svg",
			"/flags/..%2f3x2%2fKR.svg",
			"/assets/..%2f.vite%2faudience.json",
		])
			expect(await get(server.port, "127.0.0.1", path)).toBe(404);
	});
});

describe("guarding", () => {
	it("allows nothing but its own, and a nonce on consoles only", async () => {
		const server = await startTestServer({ dist: await builtClient() });
		const of = async (path: string, cookie = "") => {
			const response = await fetch(server.at(path), { headers: { cookie } });
			return [response.headers.get("content-security-policy") ?? "", await response.text()] as const;
		};
		const [open, page] = await of("/seoul");
		const carried = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? "";
		const hash = createHash("sha256").update(carried).digest("base64");
		expect(open).toContain(
			`default-src 'none';script-src 'self';style-src 'self' 'sha256-${hash}';img-src 'self';media-src 'self';`,
		);
		expect((await of("/seoul/embed"))[0]).toContain(`style-src 'self' 'sha256-${hash}';`);
		expect(open).toContain(`connect-src 'self' ws://localhost:${server.port} ws://127.0.0.1:${server.port};`);
		expect(open).toContain("frame-ancestors 'none'");
		expect(open).toContain("report-uri /csp-report");
		expect(open).not.toContain("unsafe");
		const cookie = await server.cookie("idn-minister");
		const [first, text] = await of("/seoul/delegate", cookie);
		const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(first)?.[1];
		expect(text).toContain(`<meta property="csp-nonce" nonce="${nonce}"`);
		expect(text).toContain('<link rel="stylesheet" href="/assets/shared-1.css">');
		expect((await of("/seoul/delegate", cookie))[0]).not.toBe(first);
	});

	it("refuses what a page of another origin sends", async () => {
		const server = await startTestServer();
		const token = await server.link("idn-minister");
		const join = (headers: Record<string, string>) =>
			fetch(server.at(`/join/${token}`), { method: "POST", redirect: "manual", headers });
		expect((await join({ origin: "https://elsewhere.example" })).status).toBe(403);
		expect((await join({ origin: "null" })).status).toBe(403);
		expect((await join({ origin: server.url })).status).toBe(303);
		expect((await join({ origin: `http://localhost:${server.port}` })).status).toBe(303);
	});

	it("counts reports of the content security policy", async () => {
		const server = await startTestServer();
		const report = await fetch(server.at("/csp-report"), {
			method: "POST",
			headers: { "content-type": "application/csp-report" },
			body: JSON.stringify({ "csp-report": { "document-uri": `${server.url}/join/secret` } }),
		});
		expect(report.status).toBe(204);
		expect(await (await fetch(server.at("/metrics"))).text()).toContain("plenaria_csp_reports_total 1");
		const large = await fetch(server.at("/csp-report"), {
			method: "POST",
			headers: { "content-type": "application/csp-report" },
			body: JSON.stringify({ padding: "x".repeat(10_000) }),
		});
		expect(large.status).toBe(413);
	});
});
