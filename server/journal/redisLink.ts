import { createClient, ErrorReply } from "redis";

/** How long a start waits for a Redis that is starting too. */
const startPatience = 10_000;

function makeClient(url: string, reconnectStrategy: (retries: number, cause: Error) => number | Error) {
	return createClient({
		url,
		// A command that could wait unseen for a connection would be neither acknowledged nor refused.
		disableOfflineQueue: true,
		disableClientInfo: true,
		maintNotifications: "disabled",
		socket: { connectTimeout: 5000, reconnectStrategy },
	});
}

export type RedisClient = ReturnType<typeof makeClient>;

/** The server answered with a refusal; the command had no effect. Else a failed command's fate is not known. */
export function isRefusal(error: unknown): error is Error {
	return error instanceof ErrorReply;
}

/** The address without what is secret in it: for messages. */
function redisAddress(url: string): string {
	try {
		const { hostname, port } = new URL(url);
		return `${hostname}:${port || "6379"}`;
	} catch {
		return "REDIS_URL (not an address)";
	}
}

export interface RedisLinkOptions {
	readonly url: string;
	/** Told of each failure of the connection. */
	readonly onProblem?: ((message: string) => void) | undefined;
	/** How long the first connection may take, in ms. */
	readonly patience?: number | undefined;
}

/** One connection to Redis that comes back by itself, ever more slowly up to every two seconds. */
export class RedisLink {
	readonly address: string;
	readonly #options: RedisLinkOptions;
	readonly #giveUpAt: number;
	#client: RedisClient;
	#ready = Promise.withResolvers<void>();
	#wasReady = false;
	#closed = false;

	private constructor(options: RedisLinkOptions) {
		this.address = redisAddress(options.url);
		this.#options = options;
		this.#giveUpAt = performance.now() + (options.patience ?? startPatience);
		this.#client = this.#make();
	}

	/** @throws Error when Redis does not answer in time. */
	static async open(options: RedisLinkOptions): Promise<RedisLink> {
		const link = new RedisLink(options);
		try {
			await link.#client.connect();
			return link;
		} catch (error) {
			const why = error instanceof Error && error.cause instanceof Error ? error.cause : error;
			throw new Error(`Cannot reach Redis at ${link.address} (${why}). Check REDIS_URL and that Redis runs.`);
		}
	}

	/** A link that is not waited for: it connects when it can. */
	static inBackground(options: RedisLinkOptions): RedisLink {
		const link = new RedisLink({ ...options, patience: Number.POSITIVE_INFINITY });
		link.#connect();
		return link;
	}

	/** The client of the present connection; never kept, since it may be replaced. */
	get client(): RedisClient {
		return this.#client;
	}

	/** Resolves when commands can be sent. */
	async ready(): Promise<void> {
		while (!this.#client.isReady) await this.#ready.promise;
	}

	/**
	 * Waits for a reply, but no longer than `ms`: a Redis that is stopped or cut off sends neither a reply nor an
	 * end. Then the connection is made anew, and every command on its way rejects.
	 */
	async within<T>(ms: number, reply: Promise<T>): Promise<T> {
		const client = this.#client;
		let timer: NodeJS.Timeout | undefined;
		const silence = new Promise<never>((_, reject) => {
			timer = setTimeout(() => {
				reject(new Error(`no reply for ${ms} ms`));
				this.#replace(client);
			}, ms);
		});
		try {
			return await Promise.race([reply, silence]);
		} finally {
			clearTimeout(timer);
		}
	}

	close(): void {
		this.#closed = true;
		this.#client.destroy();
	}

	#make(): RedisClient {
		const client = makeClient(this.#options.url, (retries, cause) => {
			if (!this.#wasReady && performance.now() >= this.#giveUpAt) return cause;
			return Math.min(50 * 2 ** Math.min(retries, 6), 2000) * (0.75 + Math.random() / 4);
		});
		client.on("error", (error: Error) => {
			if (!this.#closed && client === this.#client) this.#options.onProblem?.(error.message);
		});
		client.on("ready", () => {
			this.#wasReady = true;
			this.#ready.resolve();
			this.#ready = Promise.withResolvers();
		});
		return client;
	}

	#connect(): void {
		// Failures are reported as `error` events, and it goes on trying.
		this.#client.connect().catch(() => {});
	}

	/** A new client, because one that is told to connect again while it still tries would do so twice. */
	#replace(silent: RedisClient): void {
		if (this.#closed || silent !== this.#client) return;
		this.#client = this.#make();
		silent.destroy();
		this.#connect();
	}
}
