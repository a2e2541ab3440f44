import { afterEach, describe, expect, test, vi } from "vitest";
import {
	announcedOn,
	type Band,
	bandAt,
	bandDue,
	emptyBand,
	takenOff,
} from "../../client/screens/screen/bandQueue.ts";
import { cellsOf } from "../../client/screens/screen/cells.ts";
import { onTime } from "../../client/screens/screen/onTime.ts";
import type { NeedTally, Slot } from "../../shared/conference/tally.ts";

const second = 1_000;

function pledge(pledgeId: string) {
	return { kind: "pledge", pledgeId };
}

/** What the band shows from its start to its end, each with how many seconds it stays. */
function run(start: Band): { item: Band["shown"]; seconds: number }[] {
	const seen: { item: Band["shown"]; seconds: number }[] = [];
	let band = start;
	for (let due = bandDue(band); due !== null; due = bandDue(band)) {
		seen.push({ item: band.shown, seconds: (due - band.since) / second });
		band = bandAt(band, due);
	}
	return seen;
}

describe("the band at the foot of the screen", () => {
	test("one pledge stays for twenty seconds", () => {
		const band = announcedOn(emptyBand, ["a"], 0);
		expect(band.shown).toEqual(pledge("a"));
		expect(run(band)).toEqual([{ item: pledge("a"), seconds: 20 }]);
		expect(bandAt(band, 19_999)).toBe(band);
		expect(bandAt(band, 20_000).shown).toBeNull();
	});

	test("none of several is skipped, and none holds the band while others wait", () => {
		expect(run(announcedOn(emptyBand, ["a", "b", "c"], 0))).toEqual([
			{ item: pledge("a"), seconds: 6 },
			{ item: pledge("b"), seconds: 6 },
			{ item: pledge("c"), seconds: 20 },
		]);
	});

	test("a second pledge follows when the first was seen, at once if it was seen long enough", () => {
		const first = announcedOn(emptyBand, ["a"], 0);
		expect(bandDue(announcedOn(first, ["b"], 2 * second))).toBe(6 * second);
		expect(announcedOn(first, ["b"], 9 * second)).toMatchObject({ shown: pledge("b"), since: 9 * second });
	});

	test("an import is said as a number, in however many frames it comes", () => {
		const ids = Array.from({ length: 5_000 }, (_, index) => `p${index}`);
		let band = emptyBand;
		for (let at = 0; at < 10; at += 1)
			band = announcedOn(band, ids.slice(at * 500, (at + 1) * 500), at * 100);
		expect(run(band)).toEqual([{ item: { kind: "many", pledgeIds: ids }, seconds: 20 }]);
	});

	test("what was shown of a burst is counted in its number, and what was said before is not", () => {
		let band = announcedOn(emptyBand, ["before"], 0);
		band = announcedOn(band, ["a"], 10 * second);
		band = announcedOn(band, ["b", "c", "d"], 10 * second + 500);
		expect(band.shown).toEqual({ kind: "many", pledgeIds: ["a", "b", "c", "d"] });
		expect(band.waiting).toEqual([]);
	});

	test("a stream that does not end is said in numbers of its own, none of them twice", () => {
		let band = emptyBand;
		const said: string[] = [];
		for (let index = 0; index < 200; index += 1) {
			const now = index * 500;
			const moved = bandAt(band, now);
			if (moved !== band && band.shown !== null)
				said.push(...(band.shown.kind === "many" ? band.shown.pledgeIds : [band.shown.pledgeId]));
			band = announcedOn(moved, [`p${index}`], now);
		}
		expect(said).toEqual(Array.from({ length: said.length }, (_, index) => `p${index}`));
		expect(said.length).toBe(160);
	});

	test("a queue that grows too long becomes a number, so that its end is never far", () => {
		let band = emptyBand;
		for (let index = 0; index < 8; index += 1) band = announcedOn(band, [`p${index}`], index * 1_001);
		const pledgeIds = ["p2", "p3", "p4", "p5", "p6", "p7"];
		expect(band).toMatchObject({ shown: pledge("p1"), waiting: [{ kind: "many", pledgeIds }] });
	});

	test("a pledge that is taken back leaves the band, shown or waiting, and the number", () => {
		const band = announcedOn(emptyBand, ["a", "b", "c"], 0);
		expect(takenOff(band, "a", 1)).toMatchObject({ shown: pledge("b"), since: 1, waiting: [pledge("c")] });
		expect(takenOff(band, "b", 1)).toMatchObject({ shown: pledge("a"), waiting: [pledge("c")] });
		const many = announcedOn(emptyBand, ["a", "b", "c", "d"], 0);
		expect(takenOff(many, "c", 1).shown).toEqual({ kind: "many", pledgeIds: ["a", "b", "d"] });
		expect(takenOff(announcedOn(emptyBand, ["a"], 0), "a", 1).shown).toBeNull();
	});
});

describe("the cells of a need on the wall", () => {
	const slot = (pledgeId: string, over: Partial<Slot> = {}): Slot => ({
		pledgeId,
		delegationId: "idn",
		confirmed: false,
		announcedAt: 0,
		beyond: false,
		partly: false,
		...over,
	});
	const row = (quantity: number, slots: readonly Slot[]) =>
		({ need: { quantity }, slots }) as unknown as NeedTally;

	test("confirmed, announced, new, partly met and missing are told apart", () => {
		const partly = [slot("d", { partly: true }), slot("e", { partly: true })];
		const slots = [slot("a", { confirmed: true }), slot("b"), slot("c"), ...partly];
		expect(cellsOf(row(7, slots), new Set(["c", "d"]))).toEqual([
			"confirmed",
			"announced",
			"new",
			"newPartly",
			"partly",
			"gap",
			"gap",
		]);
	});

	test("what is beyond the need has cells of its own, and no gap", () => {
		expect(cellsOf(row(1, [slot("a"), slot("b", { beyond: true })]), new Set())).toEqual([
			"announced",
			"beyond",
		]);
	});
});

describe("what happens at a time", () => {
	afterEach(() => {
		vi.useRealTimers();
	});

	/** A clock that runs slower than the timers, as one that is being put right does. */
	function slowClock(): () => number {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
		const start = performance.now();
		return () => (performance.now() - start) * 0.9;
	}

	test("happens by its clock, although the timer fired before", () => {
		const now = slowClock();
		let at: number | null = null;
		onTime(900, now, () => {
			at = now();
		});
		vi.advanceTimersByTime(999);
		expect(at).toBeNull();
		vi.advanceTimersByTime(10);
		expect(at).toBeGreaterThanOrEqual(900);
	});

	test("does not happen once it was called off, early or late", () => {
		const now = slowClock();
		let happened = false;
		const end = onTime(900, now, () => {
			happened = true;
		});
		vi.advanceTimersByTime(950);
		end();
		vi.advanceTimersByTime(1_000);
		expect(happened).toBe(false);
	});
});
