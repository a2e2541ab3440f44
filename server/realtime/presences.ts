import type { Signals } from "../journal/signals.ts";
import { type MonotonicClock, Presence } from "./presence.ts";

/**
 * The presence of every conference, from before the conference is opened: its decisions ask for how long the
 * gavel's holder has been out of reach, also when no screen has come to this node yet.
 */
export class Presences {
	readonly #signals: Signals;
	readonly #now: MonotonicClock | undefined;
	readonly #all = new Map<string, Presence>();

	constructor(signals: Signals, now?: MonotonicClock) {
		this.#signals = signals;
		this.#now = now;
	}

	/** The presence of a conference; made when it is first asked for. */
	of(conferenceId: string): Presence {
		const known = this.#all.get(conferenceId);
		if (known !== undefined) return known;
		const presence = new Presence(conferenceId, this.#signals, this.#now);
		this.#all.set(conferenceId, presence);
		return presence;
	}

	close(): void {
		for (const presence of this.#all.values()) presence.close();
		this.#all.clear();
	}
}
