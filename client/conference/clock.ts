import type { ClockAnswer } from "../../shared/protocol/clock.ts";
import { Observable } from "./observable.ts";

interface Sample {
	/** Conference time in ms at the local instant `at`. */
	readonly now: number;
	readonly at: number;
	readonly rate: number;
	/** Half of it bounds the sample's error, in ms. */
	readonly roundTripMs: number;
}

const measureEveryMs = 30_000;
const samplesAtOnce = 5;
/** Apart, so that one queue on the way does not delay every sample of a measurement. */
const betweenSamplesMs = 200;
const ticksPerSecond = 4;

/**
 * The conference's clock as this page knows it: the server's, read several times, the reading with the
 * shortest way there and back believed. Ticks fall on the whole seconds of whatever clock is on the
 * screen (`align`), so that every screen in the world flips in the same instant.
 */
export class ConferenceClock {
	#sample: Sample;
	#phase = 0;
	#measuring = 0;
	#watchers = 0;
	#tickTimer: ReturnType<typeof setTimeout> | undefined;
	#measureTimer: ReturnType<typeof setTimeout> | undefined;
	readonly #tick: Observable<number>;
	readonly #localNow: () => number;

	constructor(now: number, rate: number, localNow: () => number = () => performance.now()) {
		this.#localNow = localNow;
		this.#sample = { now, rate, at: localNow(), roundTripMs: Number.POSITIVE_INFINITY };
		this.#tick = new Observable(this.aligned(now));
	}

	/** Conference time in ms. */
	now(): number {
		const { now, at, rate } = this.#sample;
		return now + (this.#localNow() - at) * rate;
	}

	get rate(): number {
		return this.#sample.rate;
	}

	/** Conference ms between two ticks: a second, or as many whole seconds as keep a fast clock at four ticks a second. */
	get step(): number {
		return Math.max(1, Math.ceil(this.rate / ticksPerSecond)) * 1000;
	}

	/** The last tick at or before a conference time. */
	aligned(time: number): number {
		// A few ms of grace: a timer may fire a hair before the instant that it was set for.
		return Math.floor((time + 8 - this.#phase) / this.step) * this.step + this.#phase;
	}

	/** Ticks shall fall on the whole seconds counted from this conference time. */
	align(origin: number): void {
		const phase = ((origin % 1000) + 1000) % 1000;
		if (phase === this.#phase) return;
		this.#phase = phase;
		this.#restart();
	}

	/** The conference time of the last tick. */
	readonly ticked = (): number => this.#tick.get();

	/** Ticks run only while somebody watches. */
	readonly subscribe = (listener: () => void): (() => void) => {
		const stop = this.#tick.subscribe(listener);
		this.#watchers += 1;
		if (this.#watchers === 1) this.#restart();
		return () => {
			stop();
			this.#watchers -= 1;
			if (this.#watchers === 0) clearTimeout(this.#tickTimer);
		};
	};

	/** Takes what an answer to another question said of the time, until something better is measured. */
	hear(answer: ClockAnswer): void {
		this.#believe({ ...answer, at: this.#localNow(), roundTripMs: Number.POSITIVE_INFINITY });
	}

	/** Measures at once and then every 30 s, forgetting what was measured before (a reconnect, another rate). */
	startMeasuring(ask: () => Promise<ClockAnswer>): void {
		this.stopMeasuring();
		void this.#measure(ask, this.#measuring);
	}

	stopMeasuring(): void {
		this.#measuring += 1;
		clearTimeout(this.#measureTimer);
	}

	async #measure(ask: () => Promise<ClockAnswer>, turn: number): Promise<void> {
		let best: Sample | undefined;
		for (let count = 0; count < samplesAtOnce; count += 1) {
			const asked = this.#localNow();
			const answer = await ask().catch(() => undefined);
			if (turn !== this.#measuring) return;
			if (answer !== undefined) {
				const heard = this.#localNow();
				const sample = { ...answer, at: (asked + heard) / 2, roundTripMs: heard - asked };
				// Readings before and after a change of rate are of two different clocks.
				if (best === undefined || best.rate !== sample.rate || sample.roundTripMs < best.roundTripMs)
					best = sample;
				if (count === 0) this.#believe(sample);
			}
			await new Promise((resolve) => setTimeout(resolve, betweenSamplesMs));
			if (turn !== this.#measuring) return;
		}
		if (best !== undefined) this.#believe(best);
		this.#measureTimer = setTimeout(() => void this.#measure(ask, turn), measureEveryMs);
	}

	#believe(sample: Sample): void {
		this.#sample = sample;
		this.#restart();
	}

	#restart(): void {
		clearTimeout(this.#tickTimer);
		if (this.#watchers === 0) return;
		const now = this.now();
		this.#tick.set(this.aligned(now));
		const next = this.aligned(now) + this.step;
		this.#tickTimer = setTimeout(() => this.#restart(), Math.max(1, (next - now) / this.rate));
	}
}
