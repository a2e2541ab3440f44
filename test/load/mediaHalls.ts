import { randomUUID } from "node:crypto";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { io, type Socket } from "socket.io-client";
import playwright from "../../playwright.config.ts";
import { SeatOnSocket } from "../e2e/seatOnSocket.ts";
import { personOf, startFormalSession } from "../support/formalConference.ts";
import { browserCode } from "../support/media/browserCode.ts";
import type { ServerProcess } from "../support/serverProcess.ts";
import { Child } from "./child.ts";
import { hum, watchFirst } from "./pages/firstOfMedia.ts";
import type { RawMedia } from "./pages/rawMedia.ts";

const rawCode = browserCode(new URL("./pages/rawMedia.ts", import.meta.url));
const segmentId = "statements";

/** A browser with a camera, a microphone and a screen that plays without being clicked. */
export function launchBrowser(): Promise<Browser> {
	const options = playwright.use?.launchOptions ?? {};
	const args = [
		...(options.args ?? []),
		"--use-fake-ui-for-media-stream",
		"--autoplay-policy=no-user-gesture-required",
		// Pages of which one is in front of the other are all looked at.
		"--disable-backgrounding-occluded-windows",
		"--disable-renderer-backgrounding",
	];
	return chromium.launch({ ...options, args });
}

/** A page without anything of ours but the library, in a browser context of its own. */
export async function rawPage(browser: Browser, hall: OurHall | BareHall, who: string): Promise<Page> {
	const context = await newContext(browser);
	await hall.signIn(context, who);
	const page = await context.newPage();
	await page.goto(hall.rawAddress);
	await page.evaluate((id) => {
		window.conferenceId = id;
	}, hall.conferenceId);
	await page.evaluate(await rawCode);
	return page;
}

/** Has the client in a raw page do something. */
export function does<Result>(page: Page, act: (raw: RawMedia) => Promise<Result>): Promise<Result> {
	return page.evaluate(`(${act})(window.raw)`) as Promise<Result>;
}

async function newContext(browser: Browser): Promise<BrowserContext> {
	const context = await browser.newContext({
		permissions: ["camera", "microphone"],
		viewport: { width: 1440, height: 900 },
	});
	await context.addInitScript(watchFirst);
	await context.addInitScript(hum);
	return context;
}

/** The whole server as it is shipped, with a session in which Ghana is given the floor again and again. */
export class OurHall {
	readonly name = "ours";
	readonly #server: ServerProcess & AsyncDisposable;
	readonly #chair: SeatOnSocket;
	readonly #desk: SeatOnSocket;
	readonly #contexts: BrowserContext[] = [];
	#entryId = "";
	#statement: Promise<string | null> = Promise.resolve(null);

	private constructor(server: ServerProcess & AsyncDisposable, chair: SeatOnSocket, desk: SeatOnSocket) {
		this.#server = server;
		this.#chair = chair;
		this.#desk = desk;
	}

	static async open(): Promise<OurHall> {
		const server = await startFormalSession();
		const chair = await SeatOnSocket.at(server, { link: await server.makeLink(personOf("rwa")) });
		await chair.act({ type: "openMeeting", meetingId: "session" });
		await chair.act({ type: "startSegment", segmentId });
		await chair.act({ type: "openList", segmentId, closesAt: null });
		return new OurHall(server, chair, await SeatOnSocket.at(server, "secretariat"));
	}

	get pid(): number {
		return this.#server.pid;
	}

	get conferenceId(): string {
		return this.#server.conferenceId;
	}

	get rawAddress(): string {
		return this.#server.at("/healthz");
	}

	/** `who` is a delegation, or empty for the public. */
	async signIn(context: BrowserContext, who: string): Promise<void> {
		this.#contexts.push(context);
		if (who === "") return;
		const link = await this.#server.makeLink(personOf(who as "gha"));
		const [name = "", value = ""] = (await this.#server.cookieBy(link)).split("=");
		await context.addCookies([{ name, value, url: this.#server.origin }]);
	}

	/** A delegate's page of ours. */
	async seat(browser: Browser, who: string): Promise<Page> {
		const context = await newContext(browser);
		await this.signIn(context, who);
		const page = await context.newPage();
		await page.goto(this.#server.at(`/${this.conferenceId}/delegate`));
		await page.getByRole("banner").waitFor();
		return page;
	}

	/** Ghana is the one who follows. */
	async inscribe(): Promise<void> {
		const entryId = await this.#desk.act({
			type: "inscribe",
			segmentId,
			delegationId: "gha",
			speakerId: null,
			language: "en",
			onBehalfOf: null,
			reason: "bench",
		});
		this.#entryId = entryId ?? "";
	}

	begin(): void {
		this.#statement = this.#chair.act({
			type: "giveFloor",
			segmentId,
			entryId: this.#entryId,
			after: null,
		});
	}

	async end(): Promise<void> {
		await this.#chair.act({ type: "endFloor", statementId: (await this.#statement) ?? "" });
	}

	async close(): Promise<void> {
		for (const context of this.#contexts) await context.close();
		this.#chair.leave();
		this.#desk.leave();
		await this.#server[Symbol.asyncDispose]();
	}
}

/** Socket.IO and mediasoup. */
export class BareHall {
	readonly name = "control";
	readonly conferenceId = null;
	readonly pid: number;
	readonly rawAddress: string;
	readonly #child: Child;
	readonly #chair: Socket;
	readonly #contexts: BrowserContext[] = [];

	private constructor(child: Child, { port, pid }: { port: number; pid: number }) {
		this.#child = child;
		this.pid = pid;
		this.rawAddress = `http://localhost:${port}/`;
		this.#chair = io(this.rawAddress, { path: "/socket", transports: ["websocket"], forceNew: true });
	}

	static async open(): Promise<BareHall> {
		const { child, hello } = await Child.start<{ port: number; pid: number }>("./controls/bareMedia.ts");
		const hall = new BareHall(child, hello);
		await new Promise<void>((resolve) => hall.#chair.once("connect", () => resolve()));
		return hall;
	}

	async signIn(context: BrowserContext, _who: string): Promise<void> {
		this.#contexts.push(context);
	}

	async inscribe(): Promise<void> {}

	begin(): void {
		this.#chair.emit("go", randomUUID());
	}

	async end(): Promise<void> {
		await this.#child.ask({ kind: "end" });
	}

	async close(): Promise<void> {
		for (const context of this.#contexts) await context.close();
		this.#chair.disconnect();
		await this.#child.stop();
	}
}
