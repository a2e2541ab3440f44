import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { viewVersion } from "../../shared/conference/visibility.ts";
import { socketPath } from "../../shared/protocol/events.ts";
import type { JoinAnswer } from "../../shared/protocol/join.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";

/** A bare WebSocket that keeps every byte it is sent: nothing is filtered by a client's library. */
export class RawClient {
	/** Every message, one a line. */
	wire = "";
	/** Whether the connection is gone. */
	closed = false;
	readonly #socket: WebSocket;
	readonly #answers = new Map<string, (answer: string) => void>();
	#listeners: (() => void)[] = [];
	#lastId = 0;

	private constructor(socket: WebSocket, opened: () => void) {
		this.#socket = socket;
		socket.on("message", (data) => {
			const text = String(data);
			this.wire += `${text}\n`;
			if (text.startsWith("0")) socket.send("40");
			if (text === "2") socket.send("3");
			if (text.startsWith("40")) opened();
			const [, id = "", answer] = /^43(\d+)(.*)$/s.exec(text) ?? [];
			if (answer !== undefined) this.#answers.get(id)?.(answer);
			this.#tell();
		});
		socket.on("close", () => {
			this.closed = true;
			this.#tell();
		});
		socket.on("error", () => {});
		onTestFinished(() => socket.terminate());
	}

	/** Resolves when connected; with nothing when the server does not let it in. */
	static open(url: string, headers: Readonly<Record<string, string>> = {}): Promise<RawClient | undefined> {
		const address = `${url.replace(/^http/, "ws")}${socketPath}/?EIO=4&transport=websocket`;
		return new Promise((resolve) => {
			const socket = new WebSocket(address, { headers });
			const client = new RawClient(socket, () => resolve(client));
			socket.on("error", () => resolve(undefined));
			socket.on("close", () => resolve(undefined));
		});
	}

	/** Bytes that came over the network, whatever they are. */
	get bytes(): number {
		return (this.#socket as unknown as { _socket: { bytesRead: number } })._socket.bytesRead;
	}

	/** Resolves as soon as it is so; the test's own time limit ends the wait. */
	async until(isSo: () => boolean): Promise<void> {
		while (!isSo()) await new Promise<void>((resolve) => this.#listeners.push(resolve));
	}

	/** Writes a packet as it stands. */
	send(packet: string): void {
		this.#socket.send(packet);
	}

	/** Sends a message and waits for its answer. */
	async ask(name: string, ...args: readonly unknown[]): Promise<unknown> {
		this.#lastId += 1;
		const id = String(this.#lastId);
		const answer = new Promise<string>((resolve) => this.#answers.set(id, resolve));
		this.send(`42${id}${JSON.stringify([name, ...args])}`);
		return JSON.parse(await answer)[0];
	}

	/** Follows the stream that the server gives it, from the present on. Returns the audience. */
	async follow(url: string, conferenceId: string, headers: Readonly<Record<string, string>> = {}) {
		const message = { conferenceId, audience: null, since: null, epoch: null, viewVersion, protocolVersion };
		const first = (await this.ask("join", message)) as JoinAnswer;
		if (first.status !== "resync") throw new Error(`join was answered with ${JSON.stringify(first)}`);
		const { audience } = first;
		const address = `${url}/api/conferences/${conferenceId}/snapshot?as=${audience}`;
		const { n, epoch } = (await (await fetch(address, { headers })).json()) as { n: number; epoch: string };
		const joined = (await this.ask("join", { ...message, audience, since: n, epoch })) as JoinAnswer;
		if (joined.status !== "joined") throw new Error(`join was answered with ${JSON.stringify(joined)}`);
		return audience;
	}

	#tell(): void {
		for (const listener of this.#listeners.splice(0)) listener();
	}
}
