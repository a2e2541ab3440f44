import { ClientClosedError, ClientOfflineError } from "redis";
import { Availability } from "./availability.ts";
import { archiveName, checkConferenceId, isConferenceId } from "./conferenceId.ts";
import {
	type AppendResult,
	chain,
	emptyHead,
	type Head,
	type Journal,
	JournalDamaged,
	JournalUnavailable,
	JournalUnknown,
	type NewRecord,
	type StoredRecord,
} from "./journal.ts";
import { JournalTail, keptRecordOf } from "./journalTail.ts";
import { Recovery } from "./recovery.ts";
import { RedisClock } from "./redisClock.ts";
import { checkRedisConfig } from "./redisConfig.ts";
import { isRefusal, RedisLink, type RedisLinkOptions } from "./redisLink.ts";
import { RedisScript } from "./redisScript.ts";
import { Subscribers } from "./subscribers.ts";

const journalPrefix = "plenaria:journal:";
const archivePrefix = "plenaria:archive:";
/** Entries read at once. */
const readSize = 1000;
const clockInterval = 30_000;

/**
 * KEYS: the stream. ARGV: the expected number and hash, then hash and bytes of each record. Returns 1 when the batch
 * was appended, 0 when the writer did not know the head. Everything that can fail stands before the first XADD.
 */
const appendScript = new RedisScript(`
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local id, hash = '0-0', '${emptyHead.hash}'
if last then id, hash = last[1], last[2][2] end
if redis.call('XLEN', KEYS[1]) .. '-0' ~= id then return redis.error_reply('DAMAGED records are missing') end
if ARGV[1] .. '-0' ~= id or ARGV[2] ~= hash then return 0 end
local seq = tonumber(ARGV[1])
for i = 3, #ARGV, 2 do
	seq = seq + 1
	redis.call('XADD', KEYS[1], string.format('%d-0', seq), 'hash', ARGV[i], 'bytes', ARGV[i + 1])
end
return 1
`);

export interface RedisJournalOptions extends RedisLinkOptions {
	/** How long a reply may take, in ms, before its command counts as lost and the connection is made anew. */
	readonly replyPatience?: number;
}

/** The journal of several servers: one Redis stream for each conference, one script for each batch. */
export class RedisJournal implements Journal {
	readonly #options: RedisJournalOptions;
	readonly #replyPatience: number;
	readonly #link: RedisLink;
	readonly #clock = new RedisClock();
	readonly #availability = new Availability(true);
	readonly #recovery = new Recovery(() => this.#admit());
	readonly #subscribers = new Subscribers();
	readonly #tails = new Map<string, JournalTail>();
	readonly #clockTimer: NodeJS.Timeout;
	#problem = "";

	private constructor(options: RedisJournalOptions, link: RedisLink) {
		this.#options = options;
		this.#replyPatience = options.replyPatience ?? 5000;
		this.#link = link;
		this.#clockTimer = setInterval(() => {
			// A failure shows elsewhere; the old offset remains good for a while.
			this.#clock.measure(this.#link.client).catch(() => {});
		}, clockInterval);
		this.#clockTimer.unref();
	}

	/** @throws Error with one line that says what to do, when Redis is not there or could lose something. */
	static async open(options: RedisJournalOptions): Promise<RedisJournal> {
		let journal: RedisJournal | undefined;
		const onProblem = (message: string) => {
			if (journal) journal.#failed(message);
		};
		const link = await RedisLink.open({ ...options, onProblem });
		journal = new RedisJournal(options, link);
		try {
			await journal.#admit();
			return journal;
		} catch (error) {
			await journal.close();
			throw error;
		}
	}

	async append(conferenceId: string, expected: Head, records: readonly NewRecord[]): Promise<AppendResult> {
		checkConferenceId(conferenceId);
		if (!this.#availability.available) throw this.#unavailable();
		const stored = chain(expected, records);
		const args = [String(expected.seq), expected.hash, ...stored.flatMap(({ hash, bytes }) => [hash, bytes])];
		const tail = this.#tails.get(conferenceId);
		let last: number | undefined;
		tail?.depart();
		try {
			const key = journalPrefix + conferenceId;
			if ((await this.#reply(appendScript.run(this.#link.client, [key], args))) !== 1)
				return { status: "stale" };
			last = expected.seq + stored.length;
			return { status: "appended", head: { seq: last, hash: stored.at(-1)?.hash ?? expected.hash }, stored };
		} finally {
			tail?.arrive(last);
		}
	}

	async *readSince(conferenceId: string, seq: number): AsyncIterable<StoredRecord[]> {
		checkConferenceId(conferenceId);
		const news = this.#tails.get(conferenceId)?.after(seq) ?? [];
		let next: Promise<StoredRecord[]> | undefined = this.#read(conferenceId, seq + news.length);
		// Heard here as well, in case the caller stops early and nobody awaits it.
		next.catch(() => {});
		if (news.length > 0) yield news;
		for (let last = seq + news.length; next; ) {
			const records: StoredRecord[] = await next;
			last += records.length;
			next = records.length === readSize ? this.#read(conferenceId, last) : undefined;
			next?.catch(() => {});
			if (records.length > 0) yield records;
		}
	}

	subscribe(conferenceId: string, listener: () => void): () => void {
		checkConferenceId(conferenceId);
		const stop = this.#subscribers.add(conferenceId, listener);
		if (!this.#tails.has(conferenceId)) {
			const notify = () => this.#subscribers.notify(conferenceId);
			this.#tails.set(
				conferenceId,
				new JournalTail({ url: this.#options.url }, journalPrefix + conferenceId, notify),
			);
		}
		return () => {
			stop();
			if (this.#subscribers.has(conferenceId)) return;
			this.#tails.get(conferenceId)?.close();
			this.#tails.delete(conferenceId);
		};
	}

	onAvailability(listener: (available: boolean) => void): () => void {
		return this.#availability.listen(listener);
	}

	async ping(): Promise<void> {
		if (!this.#availability.available) throw this.#unavailable();
		await this.#probe();
	}

	now(): number {
		return this.#clock.now();
	}

	async conferences(): Promise<string[]> {
		const ids = new Set<string>();
		let cursor = "0";
		do {
			const page = await this.#ask(
				this.#link.client.scan(cursor, { MATCH: `${journalPrefix}*`, COUNT: 1000 }),
			);
			cursor = page.cursor;
			for (const key of page.keys) ids.add(key.slice(journalPrefix.length));
		} while (cursor !== "0");
		return [...ids].filter(isConferenceId).sort();
	}

	async archive(conferenceId: string): Promise<string> {
		checkConferenceId(conferenceId);
		const key = journalPrefix + conferenceId;
		if ((await this.#ask(this.#link.client.exists(key))) === 0) {
			throw new Error(`Conference ${conferenceId} has no journal to archive.`);
		}
		const base = archiveName(conferenceId, this.now());
		for (let again = 1; ; again += 1) {
			const name = again === 1 ? base : `${base}-${again}`;
			// Refuses a name that is taken, so that nothing archived is ever overwritten.
			if ((await this.#reply(this.#link.client.renameNX(key, archivePrefix + name))) === 1) {
				this.#tails.get(conferenceId)?.forget();
				return name;
			}
		}
	}

	async close(): Promise<void> {
		this.#recovery.stop();
		clearInterval(this.#clockTimer);
		for (const tail of this.#tails.values()) tail.close();
		this.#link.close();
	}

	async #read(conferenceId: string, after: number): Promise<StoredRecord[]> {
		const range = this.#link.client.xRange(journalPrefix + conferenceId, `(${after}-0`, "+", {
			COUNT: readSize,
		});
		return ((await this.#ask(range)) ?? []).map(({ id, message }) => keptRecordOf({ id, fields: message }));
	}

	/** Proves that Redis is safe and takes writes, and sets our clock by its time. */
	async #admit(): Promise<void> {
		try {
			const { client, address } = this.#link;
			await this.#link.within(this.#replyPatience, checkRedisConfig(client, address));
			await this.#link.within(this.#replyPatience, this.#clock.measure(client));
		} catch (error) {
			this.#failed(error instanceof Error ? error.message : String(error));
			throw error;
		}
		await this.#probe();
		this.#problem = "";
		if (this.#availability.available) return;
		this.#availability.set(true);
		// A listener whose reading failed meanwhile would else wait for the next append of somebody.
		this.#subscribers.notifyAll();
	}

	async #probe(): Promise<void> {
		await this.#ask(this.#link.client.set("plenaria:probe", "1"));
	}

	/** For commands that may be repeated: whether the lost one was carried out does not matter. */
	async #ask<T>(reply: Promise<T>): Promise<T> {
		try {
			return await this.#reply(reply);
		} catch (error) {
			throw error instanceof JournalUnknown ? new JournalUnavailable(error.message) : error;
		}
	}

	/** Turns what the client throws into what the port promises. */
	async #reply<T>(reply: Promise<T>): Promise<T> {
		try {
			return await this.#link.within(this.#replyPatience, reply);
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			const where = `Redis at ${this.#link.address}`;
			if (isRefusal(error) && message.startsWith("DAMAGED")) {
				throw new JournalDamaged(`${where}: the journal is damaged (${message}). Restore it from a backup.`);
			}
			this.#failed(message);
			if (isRefusal(error)) throw new JournalUnavailable(`${where} refuses to write (${message}).`);
			// These are thrown before anything is sent.
			const unsent = error instanceof ClientOfflineError || error instanceof ClientClosedError;
			if (unsent) throw this.#unavailable();
			throw new JournalUnknown(`${where} did not reply (${message}).`);
		}
	}

	#unavailable(): JournalUnavailable {
		return new JournalUnavailable(`Redis at ${this.#link.address} is not available (${this.#problem}).`);
	}

	/** From now on appends are refused at once, until Redis has proved itself again. */
	#failed(message: string): void {
		if (message !== this.#problem) this.#options.onProblem?.(`Redis at ${this.#link.address}: ${message}`);
		this.#problem = message;
		this.#availability.set(false);
		this.#recovery.start();
	}
}
