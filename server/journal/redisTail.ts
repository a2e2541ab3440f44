import { setTimeout as delay } from "node:timers/promises";
import { RedisLink, type RedisLinkOptions } from "./redisLink.ts";

/** How long one wait for news lasts. After it the stream is asked whether it was replaced. */
const blockFor = 5000;
const atOnce = 1000;
const pause = 100;

/** An entry of a Redis stream. */
export interface StreamEntry {
	/** `milliseconds-counter` in general; in a journal `seq-0`. */
	readonly id: string;
	readonly fields: Readonly<Record<string, string>>;
}

/** What XREAD gives: the client's types do not say it. */
type Reply = readonly { messages: readonly { id: string; message: Record<string, string> }[] }[] | null;

/** What a tail tells its owner. */
export interface RedisTailEvents {
	/** The tail stands at the stream's present end: whoever reads the stream after this call misses nothing. */
	onStart(): void;
	onEntries(entries: readonly StreamEntry[]): void;
	/** The stream was put aside: it starts anew. */
	onReplaced(): void;
}

/** Compares two entry ids by number. */
function isBefore(one: string, other: string): boolean {
	const [time = 0, counter = 0] = one.split("-").map(Number);
	const [otherTime = 0, otherCounter = 0] = other.split("-").map(Number);
	return time < otherTime || (time === otherTime && counter < otherCounter);
}

/**
 * Follows one stream on a connection of its own, since a waiting XREAD blocks all that is sent after it. After a
 * lost connection it goes on where it was, so nothing is missed; what `PUBLISH` says in the meantime would be.
 */
export class RedisTail {
	readonly #key: string;
	readonly #events: RedisTailEvents;
	readonly #link: RedisLink;
	#closed = false;

	constructor(options: RedisLinkOptions, key: string, events: RedisTailEvents) {
		this.#link = RedisLink.inBackground(options);
		this.#key = key;
		this.#events = events;
		void this.#run();
	}

	close(): void {
		this.#closed = true;
		this.#link.close();
	}

	async #run(): Promise<void> {
		let last: string | undefined;
		while (!this.#closed) {
			try {
				await this.#link.ready();
				last = last === undefined ? await this.#start() : await this.#next(last);
			} catch {
				// The connection was lost: the link tells the log, and comes back; we go on after `last`. Should it be
				// something else that fails each time, the pause keeps us from asking as fast as we can.
				await delay(pause, undefined, { ref: false });
			}
		}
	}

	async #start(): Promise<string> {
		const end = await this.#end();
		this.#events.onStart();
		return end;
	}

	async #next(last: string): Promise<string> {
		const waiting = this.#link.client.xRead({ key: this.#key, id: last }, { BLOCK: blockFor, COUNT: atOnce });
		const reply = (await this.#link.within(2 * blockFor, waiting)) as Reply;
		const entries = reply?.[0]?.messages ?? [];
		if (entries.length > 0) {
			this.#events.onEntries(entries.map(({ id, message }) => ({ id, fields: message })));
			return entries.at(-1)?.id ?? last;
		}
		if (!isBefore(await this.#end(), last)) return last;
		this.#events.onReplaced();
		return "0-0";
	}

	async #end(): Promise<string> {
		const entries = await this.#link.within(
			blockFor,
			this.#link.client.xRevRange(this.#key, "+", "-", { COUNT: 1 }),
		);
		return entries?.[0]?.id ?? "0-0";
	}
}
