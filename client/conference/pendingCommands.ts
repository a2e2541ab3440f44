import type { Command } from "../../shared/conference/decider.ts";
import type { CommandAnswer, CommandMessage } from "../../shared/protocol/command.ts";

/** What became of a command. `created` is the id of what it made, when it made something. */
export type Sent =
	| { readonly status: "accepted"; readonly created: string | null }
	| {
			readonly status: "refused";
			readonly code: string;
			readonly params: Readonly<Record<string, string | number>>;
	  };

export type KeepingPlace = Pick<Storage, "getItem" | "setItem" | "removeItem">;

interface Pending extends CommandMessage {
	readonly resolve: (sent: Sent) => void;
	asked: number;
	onItsWay: boolean;
}

const askAgainAfterMs = 1_500;
const mostUnknownAnswers = 8;

/**
 * Commands whose outcome is not known yet. Each keeps its id for life, and the server applies an id at most
 * once: asking again after a lost connection, an unknown outcome or a reload of the page is always safe.
 */
export class PendingCommands {
	readonly #pending = new Map<string, Pending>();
	readonly #ask: (message: CommandMessage) => Promise<CommandAnswer>;
	/** Resolves when this screen shows the effect, so that a button never frees itself before its row has changed. */
	readonly #shown: (n: number) => Promise<void>;
	readonly #keep: { readonly place: KeepingPlace; readonly key: string } | null;
	#open = false;

	constructor(options: {
		ask: (message: CommandMessage) => Promise<CommandAnswer>;
		shown: (n: number) => Promise<void>;
		keep: { readonly place: KeepingPlace; readonly key: string } | null;
	}) {
		this.#ask = options.ask;
		this.#shown = options.shown;
		this.#keep = options.keep;
	}

	get size(): number {
		return this.#pending.size;
	}

	add(command: Command): Promise<Sent> {
		return this.#take({ id: newCommandId(), command });
	}

	/** Takes up what the page before a reload had not heard the outcome of. */
	restore(): Promise<Sent>[] {
		return this.#kept().map((message) => this.#take(message));
	}

	/** The connection is there and joined: asks for everything that is pending, in the order of its making. */
	open(): void {
		this.#open = true;
		for (const pending of this.#pending.values()) void this.#transmit(pending);
	}

	close(): void {
		this.#open = false;
	}

	/** Nothing will be heard any more (signed out): everything pending is refused. */
	refuseAll(code: string): void {
		for (const pending of [...this.#pending.values()])
			this.#settle(pending, { status: "refused", code, params: {} });
	}

	#take(message: CommandMessage): Promise<Sent> {
		return new Promise((resolve) => {
			const pending = { ...message, resolve, asked: 0, onItsWay: false };
			this.#pending.set(message.id, pending);
			this.#write();
			if (this.#open) void this.#transmit(pending);
		});
	}

	async #transmit(pending: Pending): Promise<void> {
		if (pending.onItsWay) return;
		pending.onItsWay = true;
		pending.asked += 1;
		const { id, command } = pending;
		const answer = await this.#ask({ id, command }).catch(() => undefined);
		pending.onItsWay = false;
		if (!this.#pending.has(id)) return;
		if (answer?.status === "accepted") {
			this.#forget(pending);
			await this.#shown(answer.n);
			pending.resolve({ status: "accepted", created: answer.created });
			return;
		}
		const isUnknown = answer === undefined || answer.code === "outcomeUnknown";
		if (answer !== undefined && (!isUnknown || pending.asked >= mostUnknownAnswers)) {
			this.#settle(pending, answer);
			return;
		}
		// Lost on the way: after a reconnect `open` asks again; with the connection still there, a timer does.
		setTimeout(() => {
			if (this.#open && this.#pending.has(id)) void this.#transmit(pending);
		}, askAgainAfterMs);
	}

	#settle(pending: Pending, sent: Sent): void {
		this.#forget(pending);
		pending.resolve(sent);
	}

	#forget(pending: Pending): void {
		this.#pending.delete(pending.id);
		this.#write();
	}

	#write(): void {
		if (this.#keep === null) return;
		const { place, key } = this.#keep;
		const messages = [...this.#pending.values()].map(({ id, command }) => ({ id, command }));
		try {
			if (messages.length === 0) place.removeItem(key);
			else place.setItem(key, JSON.stringify(messages));
		} catch {
			// A full or forbidden storage costs the commands of a reload, never the command itself.
		}
	}

	#kept(): CommandMessage[] {
		if (this.#keep === null) return [];
		try {
			const parsed: unknown = JSON.parse(this.#keep.place.getItem(this.#keep.key) ?? "[]");
			return Array.isArray(parsed) ? (parsed as CommandMessage[]) : [];
		} catch {
			return [];
		}
	}
}

/** 128 random bits as text: an id that no other screen makes. */
export function newCommandId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
