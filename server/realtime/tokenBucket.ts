/** How many at once, and how many a second in the long run. */
export interface Rate {
	readonly burst: number;
	readonly perSecond: number;
}

/** Two numbers that remember how much somebody has used up; nothing ticks. */
export class TokenBucket {
	readonly #rate: Rate;
	#tokens: number;
	#at: number;

	/** `now` in ms, on any clock that never runs backwards. */
	constructor(rate: Rate, now: number) {
		this.#rate = rate;
		this.#tokens = rate.burst;
		this.#at = now;
	}

	/** Takes one; false when there is none. */
	take(now: number): boolean {
		const { burst, perSecond } = this.#rate;
		this.#tokens = Math.min(burst, this.#tokens + ((now - this.#at) / 1000) * perSecond);
		this.#at = now;
		if (this.#tokens < 1) return false;
		this.#tokens -= 1;
		return true;
	}
}
