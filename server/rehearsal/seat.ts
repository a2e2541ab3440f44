import { randomUUID } from "node:crypto";
import type { Socket } from "socket.io-client";
import { io } from "socket.io-client";
import * as z from "zod/mini";
import type { Command, ProjectedEvent } from "../../shared/conference/decider.ts";
import { evolveFork } from "../../shared/conference/decider.ts";
import { decodeState } from "../../shared/conference/snapshot.ts";
import type { State } from "../../shared/conference/state.ts";
import { Fork } from "../../shared/conference/state.ts";
import { viewVersion } from "../../shared/conference/visibility.ts";
import type { CommandAnswer } from "../../shared/protocol/command.ts";
import type { ClientToServer, ServerToClient } from "../../shared/protocol/events.ts";
import { socketPath } from "../../shared/protocol/events.ts";
import type { Frame } from "../../shared/protocol/frame.ts";
import { httpRefusal } from "../../shared/protocol/http.ts";
import type { JoinAnswer } from "../../shared/protocol/join.ts";
import type { SnapshotMessage } from "../../shared/protocol/snapshot.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import type { Target } from "./target.ts";

export interface SeatOptions extends Target {
	readonly representativeId: string;
	/** Value of the Cookie header; empty for the public. */
	readonly cookie: string;
	/** After the state has changed, with what changed it; none when it was fetched whole. */
	readonly onChange: (seat: Seat, events: readonly ProjectedEvent[]) => void;
	readonly onPresence?: (present: readonly string[]) => void;
	/** The server has revoked the sign-in or does not know it: this seat is over. */
	readonly onLost: (seat: Seat) => void;
}

/** How long an answer may take, in ms, before it is given up. */
const patience = 8_000;

/** One participant's connection: it joins, folds what its audience is sent, and acts; it comes back by itself. */
export class Seat {
	readonly representativeId: string;
	readonly #options: SeatOptions;
	readonly #socket: Socket<ServerToClient, ClientToServer>;
	#state: State | undefined;
	#audience: string | null = null;
	#epoch: string | null = null;
	#n: number | null = null;
	#joining = false;
	/** Conference time at a moment of this process' clock, and how fast it runs. */
	#clock = { now: 0, at: 0, rate: 1 };
	readonly #waiting = new Set<() => void>();

	constructor(options: SeatOptions) {
		this.representativeId = options.representativeId;
		this.#options = options;
		this.#socket = io(options.origin, {
			path: socketPath,
			transports: ["websocket"],
			forceNew: true,
			reconnectionDelay: 300,
			reconnectionDelayMax: 3000,
			extraHeaders: options.cookie === "" ? {} : { cookie: options.cookie },
		});
		this.#socket.on("connect", () => void this.#join());
		this.#socket.on("disconnect", (reason) => {
			// The server cut it on purpose (the accreditation changed, say): only a new connection can tell what holds now.
			if (reason === "io server disconnect") this.#socket.connect();
		});
		this.#socket.on("frame", (frame) => this.#take(frame));
		this.#socket.on("presence", ({ present }) => options.onPresence?.(present));
		this.#socket.on("signedOut", () => this.#lose());
	}

	/** What stands on this participant's screen; nothing until it has joined. */
	get state(): State | undefined {
		return this.#state;
	}

	get isConnected(): boolean {
		return this.#socket.connected && this.#state !== undefined && !this.#joining;
	}

	get rate(): number {
		return this.#clock.rate;
	}

	/** Conference time in ms. */
	now(): number {
		return Math.round(this.#clock.now + (performance.now() - this.#clock.at) * this.#clock.rate);
	}

	/**
	 * Gives a command and resolves when its effect, too, is on this screen; undefined when no answer came, which
	 * says nothing about whether it was applied.
	 */
	async act(command: Command): Promise<{ readonly answer: CommandAnswer; readonly ms: number } | undefined> {
		const started = performance.now();
		const message = { id: randomUUID(), command };
		const answer = await this.#socket
			.timeout(patience)
			.emitWithAck("command", message)
			.catch(() => undefined);
		if (answer === undefined) return undefined;
		const ms = performance.now() - started;
		if (answer.status === "accepted") await this.#until(() => (this.#n ?? 0) >= answer.n);
		return { answer, ms };
	}

	/** Files the text of a statement; as `act`, with the position at which this screen shows it. */
	async file(
		{ segmentId, language, fileId }: Extract<Command, { type: "fileText" }>,
		text: string,
	): Promise<{ readonly answer: CommandAnswer; readonly ms: number } | undefined> {
		const { origin, conferenceId, cookie } = this.#options;
		const started = performance.now();
		const response = await fetch(new URL(`/api/conferences/${conferenceId}/texts`, origin), {
			method: "PUT",
			headers: { cookie, "content-type": "application/json" },
			body: JSON.stringify({ segmentId, language, text }),
			signal: AbortSignal.timeout(patience),
		}).catch(() => undefined);
		const body: unknown = await response?.json().catch(() => undefined);
		const ms = performance.now() - started;
		const refusal = z.safeParse(httpRefusal, body);
		if (refusal.success) return { answer: { status: "refused", ...refusal.data }, ms };
		if (response?.status !== 201) return undefined;
		const isShown = () =>
			[...(this.#state?.texts.texts.values() ?? [])].some((each) => each.fileId === fileId);
		await this.#until(isShown);
		return { answer: { status: "accepted", n: this.#n ?? 0, created: null }, ms };
	}

	close(): void {
		this.#socket.removeAllListeners();
		this.#socket.disconnect();
		for (const resolve of this.#waiting) resolve();
	}

	async #join(): Promise<void> {
		this.#joining = true;
		try {
			const { conferenceId } = this.#options;
			const answer: JoinAnswer | undefined = await this.#socket
				.timeout(patience)
				.emitWithAck("join", {
					conferenceId,
					audience: this.#audience,
					since: this.#n,
					epoch: this.#epoch,
					viewVersion,
					protocolVersion,
				})
				.catch(() => undefined);
			if (answer === undefined) return this.#joinLater();
			if (answer.status === "resync") {
				await this.#fetchSnapshot(answer.audience);
				return this.#joinLater(this.#n === null ? 1000 : 0);
			}
			if (answer.status === "refused" && answer.code === "tooManyRequests") return this.#joinLater(2000);
			if (answer.status !== "joined") return this.#lose();
			this.#clock = { now: answer.now, at: performance.now(), rate: answer.rate };
			this.#joining = false;
			this.#options.onChange(this, []);
		} catch {
			this.#joinLater();
		}
	}

	#joinLater(ms = 1000): void {
		setTimeout(() => {
			if (this.#socket.connected) void this.#join();
		}, ms);
	}

	async #fetchSnapshot(audience: string): Promise<void> {
		const { origin, conferenceId, cookie } = this.#options;
		const url = new URL(`/api/conferences/${conferenceId}/snapshot`, origin);
		url.searchParams.set("as", audience);
		const response = await fetch(url, { headers: { cookie }, signal: AbortSignal.timeout(patience) });
		if (!response.ok) {
			this.#n = null;
			return;
		}
		const snapshot = (await response.json()) as SnapshotMessage;
		this.#state = decodeState(snapshot.state);
		this.#audience = snapshot.audience;
		this.#epoch = snapshot.epoch;
		this.#n = snapshot.n;
	}

	#take({ from, to, events }: Frame): void {
		if (this.#state === undefined || this.#n === null || to <= this.#n) return;
		if (from > this.#n + 1) {
			if (!this.#joining) void this.#join();
			return;
		}
		const fresh = events.slice(this.#n + 1 - from);
		const fork = new Fork(this.#state);
		for (const event of fresh) evolveFork(fork, event);
		this.#state = fork.finish();
		this.#n = to;
		for (const event of fresh)
			if (event.type === "ClockRateSet")
				this.#clock = { now: event.at, at: performance.now(), rate: event.data.clock.rate };
		for (const resolve of this.#waiting) resolve();
		this.#options.onChange(this, fresh);
	}

	/** Resolves when this screen shows what is waited for, or after a while: the plan is then made anew from what is there. */
	#until(isShown: () => boolean): Promise<void> {
		return new Promise((resolve) => {
			const check = () => {
				if (!isShown() && this.#socket.connected) return;
				done();
			};
			const done = () => {
				clearTimeout(timer);
				this.#waiting.delete(check);
				resolve();
			};
			const timer = setTimeout(done, 3000);
			this.#waiting.add(check);
			check();
		});
	}

	#lose(): void {
		this.close();
		this.#options.onLost(this);
	}
}
