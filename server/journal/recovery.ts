const firstDelay = 100;
const lastDelay = 2000;

/** Tries again and again, ever more slowly up to every two seconds, until it succeeds. One attempt at a time. */
export class Recovery {
	readonly #attempt: () => Promise<void>;
	#timer: NodeJS.Timeout | undefined;
	#delay = firstDelay;
	#running = false;
	#stopped = false;

	/** `attempt` rejects when there is nothing to be had yet. */
	constructor(attempt: () => Promise<void>) {
		this.#attempt = attempt;
	}

	/** Starts, unless it is at work already. */
	start(): void {
		if (this.#running || this.#stopped) return;
		this.#running = true;
		this.#delay = firstDelay;
		this.#schedule();
	}

	/** Ends for good. */
	stop(): void {
		this.#stopped = true;
		clearTimeout(this.#timer);
	}

	#schedule(): void {
		this.#timer = setTimeout(() => void this.#run(), this.#delay);
		// A server that is asked to stop does not wait for a disk that is full.
		this.#timer.unref();
		this.#delay = Math.min(this.#delay * 2, lastDelay);
	}

	async #run(): Promise<void> {
		try {
			await this.#attempt();
			this.#running = false;
		} catch {
			if (!this.#stopped) this.#schedule();
		}
	}
}
