import type { State } from "../../shared/conference/state.ts";
import { tally } from "../../shared/conference/tally.ts";
import { livePace } from "./cast.ts";
import type { Driver } from "./driver.ts";
import { startDriver } from "./driver.ts";
import type { Script } from "./script.ts";
import { Seat } from "./seat.ts";
import type { Target } from "./target.ts";
import type { Viewers } from "./viewers.ts";
import { openViewers } from "./viewers.ts";

export interface RunOptions extends Target {
	readonly delegations: number;
	readonly viewers: number;
	readonly rate: number;
	readonly minutes: number;
	readonly seed: number;
	readonly secretariatId: string;
	scriptFor(state: State): Promise<Script>;
	cookieFor(representativeId: string): Promise<string>;
	/** Ends the run early. */
	readonly signal: AbortSignal;
	write(line: string): void;
}

/** Time between two lines of progress, and that which another simulation gets to stand back; real ms. */
const progressEvery = 5_000;
const settling = 2_500;

/** Seats beside the delegations: the secretariat, and the co-chairs who may preside. */
const officers = 16;

/** Plays a running rehearsal for some minutes and says what came of it. The clock then runs as it did before. */
export async function runDriver(options: RunOptions): Promise<void> {
	const { write, signal, delegations } = options;
	const lookout = await Lookout.open(options);
	const rateBefore = lookout.rate;
	let driver: Driver | undefined;
	let viewers: Viewers | undefined;
	try {
		if (!lookout.state.profile.rehearsal)
			throw new Error("This conference is not a rehearsal; nothing was done.");
		// Setting the clock, even to the rate it has, tells a simulation inside the server to stand back.
		await lookout.setClockRate(options.rate);
		write(
			`Playing ${options.conferenceId} at ${options.origin} for ${options.minutes} minutes, clock ${options.rate} x.`,
		);
		await pause(settling, signal);
		const people = new Set(lookout.present);
		const seated = new Set(seatedDelegations(lookout.state, delegations));
		driver = startDriver({
			...options,
			script: await options.scriptFor(lookout.state),
			maxSeats: delegations + officers,
			pace: livePace,
			// Who was connected before this run came is a person, and so is who takes a seat that it does not fill.
			humans: () => (id) => people.has(id) || isUnseated(lookout.state, seated, id),
		});
		if (options.viewers > 0) viewers = openViewers({ ...options, count: options.viewers });
		const until = performance.now() + options.minutes * 60_000;
		while (performance.now() < until && !signal.aborted) {
			await pause(Math.min(progressEvery, until - performance.now()), signal);
			write(progress(driver, viewers));
		}
		write(summary(driver, viewers, lookout.state));
	} finally {
		driver?.stop();
		viewers?.stop();
		await lookout.setClockRate(rateBefore).catch(() => undefined);
		lookout.close();
	}
}

/** The first so many delegations, those that are inscribed or preside first. */
function seatedDelegations(state: State, many: number): string[] {
	const active = new Set<string>();
	for (const { coChairs } of state.programme.meetings.values()) for (const id of coChairs) active.add(id);
	for (const list of state.speakersLists.lists.values())
		for (const id of list.order) active.add(list.entries.get(id)?.delegationId ?? "");
	const all = [...state.delegations.delegations.values()].filter(({ kind }) => kind !== "secretariat");
	return all
		.map(({ id }) => id)
		.sort((a, b) => Number(active.has(b)) - Number(active.has(a)))
		.slice(0, many);
}

function isUnseated(state: State, seated: ReadonlySet<string>, id: string): boolean {
	const delegation = state.delegations.delegations.get(id);
	return delegation !== undefined && delegation.kind !== "secretariat" && !seated.has(id);
}

function progress(driver: Driver, viewers: Viewers | undefined): string {
	const { connected, seats, statements, announced, supports, p50, p99 } = driver.report();
	const clock = driver.clock();
	const time = clock === null ? "--:--" : new Date(clock.now).toISOString().slice(11, 16);
	const seen = viewers?.report();
	const watching = seen === undefined ? "" : `, ${seen.connected} viewers (${seen.gaps} gaps)`;
	return (
		`${time} UTC  ${connected}/${seats} seats${watching}, ${statements} statements, ${announced} pledges, ` +
		`${supports} supports; acknowledged in ${ms(p50)} (p99 ${ms(p99)})`
	);
}

function summary(driver: Driver, viewers: Viewers | undefined, state: State): string {
	const { acknowledged, refused, unanswered, statements, announced, supports, p50, p99 } = driver.report();
	const { pledges, delegations, units } = tally(driver.state() ?? state);
	const refusals = Object.entries(refused).map(([code, count]) => `${code} ${count}`);
	const seen = viewers?.report();
	return [
		"",
		`Statements ${statements}, pledges announced ${announced}, declarations of support ${supports}.`,
		`Tally: ${pledges} pledges by ${delegations} delegations, ${units.counted} of ${units.required} units.`,
		`Acts acknowledged ${acknowledged}, refused ${refusals.length === 0 ? "none" : refusals.join(", ")}, without an answer ${unanswered}.`,
		`Time to acknowledge: half within ${ms(p50)}, 99 of 100 within ${ms(p99)}.`,
		...(seen === undefined
			? []
			: [
					`Viewers: ${seen.connected} connected, ${seen.events} events in ${seen.frames} frames, gaps ${seen.gaps}, repeats ${seen.repeats}.`,
				]),
	].join("\n");
}

function ms(value: number | null): string {
	return value === null ? "-" : `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function pause(forMs: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(done, Math.max(0, forMs));
		function done() {
			clearTimeout(timer);
			signal.removeEventListener("abort", done);
			resolve();
		}
		signal.addEventListener("abort", done);
	});
}

/** The secretariat's own connection of a run: it sets the clock and sees who is there before the cast comes. */
class Lookout {
	readonly #seat: Seat;
	present: readonly string[] = [];

	private constructor(options: RunOptions, cookie: string, onReady: () => void, onLost: () => void) {
		this.#seat = new Seat({
			...options,
			representativeId: options.secretariatId,
			cookie,
			onChange: onReady,
			onPresence: (present) => {
				this.present = present;
			},
			onLost,
		});
	}

	static async open(options: RunOptions): Promise<Lookout> {
		const cookie = await options.cookieFor(options.secretariatId);
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => fail("does not answer"), 15_000);
			const lookout: Lookout = new Lookout(
				options,
				cookie,
				() => {
					clearTimeout(timer);
					resolve(lookout);
				},
				() => fail("refuses the sign-in"),
			);
			function fail(why: string) {
				clearTimeout(timer);
				lookout.close();
				reject(new Error(`${options.origin} ${why}.`));
			}
		});
	}

	get state(): State {
		const { state } = this.#seat;
		if (state === undefined) throw new Error("The secretariat's seat has not joined.");
		return state;
	}

	get rate(): number {
		return this.#seat.rate;
	}

	async setClockRate(rate: number): Promise<void> {
		await this.#seat.act({ type: "setClockRate", rate, journalAt: 0 });
	}

	close(): void {
		this.#seat.close();
	}
}
