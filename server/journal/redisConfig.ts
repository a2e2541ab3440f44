import { isRefusal, type RedisClient } from "./redisLink.ts";

/** What Redis must be told, and what is at stake. */
const demands = [
	{ name: "appendonly", value: "yes", reason: "else nothing is kept on disk" },
	{ name: "appendfsync", value: "always", reason: "else what was acknowledged can be lost" },
	{ name: "maxmemory-policy", value: "noeviction", reason: "else Redis may throw a conference away" },
] as const;

/** @throws Error with one line that says what to set, when this Redis could lose an acknowledged command. */
export async function checkRedisConfig(client: RedisClient, address: string): Promise<void> {
	let config: Record<string, string>;
	try {
		config = await client.configGet(demands.map((demand) => demand.name));
	} catch (error) {
		if (!isRefusal(error)) throw error;
		throw new Error(
			`Redis at ${address} does not let Plenaria read its configuration (${error.message}): allow CONFIG GET.`,
		);
	}
	const missing = demands.filter((demand) => config[demand.name] !== demand.value);
	if (missing.length === 0) return;
	const settings = missing.map(({ name, value, reason }) => `\`${name} ${value}\` (${reason})`);
	throw new Error(`Redis at ${address} is not safe for a conference. Set ${settings.join(", ")}.`);
}
