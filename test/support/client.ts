import { io, type Socket } from "socket.io-client";
import { onTestFinished } from "vitest";
import { viewVersion } from "../../shared/conference/visibility.ts";
import type { CommandAnswer } from "../../shared/protocol/command.ts";
import type { ClientToServer, ServerToClient } from "../../shared/protocol/events.ts";
import { socketPath } from "../../shared/protocol/events.ts";
import type { Frame } from "../../shared/protocol/frame.ts";
import type { JoinAnswer, JoinMessage } from "../../shared/protocol/join.ts";
import type { SnapshotMessage } from "../../shared/protocol/snapshot.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import type { TestServer } from "./server.ts";

/** Values that arrive one by one, for whoever waits for the next. */
class Arrivals<T> {
	readonly all: T[] = [];
	#read = 0;
	#waiting: ((value: T) => void) | undefined;

	add(value: T): void {
		this.all.push(value);
		if (this.#waiting === undefined) return;
		this.#read += 1;
		this.#waiting(value);
		this.#waiting = undefined;
	}

	next(): Promise<T> {
		const value = this.all[this.#read];
		if (value === undefined) return new Promise((resolve) => (this.#waiting = resolve));
		this.#read += 1;
		return Promise.resolve(value);
	}
}

/** A raw client: it keeps what comes over the wire and folds nothing. */
export class TestClient {
	readonly socket: Socket<ServerToClient, ClientToServer>;
	readonly frames = new Arrivals<Frame>();
	readonly presences = new Arrivals<string[]>();
	/** What the same signals said of the gavel's holder. */
	readonly holderAway = new Arrivals<number | null>();
	readonly journal = new Arrivals<boolean>();
	/** Everything that was received, as text. */
	wire = "";
	/** Of the snapshot taken, or set by a test. */
	epoch: string | null = null;
	readonly #url: string;
	readonly #headers: Record<string, string>;
	readonly #conferenceId: string;

	constructor(url: string, headers: Record<string, string> = {}, conferenceId = "seoul") {
		this.#url = url;
		this.#headers = headers;
		this.#conferenceId = conferenceId;
		this.socket = io(url, {
			path: socketPath,
			transports: ["websocket"],
			reconnection: false,
			forceNew: true,
			extraHeaders: headers,
		});
		this.socket.io.on("open", () => {
			this.socket.io.engine.on("packet", ({ data }: { data?: unknown }) => {
				if (typeof data === "string") this.wire += `${data}\n`;
			});
		});
		this.socket.on("frame", (frame) => this.frames.add(frame));
		this.socket.on("presence", ({ present, holderAwayMs }) => {
			this.presences.add(present);
			this.holderAway.add(holderAwayMs);
		});
		this.socket.on("journal", ({ available }) => this.journal.add(available));
		onTestFinished(() => void this.socket.disconnect());
	}

	/** Resolves when connected, with false when the server does not let it in. */
	connected(): Promise<boolean> {
		if (this.socket.connected) return Promise.resolve(true);
		return new Promise((resolve) => {
			this.socket.once("connect", () => resolve(true));
			this.socket.once("connect_error", () => resolve(false));
		});
	}

	/** Resolves when the connection is gone. */
	disconnected(): Promise<string> {
		return new Promise((resolve) => this.socket.once("disconnect", resolve));
	}

	join(message: Partial<JoinMessage> = {}): Promise<JoinAnswer> {
		const full = {
			conferenceId: this.#conferenceId,
			audience: null,
			since: null,
			epoch: this.epoch,
			viewVersion,
			protocolVersion,
			...message,
		};
		return this.socket.emitWithAck("join", full);
	}

	/** As a screen begins: asks which audience it is, takes the snapshot over HTTP, and joins where that stands. */
	async enter(): Promise<{ n: number; audience: string; snapshot: SnapshotMessage }> {
		const first = await this.join();
		if (first.status !== "resync") throw new Error(`expected resync, got ${JSON.stringify(first)}`);
		const { audience } = first;
		const address = `${this.#url}/api/conferences/${this.#conferenceId}/snapshot?as=${audience}`;
		const snapshot = (await (await fetch(address, { headers: this.#headers })).json()) as SnapshotMessage;
		this.epoch = snapshot.epoch;
		const joined = await this.join({ audience, since: snapshot.n });
		if (joined.status !== "joined") throw new Error(`expected joined, got ${JSON.stringify(joined)}`);
		return { n: joined.n, audience, snapshot };
	}

	command(command: unknown, id: string): Promise<CommandAnswer> {
		return this.socket.emitWithAck("command", { id, command });
	}

	/** Frames until position `n` is reached. @throws Error at a hole or a repetition. */
	async untilPosition(since: number, n: number): Promise<Frame[]> {
		const frames: Frame[] = [];
		let last = since;
		while (last < n) {
			const frame = await this.frames.next();
			if (frame.from !== last + 1 || frame.events.length !== frame.to - frame.from + 1)
				throw new Error(`after ${last} came ${frame.from}..${frame.to} with ${frame.events.length} events`);
			frames.push(frame);
			last = frame.to;
		}
		return frames;
	}
}

/** A connected client: of the public, or signed in as a representative. */
export async function connect(server: TestServer, representativeId?: string): Promise<TestClient> {
	const headers = representativeId === undefined ? {} : { cookie: await server.cookie(representativeId) };
	const client = new TestClient(server.url, headers);
	if (!(await client.connected())) throw new Error("the server does not let the client in");
	return client;
}
