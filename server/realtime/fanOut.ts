import type { Audience, AudienceKind } from "../../shared/conference/audience.ts";
import { audienceKey } from "../../shared/conference/audience.ts";
import type { ProjectedEvent } from "../../shared/conference/decider.ts";
import type { ServerToClient } from "../../shared/protocol/events.ts";
import type { Conference } from "../conference/conference.ts";
import type { Projections } from "../conference/projections.ts";
import { AudienceStream } from "./audienceStream.ts";
import type { PlenariaSockets } from "./socket.ts";

/**
 * How long events are gathered, in ms. Thousands watch, and the number of messages is what costs; whoever acts
 * or presides gets every event at once.
 */
const gatherMs: Readonly<Record<AudienceKind, number>> = {
	public: 100,
	participants: 100,
	delegation: 0,
	podium: 0,
	secretariat: 0,
	booth: 0,
	operator: 0,
};

/** Whose screens run the meeting: they are told how the next speakers stand. */
export function presides({ kind }: Audience): boolean {
	return kind === "podium" || kind === "secretariat" || kind === "operator";
}

/** Brings what one conference commits to the sockets of this node, each audience its own stream. */
export class FanOut {
	readonly #sockets: PlenariaSockets;
	readonly #conference: Conference;
	/** By audience key; only audiences that somebody follows. */
	readonly #streams = new Map<string, AudienceStream>();
	readonly #ends: (() => void)[];

	/** `onDelegationsChanged` is called before the events are sent: who lost his place gets none of them. */
	constructor(sockets: PlenariaSockets, conference: Conference, onDelegationsChanged: () => void) {
		this.#sockets = sockets;
		this.#conference = conference;
		let known = conference.state.delegations;
		this.#ends = [
			conference.onCommitted((batch) => {
				if (conference.state.delegations !== known) {
					known = conference.state.delegations;
					onDelegationsChanged();
				}
				this.#committed(batch);
			}),
			conference.onAvailability((available) => this.emit("journal", { available })),
		];
	}

	/** The stream of an audience, which then stays as long as somebody follows it. */
	stream(audience: Audience): AudienceStream {
		const key = audienceKey(audience);
		const known = this.#streams.get(key);
		if (known !== undefined) return known;
		const stream = new AudienceStream(this.#sockets, this.#conference, audience, gatherMs[audience.kind]);
		this.#streams.set(key, stream);
		return stream;
	}

	/** A signal to everybody who follows the conference. */
	emit<Name extends "journal">(name: Name, ...signal: Parameters<ServerToClient[Name]>): void {
		for (const stream of this.#streams.values()) stream.emit(name, ...signal);
	}

	/** A signal to all but the public. */
	emitToAccredited<Name extends "presence" | "directory">(
		name: Name,
		...signal: Parameters<ServerToClient[Name]>
	): void {
		for (const stream of this.#streams.values())
			if (stream.audience.kind !== "public") stream.emit(name, ...signal);
	}

	/** A signal to the podium, the secretariat and the operators. */
	emitToPresiding<Name extends "readiness">(name: Name, ...signal: Parameters<ServerToClient[Name]>): void {
		for (const stream of this.#streams.values()) if (presides(stream.audience)) stream.emit(name, ...signal);
	}

	close(): void {
		for (const end of this.#ends) end();
		for (const stream of this.#streams.values()) stream.close();
	}

	#committed(batch: readonly Projections[]): void {
		for (const [key, stream] of this.#streams) {
			if (stream.isEmpty) {
				stream.close();
				this.#streams.delete(key);
				continue;
			}
			const events: ProjectedEvent[] = [];
			for (const each of batch) {
				const event = each.for(stream.audience);
				if (event !== undefined) events.push(event);
			}
			stream.push(events);
		}
	}
}
