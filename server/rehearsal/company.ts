import type { Command, ProjectedEvent } from "../../shared/conference/decider.ts";
import type { State } from "../../shared/conference/state.ts";
import { Watch } from "./watch.ts";

/** Whether a representative, or somebody for a delegation, is a person. */
export type Human = (representativeOrDelegationId: string) => boolean;

export interface CompanyOptions {
	/** Who is connected as a representative or for a delegation, as it stands when asked; the cast then leaves it alone. */
	readonly humans?: () => Human;
	/** Whether another simulation plays now. Without it a clock rate that somebody else sets is taken for one. */
	readonly standBack?: () => boolean;
}

/** How long gavel and desk are left to a person who came or acted there, and a seat to whoever acted for it; real ms. */
const gavelRest = 90_000;
const deskRest = 2 * 60_000;
const seatRest = 10 * 60_000;

/** After this long without a sign of the other simulation the cast goes on, where nobody tells it; real ms. */
const standBackRest = 20_000;

/**
 * Who takes part beside the cast. What is known of connections comes from the options; whoever acts where the
 * cast did not is noticed by the act itself, so that a person is respected even where nobody tells of them.
 */
export class Company {
	readonly #options: CompanyOptions;
	readonly #watch = new Watch();
	#chairArrivedAt: number | null = null;
	#deskArrivedAt: number | null = null;

	constructor(options: CompanyOptions) {
		this.#options = options;
	}

	/** Says what the cast is about to do. */
	expect(command: Command): void {
		this.#watch.expect(command);
	}

	/** Looks at what happened, and at who is there, as the secretariat sees it. */
	see(events: readonly ProjectedEvent[]): void {
		this.#watch.see(events);
	}

	/** What the other simulation did, when it is over, was nobody's hand. */
	forget(): void {
		this.#watch.forget();
	}

	/** Who is a person now. One plan asks for hundreds; that nobody came or went meanwhile is soon enough. */
	humans(): Human {
		const isHere = this.#options.humans?.();
		return (id) => {
			const actedAt = this.#watch.actedAt(id);
			if (actedAt !== null && performance.now() - actedAt < seatRest) return true;
			return isHere?.(id) ?? false;
		};
	}

	/** A person who sits down at the gavel or at the desk has it to themself for a moment, before the first act. */
	noticeArrivals({ gavel, delegations }: State): void {
		const now = performance.now();
		const isHere = this.#options.humans?.() ?? (() => false);
		const isChairHere = gavel.holder !== null && isHere(gavel.holder.representativeId);
		const officers = [...delegations.representatives.values()].filter(({ role }) => role === "secretariat");
		const isDeskStaffed = officers.some(({ id }) => isHere(id));
		this.#chairArrivedAt = isChairHere ? (this.#chairArrivedAt ?? now) : null;
		this.#deskArrivedAt = isDeskStaffed ? (this.#deskArrivedAt ?? now) : null;
	}

	/** For how long gavel and desk are left to a person from now, in real ms; 0 where nobody uses them. */
	rests(): { readonly gavel: number; readonly desk: number } {
		const left = (rest: number, ...times: readonly (number | null)[]) =>
			Math.max(0, ...times.map((time) => (time === null ? 0 : time + rest - performance.now())));
		return {
			gavel: left(gavelRest, this.#watch.gavelUsedAt, this.#chairArrivedAt),
			desk: left(deskRest, this.#watch.deskUsedAt, this.#deskArrivedAt),
		};
	}

	/** Another simulation sets the clock when it begins, and is heard of as long as it plays. */
	othersPlay(): boolean {
		if (this.#options.standBack !== undefined) return this.#options.standBack();
		const { clockSetAt, lastSeenAt } = this.#watch;
		if (clockSetAt === null) return false;
		return performance.now() - Math.max(clockSetAt, lastSeenAt ?? 0) < standBackRest;
	}
}
