import type { PresenceSignal } from "../../shared/protocol/signals.ts";
import type { Conference } from "../conference/conference.ts";
import type { FanOut } from "./fanOut.ts";
import type { Presence } from "./presence.ts";

/** Tells the accredited screens of this node who is connected, and whether the gavel's holder is. */
export class PresenceSignals {
	readonly #conference: Conference;
	readonly #presence: Presence;
	readonly #fanOut: FanOut;
	readonly #ends: (() => void)[];
	/** What was told last, without the time that goes on by itself. */
	#told = "";

	constructor(conference: Conference, presence: Presence, fanOut: FanOut) {
		this.#conference = conference;
		this.#presence = presence;
		this.#fanOut = fanOut;
		let { gavel } = conference.state;
		this.#ends = [
			presence.onChange(() => this.#tell()),
			conference.onCommitted(() => {
				if (conference.state.gavel === gavel) return;
				gavel = conference.state.gavel;
				this.#tell();
			}),
		];
		this.#told = this.#key();
	}

	/** As it is now, for a screen that comes. */
	now(): PresenceSignal {
		const { holder } = this.#conference.state.gavel;
		const isAway = holder !== null && this.#awaySince() !== null;
		return {
			present: this.#presence.present(),
			holderAwayMs: isAway ? Math.round(this.#presence.unreachableMs(holder.representativeId)) : null,
		};
	}

	close(): void {
		for (const end of this.#ends) end();
	}

	#awaySince(): number | null {
		const { holder } = this.#conference.state.gavel;
		return holder === null ? null : this.#presence.unreachableSince(holder.representativeId);
	}

	#key(): string {
		const holder = this.#conference.state.gavel.holder?.representativeId ?? "";
		return [holder, this.#awaySince() ?? "", ...this.#presence.present()].join(" ");
	}

	#tell(): void {
		const key = this.#key();
		if (key === this.#told) return;
		this.#told = key;
		this.#fanOut.emitToAccredited("presence", this.now());
	}
}
