import type { ServerResponse } from "node:http";
import type { Conference } from "../conference/conference.ts";
import { Feed } from "./feed.ts";

/** Streams at once on this server; each costs a connection and a few kilobytes. */
const mostReaders = 1000;
/** From one address: a newsroom behind one, but not somebody who takes all the places. */
const mostFromAddress = 50;

export interface FeedLimits {
	readonly readers: number;
	readonly fromAddress: number;
}

/** The feeds that somebody reads, and how many may. */
export class Feeds {
	readonly #limits: FeedLimits;
	readonly #feeds = new Map<Conference, Feed>();
	readonly #addresses = new Map<string, number>();
	#readers = 0;
	#closed = false;

	constructor(limits: FeedLimits = { readers: mostReaders, fromAddress: mostFromAddress }) {
		this.#limits = limits;
	}

	/** Why nobody more can be let in from this address now, if so. */
	refusal(address: string): "full" | "tooMany" | undefined {
		if (this.#closed || this.#readers >= this.#limits.readers) return "full";
		return (this.#addresses.get(address) ?? 0) >= this.#limits.fromAddress ? "tooMany" : undefined;
	}

	/** Sends the stream of a conference, after the event that the reader had last. The headers are the caller's. */
	open(
		conference: Conference,
		response: ServerResponse,
		address: string,
		lastEventId: string | undefined,
	): void {
		this.#readers += 1;
		this.#addresses.set(address, (this.#addresses.get(address) ?? 0) + 1);
		response.once("close", () => {
			this.#readers -= 1;
			const left = (this.#addresses.get(address) ?? 1) - 1;
			if (left === 0) this.#addresses.delete(address);
			else this.#addresses.set(address, left);
		});
		this.#feed(conference).add(response, lastEventId);
	}

	close(): void {
		this.#closed = true;
		for (const feed of this.#feeds.values()) feed.close();
		this.#feeds.clear();
	}

	#feed(conference: Conference): Feed {
		const known = this.#feeds.get(conference);
		if (known !== undefined) return known;
		const feed = new Feed(conference, () => {
			feed.close();
			this.#feeds.delete(conference);
		});
		this.#feeds.set(conference, feed);
		return feed;
	}
}
