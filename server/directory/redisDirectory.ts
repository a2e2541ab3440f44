import { RedisLink, type RedisLinkOptions } from "../journal/redisLink.ts";
import { RedisScript } from "../journal/redisScript.ts";
import { RedisTail } from "../journal/redisTail.ts";
import type { Directory, DirectoryListener, Person } from "./directory.ts";

const prefix = "plenaria:directory:";
/** A hash of persons by representative, and the number of the last change. */
const personsKey = (conferenceId: string) => `${prefix}persons:${conferenceId}`;
const versionKey = (conferenceId: string) => `${prefix}version:${conferenceId}`;
/** A stream, not PUBLISH: a node whose connection was lost reads on where it was. */
const changesKey = `${prefix}changes`;
const replyPatience = 5000;

const tell = `
local version = redis.call('INCR', KEYS[2])
redis.call('XADD', KEYS[3], 'MAXLEN', '~', '1000', '*', 'conference', ARGV[1], 'version', version)
return version
`;

/** KEYS: persons, version, changes. ARGV: conference, then id and person as JSON in turn. */
const putScript = new RedisScript(`
for i = 2, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
${tell}`);

/** KEYS: persons, version, changes. ARGV: conference, representative. Returns 0 when there was nobody. */
const eraseScript = new RedisScript(`
if redis.call('HDEL', KEYS[1], ARGV[2]) == 0 then return 0 end
${tell}`);

/** The directory of several nodes, in Redis. */
export class RedisDirectory implements Directory {
	readonly #link: RedisLink;
	readonly #listeners = new Set<DirectoryListener>();
	readonly #tail: RedisTail;
	readonly #following: Promise<void>;

	private constructor(options: RedisLinkOptions, link: RedisLink) {
		this.#link = link;
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#following = promise;
		this.#tail = new RedisTail({ url: options.url }, changesKey, {
			onStart: resolve,
			onEntries: (entries) => {
				for (const { fields } of entries) {
					for (const listener of [...this.#listeners])
						listener(fields.conference ?? "", Number(fields.version));
				}
			},
			onReplaced: () => {},
		});
	}

	/** Resolves when this node hears of every change. @throws Error when Redis does not answer in time. */
	static async open(options: RedisLinkOptions): Promise<RedisDirectory> {
		const directory = new RedisDirectory(options, await RedisLink.open(options));
		await directory.#following;
		return directory;
	}

	async put(conferenceId: string, persons: readonly Person[]): Promise<number> {
		if (persons.length === 0) return (await this.all(conferenceId)).version;
		const args = persons.flatMap((person) => [person.representativeId, JSON.stringify(person)]);
		return this.#run(putScript, conferenceId, args);
	}

	async erase(conferenceId: string, representativeId: string): Promise<number> {
		const version = await this.#run(eraseScript, conferenceId, [representativeId]);
		if (version === 0) return (await this.all(conferenceId)).version;
		// The file that Redis appends to still holds the name until it is written anew; one rewrite at a time.
		await this.#reply(this.#link.client.bgRewriteAof()).catch(() => {});
		return version;
	}

	async all(conferenceId: string): Promise<{ version: number; persons: readonly Person[] }> {
		const both = this.#link.client.multi().get(versionKey(conferenceId)).hGetAll(personsKey(conferenceId));
		const [version, found] = await this.#reply(both.execTyped());
		const persons = Object.values(found).map((text) => JSON.parse(text) as Person);
		persons.sort((a, b) => (a.representativeId < b.representativeId ? -1 : 1));
		return { version: Number(version ?? 0), persons };
	}

	onChange(listener: DirectoryListener): () => void {
		const entry: DirectoryListener = (conferenceId, version) => listener(conferenceId, version);
		this.#listeners.add(entry);
		return () => {
			this.#listeners.delete(entry);
		};
	}

	async close(): Promise<void> {
		this.#tail.close();
		this.#link.close();
	}

	async #run(script: RedisScript, conferenceId: string, args: string[]): Promise<number> {
		const keys = [personsKey(conferenceId), versionKey(conferenceId), changesKey];
		return Number(await this.#reply(script.run(this.#link.client, keys, [conferenceId, ...args])));
	}

	#reply<T>(reply: Promise<T>): Promise<T> {
		return this.#link.within(replyPatience, reply);
	}
}
