import { RedisLink, type RedisLinkOptions } from "../journal/redisLink.ts";
import { RedisScript } from "../journal/redisScript.ts";
import { RedisTail } from "../journal/redisTail.ts";
import {
	type Accounts,
	isRefusal,
	type Link,
	type LinkRefusal,
	type NewLink,
	type SignIn,
	type SigningKey,
	type SigningKeys,
} from "./accounts.ts";
import { makeLink, makeSignIn, makeSigningKey, opened, tokenHash, validKeys } from "./secrets.ts";

const prefix = "plenaria:accounts:";
/** Token hash -> link id. */
const tokensKey = `${prefix}tokens`;
/** A hash: the link as JSON, and what comes later in fields of its own, since Lua would round the times in JSON. */
const linkKey = (id: string) => `${prefix}link:${id}`;
/** The sign-in as JSON; expires by itself. */
const signInKey = (id: string) => `${prefix}signIn:${id}`;
/** The sign-ins of a link, and the links of a conference: sets of ids. */
const signInsKey = (linkId: string) => `${prefix}signInsOf:${linkId}`;
const conferenceKey = (conferenceId: string) => `${prefix}linksOf:${conferenceId}`;
const keysKey = `${prefix}signingKeys`;
/** A stream, not PUBLISH: a node whose connection was lost reads on where it was. */
const revokedKey = `${prefix}revoked`;
const replyPatience = 5000;

/**
 * Adds a sign-in unless the link was revoked meanwhile. KEYS: link, sign-in, sign-ins of the link.
 * ARGV: now, sign-in id, sign-in as JSON, its end in whole ms.
 */
const signInScript = new RedisScript(`
if redis.call('HEXISTS', KEYS[1], 'revokedAt') == 1 then return 0 end
redis.call('HSETNX', KEYS[1], 'usedAt', ARGV[1])
redis.call('SET', KEYS[2], ARGV[3], 'PXAT', ARGV[4])
redis.call('SADD', KEYS[3], ARGV[2])
redis.call('PEXPIREAT', KEYS[3], ARGV[4])
return 1
`);

/** Revokes links and ends their sign-ins. KEYS: revoked stream. ARGV: now, key prefix, then link ids. */
const revokeScript = new RedisScript(`
local cut = {}
for i = 3, #ARGV do
	local link = ARGV[2] .. 'link:' .. ARGV[i]
	if redis.call('EXISTS', link) == 1 then
		redis.call('HSETNX', link, 'revokedAt', ARGV[1])
		local set = ARGV[2] .. 'signInsOf:' .. ARGV[i]
		for _, id in ipairs(redis.call('SMEMBERS', set)) do
			if redis.call('DEL', ARGV[2] .. 'signIn:' .. id) == 1 then cut[#cut + 1] = id end
		end
		redis.call('DEL', set)
	end
end
if #cut > 0 then redis.call('XADD', KEYS[1], 'MAXLEN', '~', '10000', '*', 'ids', cjson.encode(cut)) end
return #cut
`);

/** Ends one sign-in. KEYS: sign-in, revoked stream. ARGV: sign-in id. */
const signOutScript = new RedisScript(`
if redis.call('DEL', KEYS[1]) == 0 then return 0 end
redis.call('XADD', KEYS[2], 'MAXLEN', '~', '10000', '*', 'ids', cjson.encode({ ARGV[1] }))
return 1
`);

/** Replaces the keys if they are still what the caller saw. KEYS: signing keys. ARGV: before (or ''), after. */
const replaceScript = new RedisScript(`
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1
`);

type StoredKey = Omit<SigningKey, "secret"> & { readonly secret: string };

function decodeKeys(text: string | null): SigningKey[] {
	const stored = JSON.parse(text ?? "[]") as StoredKey[];
	return stored.map((key) => ({ ...key, secret: new Uint8Array(Buffer.from(key.secret, "base64")) }));
}

function encodeKeys(keys: readonly SigningKey[]): string {
	return JSON.stringify(keys.map((key) => ({ ...key, secret: Buffer.from(key.secret).toString("base64") })));
}

/** Accounts of several nodes, in Redis. */
export class RedisAccounts implements Accounts {
	readonly #link: RedisLink;
	readonly #listeners = new Set<(signInIds: readonly string[]) => void>();
	readonly #tail: RedisTail;
	readonly #following: Promise<void>;

	private constructor(options: RedisLinkOptions, link: RedisLink) {
		this.#link = link;
		const { promise, resolve } = Promise.withResolvers<void>();
		this.#following = promise;
		this.#tail = new RedisTail({ url: options.url }, revokedKey, {
			onStart: resolve,
			onEntries: (entries) => {
				for (const { fields } of entries) this.#tell(JSON.parse(fields.ids ?? "[]") as string[]);
			},
			onReplaced: () => {},
		});
	}

	/** Resolves when this node hears of every revocation. @throws Error when Redis does not answer in time. */
	static async open(options: RedisLinkOptions): Promise<RedisAccounts> {
		const accounts = new RedisAccounts(options, await RedisLink.open(options));
		await accounts.#following;
		return accounts;
	}

	async createLink(newLink: NewLink): Promise<{ token: string; link: Link }> {
		const made = makeLink(newLink);
		const { id, conferenceId } = made.link;
		const stored = this.#link.client
			.multi()
			.hSet(linkKey(id), "link", JSON.stringify(made.link))
			.hSet(tokensKey, tokenHash(made.token), id)
			.sAdd(conferenceKey(conferenceId), id)
			.exec();
		await this.#reply(stored);
		return made;
	}

	async inspectLink(token: string, now: number): Promise<Link | LinkRefusal> {
		const id = await this.#reply(this.#link.client.hGet(tokensKey, tokenHash(token)));
		return opened(id === null ? undefined : (await this.#links([id])).at(0), now);
	}

	async signIn(token: string, now: number, userAgent?: string): Promise<SignIn | LinkRefusal> {
		const link = await this.inspectLink(token, now);
		if (isRefusal(link)) return link;
		const signIn = makeSignIn(link, now, userAgent);
		const keys = [linkKey(link.id), signInKey(signIn.id), signInsKey(link.id)];
		const end = String(Math.ceil(signIn.expiresAt));
		const args = [String(now), signIn.id, JSON.stringify(signIn), end];
		return (await this.#run(signInScript, keys, args)) === 1 ? signIn : { code: "linkRevoked" };
	}

	async signInById(id: string, now: number): Promise<SignIn | undefined> {
		const text = await this.#reply(this.#link.client.get(signInKey(id)));
		const signIn = text === null ? undefined : (JSON.parse(text) as SignIn);
		return signIn && now < signIn.expiresAt ? signIn : undefined;
	}

	async listLinks(conferenceId: string): Promise<readonly Link[]> {
		const ids = await this.#reply(this.#link.client.sMembers(conferenceKey(conferenceId)));
		return (await this.#links(ids)).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
	}

	async revokeLink(linkId: string, now: number): Promise<void> {
		await this.#run(revokeScript, [revokedKey], [String(now), prefix, linkId]);
	}

	async revokeRepresentative(conferenceId: string, representativeId: string, now: number): Promise<void> {
		const links = await this.listLinks(conferenceId);
		const ids = links.filter((link) => link.representativeId === representativeId).map(({ id }) => id);
		await this.#run(revokeScript, [revokedKey], [String(now), prefix, ...ids]);
	}

	async signOut(signInId: string): Promise<void> {
		await this.#run(signOutScript, [signInKey(signInId), revokedKey], [signInId]);
	}

	onRevoked(listener: (signInIds: readonly string[]) => void): () => void {
		const entry = (signInIds: readonly string[]) => listener(signInIds);
		this.#listeners.add(entry);
		return () => {
			this.#listeners.delete(entry);
		};
	}

	async signingKeys(now: number): Promise<SigningKeys> {
		for (;;) {
			const text = await this.#reply(this.#link.client.get(keysKey));
			const keys = validKeys(decodeKeys(text), now);
			if (keys) return keys;
			// Two nodes that start together must not make a key each: the second finds the first one's.
			await this.#run(replaceScript, [keysKey], [text ?? "", encodeKeys([makeSigningKey(now)])]);
		}
	}

	async rotateSigningKey(now: number, keepUntil: number): Promise<SigningKeys> {
		for (;;) {
			const text = await this.#reply(this.#link.client.get(keysKey));
			const kept = decodeKeys(text)
				.map((key) => ({ ...key, keepUntil: Math.min(key.keepUntil ?? keepUntil, keepUntil) }))
				.filter((key) => now < key.keepUntil);
			const current = makeSigningKey(now);
			const keys = [current, ...kept];
			if ((await this.#run(replaceScript, [keysKey], [text ?? "", encodeKeys(keys)])) === 1) {
				return { current, valid: keys };
			}
		}
	}

	async close(): Promise<void> {
		this.#tail.close();
		this.#link.close();
	}

	async #links(ids: readonly string[]): Promise<Link[]> {
		const { client } = this.#link;
		const hashes = await this.#reply(Promise.all(ids.map((id) => client.hGetAll(linkKey(id)))));
		return hashes.flatMap(({ link, usedAt, revokedAt }) => {
			if (link === undefined) return [];
			const later = {
				...(usedAt && { usedAt: Number(usedAt) }),
				...(revokedAt && { revokedAt: Number(revokedAt) }),
			};
			return [{ ...(JSON.parse(link) as Link), ...later }];
		});
	}

	#tell(signInIds: readonly string[]): void {
		for (const listener of [...this.#listeners]) listener(signInIds);
	}

	#run(script: RedisScript, keys: string[], args: string[]): Promise<unknown> {
		return this.#reply(script.run(this.#link.client, keys, args));
	}

	#reply<T>(reply: Promise<T>): Promise<T> {
		return this.#link.within(replyPatience, reply);
	}
}
