/** So many values by their keys: beyond that the one longest unused goes. */
export class LatestUsed<Value> {
	readonly #most: number;
	/** From the one longest unused on. */
	readonly #kept = new Map<string, Value>();

	constructor(most: number) {
		this.#most = most;
	}

	/** The value of a key if it still holds, else one that is made now; it is the latest used from here on. */
	of(key: string, isFresh: (value: Value) => boolean, make: () => Value): Value {
		const known = this.#kept.get(key);
		this.#kept.delete(key);
		const value = known !== undefined && isFresh(known) ? known : make();
		this.#kept.set(key, value);
		if (this.#kept.size > this.#most) {
			const [oldest] = this.#kept.keys();
			if (oldest !== undefined) this.#kept.delete(oldest);
		}
		return value;
	}
}
