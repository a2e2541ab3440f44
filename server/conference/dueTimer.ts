import { system } from "../../shared/conference/actor.ts";
import { due, nextDueAt } from "../../shared/conference/due.ts";
import type { Conference } from "./conference.ts";

/** Longest that a timer sleeps, in ms: short of what `setTimeout` can take, and soon enough after a clock was put right. */
const longestSleep = 60_000;

/** Wait after something due could not be recorded, in ms. */
const againAfter = 1000;

/**
 * Brings about what falls due in a conference. Every node has one: the id of a due command is made of what and
 * when, so that it happens once whoever comes first.
 */
export class DueTimer {
	readonly #conference: Conference;
	readonly #report: (error: unknown) => void;
	readonly #end: () => void;
	#timer: NodeJS.Timeout | undefined;
	#running = false;
	#closed = false;

	constructor(conference: Conference, report: (error: unknown) => void) {
		this.#conference = conference;
		this.#report = report;
		this.#end = conference.onCommitted(() => this.#plan(0));
		this.#plan(0);
	}

	close(): void {
		this.#closed = true;
		this.#end();
		clearTimeout(this.#timer);
	}

	/** Sets the timer to what falls due next, in real time: a rehearsal's clock may run faster. */
	#plan(atLeast: number): void {
		if (this.#running || this.#closed) return;
		clearTimeout(this.#timer);
		const { state } = this.#conference;
		const at = nextDueAt(state);
		if (at === null) return;
		const wait = (at - this.#conference.now()) / state.profile.clock.rate;
		const sleep = Math.min(longestSleep, Math.max(atLeast, wait));
		this.#timer = setTimeout(() => void this.#run(), Math.ceil(sleep)).unref();
	}

	async #run(): Promise<void> {
		this.#running = true;
		let failed = false;
		try {
			for (const { commandId, command } of due(this.#conference.state, this.#conference.now())) {
				const outcome = await this.#conference.execute(system.id, commandId, command);
				failed ||= outcome.status === "refused";
			}
		} catch (error) {
			failed = true;
			this.#report(error);
		}
		this.#running = false;
		this.#plan(failed ? againAfter : 0);
	}
}
