import type { Connection } from "./connection.ts";
import { awayStatus, backForMs, backoff } from "./connection.ts";
import { Observable } from "./observable.ts";

/** When it is tried again, and what the screen says meanwhile. */
export class ConnectionKeeper {
	readonly connection = new Observable<Connection>({ status: "connecting" });
	readonly #connect: () => void;
	readonly #now: () => number;
	readonly #online: () => boolean;
	#away: { readonly since: number; readonly at: number } | undefined;
	#attempt = 0;
	#journalAvailable = true;
	#hasJoined = false;
	#isFinished = false;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#settle: ReturnType<typeof setTimeout> | undefined;

	constructor(options: { connect: () => void; now: () => number; online: () => boolean }) {
		this.#connect = options.connect;
		this.#now = options.now;
		this.#online = options.online;
	}

	/** `changes` is how many events were missed. */
	joined(journalAvailable: boolean, changes: number): void {
		if (this.#isFinished) return;
		const away = this.#away;
		this.#away = undefined;
		this.#attempt = 0;
		this.#hasJoined = true;
		this.#journalAvailable = journalAvailable;
		clearTimeout(this.#retry);
		clearTimeout(this.#settle);
		if (!journalAvailable) {
			this.connection.set({ status: "journalDown" });
			return;
		}
		const back = away === undefined ? null : { awayMs: Date.now() - away.at, changes };
		this.connection.set({ status: "connected", back });
		if (back !== null)
			this.#settle = setTimeout(() => this.connection.set({ status: "connected", back: null }), backForMs);
	}

	journal(available: boolean): void {
		if (available === this.#journalAvailable) return;
		this.#journalAvailable = available;
		const { status } = this.connection.get();
		if (status !== "connected" && status !== "journalDown") return;
		clearTimeout(this.#settle);
		this.connection.set(available ? { status: "connected", back: null } : { status: "journalDown" });
	}

	/** The connection broke or could not be made; plans the next try. */
	lost(): void {
		if (this.#isFinished) return;
		clearTimeout(this.#settle);
		this.#away ??= { since: this.#now(), at: Date.now() };
		const wait = backoff(this.#attempt);
		this.#attempt += 1;
		clearTimeout(this.#retry);
		this.#retry = setTimeout(() => this.#try(), wait);
		this.#say(Date.now() + wait);
	}

	tryNow(): void {
		const { status } = this.connection.get();
		if (status !== "reconnecting" && status !== "offline") return;
		clearTimeout(this.#retry);
		this.#try();
	}

	signedOut(): void {
		this.#finish();
		this.connection.set({ status: "signedOut" });
	}

	stop(): void {
		this.#finish();
	}

	#try(): void {
		this.#say(null);
		this.#connect();
	}

	#finish(): void {
		this.#isFinished = true;
		clearTimeout(this.#retry);
		clearTimeout(this.#settle);
	}

	#say(nextTryAt: number | null): void {
		if (this.#away === undefined) return;
		const { since, at } = this.#away;
		const status = awayStatus(Date.now() - at, this.#online());
		// A page that was served but is not yet joined says nothing of a first hiccup.
		if (!this.#hasJoined && status === "reconnecting" && this.#attempt < 2) return;
		this.connection.set({ status, since, nextTryAt });
	}
}
