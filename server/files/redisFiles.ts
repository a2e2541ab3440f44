import { RESP_TYPES } from "redis";
import { RedisLink, type RedisLinkOptions } from "../journal/redisLink.ts";
import { type Files, fileIdOf } from "./files.ts";

const keyOf = (conferenceId: string, fileId: string) => `plenaria:file:${conferenceId}:${fileId}`;

/** Twenty megabytes may take a while between machines. In ms. */
const replyPatience = 15_000;

/** The files of several nodes, in Redis, each under a key of its own. */
export class RedisFiles implements Files {
	readonly #link: RedisLink;

	private constructor(link: RedisLink) {
		this.#link = link;
	}

	/** @throws Error when Redis does not answer in time. */
	static async open(options: RedisLinkOptions): Promise<RedisFiles> {
		return new RedisFiles(await RedisLink.open(options));
	}

	async put(conferenceId: string, bytes: Uint8Array): Promise<string> {
		const fileId = fileIdOf(bytes);
		const value = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		await this.#reply(this.#link.client.set(keyOf(conferenceId, fileId), value, { condition: "NX" }));
		return fileId;
	}

	async get(conferenceId: string, fileId: string): Promise<Buffer | undefined> {
		const client = this.#link.client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
		return (await this.#reply(client.get(keyOf(conferenceId, fileId)))) ?? undefined;
	}

	async has(conferenceId: string, fileId: string): Promise<boolean> {
		return (await this.#reply(this.#link.client.exists(keyOf(conferenceId, fileId)))) === 1;
	}

	async close(): Promise<void> {
		this.#link.close();
	}

	#reply<T>(reply: Promise<T>): Promise<T> {
		return this.#link.within(replyPatience, reply);
	}
}
