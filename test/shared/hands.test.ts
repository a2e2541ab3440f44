import { describe, expect, it } from "vitest";
import { raisedHands } from "../../shared/conference/hands.ts";
import { speakersInOrder } from "../../shared/conference/selectors.ts";
import type { State } from "../../shared/conference/state.ts";
import { given, minutes, run, seconds, start } from "../support/decider.ts";
import { giveFloor, inscribe, inscribed, ready, speaking } from "../support/factories.ts";

const segmentId = "statements-1";
const chair = { as: "rwa-chair" };
const desk = { as: "desk" };
const idn = { as: "idn-minister" };
const changeMode = (mode: "list" | "requests" | "ceremony") => ({
	type: "changeMode" as const,
	segmentId,
	mode,
});
const raise = (delegationId: string, speakerId: string | null = null) => ({
	type: "raiseHand" as const,
	segmentId,
	delegationId,
	speakerId,
	language: "en" as const,
});
const call = (handId: string, after: string | null = null) => ({
	type: "callHand" as const,
	segmentId,
	handId,
	after,
});
const lower = (handId: string) => ({ type: "lowerHand" as const, handId });
const hands = (state: State) => raisedHands(state, segmentId).map(({ delegationId }) => delegationId);

const discussion = run(inscribed, changeMode("requests"), chair);
const raised = given(
	discussion,
	[raise("nor"), { as: "nor-minister", newId: "h-nor" }],
	[raise("idn", "idn-minister"), { ...idn, newId: "h-idn" }],
	[raise("ury"), { as: "ury-minister", newId: "h-ury" }],
).state;

it("HA1 in a discussion each delegation raises one hand while the segment runs", () => {
	given(inscribed).when(raise("idn"), idn).thenRefused("notInThisMode");
	given(raised).when(raise("idn"), idn).thenRefused("handAlreadyRaised");
	given(discussion).when(raise("idn"), { as: "ury-minister" }).thenRefused("notAllowed");
	given(discussion).when(raise("idn", "ury-minister"), idn).thenRefused("notOfDelegation");
	given(discussion).when(raise("atlantis"), { as: "system" }).thenRefused("unknownDelegation");
	given(discussion)
		.when({ ...raise("idn"), segmentId: "nowhere" }, idn)
		.thenRefused("unknownSegment");
	given(ready).when(raise("idn"), idn).thenRefused("segmentNotRunning");
	const suspended = run(discussion, { type: "suspendMeeting", meetingId: "session-1" }, chair);
	given(suspended).when(raise("idn"), idn).thenRefused("segmentNotRunning");
});

it("HA1 a hand stays up until it is lowered or called, also through a change of the way", () => {
	const list = run(raised, changeMode("list"), chair);
	expect(hands(list)).toEqual(["nor", "idn", "ury"]);
	expect(hands(run(list, changeMode("requests"), chair))).toEqual(["nor", "idn", "ury"]);
	given(list).when(call("h-nor"), chair).thenRefused("notInThisMode");
	const lowered = given(raised).when(lower("h-idn"), idn).then({ type: "HandLowered" });
	expect(hands(lowered)).toEqual(["nor", "ury"]);
	given(lowered).when(lower("h-idn"), idn).thenRefused("unknownHand");
	given(lowered).when(raise("idn"), idn).then({ type: "HandRaised" });
	given(raised).when(lower("h-idn"), chair).then({ type: "HandLowered" });
	given(raised).when(lower("h-idn"), { as: "ury-minister" }).thenRefused("notAllowed");
});

it("HA2 hands stand in the order in which they were raised, and the chair picks any", () => {
	expect(hands(raised)).toEqual(["nor", "idn", "ury"]);
	const called = given(raised)
		.when(call("h-idn"), { ...chair, newId: "s" })
		.then({
			type: "FloorGiven",
			data: {
				statement: {
					kind: "hand",
					sourceId: "h-idn",
					entryId: null,
					delegationId: "idn",
					plate: { name: "Name of idn-minister" },
					limitMs: minutes(4),
				},
			},
		});
	expect(hands(called)).toEqual(["nor", "ury"]);
	given(called).when(call("h-idn", "s"), chair).thenRefused("unknownHand");
	given(called).when(call("h-nor"), chair).thenRefused("floorChanged");
	const next = given(called)
		.when(call("h-ury", "s"), { ...chair, newId: "t", at: start + seconds(20) })
		.then(
			{ type: "FloorEnded", data: { reason: "nextCalled", spokenMs: seconds(20) } },
			{ type: "FloorGiven" },
		);
	expect(hands(next)).toEqual(["nor"]);
	// Who has spoken may ask again.
	given(next).when(raise("idn"), idn).then({ type: "HandRaised" });
	given(raised).when(call("h-none"), chair).thenRefused("unknownHand");
});

describe("PR8 the way the floor is given", () => {
	it("PR8 in a discussion hands are called and not the list, in a ceremony neither", () => {
		given(discussion).when(giveFloor("e-idn"), chair).thenRefused("notInThisMode");
		const ceremony = run(raised, changeMode("ceremony"), chair);
		given(ceremony).when(giveFloor("e-idn"), chair).thenRefused("notInThisMode");
		given(ceremony).when(call("h-nor"), chair).thenRefused("notInThisMode");
		given(ceremony)
			.when({ type: "callProgrammeSpeaker", segmentId, after: null }, chair)
			.thenRefused("noProgrammeSpeaker");
		given(ceremony).when(raise("gha"), { as: "gha-chair" }).thenRefused("notInThisMode");
	});

	it("PR8 the list is as it was when the way is changed back, and takes inscriptions meanwhile", () => {
		const ids = (state: State) => speakersInOrder(state, segmentId).map(({ id }) => id);
		const added = run(raised, inscribe("gha"), { as: "gha-chair", newId: "e-gha" });
		const back = given(added).when(changeMode("list"), chair).then({ type: "ModeChanged" });
		expect(ids(back)).toEqual(["e-idn", "e-ury", "e-nor", "e-gha"]);
		given(back).when(giveFloor("e-idn"), chair).then({ type: "FloorGiven" });
	});

	it("PR8 the presiding chair changes the way of a segment of statements that is not over", () => {
		given(inscribed).when(changeMode("list"), chair).thenRefused("alreadyInMode");
		given(inscribed).when(changeMode("requests"), { as: "usa-chair" }).thenRefused("notAllowed");
		given(inscribed).when(changeMode("requests"), desk).thenRefused("notAllowed");
		const system = { as: "system" };
		const of = (id: string) => ({ ...changeMode("requests"), segmentId: id });
		given(inscribed).when(of("closing-1"), chair).thenRefused("noListInSegment");
		given(inscribed).when(of("nowhere"), system).thenRefused("unknownSegment");
		given(inscribed).when(of("preparatory-talk"), system).thenRefused("meetingAlreadyHeld");
		const next = run(inscribed, { type: "startSegment", segmentId: "closing-1" }, chair);
		given(next).when(changeMode("requests"), chair).thenRefused("segmentNotRunning");
		// Whoever speaks goes on speaking.
		const during = run(speaking, changeMode("requests"), chair);
		expect(during.floor.statement?.id).toBe("s-idn");
	});
});

it("PR10 new limits are for what is still to be said; who has the floor keeps the limit given", () => {
	const limits = {
		type: "setLimits" as const,
		segmentId,
		limitMs: minutes(3),
		groupLimitMs: minutes(5),
	};
	const group = run(speaking, inscribe("gha", { onBehalfOf: "A group" }), {
		as: "gha-chair",
		newId: "e-gha",
	});
	const after = given(group).when(limits, chair).then({ type: "LimitsSet" });
	expect(after.floor.statement?.limitMs).toBe(minutes(4));
	given(after)
		.when(giveFloor("e-ury", "s-idn"), chair)
		.then(
			{ type: "FloorEnded", data: { limitMs: minutes(4) } },
			{ type: "FloorGiven", data: { statement: { limitMs: minutes(3) } } },
		);
	given(after)
		.when(giveFloor("e-gha", "s-idn"), chair)
		.then({ type: "FloorEnded" }, { type: "FloorGiven", data: { statement: { limitMs: minutes(5) } } });
	given(after).when(limits, chair).thenRefused("sameLimits");
	given(group).when(limits, desk).then({ type: "LimitsSet" });
	given(group).when(limits, idn).thenRefused("notAllowed");
});
