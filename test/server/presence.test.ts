import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Signals } from "../../server/journal/signals.ts";
import { LocalSignals } from "../../server/journal/signals.ts";
import { Presence } from "../../server/realtime/presence.ts";

const chair = { representativeId: "rwa-chair", delegationId: "rwa" };
const desk = { representativeId: "desk", delegationId: null };

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
});
afterEach(() => {
	vi.useRealTimers();
});

/** Lets time pass, and what nodes tell each other meanwhile arrive. */
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

/** Signals that can be cut off from the others, as by a lost connection: nothing goes out and nothing comes in. */
function breakable(signals: Signals) {
	let isCut = false;
	const broken: Signals = {
		publish(channel, message) {
			if (!isCut) signals.publish(channel, message);
		},
		subscribe: (channel, listener) =>
			signals.subscribe(channel, (message) => {
				if (!isCut) listener(message);
			}),
		close: () => signals.close(),
	};
	return { broken, cut: () => (isCut = true), mend: () => (isCut = false) };
}

describe("how long somebody has been out of reach (GV6)", () => {
	it("is nothing while connected, by however many screens, and counts from the last of them", async () => {
		const presence = new Presence("seoul", new LocalSignals());
		presence.add(chair);
		presence.add(chair);
		await pass(100);
		presence.remove(chair);
		await pass(40);
		expect(presence.unreachableMs("rwa-chair")).toBe(0);
		presence.remove(chair);
		await pass(12);
		expect(presence.unreachableMs("rwa-chair")).toBe(12_000);
		presence.add(chair);
		expect(presence.unreachableMs("rwa-chair")).toBe(0);
	});

	it("counts from the start of the node for who was never seen", async () => {
		const presence = new Presence("seoul", new LocalSignals());
		await pass(31);
		expect(presence.unreachableMs("rwa-chair")).toBe(31_000);
	});

	it("knows who stands for no delegation too, without showing a delegation", () => {
		const presence = new Presence("seoul", new LocalSignals());
		presence.add(desk);
		expect(presence.present()).toEqual([]);
		expect(presence.unreachableMs("desk")).toBe(0);
	});

	it("is nothing for who is connected to another node, also to one that was there before", async () => {
		const signals = new LocalSignals();
		const before = new Presence("seoul", signals);
		before.add(chair);
		await pass(60);
		const presence = new Presence("seoul", signals);
		await pass(1);
		expect(presence.unreachableMs("rwa-chair")).toBe(0);
		expect(presence.present()).toEqual(["rwa"]);
		before.remove(chair);
		await pass(5);
		expect(presence.unreachableMs("rwa-chair")).toBeCloseTo(4750);
		expect(presence.present()).toEqual([]);
	});

	it("counts from the last word of a node that has gone silent, and 30 seconds after it", async () => {
		const signals = new LocalSignals();
		const { broken, cut } = breakable(signals);
		const other = new Presence("seoul", broken);
		other.add(chair);
		const presence = new Presence("seoul", signals);
		await pass(10);
		cut();
		await pass(29);
		expect(presence.unreachableMs("rwa-chair")).toBe(0);
		await pass(11);
		expect(presence.unreachableMs("rwa-chair")).toBe(40_000);
	});

	it("does not count the silence of all others when this node was cut off itself", async () => {
		const signals = new LocalSignals();
		const other = new Presence("seoul", signals);
		other.add(chair);
		const { broken, cut, mend } = breakable(signals);
		const presence = new Presence("seoul", broken);
		await pass(10);
		cut();
		await pass(55);
		expect(presence.unreachableMs("rwa-chair")).toBe(0);
		mend();
		await pass(60);
		expect(presence.unreachableMs("rwa-chair")).toBe(0);
	});
});
