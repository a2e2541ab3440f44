import { describe, expect, test } from "vitest";
import { paceSoFar, paceWord } from "../../client/features/texts/pace.ts";
import { mannerOf, planOf, type SpeakPlan } from "../../client/screens/delegate/speakPlan.ts";
import { nextTurnCall, type TurnCall } from "../../client/screens/delegate/turnCall.ts";

const minutes = (count: number) => count * 60_000;

/** What is told over waits in minutes, one after the other. */
function told(waits: readonly number[], begin: TurnCall | null = null): TurnCall[] {
	const calls: TurnCall[] = [];
	let latest = begin;
	for (const wait of waits) {
		const call = nextTurnCall(latest, minutes(wait));
		if (call === null) continue;
		latest = call;
		calls.push(call);
	}
	return calls;
}

describe("a waiting delegation is told of its turn", () => {
	test("15, 5 and 1 minutes before, each once", () => {
		expect(told([40, 15.1, 15, 14, 5.01, 5, 4, 3, 1, 0.5, 0])).toEqual([15, 5, 1]);
	});

	test("once only, though the expected time moves away and comes back", () => {
		expect(told([14, 17, 14.5, 5, 6, 4.9])).toEqual([15, 5]);
	});

	test("of the nearest alone when the list jumps", () => {
		expect(told([40, 3, 0.9])).toEqual([5, 1]);
		expect(told([40, 0])).toEqual([1]);
	});

	test("of nothing that was due before the page came", () => {
		expect(told([4, 3, 1], 5)).toEqual([1]);
		expect(told([0.5, 0], 1)).toEqual([]);
	});
});

describe("the pace of a speaker against 120 words a minute", () => {
	test("is not told before enough was said", () => {
		expect(paceSoFar(20, 14_999)).toBeNull();
		expect(paceSoFar(0, 60_000)).toBeNull();
		expect(paceSoFar(32, 15_000)).toBe(128);
	});

	test.each([
		[60, "slow"],
		[90, "good"],
		[120, "good"],
		[125, "good"],
		[126, "slightlyFast"],
		[128, "slightlyFast"],
		[144, "slightlyFast"],
		[145, "tooFast"],
	] as const)("%i words a minute are %s", (pace, word) => {
		expect(paceWord(pace)).toBe(word);
	});
});

describe("how a delegation will speak", () => {
	const plan: SpeakPlan = {
		speakerId: null,
		level: "M",
		language: "fr",
		behalf: "own",
		group: "Group of 77",
		jointly: ["gha", "nor"],
		mode: "recorded",
		minutes: 3,
	};

	test("carries only what belongs to the choice of whose behalf", () => {
		expect(mannerOf(plan)).toEqual({
			language: "fr",
			onBehalfOf: null,
			jointly: [],
			mode: "recorded",
			expectedMs: 180_000,
		});
		expect(mannerOf({ ...plan, behalf: "group" })).toMatchObject({ onBehalfOf: "Group of 77", jointly: [] });
		expect(mannerOf({ ...plan, behalf: "jointly" })).toMatchObject({
			onBehalfOf: null,
			jointly: ["gha", "nor"],
		});
	});

	test("a group without a name is the delegation's own statement", () => {
		expect(mannerOf({ ...plan, behalf: "group", group: "  " }).onBehalfOf).toBeNull();
	});

	test("comes back from an inscription as it went in", () => {
		for (const behalf of ["own", "group", "jointly"] as const) {
			const manner = mannerOf({ ...plan, behalf });
			const back = planOf({ delegationId: "btn", speakerId: null, level: "M", ...manner });
			expect(mannerOf(back)).toEqual(manner);
			expect(back.behalf).toBe(behalf);
		}
	});
});
