import type { Courtesy, Localized } from "../../shared/conference/common.ts";

/**
 * Names beside the journal: events name people by id only, so that a person can be erased without breaking the
 * record. Everything rejects with an ordinary Error when the store cannot be reached.
 */
export interface Directory {
	/** Adds persons, or replaces those with the same id: all of them or none. Returns the new version. */
	put(conferenceId: string, persons: readonly Person[]): Promise<number>;
	/** Forgets a person, also on the disk as far as the store allows. Returns the version afterwards. */
	erase(conferenceId: string, representativeId: string): Promise<number>;
	/** Everybody, by id, with the version they belong to; version 0 is an empty directory. */
	all(conferenceId: string): Promise<{ readonly version: number; readonly persons: readonly Person[] }>;
	/**
	 * Calls `listener` on every node after a change, at the latest when a lost connection is back. A version may
	 * be skipped. Returns the function that ends it.
	 */
	onChange(listener: DirectoryListener): () => void;
	close(): Promise<void>;
}

export type DirectoryListener = (conferenceId: string, version: number) => void;

/** What the directory knows of a representative; the only place for it. */
export interface Person {
	readonly representativeId: string;
	readonly name: string;
	readonly title: Localized;
	/** For "His Excellency" and "Her Excellency"; absent where the person has not said. */
	readonly courtesy?: Courtesy | undefined;
	/** How the secretariat reaches the person: telephone, e-mail. */
	readonly contact?: string | undefined;
}

export type DirectoryAudience = "public" | "participants" | "secretariat";

/** What an audience may know of people: the public nobody, participants name, title and courtesy, the secretariat everything. */
export function forAudience(audience: DirectoryAudience, persons: readonly Person[]): readonly Person[] {
	switch (audience) {
		case "secretariat":
			return persons;
		case "participants":
			// Named one by one, so that a new field stays private until somebody decides otherwise.
			return persons.map(({ representativeId, name, title, courtesy }) => ({
				representativeId,
				name,
				title,
				...(courtesy === undefined ? {} : { courtesy }),
			}));
		case "public":
			return [];
	}
}
