import type { Plate } from "../../shared/conference/actor.ts";
import type { Directory, Person } from "./directory.ts";

interface Known {
	readonly version: number;
	readonly persons: ReadonlyMap<string, Person>;
}

/** Wait after names could not be read, in ms: who was erased must not stay because the store was away for a moment. */
const againAfter = 1000;

const nobody: Known = { version: 0, persons: new Map() };

/**
 * The directory in memory, for whoever cannot wait: a decision needs the plate of a speaker at once, and a
 * page the name of its reader. It reads a conference's names when told to, and again after every change.
 */
export class Names {
	readonly #directory: Directory;
	readonly #report: (error: unknown) => void;
	readonly #known = new Map<string, Known>();
	readonly #listeners = new Set<(conferenceId: string, version: number) => void>();
	readonly #end: () => void;
	/** Conferences whose names are to be read again. */
	readonly #again = new Map<string, NodeJS.Timeout>();
	#closed = false;

	/** `report` is called when the names cannot be read after a change; the old ones then stay until they can. */
	constructor(directory: Directory, report: (error: unknown) => void) {
		this.#directory = directory;
		this.#report = report;
		this.#end = directory.onChange((conferenceId) => {
			if (this.#known.has(conferenceId)) this.#follow(conferenceId);
		});
	}

	/** Reads the names of a conference, and follows them from now on. */
	async read(conferenceId: string): Promise<void> {
		if (!this.#known.has(conferenceId)) this.#known.set(conferenceId, nobody);
		const { version, persons } = await this.#directory.all(conferenceId);
		const known = this.of(conferenceId);
		// Two readings may overtake each other.
		if (version <= known.version) return;
		this.#known.set(conferenceId, {
			version,
			persons: new Map(persons.map((person) => [person.representativeId, person])),
		});
		for (const listener of this.#listeners) listener(conferenceId, version);
	}

	of(conferenceId: string): Known {
		return this.#known.get(conferenceId) ?? nobody;
	}

	/** Name and title for a plate; nothing for a person who was erased or never entered. */
	plateOf(conferenceId: string, representativeId: string): Plate | undefined {
		const person = this.of(conferenceId).persons.get(representativeId);
		return person === undefined ? undefined : { name: person.name, title: person.title };
	}

	/** Calls the listener when the names of a conference have changed here. Returns how to stop. */
	onChange(listener: (conferenceId: string, version: number) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	close(): void {
		this.#end();
		this.#listeners.clear();
		this.#closed = true;
		for (const timer of this.#again.values()) clearTimeout(timer);
	}

	#follow(conferenceId: string): void {
		this.read(conferenceId).catch((error) => {
			this.#report(error);
			if (this.#closed) return;
			clearTimeout(this.#again.get(conferenceId));
			this.#again.set(conferenceId, setTimeout(() => this.#follow(conferenceId), againAfter).unref());
		});
	}
}
