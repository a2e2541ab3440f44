import { existsSync } from "node:fs";
import { request } from "node:http";
import { Writable } from "node:stream";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { pino } from "pino";
import { publicAudience } from "../../../shared/conference/audience.ts";
import type { Command } from "../../../shared/conference/decider.ts";
import { FeedReader } from "../feedReader.ts";
import { RawClient } from "../rawClient.ts";
import { startTestServer, type TestServer } from "../server.ts";
import { other, seoul } from "./beginnings.ts";
import { type IncomingName, incoming, privatePaths } from "./planted.ts";
import { type PrivateText, privateTexts } from "./privateFields.ts";
import { everybody, type Viewer, viewers } from "./viewers.ts";

/** The pages as they are served, where the client has been built. */
const built = new URL("../../../dist/", import.meta.url);

export const userAgent = "canary-user-agent";

interface Watcher {
	readonly headers: Readonly<Record<string, string>>;
	readonly socket: RawClient | undefined;
	readonly feed: FeedReader;
	/** Every byte of every answer over HTTP. */
	pages: string;
}

/** A server with everybody looking at it in every way there is, and a log that is read as well. */
export class House {
	readonly server: TestServer;
	readonly #watchers = new Map<Viewer, Watcher>();
	readonly #planted = new Set<string>();
	readonly #logged: string[];
	/** What must never stand in an answer: tokens, sign-ins, cookies. */
	readonly secrets: string[] = [];
	/** What everybody asks for beside what is always there. */
	readonly paths: string[] = [];
	/** Planted texts that cannot have "canary" in them: days, currencies, names of files. */
	readonly uncommon = new Set<string>();
	#acts = 0;
	#bells = 100;

	private constructor(server: TestServer, logged: string[]) {
		this.server = server;
		this.#logged = logged;
	}

	static async open(): Promise<House> {
		const logged: string[] = [];
		const lines = new Writable({
			write(line, _encoding, done) {
				logged.push(String(line));
				done();
			},
		});
		const server = await startTestServer({
			beginnings: [seoul, other],
			log: pino({ level: "trace" }, lines),
			...(existsSync(built) ? { dist: built } : {}),
		});
		const house = new House(server, logged);
		for (const viewer of everybody) await house.#watch(viewer);
		await server.storage.accounts.revokeRepresentative("seoul", viewers.revoked, Date.now());
		return house;
	}

	/** Carries out a command, and notes what it plants. */
	async act(as: string, command: Command): Promise<string> {
		this.note(command.type, command);
		this.#acts += 1;
		return (await this.server.act(as, command, `canary-act-${this.#acts}`)).created ?? "";
	}

	/** Sends a body with a sign-in, and notes what it plants. @throws Error when it is refused. */
	async send(as: string, method: string, path: string, name: IncomingName, body: unknown): Promise<unknown> {
		this.note(name, body);
		const headers = { cookie: await this.server.cookie(as), "content-type": "application/json" };
		const sent = { method, headers, body: JSON.stringify(body) };
		const response = await fetch(this.server.at(path), sent);
		if (response.status !== 201) throw new Error(`${path}: ${response.status} ${await response.text()}`);
		return response.json();
	}

	/** Notes at which private places of it something is planted, and gives those texts. */
	note(name: IncomingName, value: unknown): PrivateText[] {
		const texts = privateTexts(incoming[name], value, name);
		for (const { path, text } of texts)
			if (text.includes("canary") || this.uncommon.has(text)) this.#planted.add(path);
		return texts;
	}

	/** Private places of these at which nothing was planted yet. */
	unplanted(names: readonly IncomingName[]): string[] {
		return privatePaths(names).filter((path) => !this.#planted.has(path));
	}

	watcher(viewer: Viewer): Watcher {
		const watcher = this.#watchers.get(viewer);
		if (watcher === undefined) throw new Error(`${viewer} does not watch`);
		return watcher;
	}

	/** Everybody asks for everything. */
	async sweep(): Promise<void> {
		const asked = [...[...usualPaths, ...this.paths].map((path) => ["GET", path] as const), ...mistakes];
		await Promise.all(
			everybody.map(async (viewer) => {
				const watcher = this.watcher(viewer);
				for (const [method, path] of asked)
					watcher.pages += `${await this.#get(path, watcher.headers, method)}\n`;
			}),
		);
		await this.ring();
	}

	/**
	 * Something public happens, and everybody who follows has been told: what was to be sent before has then come as well,
	 * since streams keep their order.
	 */
	async ring(): Promise<void> {
		this.#bells += 1;
		await this.act("desk", { type: "changeNeed", needId: "hospitals", quantity: this.#bells });
		const position = this.server.conferences.get("seoul")!.position(publicAudience);
		const bell = `"quantity":${this.#bells}`;
		for (const viewer of everybody) {
			const { socket, feed } = this.watcher(viewer);
			await socket?.until(() => socket.closed || socket.wire.includes(bell));
			await feed.until((events) => events.some(({ id }) => Number(id.split("-")[1]) >= position));
		}
	}

	/** Who was sent a text, over the socket, the feed or HTTP. */
	heard(text: string): Viewer[] {
		return everybody.filter((viewer) => {
			const { socket, feed, pages } = this.watcher(viewer);
			return pages.includes(text) || feed.text.includes(text) || socket?.wire.includes(text) === true;
		});
	}

	/** All that a viewer was ever sent. */
	all(viewer: Viewer): string {
		const { socket, feed, pages } = this.watcher(viewer);
		return pages + (socket?.wire ?? "") + feed.text;
	}

	/** All that the server wrote in its log. */
	get log(): string {
		return this.#logged.join("");
	}

	async #watch(viewer: Viewer): Promise<void> {
		const { server } = this;
		const representativeId = viewers[viewer];
		const conferenceId = viewer === "otherDesk" ? "other" : "seoul";
		const headers: Record<string, string> = {};
		if (representativeId !== undefined) {
			const createdAt = Date.now();
			const link = { conferenceId, representativeId, createdBy: "canary-creator", createdAt };
			const { token } = await server.storage.accounts.createLink({
				...link,
				expiresAt: createdAt + 3_600_000,
			});
			const signedIn = await fetch(server.at(`/join/${token}`), {
				method: "POST",
				redirect: "manual",
				headers: { "user-agent": userAgent },
			});
			const [cookie = ""] = signedIn.headers.getSetCookie()[0]!.split(";");
			headers.cookie = cookie;
			const payload = Buffer.from(cookie.split(".")[1]!, "base64url").toString();
			this.secrets.push(token, cookie.split("=")[1]!, (JSON.parse(payload) as { sid: string }).sid);
		}
		const socket = await RawClient.open(server.url, headers);
		// The other conference's secretariat tries this one, and is a visitor here.
		await socket?.follow(server.url, "seoul", viewer === "otherDesk" ? {} : headers);
		const feed = await FeedReader.open(server.at("/api/conferences/seoul/feed"), headers);
		this.#watchers.set(viewer, { headers, socket, feed, pages: "" });
	}

	/** The whole answer, unpacked: status, headers but those that carry the viewer's own nonce, and body. */
	#get(path: string, headers: Readonly<Record<string, string>>, method: string): Promise<string> {
		const { port } = this.server;
		const accepted = { ...headers, "accept-encoding": "br, gzip", "content-type": "application/json" };
		const accept = path.startsWith("/api/") ? {} : { accept: "text/html" };
		return new Promise((resolve, reject) => {
			const options = { port, host: "127.0.0.1", path, method, headers: { ...accepted, ...accept } };
			const sent = request(options, (response) => {
				const parts: Buffer[] = [];
				response.on("data", (part: Buffer) => parts.push(part));
				response.on("end", () => {
					const body = unpacked(Buffer.concat(parts), response.headers["content-encoding"]);
					resolve(`${path} ${response.statusCode} ${JSON.stringify(response.headers)} ${body}`);
				});
			});
			sent.on("error", reject);
			sent.end(method === "GET" ? undefined : "{}");
		});
	}
}

const snapshots = ["public", "participants", "secretariat", "delegation:idn", "podium:idn", "podium:rwa"];

/** Every address that answers somebody, and of the other conference those that could answer about this one. */
const usualPaths: readonly string[] = [
	...snapshots.map((audience) => `/api/conferences/seoul/snapshot?as=${audience}`),
	...["tally", "pledges", "initiatives", "directory", "links", "nothing"].map(
		(name) => `/api/conferences/seoul/${name}`,
	),
	...["list.json", "list.csv", "statements.json", "statements.csv"].map(
		(name) => `/api/conferences/seoul/exports/${name}`,
	),
	...["", "/screen", "/delegate", "/podium", "/secretariat", "/nothing", "/embed", "/pledges"].map(
		(name) => `/seoul${name}`,
	),
	...["/pledges/1", "/pledges/2", "/delegations/idn", "/tally.json", "/pledges.json", "/pledges.csv"].map(
		(name) => `/seoul${name}`,
	),
	...["pledges?need=hospitals", "pledges.json?delegation=idn", "pledges.csv?only=writing"].map(
		(name) => `/seoul/${name}`,
	),
	...["snapshot?as=secretariat", "pledges", "directory", "links", "exports/list.json"].map(
		(name) => `/api/conferences/other/${name}`,
	),
	...["/other", "/other/secretariat", "/other/pledges/1"],
	...["/api/conferences", "/api/openapi.json", "/metrics", "/healthz", "/join/nothing", "/%E0%A4%A"],
];

/** What everybody asks wrongly, for the words of the refusals. */
const mistakes = [
	["POST", "/api/conferences/seoul/links"],
	["POST", "/api/conferences/seoul/representatives"],
	["DELETE", "/api/conferences/seoul/links/nothing"],
	["DELETE", "/api/conferences/seoul/representatives/nobody"],
	["PUT", "/api/conferences/seoul/directory"],
	["PUT", "/api/conferences/seoul/texts"],
	["POST", "/api/conferences/seoul/files"],
	["POST", "/api/conferences/seoul/pledges/import"],
] as const;

function unpacked(body: Buffer, encoding: string | undefined): string {
	if (encoding === "br") return brotliDecompressSync(body).toString();
	if (encoding === "gzip") return gunzipSync(body).toString();
	return body.toString();
}

export const segmentId = "statements-1";

/** The meeting sits, and its list is open. */
export async function sit(house: House): Promise<void> {
	await house.act("rwa-chair", { type: "openMeeting", meetingId: "session-1" });
	await house.act("rwa-chair", { type: "startSegment", segmentId });
	await house.act("rwa-chair", { type: "openList", segmentId, closesAt: null });
}
