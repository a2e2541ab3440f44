import { expect, it } from "vitest";
import { commandTypes, decide, parseCommand } from "../../shared/conference/decider.ts";
import { decodeState, encodeState } from "../../shared/conference/snapshot.ts";
import { emptyState, Fork } from "../../shared/conference/state.ts";
import { contextFor, given } from "../support/decider.ts";
import {
	defineCommand,
	delegationsCommand,
	inscribe,
	people,
	pledgeActs,
	ready,
	speaking,
} from "../support/factories.ts";

it("CO1 a conference is defined once, before anything else", () => {
	given().when(delegationsCommand(), { as: "system" }).thenRefused("notDefined");
	given().when(defineCommand, { as: "system" }).then({ type: "ConferenceDefined" });
	given(ready).when(defineCommand, { as: "system" }).thenRefused("alreadyDefined");
	given(ready).when(defineCommand, { as: "desk" }).thenRefused("notAllowed");
});

it("TM1 only a rehearsal's clock can be given another rate", () => {
	const real = { ...defineCommand, profile: { ...defineCommand.profile, rehearsal: false } };
	given([real, { as: "system" }])
		.when({ type: "setClockRate", rate: 20, journalAt: 0 }, { as: "system" })
		.thenRefused("rehearsalOnly");
});

it("CO3 deciding and folding leave the state as it was", () => {
	const before = JSON.stringify(encodeState(speaking));
	decide(inscribe("gha"), speaking, contextFor(speaking, { as: "gha-chair" }));
	given(speaking, [inscribe("gha"), { as: "gha-chair" }]);
	expect(JSON.stringify(encodeState(speaking))).toBe(before);
});

it("CO3 a fork copies a subject when it is first touched, and once", () => {
	const fork = new Fork(ready);
	const owned = fork.own("pledges");
	expect(owned).not.toBe(ready.pledges);
	expect(fork.own("pledges")).toBe(owned);
	expect(fork.finish().delegations).toBe(ready.delegations);
});

it("CO6 a state survives being sent", () => {
	const { state } = given(speaking, ...pledgeActs("p", "idn", "writing"));
	for (const each of [emptyState(), ready, state])
		expect(decodeState(JSON.parse(JSON.stringify(encodeState(each))))).toEqual(each);
});

it("VI8 what is no command is not read as one", () => {
	for (const input of [null, 7, "openMeeting", {}, { type: "toString" }, { type: "openMeeting" }])
		expect(parseCommand(input)).toBeUndefined();
	expect(parseCommand({ type: "openMeeting", meetingId: "a", more: 1 })).toBeUndefined();
	expect(parseCommand({ type: "openMeeting", meetingId: "../a" })).toBeUndefined();
	expect(parseCommand({ ...inscribe("idn"), onBehalfOf: "  a group " })).toMatchObject({
		onBehalfOf: "a group",
	});
	expect(parseCommand(inscribe("idn", { reason: "   " }))).toBeUndefined();
	expect(commandTypes).toContain("accreditRepresentatives");
	expect(parseCommand({ type: "accreditRepresentatives", representatives: people })).toBeDefined();
});
