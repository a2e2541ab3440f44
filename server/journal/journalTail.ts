import { KeptRecord } from "./keptRecord.ts";
import type { RedisLinkOptions } from "./redisLink.ts";
import { RedisTail, type StreamEntry } from "./redisTail.ts";

/** The number of a record from its entry's id, `seq-0`. */
function seqOf(entryId: string): number {
	return Number(entryId.slice(0, entryId.indexOf("-")));
}

export function keptRecordOf({ id, fields }: StreamEntry): KeptRecord {
	return new KeptRecord(seqOf(id), fields.bytes ?? "", fields.hash ?? "");
}

/**
 * Follows one conference for a whole process: tells what others appended, not what this process did, and keeps the
 * last news, so that the reading which follows needs no further round trip.
 */
export class JournalTail {
	readonly #tail: RedisTail;
	readonly #notify: () => void;
	/** The last number that this process appended, that the stream has shown, and that listeners were told of. */
	#own = 0;
	#seen = 0;
	#told = 0;
	/** Appends on their way: whose the news is will be known when they return. */
	#underWay = 0;
	#news: KeptRecord[] = [];

	constructor(options: RedisLinkOptions, key: string, notify: () => void) {
		this.#notify = notify;
		this.#tail = new RedisTail(options, key, {
			onStart: notify,
			onEntries: (entries) => this.#take(entries),
			onReplaced: () => {
				this.forget();
				notify();
			},
		});
	}

	/** An append of this process sets out. */
	depart(): void {
		this.#underWay += 1;
	}

	/** It returned; `seq` is the last number it stored, if it is known to have stored any. */
	arrive(seq: number | undefined): void {
		this.#underWay -= 1;
		if (seq !== undefined) this.#own = Math.max(this.#own, seq);
		this.#tellOfOthers();
	}

	/** The news that follows directly on `seq`, or nothing. */
	after(seq: number): KeptRecord[] {
		const first = this.#seen - this.#news.length + 1;
		// From the beginning, what is kept here might be of a journal that has just been archived elsewhere.
		return seq > 0 && seq + 1 >= first ? this.#news.slice(seq + 1 - first) : [];
	}

	/** The journal was archived: the next one starts at 1. */
	forget(): void {
		this.#own = 0;
		this.#seen = 0;
		this.#told = 0;
		this.#news = [];
	}

	close(): void {
		this.#tail.close();
	}

	#take(entries: readonly StreamEntry[]): void {
		this.#news = entries.map(keptRecordOf);
		this.#seen = seqOf(entries.at(-1)?.id ?? "0-0");
		this.#tellOfOthers();
	}

	#tellOfOthers(): void {
		// Whoever appended up to `own` knew everything before it.
		if (this.#underWay > 0 || this.#seen <= Math.max(this.#own, this.#told)) return;
		this.#told = this.#seen;
		this.#notify();
	}
}
