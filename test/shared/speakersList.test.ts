import { expect, it } from "vitest";
import { speakersInOrder } from "../../shared/conference/selectors.ts";
import { listOf, waitingEntryOf } from "../../shared/conference/speakersList.ts";
import type { State } from "../../shared/conference/state.ts";
import { given, minutes, run, start } from "../support/decider.ts";
import { giveFloor, inscribe, inscribed, ready, sitting, speaking } from "../support/factories.ts";

const segmentId = "statements-1";
const chair = { as: "rwa-chair" };
const desk = { as: "desk" };
const order = (state: State) => speakersInOrder(state, segmentId).map(({ delegationId }) => delegationId);
const closed = run(sitting, { type: "closeList", segmentId }, chair);
const reason = "asked by telephone";

it("SL1 a list belongs to a segment of statements and may be opened before its meeting", () => {
	const open = (id: string) => ({ type: "openList" as const, segmentId: id, closesAt: null });
	given(ready)
		.when(open(segmentId), desk)
		.then({ type: "SpeakersListOpened", data: { segmentId, closesAt: null } });
	given(ready).when(open("opening-remarks"), desk).thenRefused("noListInSegment");
	given(ready).when(open("nowhere"), desk).thenRefused("unknownSegment");
	given(ready).when(open("preparatory-talk"), desk).thenRefused("meetingAlreadyHeld");
	given(ready)
		.when(inscribe("idn", { segmentId: "preparatory-talk" }), desk)
		.thenRefused("meetingAlreadyHeld");
	const next = run(sitting, { type: "startSegment", segmentId: "closing-1" }, chair);
	given(next).when(open(segmentId), chair).thenRefused("segmentNotRunning");
	given(next).when(inscribe("idn", { reason }), chair).thenRefused("segmentNotRunning");
});

it("SL2 a delegation inscribes once per segment", () => {
	given(inscribed)
		.when(inscribe("idn"), { as: "idn-speaker" })
		.thenRefused("alreadyInscribed", { delegationId: "idn" });
	given(inscribed).when(inscribe("idn"), chair).thenRefused("alreadyInscribed");
	given(speaking).when(inscribe("idn"), { as: "idn-minister" }).thenRefused("alreadyInscribed");
	given(speaking).when(inscribe("idn", { reason }), chair).thenRefused("alreadyInscribed");
	given(sitting).when(inscribe("atlantis"), desk).thenRefused("unknownDelegation");
});

it("SL2 who has spoken is only added again by the chair, with the reason", () => {
	const spoken = run(speaking, { type: "yieldFloor", statementId: "s-idn" }, { as: "idn-minister" });
	given(spoken).when(inscribe("idn", { reason }), { as: "idn-minister" }).thenRefused("alreadyInscribed");
	given(spoken).when(inscribe("idn"), chair).thenRefused("reasonNeeded");
	const after = given(spoken)
		.when(inscribe("idn", { reason }), { ...chair, newId: "again" })
		.then({ type: "DelegationInscribed", data: { entry: { lateReason: reason } } });
	expect(order(after)).toEqual(["ury", "nor", "idn"]);
});

it("SL3 inscription closes by the chair or at the time announced", () => {
	const announce = (closesAt: number) => ({ type: "announceClosing" as const, segmentId, closesAt });
	given(sitting).when(announce(start), chair).thenRefused("closingInPast");
	given(closed)
		.when(announce(start + 1), chair)
		.thenRefused("listNotOpen");
	given(closed).when({ type: "closeList", segmentId }, desk).thenRefused("listNotOpen");
	given(sitting).when({ type: "openList", segmentId, closesAt: null }, chair).thenRefused("listAlreadyOpen");
	given(closed).when({ type: "openList", segmentId, closesAt: start }, chair).thenRefused("closingInPast");
	given(closed)
		.when({ type: "openList", segmentId, closesAt: null }, chair)
		.then({ type: "SpeakersListOpened" });
	const closing = given(sitting)
		.when(announce(start + minutes(10)), chair)
		.then({ type: "ClosingAnnounced" });
	expect(listOf(closing, segmentId)).toMatchObject({ status: "closing", closesAt: start + minutes(10) });
	const idn = { as: "idn-minister" };
	given(closing)
		.when(inscribe("idn"), { ...idn, at: start + minutes(10) - 1 })
		.then({ type: "DelegationInscribed" });
	given(closing)
		.when(inscribe("idn"), { ...idn, at: start + minutes(10) })
		.thenRefused("listClosed");
});

it("SL4 the presiding chair and the secretariat add to a closed list and say why", () => {
	given(closed).when(inscribe("idn"), { as: "idn-minister" }).thenRefused("listClosed");
	given(ready).when(inscribe("idn"), { as: "idn-minister" }).thenRefused("listNotOpen");
	for (const who of [chair, desk]) {
		given(closed).when(inscribe("idn"), who).thenRefused("reasonNeeded");
		given(closed)
			.when(inscribe("idn", { reason }), who)
			.then({ type: "DelegationInscribed", data: { entry: { lateReason: reason } } });
	}
	given(sitting)
		.when(inscribe("idn", { reason }), chair)
		.then({ type: "DelegationInscribed", data: { entry: { lateReason: null } } });
});

it("SL4 a co-chair without the gavel is a delegate towards a closed list", () => {
	given(closed).when(inscribe("usa", { reason }), { as: "usa-chair" }).thenRefused("listClosed");
	given(closed).when(inscribe("idn", { reason }), { as: "usa-chair" }).thenRefused("notAllowed");
});

it("SL5 the speaker may change until the delegation is called", () => {
	const replace = (speakerId: string) => ({
		type: "replaceSpeaker" as const,
		segmentId,
		entryId: "e-idn",
		speakerId,
	});
	const idn = { as: "idn-minister" };
	given(inscribed).when(replace("idn-minister"), idn).thenRefused("sameSpeaker");
	given(inscribed).when(replace("idn-pledger"), idn).thenRefused("cannotSpeak");
	const after = given(inscribed)
		.when(replace("idn-speaker"), idn)
		.then({ type: "SpeakerReplaced", data: { speakerId: "idn-speaker", level: "CD" } });
	expect(order(after)).toEqual(["idn", "ury", "nor"]);
	given(speaking).when(replace("idn-speaker"), idn).thenRefused("alreadyCalled", { delegationId: "idn" });
});

it("SL6 the order is that of inscription, and a move says who, when and why", () => {
	expect(order(inscribed)).toEqual(["idn", "ury", "nor"]);
	const move = (entryId: string, before: string | null) => ({
		type: "moveEntry" as const,
		segmentId,
		entryId,
		before,
		reason,
	});
	const moved = given(inscribed)
		.when(move("e-nor", "e-idn"), { ...chair, at: start + 7 })
		.then({ type: "EntryMoved", data: { moved: { at: start + 7, byDelegation: "rwa", reason } } });
	expect(order(moved)).toEqual(["nor", "idn", "ury"]);
	expect(order(run(moved, move("e-nor", null), chair))).toEqual(["idn", "ury", "nor"]);
	expect(order(run(moved, move("e-nor", "e-ury"), chair))).toEqual(["idn", "nor", "ury"]);
	given(inscribed).when(move("e-idn", "e-idn"), chair).thenRefused("alreadyThere");
	given(inscribed).when(move("e-idn", "e-ury"), chair).thenRefused("alreadyThere");
	given(inscribed).when(move("e-nor", null), chair).thenRefused("alreadyThere");
	given(inscribed).when(move("nothing", null), chair).thenRefused("unknownInscription");
	given(inscribed).when(move("e-idn", "nothing"), chair).thenRefused("unknownInscription");
	given(speaking).when(move("e-idn", null), chair).thenRefused("alreadyCalled");
	given(speaking).when(move("e-nor", "e-idn"), chair).thenRefused("unknownInscription");
	given(inscribed)
		.when(move("e-nor", "e-idn"), { as: "system" })
		.then({ type: "EntryMoved", data: { moved: { byDelegation: null } } });
});

it("SL7 a withdrawn inscription leaves the order, stays in the record and may be made anew", () => {
	const withdraw = { type: "withdrawInscription" as const, segmentId, entryId: "e-ury" };
	const ury = { as: "ury-minister" };
	const after = given(inscribed).when(withdraw, ury).then({ type: "InscriptionWithdrawn" });
	expect(order(after)).toEqual(["idn", "nor"]);
	expect(listOf(after, segmentId).entries.get("e-ury")?.status).toBe("withdrawn");
	given(after).when(withdraw, ury).thenRefused("unknownInscription");
	given(after).when(giveFloor("e-ury"), chair).thenRefused("unknownInscription");
	const again = given(after)
		.when(inscribe("ury"), { ...ury, newId: "e-ury-2" })
		.then({ type: "DelegationInscribed" });
	expect(order(again)).toEqual(["idn", "nor", "ury"]);
	const open = { type: "openList" as const, segmentId: "statements-2", closesAt: null };
	given(inscribed, [open, desk])
		.when({ ...withdraw, segmentId: "statements-2" }, desk)
		.thenRefused("unknownInscription");
});

it("SL8 who is called leaves the waiting order in the event that gives the floor", () => {
	const after = given(inscribed)
		.when(giveFloor("e-ury"), { ...chair, newId: "s" })
		.then({ type: "FloorGiven" });
	expect(order(after)).toEqual(["idn", "nor"]);
	expect(listOf(after, segmentId).entries.get("e-ury")?.status).toBe("called");
	expect(waitingEntryOf(listOf(after, segmentId), "ury")).toBeUndefined();
	expect(waitingEntryOf(listOf(after, segmentId), "nor")?.id).toBe("e-nor");
});

it("SL1 nothing changes in a list that is over, but what is put on the record in writing", () => {
	const idn = { as: "idn-minister" };
	const written = run(inscribed, inscribe("gha", { mode: "written" }), { as: "gha-chair", newId: "e-gha" });
	const over = given(run(written, { type: "startSegment", segmentId: "closing-1" }, chair));
	const entry = { segmentId, entryId: "e-idn" };
	over.when({ type: "withdrawInscription", ...entry }, idn).thenRefused("segmentNotRunning");
	over
		.when({ type: "replaceSpeaker", ...entry, speakerId: "idn-speaker" }, idn)
		.thenRefused("segmentNotRunning");
	over.when({ type: "moveEntry", ...entry, before: null, reason }, chair).thenRefused("segmentNotRunning");
	over.when({ type: "proposeSwap", ...entry, withEntryId: "e-ury" }, idn).thenRefused("segmentNotRunning");
	over
		.when({ type: "makeInWriting", segmentId, entryId: "e-gha" }, desk)
		.then({ type: "StatementMadeInWriting" });
});
