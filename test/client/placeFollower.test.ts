import { afterEach, expect, it, vi } from "vitest";
import { follow, type Situation, stepOf } from "../../client/features/stage/placeFollower.ts";

const there: Situation = {
	atMs: 10_000,
	wantedMs: 10_000,
	endMs: 60_000,
	runs: true,
	isPlaying: true,
	isSteering: false,
	isArriving: false,
	rate: 1,
};
const at = (behindMs: number, more: Partial<Situation> = {}) =>
	stepOf({ ...there, wantedMs: there.atMs + behindMs, ...more });

it("a player at its place is left alone", () => {
	expect(at(0)).toEqual({ plays: true, playbackRate: 1, seekMs: undefined });
	expect(at(60)).toEqual(at(0));
	expect(at(-60)).toEqual(at(0));
});

it("a player a little off is steered until it is there, and jumps only from a second on", () => {
	expect(at(200)).toEqual({ plays: true, playbackRate: 1.15, seekMs: undefined });
	expect(at(-100)).toEqual({ plays: true, playbackRate: 0.9, seekMs: undefined });
	expect(at(30).playbackRate).toBe(1);
	expect(at(30, { isSteering: true }).playbackRate).toBeCloseTo(1.03);
	expect(at(15, { isSteering: true }).playbackRate).toBe(1);
	expect(at(1000).seekMs).toBeUndefined();
	expect(at(1001)).toEqual({ plays: true, playbackRate: 1, seekMs: 11_001 });
	expect(at(-1001).seekMs).toBe(8_999);
});

it("who comes late jumps at once, before it plays", () => {
	expect(stepOf({ ...there, atMs: 0, isPlaying: false })).toEqual({
		plays: true,
		playbackRate: 1,
		seekMs: 10_000,
	});
	expect(at(80, { isPlaying: false }).seekMs).toBeUndefined();
});

it("who has only just begun jumps again where it landed too far off, instead of running after the others for seconds", () => {
	expect(at(151, { isArriving: true })).toEqual({ plays: true, playbackRate: 1, seekMs: 10_151 });
	expect(at(-151, { isArriving: true }).seekMs).toBe(9_849);
	expect(at(150, { isArriving: true })).toEqual(at(150));
	expect(at(600, { isArriving: true, rate: 4 }).seekMs).toBeUndefined();
});

it("a clock that stands is a picture that stands, the same on every screen", () => {
	expect(at(0, { runs: false })).toEqual({ plays: false, playbackRate: 1, seekMs: undefined });
	expect(at(21, { runs: false }).seekMs).toBe(10_021);
	expect(at(-21, { runs: false, isPlaying: false }).seekMs).toBe(9_979);
});

it("at its end a recording stands at its last picture", () => {
	const end = stepOf({ ...there, atMs: 59_990, wantedMs: 60_000 });
	expect(end).toEqual({ plays: false, playbackRate: 1, seekMs: undefined });
});

it("a rehearsal's clock that runs faster plays faster, as far as browsers can", () => {
	expect(at(0, { rate: 4 }).playbackRate).toBe(4);
	expect(at(240, { rate: 4 }).playbackRate).toBe(4);
	expect(at(800, { rate: 4 }).playbackRate).toBeCloseTo(4.6);
	expect(at(0, { rate: 60 }).playbackRate).toBe(16);
});

it("a player that is anywhere within a second comes to its place in a few seconds and stays there", () => {
	for (const off of [-950, -300, 150, 700, 950]) {
		let situation: Situation = { ...there, atMs: there.wantedMs - off };
		let settledAt = 0;
		for (let ms = 0; ms < 20_000; ms += 200) {
			const { playbackRate, seekMs } = stepOf(situation);
			expect(seekMs).toBeUndefined();
			const { atMs, wantedMs } = situation;
			situation = {
				...situation,
				atMs: atMs + 200 * playbackRate,
				wantedMs: wantedMs + 200,
				isSteering: playbackRate !== 1,
			};
			if (Math.abs(situation.wantedMs - situation.atMs) > 60) settledAt = ms;
		}
		expect(settledAt, `${off} ms off`).toBeLessThan(10_000);
	}
});

/** A player on a machine on which every jump takes so long, in the time that the test's clock gives. */
function slowPlayer(jumpMs: number) {
	const jumps: number[] = [];
	let atMs = 0;
	let since = Date.now();
	let seekingUntil = 0;
	return {
		jumps,
		playbackRate: 1,
		paused: true,
		readyState: 4,
		muted: false,
		get seeking() {
			return Date.now() < seekingUntil;
		},
		get currentTime() {
			const runsFrom = Math.max(since, seekingUntil);
			const ran = this.paused ? 0 : Math.max(0, Date.now() - runsFrom) * this.playbackRate;
			return (atMs + ran) / 1000;
		},
		set currentTime(seconds: number) {
			jumps.push(Math.round(seconds * 1000));
			atMs = seconds * 1000;
			since = Date.now();
			seekingUntil = Date.now() + jumpMs;
		},
		async play() {
			this.paused = false;
			since = Date.now();
		},
		pause() {
			this.paused = true;
		},
		addEventListener() {},
		removeEventListener() {},
	};
}

afterEach(() => {
	vi.useRealTimers();
});

it("a player that lands late jumps once more by what the first jump took, and is then with the others", async () => {
	vi.useFakeTimers();
	const began = Date.now() - 10_000;
	const wantedMs = () => Date.now() - began;
	const player = slowPlayer(500);
	const end = follow(player as never, {
		wanted: () => ({ wantedMs: wantedMs(), endMs: 120_000, runs: true, rate: 1 }),
		onSilenced: () => {},
	});
	await vi.advanceTimersByTimeAsync(2000);
	expect(player.jumps).toHaveLength(2);
	expect(Math.abs(wantedMs() - player.currentTime * 1000)).toBeLessThan(150);
	// Once it is there it is steered, and does not jump for what it would have jumped for while it arrived.
	await vi.advanceTimersByTimeAsync(3000);
	player.currentTime = player.currentTime - 0.1;
	await vi.advanceTimersByTimeAsync(1000);
	expect(player.jumps).toHaveLength(3);
	expect(player.playbackRate).toBeGreaterThan(1);
	end();
});
