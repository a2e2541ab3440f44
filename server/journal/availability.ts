/** Whether a journal takes writes now, and who wants to know. */
export class Availability {
	#available: boolean;
	readonly #listeners = new Set<(available: boolean) => void>();

	constructor(available: boolean) {
		this.#available = available;
	}

	get available(): boolean {
		return this.#available;
	}

	set(available: boolean): void {
		if (available === this.#available) return;
		this.#available = available;
		for (const listener of [...this.#listeners]) listener(available);
	}

	/** Tells the present state at once, then every change. Returns the function that ends it. */
	listen(listener: (available: boolean) => void): () => void {
		// A wrapper of its own, so that the same function may listen twice.
		const entry = (available: boolean) => listener(available);
		this.#listeners.add(entry);
		entry(this.#available);
		return () => {
			this.#listeners.delete(entry);
		};
	}
}
