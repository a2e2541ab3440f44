import { expect, it } from "vitest";
import { placementOf } from "../../shared/conference/order.ts";
import { speakersInOrder } from "../../shared/conference/selectors.ts";
import { listOf } from "../../shared/conference/speakersList.ts";
import type { State } from "../../shared/conference/state.ts";
import { given, run, start } from "../support/decider.ts";
import { giveFloor, inscribed, setProcedure, speaking } from "../support/factories.ts";

const segmentId = "statements-1";
const chair = { as: "rwa-chair" };
const idn = { as: "idn-minister" };
const ury = { as: "ury-minister" };
const nor = { as: "nor-minister" };
const order = (state: State) => speakersInOrder(state, segmentId).map(({ delegationId }) => delegationId);
const proposals = (state: State) => [...listOf(state, segmentId).swaps.keys()];
const propose = (entryId: string, withEntryId: string) => ({
	type: "proposeSwap" as const,
	segmentId,
	entryId,
	withEntryId,
});
const answer = (type: "agreeToSwap" | "declineSwap" | "withdrawSwap", swapId = "swap") => ({
	type,
	segmentId,
	swapId,
});
/** Indonesia, 1st, proposes to Norway, 3rd. */
const proposed = run(inscribed, propose("e-idn", "e-nor"), { ...idn, newId: "swap" });

it("SL15 two delegations exchange their places when both agree, and nothing moves before", () => {
	expect(order(proposed)).toEqual(["idn", "ury", "nor"]);
	const after = given(proposed)
		.when(answer("agreeToSwap"), { ...nor, at: start + 8 })
		.then({ type: "SwapDropped" }, { type: "EntriesSwapped" });
	expect(order(after)).toEqual(["nor", "ury", "idn"]);
	expect(proposals(after)).toEqual([]);
	expect(placementOf(after, listOf(after, segmentId), "e-nor")?.reason).toEqual({
		by: "swap",
		swapped: { at: start + 8, withDelegation: "idn" },
	});
	// A person has placed them: the rules no longer do.
	const byLevel = run(after, setProcedure({ order: ["level", "time"] }), { as: "desk" });
	expect(order(byLevel)).toEqual(["nor", "ury", "idn"]);
});

it("SL15 who proposed cannot agree for the other, nor can anybody else", () => {
	given(proposed).when(answer("agreeToSwap"), idn).thenRefused("notAllowed");
	given(proposed).when(answer("agreeToSwap"), ury).thenRefused("notAllowed");
	given(proposed).when(answer("agreeToSwap"), chair).thenRefused("notAllowed");
	given(proposed).when(answer("declineSwap"), idn).thenRefused("notAllowed");
	given(proposed).when(answer("withdrawSwap"), nor).thenRefused("notAllowed");
	given(inscribed).when(propose("e-idn", "e-nor"), ury).thenRefused("notAllowed");
	const declined = given(proposed).when(answer("declineSwap"), nor).then({ type: "SwapDropped" });
	expect(order(declined)).toEqual(["idn", "ury", "nor"]);
	given(proposed).when(answer("withdrawSwap"), idn).then({ type: "SwapDropped" });
	given(declined).when(answer("agreeToSwap"), { as: "system" }).thenRefused("unknownProposal");
});

it("SL15 a delegation does not exchange with itself, nor with who does not wait", () => {
	given(inscribed).when(propose("e-idn", "e-idn"), idn).thenRefused("swapWithSelf");
	given(inscribed).when(propose("e-idn", "e-none"), idn).thenRefused("unknownInscription");
	given(speaking).when(propose("e-ury", "e-idn"), ury).thenRefused("alreadyCalled", { delegationId: "idn" });
	given(speaking).when(propose("e-idn", "e-ury"), idn).thenRefused("alreadyCalled");
	given(proposed)
		.when(propose("e-idn", "e-ury"), idn)
		.thenRefused("alreadyProposed", { delegationId: "nor" });
});

it("SL15 a proposal falls with either entry", () => {
	expect(proposals(proposed)).toEqual(["swap"]);
	expect(proposals(run(proposed, giveFloor("e-idn"), chair))).toEqual([]);
	expect(proposals(run(proposed, giveFloor("e-nor"), chair))).toEqual([]);
	const withdraw = (entryId: string) => ({ type: "withdrawInscription" as const, segmentId, entryId });
	expect(proposals(run(proposed, withdraw("e-nor"), nor))).toEqual([]);
	expect(proposals(run(proposed, withdraw("e-ury"), ury))).toEqual(["swap"]);
	const written = { language: "en" as const, onBehalfOf: null, mode: "written" as const };
	const change = { type: "changeInscription" as const, segmentId, entryId: "e-nor", ...written };
	expect(proposals(run(proposed, change, nor))).toEqual([]);
});

it("SL15 what else was proposed about the two places falls with the exchange", () => {
	const others = given(
		proposed,
		[propose("e-ury", "e-nor"), { ...ury, newId: "other" }],
		[propose("e-nor", "e-ury"), { ...nor, newId: "third" }],
	).state;
	const after = given(others)
		.when(answer("agreeToSwap"), nor)
		.then(
			{ type: "SwapDropped", data: { swapId: "swap" } },
			{ type: "SwapDropped", data: { swapId: "other" } },
			{ type: "SwapDropped", data: { swapId: "third" } },
			{ type: "EntriesSwapped" },
		);
	expect(proposals(after)).toEqual([]);
});
