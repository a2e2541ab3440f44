import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Observable } from "../../client/conference/observable.ts";
import { type Fading, followVolume } from "../../client/media/floorVolume.ts";

/** A player as browsers have it; `isFixed`: one whose volume is the device's own affair. */
function playerOf(isFixed: boolean): Fading & { readonly history: number[] } {
	const history: number[] = [];
	const events = new EventTarget();
	let [volume, muted] = [1, false];
	return {
		history,
		get volume() {
			return volume;
		},
		set volume(value) {
			if (isFixed) return;
			volume = value;
			history.push(value);
		},
		get muted() {
			return muted;
		},
		set muted(value) {
			muted = value;
			events.dispatchEvent(new Event("volumechange"));
		},
		addEventListener: events.addEventListener.bind(events),
		removeEventListener: events.removeEventListener.bind(events),
	};
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("the volume of the floor", () => {
	it("goes down and up in small steps, from wherever it is", () => {
		const [player, wanted] = [playerOf(false), new Observable(1)];
		const end = followVolume(player, wanted);
		wanted.set(0.2);
		vi.advanceTimersByTime(160);
		expect(player.volume).toBeGreaterThan(0.5);
		wanted.set(1);
		vi.advanceTimersByTime(1000);
		expect(player.volume).toBe(1);
		wanted.set(0);
		vi.advanceTimersByTime(1000);
		expect(player.volume).toBe(0);
		const jumps = player.history.map((value, index) => Math.abs(value - (player.history[index - 1] ?? 1)));
		expect(Math.max(...jumps)).toBeLessThan(0.1);
		end();
		wanted.set(1);
		vi.advanceTimersByTime(1000);
		expect(player.volume).toBe(0);
	});

	it("is low from the beginning where an interpreter is heard already", () => {
		const player = playerOf(false);
		followVolume(player, new Observable(0.15));
		expect(player.volume).toBe(0.15);
	});

	it("is silence where a page has no say in it, and never sound that the browser has not allowed", () => {
		const [player, wanted] = [playerOf(true), new Observable(1)];
		const end = followVolume(player, wanted);
		wanted.set(0.15);
		vi.advanceTimersByTime(1000);
		expect(player.muted).toBe(true);
		// Another track begins, or somebody turns the sound on.
		player.muted = false;
		expect(player.muted).toBe(true);
		wanted.set(1);
		vi.advanceTimersByTime(1000);
		expect(player.muted).toBe(false);
		player.muted = true;
		wanted.set(0.15);
		vi.advanceTimersByTime(1000);
		wanted.set(1);
		vi.advanceTimersByTime(1000);
		expect(player.muted).toBe(true);
		end();
	});
});
