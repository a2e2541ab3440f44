import type { Conference } from "./conference.ts";

/** The conferences that this server has open, in the order in which they were opened. */
export class Conferences {
	readonly #open = new Map<string, Conference>();

	add(conference: Conference): void {
		this.#open.set(conference.id, conference);
	}

	get(id: string): Conference | undefined {
		return this.#open.get(id);
	}

	list(): Conference[] {
		return [...this.#open.values()];
	}

	async close(): Promise<void> {
		await Promise.all(this.list().map((conference) => conference.close()));
		this.#open.clear();
	}
}
