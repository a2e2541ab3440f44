/** The listeners of each conference: what `Journal.subscribe` keeps, the same in every implementation. */
export class Subscribers {
	readonly #listeners = new Map<string, Set<() => void>>();

	add(conferenceId: string, listener: () => void): () => void {
		const entry = () => listener();
		const listeners = this.#listeners.get(conferenceId) ?? new Set();
		this.#listeners.set(conferenceId, listeners.add(entry));
		return () => {
			listeners.delete(entry);
			if (listeners.size === 0 && this.#listeners.get(conferenceId) === listeners) {
				this.#listeners.delete(conferenceId);
			}
		};
	}

	has(conferenceId: string): boolean {
		return this.#listeners.has(conferenceId);
	}

	notify(conferenceId: string): void {
		for (const listener of [...(this.#listeners.get(conferenceId) ?? [])]) listener();
	}

	/** For when something may have been missed, nobody knows in which conference. */
	notifyAll(): void {
		for (const conferenceId of [...this.#listeners.keys()]) this.notify(conferenceId);
	}
}
