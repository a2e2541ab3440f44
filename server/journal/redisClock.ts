import { monotonicNow } from "./clock.ts";
import type { RedisClient } from "./redisLink.ts";

const samples = 8;

/** Redis' time, kept by the process' own clock between measurements: one clock for all nodes, to a millisecond or so. */
export class RedisClock {
	#offset = 0;
	#last = 0;

	/** ms since the epoch. When a measurement sets the clock back it stands still until time has caught up. */
	now(): number {
		this.#last = Math.max(this.#last, monotonicNow() + this.#offset);
		return this.#last;
	}

	/** Asks Redis several times and believes the quickest answer: its error is at most half its round trip. */
	async measure(client: RedisClient): Promise<void> {
		let best = { roundTrip: Number.POSITIVE_INFINITY, offset: this.#offset };
		for (let i = 0; i < samples; i += 1) {
			const sent = monotonicNow();
			const [seconds, microseconds] = await client.time();
			const received = monotonicNow();
			const roundTrip = received - sent;
			const offset = Number(seconds) * 1000 + Number(microseconds) / 1000 - (sent + roundTrip / 2);
			if (roundTrip < best.roundTrip) best = { roundTrip, offset };
		}
		this.#offset = best.offset;
	}
}
