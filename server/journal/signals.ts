import { RedisLink, type RedisLinkOptions } from "./redisLink.ts";

/**
 * What nodes tell each other besides the journal: presence, sound levels. The latest value wins; a message may be lost
 * while a connection is, and nothing that must not be lost travels here. A sender hears its own messages too.
 */
export interface Signals {
	publish(channel: string, message: string): void;
	/** Returns the function that ends the subscription. */
	subscribe(channel: string, listener: (message: string) => void): () => void;
	close(): Promise<void>;
}

type Listener = (message: string) => void;

/** Listeners by channel. */
class Channels {
	readonly #listeners = new Map<string, Set<Listener>>();

	add(channel: string, listener: Listener): () => void {
		// A wrapper of its own, so that the same function may listen twice.
		const entry: Listener = (message) => listener(message);
		const listeners = this.#listeners.get(channel) ?? new Set<Listener>();
		this.#listeners.set(channel, listeners.add(entry));
		return () => {
			listeners.delete(entry);
			if (listeners.size === 0 && this.#listeners.get(channel) === listeners) this.#listeners.delete(channel);
		};
	}

	tell(channel: string, message: string): void {
		for (const listener of [...(this.#listeners.get(channel) ?? [])]) listener(message);
	}
}

/** For a single process. Listeners are called after `publish` has returned, as with Redis. */
export class LocalSignals implements Signals {
	readonly #channels = new Channels();

	publish(channel: string, message: string): void {
		queueMicrotask(() => this.#channels.tell(channel, message));
	}

	subscribe(channel: string, listener: Listener): () => void {
		return this.#channels.add(channel, listener);
	}

	async close(): Promise<void> {}
}

const prefix = "plenaria:signal:";

/** For several nodes: Redis PUBLISH, on connections of its own. */
export class RedisSignals implements Signals {
	readonly #channels = new Channels();
	readonly #publisher: RedisLink;
	readonly #subscriber: RedisLink;

	private constructor(publisher: RedisLink, subscriber: RedisLink) {
		this.#publisher = publisher;
		this.#subscriber = subscriber;
	}

	/** @throws Error when Redis does not answer in time. */
	static async open(options: RedisLinkOptions): Promise<RedisSignals> {
		const publisher = await RedisLink.open(options);
		try {
			const subscriber = await RedisLink.open(options);
			const signals = new RedisSignals(publisher, subscriber);
			// One subscription for all channels: the client renews it after each reconnection, which it would not do
			// for one that was asked for while the connection was lost.
			await subscriber.client.pSubscribe(`${prefix}*`, (message, channel) =>
				signals.#channels.tell(channel.slice(prefix.length), message),
			);
			return signals;
		} catch (error) {
			publisher.close();
			throw error;
		}
	}

	publish(channel: string, message: string): void {
		// A signal that cannot be sent is not worth a queue: the next one says more.
		this.#publisher.client.publish(prefix + channel, message).catch(() => {});
	}

	subscribe(channel: string, listener: Listener): () => void {
		return this.#channels.add(channel, listener);
	}

	async close(): Promise<void> {
		this.#publisher.close();
		this.#subscriber.close();
	}
}
