import type { ProjectedEvent } from "../../shared/conference/decider.ts";
import type { Frame } from "../../shared/protocol/frame.ts";

/**
 * Most events are the same object for every audience, so that remembering the text by the object encodes
 * an event once for all of them. Weak: the text goes when nobody keeps the event any more.
 */
const encodedEvents = new WeakMap<ProjectedEvent, string>();

function encodeEvent(event: ProjectedEvent): string {
	const known = encodedEvents.get(event);
	if (known !== undefined) return known;
	const encoded = JSON.stringify(event);
	encodedEvents.set(event, encoded);
	return encoded;
}

/** A frame that is turned into text and into bytes at most once, however many sockets it goes to. */
export class EncodedFrame implements Frame {
	readonly from: number;
	readonly to: number;
	readonly events: readonly ProjectedEvent[];
	#packet: string | undefined;
	#bytes: Buffer | undefined;

	/** `events` stand at the positions that follow `since`. */
	constructor(since: number, events: readonly ProjectedEvent[]) {
		this.from = since + 1;
		this.to = since + events.length;
		this.events = events;
	}

	/** The part that a reader who stands at `since` has not seen yet. */
	after(since: number): EncodedFrame {
		return since < this.from ? this : new EncodedFrame(since, this.events.slice(since - this.from + 1));
	}

	/** The Socket.IO packet of the event `frame` in the main namespace. */
	get packet(): string {
		this.#packet ??= `2["frame",{"from":${this.from},"to":${this.to},"events":[${this.events.map(encodeEvent).join(",")}]}]`;
		return this.#packet;
	}

	/** The WebSocket frame around the Engine.IO message (`4`) around the packet. */
	get bytes(): Buffer {
		this.#bytes ??= webSocketFrame(`4${this.packet}`);
		return this.#bytes;
	}
}

/** One unmasked, uncompressed, final text frame (RFC 6455, section 5.2). */
export function webSocketFrame(text: string): Buffer {
	const length = Buffer.byteLength(text);
	const header = length < 126 ? 2 : length < 65_536 ? 4 : 10;
	const frame = Buffer.allocUnsafeSlow(header + length);
	frame[0] = 0x81;
	if (header === 2) frame[1] = length;
	else if (header === 4) {
		frame[1] = 126;
		frame.writeUInt16BE(length, 2);
	} else {
		frame[1] = 127;
		frame.writeBigUInt64BE(BigInt(length), 2);
	}
	frame.write(text, header);
	return frame;
}
