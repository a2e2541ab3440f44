import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { decide } from "../../shared/conference/decider.ts";
import { drawLots } from "../../shared/conference/draw.ts";
import { orderPresets } from "../../shared/conference/procedure.ts";
import { speakersInOrder } from "../../shared/conference/selectors.ts";
import { listOf } from "../../shared/conference/speakersList.ts";
import type { State } from "../../shared/conference/state.ts";
import { contextFor, given, run, start } from "../support/decider.ts";
import {
	delegationIds,
	delegationsCommand,
	inscribe,
	inscribed,
	setProcedure,
} from "../support/factories.ts";

const segmentId = "statements-1";
const chair = { as: "rwa-chair" };
const desk = { as: "desk" };
const seed = "000102030405060708090a0b0c0d0e0f";
const draw = { type: "drawLots" as const, segmentId, seed };
const order = (state: State) => speakersInOrder(state, segmentId).map(({ delegationId }) => delegationId);
const byLot = run(inscribed, setProcedure({ order: orderPresets.draw }), desk);

/**
 * Draws a second time, written from the words of SL14's description and not from the code: sfc32 as its author
 * gives it, in integers without limit taken modulo 2^32, and Durstenfeld's shuffle from the last place down.
 */
function drawnAgain(ids: readonly string[], from: string): string[] {
	const modulus = 1n << 32n;
	const state = [0, 1, 2, 3].map((word) => BigInt(`0x${from.slice(8 * word, 8 * word + 8)}`));
	const random = () => {
		const [a, b, c, counter] = state as [bigint, bigint, bigint, bigint];
		const output = (a + b + counter) % modulus;
		state[3] = (counter + 1n) % modulus;
		state[0] = b ^ (b / 512n);
		state[1] = (9n * c) % modulus;
		state[2] = (((c * (1n << 21n)) % modulus) + c / (1n << 11n) + output) % modulus;
		return output;
	};
	for (let discarded = 0; discarded < 12; discarded += 1) random();
	const left = [...ids].sort();
	const drawn: string[] = [];
	// The last place is drawn first: what is picked changes places with what stands there.
	while (left.length > 0) {
		const pick = Number((random() * BigInt(left.length)) / modulus);
		const last = left.length - 1;
		[left[pick], left[last]] = [left[last]!, left[pick]!];
		drawn.unshift(left.pop()!);
		if (left.length === 1) drawn.unshift(left.pop()!);
	}
	return drawn;
}

const seeds = (count: number) =>
	Array.from({ length: count }, (_, index) =>
		createHash("sha256").update(`draw ${index}`).digest("hex").slice(0, 32),
	);

/** Pearson's chi-squared of counts that should all be the same. */
function chiSquared(counts: readonly number[], expected: number): number {
	return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

it("SL14 the order follows from the recorded seed: a second implementation draws the same", () => {
	const many = Array.from({ length: 193 }, (_, index) => `d${index}`);
	for (const each of [seed, "f".repeat(32), "0".repeat(32), ...seeds(40)]) {
		expect(drawLots(many, each)).toEqual(drawnAgain(many, each));
		expect(drawLots([...many].reverse(), each)).toEqual(drawnAgain(many, each));
	}
	const recorded = given(byLot)
		.when(draw, chair)
		.then({ type: "LotsDrawn", data: { seed, order: drawnAgain(delegationIds, seed) } });
	expect(listOf(recorded, segmentId).draw).toEqual({
		seed,
		at: start,
		order: drawnAgain(delegationIds, seed),
	});
});

it("SL14 the lots are fair: every place and every order comes up as often as any other", () => {
	const ids = ["a", "b", "c", "d", "e", "f"];
	const draws = 6000;
	const places = new Map<string, number>();
	const orders = new Map<string, number>();
	for (const each of seeds(draws)) {
		for (const [place, id] of drawLots(ids, each).entries())
			places.set(`${id}${place}`, (places.get(`${id}${place}`) ?? 0) + 1);
		const four = drawLots(ids.slice(0, 4), each).join("");
		orders.set(four, (orders.get(four) ?? 0) + 1);
	}
	expect([places.size, orders.size]).toEqual([36, 24]);
	// One fair draw in a thousand lies above these: chi-squared with 25 and 23 degrees of freedom.
	expect(chiSquared([...places.values()], draws / 6)).toBeLessThan(52.6);
	expect(chiSquared([...orders.values()], draws / 24)).toBeLessThan(49.7);
});

it("SL14 who waits stands by lot, who inscribes later has a number too", () => {
	const lots = drawnAgain(delegationIds, seed);
	const place = (id: string) => lots.indexOf(id);
	const drawn = run(byLot, draw, chair);
	// Ministers before the vice-minister, then who has named nobody; one of each here, so rank decides.
	expect(order(drawn)).toEqual(["idn", "ury", "nor"]);
	const ministers = ["gha", "rwa", "usa", "kor"];
	let state = drawn;
	for (const id of ministers) state = run(state, inscribe(id, { level: "M" }), { ...desk, newId: `e-${id}` });
	const expected = ["idn", ...ministers].sort((a, b) => place(a) - place(b));
	expect(order(state)).toEqual([...expected, "ury", "nor"]);
	expect(expected).not.toEqual(["idn", ...ministers]);
});

it("SL14 who comes to the conference after the draw stands behind who has a lot", () => {
	const later = run(run(byLot, draw, chair), delegationsCommand(["zzz"]), desk);
	const state = given(
		later,
		[inscribe("zzz", { level: "M" }), { ...desk, newId: "e-zzz" }],
		[inscribe("gha", { level: "M" }), { ...desk, newId: "e-gha", at: start + 5 }],
	).state;
	expect(order(state).indexOf("zzz")).toBe(2);
	expect(order(state).slice(3)).toEqual(["ury", "nor"]);
});

it("SL14 lots are drawn where the rules provide for them, and nobody chooses the seed", () => {
	given(inscribed).when(draw, chair).thenRefused("noDrawInRules");
	given(byLot).when(draw, { as: "idn-minister" }).thenRefused("notAllowed");
	given(byLot)
		.when({ ...draw, segmentId: "closing-1" }, chair)
		.thenRefused("noListInSegment");
	// An empty seed is what a client sends; the server fills it in before anything is decided.
	const empty = decide({ ...draw, seed: "" }, byLot, contextFor(byLot, chair));
	expect(empty).toMatchObject({ rejection: { code: "malformed" } });
});

it("SL14 lots are drawn once for a list", () => {
	const drawn = given(byLot).when(draw, chair).then({ type: "LotsDrawn" });
	given(drawn)
		.when({ ...draw, seed: "f".repeat(32) }, chair)
		.thenRefused("alreadyDrawn");
});
