import { createHash } from "node:crypto";
import { isRefusal, type RedisClient } from "./redisLink.ts";

/** A script that runs in Redis as one step: all of it or, when it returns before its first write, nothing. */
export class RedisScript {
	readonly #source: string;
	readonly #sha: string;

	constructor(source: string) {
		this.#source = source;
		this.#sha = createHash("sha1").update(source).digest("hex");
	}

	async run(client: RedisClient, keys: string[], args: string[]): Promise<unknown> {
		try {
			return await client.evalSha(this.#sha, { keys, arguments: args });
		} catch (error) {
			// After a restart Redis has forgotten its scripts, and did nothing.
			if (!isRefusal(error) || !error.message.startsWith("NOSCRIPT")) throw error;
			return client.eval(this.#source, { keys, arguments: args });
		}
	}
}
