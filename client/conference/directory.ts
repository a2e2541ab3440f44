import type { DirectoryAnswer } from "../../shared/protocol/http.ts";
import { Observable } from "./observable.ts";

export type Person = DirectoryAnswer["persons"][number];

/** Names by representative; empty until the first answer. */
export type Directory = ReadonlyMap<string, Person>;

/**
 * The names of the people whom the reader may know. Fetched when a screen first asks for one, and again
 * when the server says that it has changed; a screen that shows no names fetches nothing.
 */
export class DirectoryStore {
	readonly #persons = new Observable<Directory>(new Map());
	readonly #fetch: () => Promise<DirectoryAnswer>;
	#version = -1;
	#wanted = false;
	#fetching = false;
	#again = false;

	constructor(fetch: () => Promise<DirectoryAnswer>) {
		this.#fetch = fetch;
	}

	readonly get = (): Directory => this.#persons.get();

	readonly subscribe = (listener: () => void): (() => void) => {
		if (!this.#wanted) {
			this.#wanted = true;
			void this.refresh();
		}
		return this.#persons.subscribe(listener);
	};

	/** The server has this version now. */
	changed(version: number): void {
		if (this.#wanted && version !== this.#version) void this.refresh();
	}

	/** Fetches again if anybody reads it; a request during a request makes one more afterwards. */
	async refresh(): Promise<void> {
		if (!this.#wanted) return;
		if (this.#fetching) {
			this.#again = true;
			return;
		}
		this.#fetching = true;
		do {
			this.#again = false;
			// Without an answer the names stay as they were; the next signal or reconnect asks again.
			const answer = await this.#fetch().catch(() => undefined);
			if (answer !== undefined) {
				this.#version = answer.version;
				this.#persons.set(new Map(answer.persons.map((each) => [each.representativeId, each])));
			}
		} while (this.#again);
		this.#fetching = false;
	}
}
