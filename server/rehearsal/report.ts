import type { ProjectedEvent } from "../../shared/conference/decider.ts";
import type { CommandAnswer } from "../../shared/protocol/command.ts";
import type { Seat } from "./seat.ts";

export interface DriverReport {
	readonly seats: number;
	readonly connected: number;
	readonly acknowledged: number;
	/** Acts that were refused, by the code of the refusal, and those without an answer. */
	readonly refused: Readonly<Record<string, number>>;
	readonly unanswered: number;
	/** Time from sending a command to its acknowledgement, in ms; null before the first. */
	readonly p50: number | null;
	readonly p99: number | null;
	/** What the secretariat's screen has shown since the start. */
	readonly statements: number;
	readonly announced: number;
	readonly supports: number;
}

/** Latencies of which the percentiles are taken: the latest ones. */
const keptLatencies = 5_000;

/** Counts what a driver does and sees. */
export class Report {
	readonly #latencies: number[] = [];
	readonly #refused = new Map<string, number>();
	#acknowledged = 0;
	#unanswered = 0;
	#statements = 0;
	#announced = 0;
	#supports = 0;
	readonly #known = new Set<string>();

	acted(result: { readonly answer: CommandAnswer; readonly ms: number } | undefined): void {
		if (result === undefined) {
			this.#unanswered += 1;
			return;
		}
		this.#latencies.push(result.ms);
		if (this.#latencies.length > keptLatencies) this.#latencies.shift();
		if (result.answer.status === "accepted") this.#acknowledged += 1;
		else this.#refused.set(result.answer.code, (this.#refused.get(result.answer.code) ?? 0) + 1);
	}

	saw(events: readonly ProjectedEvent[]): void {
		for (const event of events) {
			if (event.type === "FloorGiven") this.#statements += 1;
			else if (event.type === "SupportDeclared") this.#supports += 1;
			else if (event.type === "PledgeShown" && event.data.pledge.state === "announced") {
				// The same pledge is shown again when it changes.
				if (!this.#known.has(event.data.pledge.id)) this.#announced += 1;
				this.#known.add(event.data.pledge.id);
			}
		}
	}

	now(seats: Iterable<Seat>): DriverReport {
		const all = [...seats];
		const sorted = this.#latencies.toSorted((a, b) => a - b);
		const at = (share: number) =>
			sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
		return {
			seats: all.length,
			connected: all.filter(({ isConnected }) => isConnected).length,
			acknowledged: this.#acknowledged,
			refused: Object.fromEntries(this.#refused),
			unanswered: this.#unanswered,
			p50: at(0.5),
			p99: at(0.99),
			statements: this.#statements,
			announced: this.#announced,
			supports: this.#supports,
		};
	}
}
