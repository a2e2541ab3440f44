import { actorOf } from "../../shared/conference/actor.ts";
import type { Command, ProjectedEvent } from "../../shared/conference/decider.ts";
import type { State } from "../../shared/conference/state.ts";
import { textFor } from "./cast/texts.ts";
import type { Act, CastOptions, Pace } from "./cast.ts";
import { livePace, nextActs } from "./cast.ts";
import type { CompanyOptions } from "./company.ts";
import { Company } from "./company.ts";
import type { Chance } from "./random.ts";
import { keyedChance } from "./random.ts";
import type { DriverReport } from "./report.ts";
import { Report } from "./report.ts";
import type { Script } from "./script.ts";
import { Seat } from "./seat.ts";
import type { Target } from "./target.ts";
import { checkTarget } from "./target.ts";

export interface DriverOptions extends Target, CompanyOptions {
	readonly script: Script;
	readonly seed: number;
	/** Representative of the secretariat, whose screen shows the driver what to prepare. */
	readonly secretariatId: string;
	/** Cookie header for a representative, or nothing when it cannot be had now. */
	cookieFor(representativeId: string): Promise<string | undefined>;
	readonly pace?: Pace;
	/** Sockets at once. With as many as there are seats, everybody is connected all the time. Default 20. */
	readonly maxSeats?: number;
	/** Told of delegations with somebody connected, this driver's own seats included. */
	readonly onPresence?: (present: readonly string[]) => void;
}

/** Simulated participants at work. */
export interface Driver {
	report(): DriverReport;
	/** Makes the rehearsal's clock run faster or slower; false when it was refused. */
	setClockRate(rate: number): Promise<boolean>;
	/** Conference time in ms and its rate; null until the driver has joined. */
	clock(): { readonly now: number; readonly rate: number } | null;
	state(): State | undefined;
	stop(): void;
}

/** A seat is connected when it has something to do within this time; real ms. */
const lookAhead = 15_000;

/** Plays the participants of a rehearsal over real sockets until it is stopped. @throws RangeError for another machine. */
export function startDriver(options: DriverOptions): Driver {
	checkTarget(options);
	return new LiveCast(options);
}

class LiveCast implements Driver {
	readonly #options: DriverOptions;
	readonly #chance: Chance;
	readonly #report = new Report();
	readonly #company: Company;
	readonly #seats = new Map<string, Seat>();
	readonly #opening = new Set<string>();
	/** Seats that found nothing to do, with the time of this process before which they are not connected again. */
	readonly #idleUntil = new Map<string, number>();
	/** Acts that were refused, with the time until which they are left alone. */
	readonly #blocked = new Map<string, { readonly until: number; readonly times: number }>();
	/** When each seat makes its next plan, by the time of this process. */
	readonly #timers = new Map<string, { readonly at: number; readonly timer: NodeJS.Timeout }>();
	readonly #acting = new Set<string>();
	readonly #tick: NodeJS.Timeout;
	#liveSince: number | null = null;
	#isStanding = false;
	#stopped = false;

	constructor(options: DriverOptions) {
		this.#options = options;
		this.#company = new Company(options);
		this.#chance = keyedChance(options.seed);
		this.#tick = setInterval(() => this.#direct(), 1000);
		void this.#open(options.secretariatId);
	}

	report(): DriverReport {
		return this.#report.now(this.#seats.values());
	}

	clock() {
		const seat = this.#director;
		return seat === undefined ? null : { now: seat.now(), rate: seat.rate };
	}

	state(): State | undefined {
		return this.#director?.state;
	}

	async setClockRate(rate: number): Promise<boolean> {
		const seat = this.#director;
		if (seat === undefined) return false;
		const command: Command = { type: "setClockRate", rate, journalAt: 0 };
		this.#company.expect(command);
		const result = await seat.act(command);
		this.#report.acted(result);
		return result?.answer.status === "accepted";
	}

	stop(): void {
		this.#stopped = true;
		clearInterval(this.#tick);
		for (const { timer } of this.#timers.values()) clearTimeout(timer);
		for (const seat of this.#seats.values()) seat.close();
		this.#seats.clear();
	}

	/** The secretariat's seat, once it has joined. */
	get #director(): Seat | undefined {
		const seat = this.#seats.get(this.#options.secretariatId);
		return seat?.isConnected === true ? seat : undefined;
	}

	/** What each planning starts from. */
	#cast(seat: Seat, only?: string): CastOptions {
		const { script, pace = livePace } = this.#options;
		const rests = this.#company.rests();
		const until = (rest: number) => (rest > 0 ? seat.now() + rest * seat.rate : null);
		return {
			script,
			pace,
			human: this.#company.humans(),
			chairRestsUntil: until(rests.gavel),
			deskRestsUntil: until(rests.desk),
			liveSince: this.#liveSince,
			...(only === undefined ? {} : { only }),
		};
	}

	/** Decides who is to be connected; everything else each seat decides from its own screen. */
	#direct(): void {
		const director = this.#director;
		if (director?.state === undefined || this.#stopped) return;
		this.#liveSince ??= director.now();
		this.#company.noticeArrivals(director.state);
		if (this.#standsBack()) return;
		const acts = nextActs(director.state, director.now(), this.#chance, this.#cast(director));
		const wanted = this.#wanted(acts, director);
		this.#closeBeyond(wanted);
		for (const id of wanted) if (!this.#seats.has(id)) void this.#open(id);
		for (const seat of this.#seats.values()) this.#wake(seat);
	}

	/** Who has something to do soon, as far as the secretariat can see; with room for all, everybody. */
	#wanted(acts: readonly Act[], director: Seat): string[] {
		const { maxSeats = 20, secretariatId } = this.#options;
		const wanted = new Set([secretariatId]);
		const now = performance.now();
		for (const { actorId, afterMs } of acts) {
			if (wanted.size >= maxSeats) break;
			if (afterMs > lookAhead * director.rate) break;
			if ((this.#idleUntil.get(actorId) ?? 0) <= now) wanted.add(actorId);
		}
		// The others stay while there is room, so that a seat is not opened anew for every act.
		for (const { actorId } of acts) if (wanted.size < maxSeats) wanted.add(actorId);
		return [...wanted];
	}

	#closeBeyond(wanted: readonly string[]): void {
		const { maxSeats = 20 } = this.#options;
		const kept = new Set(wanted);
		const isHuman = this.#company.humans();
		for (const [id, seat] of this.#seats) {
			if (kept.has(id) || this.#acting.has(id)) continue;
			// A seat that a person took over is left at once: two devices would show the person as present for ever.
			if (this.#seats.size > maxSeats || isHuman(id)) this.#drop(id, seat);
		}
	}

	#drop(id: string, seat: Seat): void {
		clearTimeout(this.#timers.get(id)?.timer);
		this.#timers.delete(id);
		this.#seats.delete(id);
		seat.close();
	}

	async #open(representativeId: string): Promise<void> {
		const { maxSeats = 20, secretariatId } = this.#options;
		const isDirector = representativeId === secretariatId;
		if (this.#seats.size + this.#opening.size >= maxSeats && !isDirector) return;
		if (this.#opening.has(representativeId) || this.#stopped) return;
		this.#opening.add(representativeId);
		try {
			const cookie = await this.#options.cookieFor(representativeId);
			if (cookie === undefined || this.#stopped) throw new Error("no sign-in");
			const { origin, conferenceId, onPresence } = this.#options;
			const seat = new Seat({
				origin,
				conferenceId,
				representativeId,
				cookie,
				onChange: (changed, events) => this.#changed(changed, events),
				onLost: (lost) => this.#lost(lost),
				...(isDirector && onPresence !== undefined ? { onPresence } : {}),
			});
			this.#seats.set(representativeId, seat);
		} catch {
			this.#idleUntil.set(representativeId, performance.now() + 5_000);
			if (isDirector && !this.#stopped) setTimeout(() => void this.#open(representativeId), 2_000).unref();
		} finally {
			this.#opening.delete(representativeId);
		}
	}

	#lost(seat: Seat): void {
		const { representativeId } = seat;
		this.#drop(representativeId, seat);
		this.#idleUntil.set(representativeId, performance.now() + 10_000);
		const isDirector = representativeId === this.#options.secretariatId;
		if (isDirector && !this.#stopped) setTimeout(() => void this.#open(representativeId), 5_000).unref();
	}

	#changed(seat: Seat, events: readonly ProjectedEvent[]): void {
		if (seat.representativeId === this.#options.secretariatId) {
			this.#company.see(events);
			this.#report.saw(events);
			if (events.length === 0) this.#direct();
		}
		this.#wake(seat);
	}

	/** Plans a seat's next act anew, from what it sees now. A plan that is already to be made sooner stays. */
	#wake(seat: Seat, afterMs = 20): void {
		const id = seat.representativeId;
		if (this.#stopped || this.#acting.has(id)) return;
		const at = performance.now() + afterMs;
		const present = this.#timers.get(id);
		if (present !== undefined) {
			if (present.at <= at) return;
			clearTimeout(present.timer);
		}
		const timer = setTimeout(() => {
			this.#timers.delete(id);
			void this.#play(seat);
		}, afterMs);
		this.#timers.set(id, { at, timer });
	}

	async #play(seat: Seat): Promise<void> {
		const id = seat.representativeId;
		const { state } = seat;
		if (this.#stopped || this.#isStanding || this.#acting.has(id) || !seat.isConnected || state === undefined)
			return;
		const now = performance.now();
		const next = nextActs(state, seat.now(), this.#chance, this.#cast(seat, id)).find(
			({ key }) => (this.#blocked.get(key)?.until ?? 0) <= now,
		);
		const wait = next === undefined ? 60_000 : next.afterMs / seat.rate;
		if (wait > lookAhead) this.#idleUntil.set(id, now + Math.min(wait - lookAhead, 60_000));
		if (next === undefined || wait > 5) {
			this.#wake(seat, Math.max(5, Math.min(wait, 30_000)));
			return;
		}
		if (actorOf(state, id) === undefined) return;
		this.#acting.add(id);
		this.#company.expect(next.command);
		const { command } = next;
		// A text goes where people file it: over HTTP, which makes the command of it.
		const result = await (command.type === "fileText"
			? seat.file(command, textFor(state, this.#chance, command))
			: seat.act(command));
		this.#acting.delete(id);
		this.#report.acted(result);
		const refusal = result?.answer.status === "refused" ? result.answer.code : undefined;
		if (refusal !== undefined) this.#block(next.key);
		const isBusy = refusal === "tooManyRequests" || refusal === "journalUnavailable";
		this.#wake(seat, result === undefined || isBusy ? 1_000 : 5);
	}

	/** What was refused is not asked again at once, and ever less often: others act too, and rules are rules. */
	#block(key: string): void {
		const times = (this.#blocked.get(key)?.times ?? 0) + 1;
		this.#blocked.set(key, { times, until: performance.now() + Math.min(2_000 * 2 ** times, 120_000) });
	}

	/** While another simulation plays, only the secretariat's seat stays, to see when it is over. */
	#standsBack(): boolean {
		const others = this.#company.othersPlay();
		if (others && !this.#isStanding) {
			this.#isStanding = true;
			for (const [id, seat] of this.#seats) if (id !== this.#options.secretariatId) this.#drop(id, seat);
		} else if (!others && this.#isStanding) {
			this.#isStanding = false;
			// What the other simulation did was nobody's hand.
			this.#company.forget();
			this.#liveSince = null;
		}
		return others;
	}
}
