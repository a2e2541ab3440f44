import type { ServerResponse } from "node:http";
import { publicAudience } from "../../shared/conference/audience.ts";
import type { ProjectedEvent } from "../../shared/conference/decider.ts";
import type { Conference } from "../conference/conference.ts";
import { publicView } from "../conference/publicView.ts";
import { type FeedMessage, feedMessages } from "./feedMessages.ts";
import { presentTally } from "./tally.ts";

/** How long changes are gathered, in ms; the first after a rest is told at once. */
const gatherMs = 250;
/** A line now and then keeps proxies, and this server, from taking the stream for dead. In ms. */
const heartbeatMs = 15_000;
/** How soon a reader comes back, in ms. */
const retryMs = 3000;
/** More at once, as after an import, is not told one by one: the reader reads all of it anew. */
const mostMessages = 500;
/** Who leaves more bytes unread than this is let go, and comes back to where it was. */
const mostUnread = 4_000_000;

/**
 * The public record of one conference as server-sent events: pledges and initiatives as they change, and the figures.
 * The id of an event is the journal's epoch and the public's position, so that a reader who comes back gets what it
 * missed, from any server.
 */
export class Feed {
	readonly #conference: Conference;
	readonly #onEmpty: () => void;
	readonly #readers = new Set<ServerResponse>();
	readonly #heartbeat: NodeJS.Timeout;
	readonly #stopListening: () => void;
	#waiting: ProjectedEvent[] = [];
	/** Position up to which the readers have been told. */
	#told: number;
	/** The figures that they were told last. */
	#figures = "";
	#lastSentAt = -Infinity;
	#timer: NodeJS.Timeout | undefined;

	/** `onEmpty` is called when the last reader has gone. */
	constructor(conference: Conference, onEmpty: () => void) {
		this.#conference = conference;
		this.#onEmpty = onEmpty;
		this.#told = conference.position(publicAudience);
		this.#stopListening = conference.onCommitted((batch) => {
			for (const each of batch) {
				const event = each.for(publicAudience);
				if (event !== undefined) this.#waiting.push(event);
			}
			this.#soon();
		});
		this.#heartbeat = setInterval(() => {
			// An id alone is kept by the reader and told to nobody.
			this.#write(`: still here\nid: ${this.#id(this.#told)}\n\n`);
		}, heartbeatMs);
		this.#heartbeat.unref();
	}

	/** Lets a reader follow: what it missed since its last event, the figures, and then whatever happens. */
	add(response: ServerResponse, lastEventId: string | undefined): void {
		// It begins where the others stand.
		this.#send();
		const messages = lastEventId === undefined ? [] : this.#missed(lastEventId);
		const parts = [...messages, this.#tally()].map((each) => this.#text(each));
		response.write(`retry: ${retryMs}\n\n${parts.join("")}`);
		this.#readers.add(response);
		response.once("close", () => {
			this.#readers.delete(response);
			if (this.#readers.size === 0) this.#onEmpty();
		});
	}

	/** Ends every stream; the readers come back, to this server or another. */
	close(): void {
		this.#stopListening();
		clearInterval(this.#heartbeat);
		clearTimeout(this.#timer);
		for (const response of this.#readers) response.end();
	}

	#soon(): void {
		if (this.#waiting.length === 0 || this.#timer !== undefined) return;
		const wait = this.#lastSentAt + gatherMs - performance.now();
		if (wait <= 0) this.#send();
		else this.#timer = setTimeout(() => this.#send(), wait);
	}

	#send(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const events = this.#waiting;
		this.#waiting = [];
		const since = this.#told;
		this.#told = this.#conference.position(publicAudience);
		if (events.length > 0) this.#lastSentAt = performance.now();
		const messages = [...this.#messages(events, since), this.#tally()].filter(
			(each) => each.event !== "tally" || this.#isNews(each),
		);
		if (messages.length > 0) this.#write(messages.map((each) => this.#text(each)).join(""));
	}

	/** What a reader missed, or that it has to read everything anew. */
	#missed(lastEventId: string): readonly FeedMessage[] {
		const [epoch, n = ""] = lastEventId.split("-");
		const since = /^\d{1,15}$/.test(n) ? Number(n) : Number.NaN;
		const isSame = epoch === this.#epoch && since <= this.#told;
		const events = isSame ? this.#conference.since(publicAudience, since) : undefined;
		return events === undefined ? [this.#reset()] : this.#messages(events, since);
	}

	#messages(events: readonly ProjectedEvent[], since: number): readonly FeedMessage[] {
		const messages = feedMessages(events, since, publicView(this.#conference));
		return messages.length > mostMessages ? [this.#reset()] : messages;
	}

	#reset(): FeedMessage {
		return { event: "reset", n: this.#told, data: { n: this.#told } };
	}

	#tally(): FeedMessage & { readonly event: "tally" } {
		const data = presentTally(publicView(this.#conference), this.#told, this.#conference.now());
		return { event: "tally", n: this.#told, data };
	}

	/** Whether a figure is another one than the readers know; remembers it. */
	#isNews({ data }: FeedMessage & { readonly event: "tally" }): boolean {
		const figures = JSON.stringify({ ...data, n: 0, at: "" });
		if (figures === this.#figures) return false;
		this.#figures = figures;
		return true;
	}

	get #epoch(): string {
		return this.#conference.epoch.slice(0, 16);
	}

	#id(n: number): string {
		return `${this.#epoch}-${n}`;
	}

	/** JSON has no line breaks of its own, so that one line of data is enough. */
	#text({ event, n, data }: FeedMessage): string {
		return `id: ${this.#id(n)}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
	}

	#write(text: string): void {
		for (const response of this.#readers) {
			if (response.writableLength > mostUnread) response.destroy();
			else response.write(text);
		}
	}
}
