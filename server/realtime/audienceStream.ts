import { type Audience, audienceKey } from "../../shared/conference/audience.ts";
import type { ProjectedEvent } from "../../shared/conference/decider.ts";
import type { ServerToClient } from "../../shared/protocol/events.ts";
import type { Conference } from "../conference/conference.ts";
import { EncodedFrame } from "./encodedFrame.ts";
import type { PlenariaSocket, PlenariaSockets } from "./socket.ts";

/** Who is further behind takes a snapshot over HTTP, which is made and compressed once for all, instead of a tail of his own. */
const longestTail = 500;
/** So does everybody when this many bytes come at once, as after an import: they would fill the network of each. */
const largestFrameBytes = 256 * 1024;

/** Encoded tails that are kept for others who come back from the same position. */
const keptTails = 64;

/**
 * The stream of one audience of one conference, and the sockets that follow it in a room. What the large
 * audiences see is gathered: at once when nothing was sent for a while, then one frame in `gatherMs`.
 *
 * A frame follows the one before without a hole and goes to everybody in the room, so that a socket may enter
 * only where the room stands. Who comes earlier gets a tail up to there; who comes from a newer snapshot, with
 * events that still wait to be sent, waits for that frame and gets the rest of it.
 */
export class AudienceStream {
	readonly audience: Audience;
	readonly #room: string;
	readonly #sockets: PlenariaSockets;
	readonly #conference: Conference;
	readonly #gatherMs: number;
	/** Position of the last event that the room was sent. */
	#sent: number;
	#waiting: ProjectedEvent[] = [];
	#lastSentAt = -Infinity;
	#timer: NodeJS.Timeout | undefined;
	/** Sockets that know more than the room was sent, with their position. */
	readonly #ahead = new Map<PlenariaSocket, number>();
	/** Tails up to `#sent`, by the position after which they begin. */
	readonly #tails = new Map<number, EncodedFrame>();

	constructor(sockets: PlenariaSockets, conference: Conference, audience: Audience, gatherMs: number) {
		this.audience = audience;
		this.#room = `${conference.id}/${audienceKey(audience)}`;
		this.#sockets = sockets;
		this.#conference = conference;
		this.#gatherMs = gatherMs;
		this.#sent = conference.position(audience);
	}

	get isEmpty(): boolean {
		return this.#ahead.size === 0 && !this.#sockets.of("/").adapter.rooms.has(this.#room);
	}

	/** Takes what was committed, in order. */
	push(events: readonly ProjectedEvent[]): void {
		if (events.length === 0) return;
		this.#waiting.push(...events);
		if (this.#timer !== undefined) return;
		const wait = this.#lastSentAt + this.#gatherMs - performance.now();
		if (wait <= 0) this.#send();
		else this.#timer = setTimeout(() => this.#send(), wait);
	}

	/**
	 * Lets a socket follow from position `since` on: synchronously, so that no event falls between. Gives the
	 * tail to send it and the position reached with it, or nothing when it must take a snapshot first.
	 */
	add(socket: PlenariaSocket, since: number): { tail: EncodedFrame | undefined; n: number } | undefined {
		if (since > this.#sent) {
			if (since > this.#sent + this.#waiting.length) return undefined;
			this.#ahead.set(socket, since);
			return { tail: undefined, n: since };
		}
		const tail = since === this.#sent ? undefined : this.#tail(since);
		if (since < this.#sent && tail === undefined) return undefined;
		socket.join(this.#room);
		return { tail, n: this.#sent };
	}

	remove(socket: PlenariaSocket): void {
		this.#ahead.delete(socket);
		socket.leave(this.#room);
	}

	/** A frame to one socket, by the same way and in the same order as those to its room. */
	sendTo(socket: PlenariaSocket, frame: EncodedFrame): void {
		this.#sockets.to(socket.id).emit("frame", frame);
	}

	/** A signal to all who follow. */
	emit<Name extends "presence" | "readiness" | "journal" | "directory">(
		name: Name,
		...signal: Parameters<ServerToClient[Name]>
	): void {
		this.#sockets.to([this.#room, ...[...this.#ahead.keys()].map(({ id }) => id)]).emit(name, ...signal);
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#ahead.clear();
	}

	#send(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#lastSentAt = performance.now();
		const all = new EncodedFrame(this.#sent, this.#waiting);
		// Told of a hole, a screen joins again, and is sent to the snapshot.
		const frame = isTooLarge(all) ? new EncodedFrame(all.to, []) : all;
		this.#waiting = [];
		this.#sent = all.to;
		this.#tails.clear();
		this.#sockets.to(this.#room).emit("frame", frame);
		for (const [socket, since] of this.#ahead) {
			if (!socket.connected) continue;
			if (since < all.to) this.sendTo(socket, frame.after(since));
			socket.join(this.#room);
		}
		this.#ahead.clear();
	}

	/** What the room was sent after `since`, or nothing when that is too much or no longer known. */
	#tail(since: number): EncodedFrame | undefined {
		const known = this.#tails.get(since);
		if (known !== undefined) return known;
		if (this.#sent - since > longestTail) return undefined;
		const events = this.#conference.since(this.audience, since);
		if (events === undefined) return undefined;
		const tail = new EncodedFrame(since, events.slice(0, this.#sent - since));
		if (isTooLarge(tail)) return undefined;
		if (this.#tails.size < keptTails) this.#tails.set(since, tail);
		return tail;
	}
}

function isTooLarge(frame: EncodedFrame): boolean {
	return frame.events.length > longestTail || frame.packet.length > largestFrameBytes;
}
