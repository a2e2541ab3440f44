import type { Rate } from "./tokenBucket.ts";

/** What one socket may ask for. Above it acts are refused with `tooManyRequests`; far above it the socket is cut. */
export interface Limits {
	readonly command: Rate;
	readonly join: Rate;
	readonly clock: Rate;
	/** Requests about sound and picture. Each time somebody speaks a screen asks for two or three. */
	readonly media: Rate;
	/** Messages of any kind, known or not. Who exceeds this is no screen of ours. */
	readonly any: Rate;
}

/** Limits for sockets that may keep up this many acts per second. */
export function limitsFor(commandsPerSecond: number): Limits {
	const command = { burst: 4 * commandsPerSecond, perSecond: commandsPerSecond };
	return {
		command,
		join: { burst: 10, perSecond: 0.5 },
		clock: { burst: 20, perSecond: 1 },
		media: { burst: 60, perSecond: 5 },
		any: { burst: 4 * command.burst + 100, perSecond: 4 * command.perSecond + 10 },
	};
}
