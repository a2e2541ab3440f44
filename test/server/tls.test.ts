import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "selfsigned";
import { io, type Socket } from "socket.io-client";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { ConfigError, readConfig } from "../../server/config.ts";
import { readTls } from "../../server/web.ts";
import { viewVersion } from "../../shared/conference/visibility.ts";
import type { ClientToServer, ServerToClient } from "../../shared/protocol/events.ts";
import { socketPath } from "../../shared/protocol/events.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

/** Made anew for each run: a certificate that nobody vouches for, its key, and the key of another one. */
const folder = mkdtempSync(join(tmpdir(), "plenaria-tls-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const cert = join(folder, "certificate.pem");
const key = join(folder, "key.pem");
const otherKey = join(folder, "other-key.pem");
const noKey = join(folder, "README.md");
const altNames = [
	{ type: 2 as const, value: "localhost" },
	{ type: 7 as const, ip: "127.0.0.1" },
];
const [made, other] = await Promise.all(
	[1, 2].map(() =>
		generate([{ name: "commonName", value: "TEST ONLY" }], {
			keyType: "ec",
			extensions: [{ name: "subjectAltName", altNames }],
		}),
	),
);
if (made === undefined || other === undefined) throw new Error("No certificate was made.");
writeFileSync(cert, made.cert);
writeFileSync(key, made.private);
writeFileSync(otherKey, other.private);
writeFileSync(noKey, "No key is in here.");
const ca = readFileSync(cert, "utf8");
const secured = { variables: { TLS_CERT: cert, TLS_KEY: key } };

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly text: string;
}

/** A request to a server whose certificate is checked. */
function ask(server: TestServer, path: string, method = "GET", cookie = ""): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const address = `https://localhost:${server.port}${path}`;
		request(address, { method, ca, headers: { cookie } }, (response) => {
			let text = "";
			response.setEncoding("utf8").on("data", (part: string) => {
				text += part;
			});
			response.on("end", () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
			);
		})
			.on("error", reject)
			.end();
	});
}

async function signIn(server: TestServer, representativeId: string): Promise<string> {
	const { headers } = await ask(server, `/join/${await server.link(representativeId)}`, "POST");
	return headers["set-cookie"]?.[0] ?? "";
}

/** Joins as a page of that origin would. */
async function enter(server: TestServer, cookie: string, origin: string) {
	const socket: Socket<ServerToClient, ClientToServer> = io(`https://localhost:${server.port}`, {
		path: socketPath,
		transports: ["websocket"],
		reconnection: false,
		ca,
		extraHeaders: { cookie, origin },
	});
	onTestFinished(() => void socket.disconnect());
	await new Promise<void>((resolve, reject) => {
		socket.once("connect", resolve).once("connect_error", reject);
	});
	const anew = { conferenceId: "seoul", viewVersion, protocolVersion };
	const first = await socket.emitWithAck("join", { ...anew, audience: null, since: null, epoch: null });
	if (first.status !== "resync") throw new Error(`join was answered with ${JSON.stringify(first)}`);
	const { audience } = first;
	const snapshot = await ask(server, `/api/conferences/seoul/snapshot?as=${audience}`, "GET", cookie);
	const { n, epoch } = JSON.parse(snapshot.text) as { n: number; epoch: string };
	return { audience, ...(await socket.emitWithAck("join", { ...anew, audience, since: n, epoch })) };
}

const complaint = async (variables: Record<string, string>): Promise<string> => {
	try {
		const { tls } = readConfig(variables);
		if (tls !== undefined) await readTls(tls);
	} catch (error) {
		if (error instanceof ConfigError) return error.message;
		throw error;
	}
	return "";
};

describe("a server with a certificate of its own", () => {
	it("answers requests and sockets, with cookies that are Secure", async () => {
		const server = await startTestServer(secured);
		expect(server.origins.main).toBe(`https://localhost:${server.port}`);
		expect((await ask(server, "/healthz")).status).toBe(200);
		const cookie = await signIn(server, "idn-minister");
		expect(cookie).toContain("; Secure");
		const joined = await enter(server, cookie.split(";")[0] ?? "", server.origins.main);
		expect(joined).toMatchObject({ status: "joined", audience: "delegation:idn" });
		await expect(enter(server, "", "https://elsewhere.example")).rejects.toThrow();
	});

	it("speaks nothing else on its port, and lets programs of its machine in by another", async () => {
		const server = await startTestServer(secured);
		await expect(fetch(`http://127.0.0.1:${server.port}/healthz`)).rejects.toThrow();
		const inner = await server.innerOrigin();
		expect(inner).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		expect(await server.innerOrigin()).toBe(inner);
		expect((await fetch(`${inner}/healthz`)).status).toBe(200);
	});

	it("tells browsers to stay with https under the name that was chosen, not on localhost", async () => {
		const own = await startTestServer(secured);
		expect((await ask(own, "/healthz")).headers).not.toHaveProperty("strict-transport-security");
		const named = await startTestServer({
			variables: { ...secured.variables, ORIGIN: "https://plenary.example.org" },
		});
		expect(named.origins.main).toBe("https://plenary.example.org");
		expect((await ask(named, "/healthz")).headers).toHaveProperty("strict-transport-security");
	});

	it("says in a sentence what is wrong with the files", async () => {
		expect(await complaint({ TLS_CERT: cert, TLS_KEY: key })).toBe("");
		for (const half of [{ TLS_CERT: cert }, { TLS_KEY: key }])
			expect(await complaint(half)).toBe("TLS_CERT and TLS_KEY go together; set both or neither.");
		expect(await complaint({ TLS_CERT: cert, TLS_KEY: key, ORIGIN: "http://localhost:3000" })).toBe(
			"With TLS_CERT this server speaks https alone; ORIGIN names http://localhost:3000.",
		);
		expect(await complaint({ TLS_CERT: join(folder, "none.pem"), TLS_KEY: key })).toMatch(
			/^TLS_CERT names \S+none\.pem, which cannot be read: ENOENT/,
		);
		expect(await complaint({ TLS_CERT: cert, TLS_KEY: noKey })).toMatch(
			/^TLS_KEY names \S+README\.md; expected a private key in PEM without a passphrase\.$/,
		);
		expect(await complaint({ TLS_CERT: key, TLS_KEY: key })).toMatch(/expected a certificate in PEM\.$/);
		expect(await complaint({ TLS_CERT: cert, TLS_KEY: otherKey })).toMatch(
			/is not that of the certificate in TLS_CERT\.$/,
		);
	});
});
