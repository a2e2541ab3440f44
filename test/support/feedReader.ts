import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { onTestFinished } from "vitest";

/** One event of a feed as it came. */
export interface FeedEvent {
	readonly id: string;
	readonly event: string;
	readonly data: unknown;
}

/** Reads server-sent events from a real connection, block by block. */
export class FeedReader {
	readonly events: FeedEvent[] = [];
	/** Everything that came, as it came. */
	text = "";
	/** Id that a browser would send when it comes back; heartbeats move it too. */
	lastId = "";
	isOver = false;
	readonly status: number;
	readonly headers: IncomingMessage["headers"];
	readonly #request: ClientRequest;
	#rest = "";
	#listeners: (() => void)[] = [];

	private constructor(sent: ClientRequest, response: IncomingMessage) {
		this.#request = sent;
		this.status = response.statusCode ?? 0;
		this.headers = response.headers;
		response.setEncoding("utf8");
		response.on("data", (text: string) => this.#take(text));
		response.on("close", () => {
			this.isOver = true;
			this.#tell();
		});
		onTestFinished(() => this.leave());
	}

	static open(url: string, headers: Readonly<Record<string, string>> = {}): Promise<FeedReader> {
		return new Promise((resolve, reject) => {
			const sent = request(url, { headers }, (response) => resolve(new FeedReader(sent, response)));
			sent.on("error", reject);
			sent.end();
		});
	}

	/** Resolves as soon as it is so, with all events until then; the test's own time limit ends the wait. */
	async until(isSo: (events: readonly FeedEvent[]) => boolean): Promise<readonly FeedEvent[]> {
		while (!isSo(this.events)) {
			if (this.isOver) throw new Error(`The feed has ended: ${this.text}`);
			await new Promise<void>((resolve) => this.#listeners.push(resolve));
		}
		return this.events;
	}

	/** Resolves when the server has ended the stream. */
	async end(): Promise<void> {
		while (!this.isOver) await new Promise<void>((resolve) => this.#listeners.push(resolve));
	}

	leave(): void {
		this.#request.destroy();
	}

	#take(text: string): void {
		this.text += text;
		const blocks = (this.#rest + text).split("\n\n");
		this.#rest = blocks.pop() ?? "";
		for (const block of blocks) {
			const field = (name: string) =>
				block
					.split("\n")
					.find((line) => line.startsWith(`${name}: `))
					?.slice(name.length + 2);
			const id = field("id");
			if (id !== undefined) this.lastId = id;
			const data = field("data");
			if (data !== undefined)
				this.events.push({ id: this.lastId, event: field("event") ?? "message", data: JSON.parse(data) });
		}
		this.#tell();
	}

	#tell(): void {
		for (const listener of this.#listeners.splice(0)) listener();
	}
}
