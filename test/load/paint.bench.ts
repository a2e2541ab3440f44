import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { io, type Socket } from "socket.io-client";
import playwright from "../../playwright.config.ts";
import type { Command } from "../../shared/conference/decider.ts";
import { decodeState } from "../../shared/conference/snapshot.ts";
import { listOf } from "../../shared/conference/speakersList.ts";
import { viewVersion } from "../../shared/conference/visibility.ts";
import type { CommandAnswer } from "../../shared/protocol/command.ts";
import type { ClientToServer, ServerToClient } from "../../shared/protocol/events.ts";
import { socketPath } from "../../shared/protocol/events.ts";
import type { SnapshotMessage } from "../../shared/protocol/snapshot.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import { ServerProcess } from "../support/serverProcess.ts";
import type { Measurement } from "./report.ts";
import { atMost, compare } from "./report.ts";
import { median } from "./statistics.ts";

const rounds = 25;
const movesARound = 5;
const sizes = { long: 400, short: 10 } as const;
const meetingId = "session";
const segmentId = "statements";

/**
 * A chair moves an entry on one device; how long until the podium on another has painted the new order, from the
 * arrival of the frame. A list of 400 beside one of 10, in two halls of one run.
 */
export async function benchPaint(): Promise<Measurement> {
	const browser = await chromium.launch(playwright.use?.launchOptions ?? {});
	const halls: Hall[] = [];
	try {
		for (const entries of [sizes.long, sizes.short]) halls.push(await Hall.open(browser, entries));
		const [long, short] = halls;
		if (long === undefined || short === undefined) throw new Error("A hall is missing.");
		// The first moves warm up the scripts of the page.
		for (let round = 0; round < 3; round += 1) for (const hall of halls) await hall.move();
		const ours: number[] = [];
		const control: number[] = [];
		for (let round = 0; round < rounds; round += 1) {
			ours.push(await long.round());
			control.push(await short.round());
		}
		return compare(
			{ goal: "paint", what: "reorder to paint, 400 entries beside 10", unit: "ms" },
			{ ours, control },
			atMost(2),
		);
	} finally {
		for (const hall of halls) await hall.close();
		await browser.close();
	}
}

/** A server with a list of so many entries, a chair at the podium in a browser, and the same chair on another device. */
class Hall {
	readonly #server: ServerProcess;
	readonly #folder: string;
	readonly #page: Page;
	readonly #chair: Socket<ServerToClient, ClientToServer>;
	readonly #cookie: string;

	private constructor(
		server: ServerProcess,
		folder: string,
		page: Page,
		chair: Socket<ServerToClient, ClientToServer>,
		cookie: string,
	) {
		this.#server = server;
		this.#folder = folder;
		this.#page = page;
		this.#chair = chair;
		this.#cookie = cookie;
	}

	static async open(browser: Browser, entries: number): Promise<Hall> {
		const folder = await mkdtemp(join(tmpdir(), "plenaria-paint-"));
		const file = join(folder, "conference.json");
		await writeFile(file, JSON.stringify(definition(entries)));
		const server = await ServerProcess.start({ args: ["--conference", file] });
		const cookie = await server.cookieBy(await server.makeLink("chair"));
		const chair = await device(server, cookie);
		await act(chair, { type: "openMeeting", meetingId });
		await act(chair, { type: "startSegment", segmentId });
		await act(chair, { type: "openList", segmentId, closesAt: null });
		const desk = await device(server, await server.cookie("secretariat"));
		const inscriptions = Array.from({ length: entries }, (_, index) => ({
			delegationId: idOf(index),
			speakerId: null,
			language: "en" as const,
			onBehalfOf: null,
		}));
		await act(desk, { type: "importInscriptions", segmentId, inscriptions, reason: null });
		desk.disconnect();
		const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
		await page.addInitScript(watchPaints);
		await page.goto(await server.makeLink("chair"));
		await page.getByRole("button").click();
		await page.getByRole("grid").getByRole("row").nth(3).waitFor({ state: "attached" });
		return new Hall(server, folder, page, chair, cookie);
	}

	/** The middle of a few moves, because a paint waits for the next of sixty frames a second. */
	async round(): Promise<number> {
		const moves: number[] = [];
		for (let move = 0; move < movesARound; move += 1) moves.push(await this.move());
		return median(moves);
	}

	/** Moves the fifth entry to the first place; gives the ms until it is painted. */
	async move(): Promise<number> {
		const { state } = await snapshot(this.#server, `podium:${idOf(0)}`, this.#cookie);
		const [first, , , , fifth] = listOf(decodeState(state), segmentId).order;
		if (first === undefined || fifth === undefined) throw new Error("The list is too short.");
		await this.#page.evaluate(() => window.expectMove());
		await act(this.#chair, { type: "moveEntry", segmentId, entryId: fifth, before: first, reason: "bench" });
		return this.#page.evaluate(() => window.painted);
	}

	async close(): Promise<void> {
		this.#chair.disconnect();
		await this.#page.context().close();
		await this.#server.close();
		await rm(this.#folder, { recursive: true, force: true });
	}
}

declare global {
	interface Window {
		/** From here on the next move that arrives is timed. */
		expectMove(): void;
		/** The ms from its arrival to its paint. */
		painted: Promise<number>;
	}
}

/** In the page, before anything else: notes when a move arrives, and when the table has been painted with it. */
function watchPaints(): void {
	let waiting: ((ms: number) => void) | undefined;
	window.expectMove = () => {
		window.painted = new Promise((resolve) => {
			waiting = resolve;
		});
	};
	const shown = () => document.querySelector("[role=grid]")?.textContent ?? "";
	const Native = window.WebSocket;
	window.WebSocket = class extends Native {
		constructor(address: string | URL, protocols?: string | string[]) {
			super(address, protocols);
			this.addEventListener("message", ({ data }) => {
				if (waiting === undefined || typeof data !== "string" || !data.includes('"EntryMoved"')) return;
				const arrived = performance.now();
				const before = shown();
				const resolve = waiting;
				waiting = undefined;
				const look = () => {
					if (shown() === before) return void requestAnimationFrame(look);
					// A message of the same turn comes after the frame that is being painted.
					const after = new MessageChannel();
					after.port1.onmessage = () => resolve(performance.now() - arrived);
					after.port2.postMessage(null);
				};
				requestAnimationFrame(look);
			});
		}
	};
}

function idOf(index: number): string {
	return `d${String(index + 1).padStart(3, "0")}`;
}

function definition(entries: number) {
	return {
		id: "bench",
		title: { en: "A long list" },
		host: idOf(0),
		city: { en: "Seoul" },
		timeZone: "Asia/Seoul",
		languages: ["en"],
		delegations: Array.from({ length: entries }, (_, index) => ({
			id: idOf(index),
			kind: "memberState",
			name: { en: `Delegation ${index + 1}` },
		})),
		meetings: [
			{
				id: meetingId,
				kind: "plenary",
				title: { en: "Session" },
				date: "2021-12-07",
				coChairs: [idOf(0)],
				segments: [{ id: segmentId, kind: "statements", title: { en: "Statements" } }],
			},
		],
		representatives: [
			{
				id: "chair",
				delegation: idOf(0),
				role: "chair",
				level: "M",
				rights: ["speak", "pledge", "read"],
				name: "The chair",
				title: { en: "Minister" },
			},
		],
	};
}

async function device(
	server: ServerProcess,
	cookie: string,
): Promise<Socket<ServerToClient, ClientToServer>> {
	const socket = io(server.origin, {
		path: socketPath,
		transports: ["websocket"],
		forceNew: true,
		extraHeaders: { cookie },
	});
	await new Promise<void>((resolve, reject) => {
		socket.once("connect", resolve);
		socket.once("connect_error", reject);
	});
	const join = { conferenceId: server.conferenceId, viewVersion, protocolVersion };
	const first = await socket.emitWithAck("join", { ...join, audience: null, since: null, epoch: null });
	if (first.status !== "resync") throw new Error(`Cannot join: ${JSON.stringify(first)}`);
	const { audience } = first;
	const { n, epoch } = await snapshot(server, audience, cookie);
	const joined = await socket.emitWithAck("join", { ...join, audience, since: n, epoch });
	if (joined.status !== "joined") throw new Error(`Cannot join: ${JSON.stringify(joined)}`);
	return socket;
}

async function snapshot(server: ServerProcess, audience: string, cookie: string): Promise<SnapshotMessage> {
	const address = server.at(`/api/conferences/${server.conferenceId}/snapshot?as=${audience}`);
	const answer = await fetch(address, { headers: { cookie } });
	if (!answer.ok) throw new Error(`${address} was answered with ${answer.status}`);
	return (await answer.json()) as SnapshotMessage;
}

async function act(socket: Socket<ServerToClient, ClientToServer>, command: Command): Promise<void> {
	const answer: CommandAnswer = await socket.emitWithAck("command", { id: randomUUID(), command });
	if (answer.status !== "accepted") throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
}
