import { expect, it } from "vitest";
import { parseCommand } from "../../shared/conference/decider.ts";
import { due, nextDueAt } from "../../shared/conference/due.ts";
import { placementOf } from "../../shared/conference/order.ts";
import { orderPresets } from "../../shared/conference/procedure.ts";
import { speakersInOrder } from "../../shared/conference/selectors.ts";
import { listOf } from "../../shared/conference/speakersList.ts";
import type { State } from "../../shared/conference/state.ts";
import { given, minutes, run, start } from "../support/decider.ts";
import { inscribe, inscribed, ready, setProcedure, sitting, speaking } from "../support/factories.ts";

const segmentId = "statements-1";
const chair = { as: "rwa-chair" };
const desk = { as: "desk" };
const idn = { as: "idn-minister" };
const order = (state: State) => speakersInOrder(state, segmentId).map(({ delegationId }) => delegationId);
const closed = run(sitting, { type: "closeList", segmentId }, chair);
const schedule = (opensAt: number, closesAt: number | null) => ({
	type: "scheduleList" as const,
	segmentId,
	opensAt,
	closesAt,
});
function late(delegationId: string, reason = "a late flight") {
	return { ...inscribe(delegationId), type: "requestLate" as const, reason };
}

it("SL3 a list opens and closes by itself at the times announced, also before the record says so", () => {
	const opensAt = start + minutes(10);
	const closesAt = start + minutes(20);
	const scheduled = given(ready)
		.when(schedule(opensAt, closesAt), desk)
		.then({ type: "ListScheduled", data: { opensAt, closesAt } });
	given(scheduled)
		.when(inscribe("idn"), { ...idn, at: opensAt - 1 })
		.thenRefused("listNotOpen");
	given(scheduled)
		.when(inscribe("idn"), { ...idn, at: opensAt })
		.then({ type: "DelegationInscribed", data: { entry: { lateReason: null } } });
	expect(nextDueAt(scheduled)).toBe(opensAt);
	const [opening] = due(scheduled, opensAt);
	expect(opening).toEqual({
		at: opensAt,
		commandId: `due-open-${segmentId}-${opensAt}`,
		command: { type: "openList", segmentId, closesAt },
	});
	const open = given(scheduled)
		.when(opening!.command, { as: "system", at: opensAt })
		.then({ type: "SpeakersListOpened", data: { closesAt } });
	expect(nextDueAt(open)).toBe(closesAt);
	given(open)
		.when(inscribe("idn"), { ...idn, at: closesAt })
		.thenRefused("listClosed");
	// The clock may be told late: a list that opens after its closing time closes at once.
	const tooLate = run(scheduled, opening!.command, { as: "system", at: closesAt + 5 });
	given(tooLate)
		.when(inscribe("idn"), { ...idn, at: closesAt + 5 })
		.thenRefused("listClosed");
	expect(due(tooLate, closesAt + 5).map(({ command }) => command)).toEqual([
		{ type: "closeList", segmentId },
	]);
});

it("SL3 the times of a list lie ahead and in order, and what is open is not scheduled", () => {
	given(ready).when(schedule(start, null), desk).thenRefused("openingInPast");
	given(ready)
		.when(schedule(start + 5, start + 5), desk)
		.thenRefused("timesReversed");
	given(sitting)
		.when(schedule(start + 5, null), chair)
		.thenRefused("listAlreadyOpen");
	given(ready)
		.when(schedule(start + 5, null), idn)
		.thenRefused("notAllowed");
	const scheduled = run(ready, schedule(start + 5, null), desk);
	given(scheduled)
		.when(schedule(start + 50, null), desk)
		.then({ type: "ListScheduled" });
	given(scheduled)
		.when(schedule(start + 50, null), { ...desk, at: start + 5 })
		.thenRefused("listAlreadyOpen");
});

it("SL3 what the clock has closed is not reopened by announcing another time", () => {
	const closesAt = start + minutes(5);
	const announce = (time: number) => ({ type: "announceClosing" as const, segmentId, closesAt: time });
	const closing = run(sitting, announce(closesAt), chair);
	given(closing)
		.when(announce(closesAt + minutes(5)), { ...chair, at: closesAt })
		.thenRefused("listNotOpen");
	given(closing)
		.when(announce(closesAt + minutes(5)), { ...chair, at: closesAt - 1 })
		.then({ type: "ClosingAnnounced" });
});

it("SL6 the rules no longer place what a person has moved", () => {
	const byLevel = run(inscribed, setProcedure({ order: orderPresets.byLevel }), desk);
	expect(order(byLevel)).toEqual(["idn", "ury", "nor"]);
	const moved = run(
		byLevel,
		{ type: "moveEntry", segmentId, entryId: "e-nor", before: "e-idn", reason: "travel" },
		{ ...chair, at: start + 7 },
	);
	expect(placementOf(moved, listOf(moved, segmentId), "e-nor")).toEqual({
		place: 1,
		of: 3,
		reason: { by: "move", moved: { at: start + 7, byDelegation: "rwa", reason: "travel" } },
		putAhead: 0,
	});
	// A head of State goes before the minister, and before Norway only if the rules placed Norway.
	const after = run(moved, inscribe("gha", { level: "HS" }), { ...desk, newId: "e-gha" });
	expect(order(after)).toEqual(["nor", "gha", "idn", "ury"]);
	expect(placementOf(after, listOf(after, segmentId), "e-gha")).toMatchObject({ place: 2, putAhead: 1 });
	expect(placementOf(after, listOf(after, segmentId), "e-none")).toBeUndefined();
	expect(placementOf(speaking, listOf(speaking, segmentId), "e-idn")).toBeUndefined();
});

it("SL16 who is called and absent goes to the end of its class, also when it was moved before", () => {
	const absent = (entryId: string) => ({ type: "markAbsent" as const, segmentId, entryId });
	const after = given(speaking)
		.when(absent("e-idn"), { ...chair, at: start + 9 })
		.then(
			{ type: "FloorEnded", data: { reason: "absent", statementId: "s-idn" } },
			{ type: "EntryMarkedAbsent", data: { entryId: "e-idn" } },
		);
	expect(order(after)).toEqual(["ury", "nor", "idn"]);
	expect(after.floor.statement).toBeNull();
	expect(listOf(after, segmentId).entries.get("e-idn")).toMatchObject({
		status: "waiting",
		absentAt: start + 9,
	});
	const move = { type: "moveEntry" as const, segmentId, entryId: "e-nor", before: "e-idn", reason: "travel" };
	const moved = run(inscribed, move, chair);
	const again = run(moved, absent("e-nor"), { ...chair, at: start + 9 });
	expect(order(again)).toEqual(["idn", "ury", "nor"]);
	expect(listOf(again, segmentId).entries.get("e-nor")?.moved).toBeNull();
	// Who asks afterwards has not been absent and goes before.
	expect(order(run(again, inscribe("gha"), { ...desk, at: start + 10 }))).toEqual([
		"idn",
		"ury",
		"gha",
		"nor",
	]);
	given(again)
		.when({ type: "takeBackMove", segmentId, entryId: "e-nor" }, { ...chair, at: start + 9 })
		.thenRefused("nothingToUndo");
	given(inscribed).when(absent("nothing"), chair).thenRefused("unknownInscription");
	given(speaking)
		.when({ ...absent("e-idn"), segmentId: "statements-2" }, { as: "system" })
		.thenRefused("unknownInscription");
	given(inscribed).when(absent("e-ury"), { as: "usa-chair" }).thenRefused("notAllowed");
});

it("SL17 a late request goes to the chair, who adds the delegation or says why not", () => {
	given(sitting).when(late("idn"), idn).thenRefused("listTakesInscriptions");
	given(ready).when(late("idn"), idn).thenRefused("listNotOpen");
	given(closed).when(late("idn"), { as: "ury-minister" }).thenRefused("notAllowed");
	const asked = given(closed)
		.when(late("idn"), { ...idn, newId: "r" })
		.then({ type: "LateRequestMade", data: { request: { reason: "a late flight", declined: null } } });
	expect(order(asked)).toEqual([]);
	given(asked).when(late("idn"), idn).thenRefused("alreadyRequested");
	const grant = { type: "grantLate" as const, segmentId, requestId: "r" };
	const decline = {
		type: "declineLate" as const,
		segmentId,
		requestId: "r",
		reason: "the time is running out",
	};
	given(asked).when(grant, idn).thenRefused("notAllowed");
	const granted = given(asked)
		.when(grant, { ...chair, newId: "e-late" })
		.then({ type: "DelegationInscribed", data: { entry: { id: "e-late", lateReason: "a late flight" } } });
	expect(order(granted)).toEqual(["idn"]);
	expect(listOf(granted, segmentId).lateRequests.size).toBe(0);
	given(granted).when(grant, chair).thenRefused("unknownRequest");
	const declined = given(asked)
		.when(decline, desk)
		.then({ type: "LateRequestDeclined", data: { reason: "the time is running out" } });
	expect(listOf(declined, segmentId).lateRequests.get("r")?.declined?.reason).toBe("the time is running out");
	given(declined).when(grant, chair).thenRefused("unknownRequest");
	given(declined).when(late("idn", "another reason"), idn).then({ type: "LateRequestMade" });
	const withdrawn = run(asked, { type: "withdrawLate", segmentId, requestId: "r" }, idn);
	expect(listOf(withdrawn, segmentId).lateRequests.size).toBe(0);
	const waiting = run(inscribed, { type: "closeList", segmentId }, chair);
	given(waiting).when(late("idn"), idn).thenRefused("alreadyInscribed");
});

it("SL17 a request that was overtaken by an inscription is answered", () => {
	const asked = run(closed, late("idn"), { ...idn, newId: "r" });
	const added = run(asked, inscribe("idn", { reason: "asked by telephone" }), { ...desk, newId: "e" });
	expect(listOf(added, segmentId).lateRequests.size).toBe(0);
});

it("SL18 a statement is for oneself, for a group or together with others, each named once and never oneself", () => {
	const joint = (jointly: string[]) => inscribe("idn", { jointly });
	given(sitting)
		.when(joint(["nor", "ury"]), idn)
		.then({ type: "DelegationInscribed", data: { entry: { jointly: ["nor", "ury"], mode: "live" } } });
	given(sitting)
		.when(joint(["nor", "idn"]), idn)
		.thenRefused("jointlyWithSelf");
	given(sitting)
		.when(joint(["nor", "nor"]), idn)
		.thenRefused("jointlyWithSelf");
	given(sitting)
		.when(joint(["atlantis"]), idn)
		.thenRefused("unknownDelegation", { delegationId: "atlantis" });
	const change = { type: "changeInscription" as const, segmentId, entryId: "e-idn", language: "fr" as const };
	given(inscribed)
		.when({ ...change, onBehalfOf: null, jointly: ["idn"] }, idn)
		.thenRefused("jointlyWithSelf");
	given(inscribed)
		.when({ ...change, onBehalfOf: null, jointly: ["atlantis"] }, idn)
		.thenRefused("unknownDelegation");
	const manner = { onBehalfOf: "A group", mode: "recorded" as const, expectedMs: minutes(3) };
	given(inscribed)
		.when({ ...change, ...manner }, idn)
		.then({ type: "InscriptionChanged", data: { language: "fr", ...manner, jointly: [] } });
	given(inscribed)
		.when({ ...change, ...manner }, { as: "nor-minister" })
		.thenRefused("notAllowed");
	given(speaking)
		.when({ ...change, ...manner }, idn)
		.thenRefused("alreadyCalled");
});

it("SL18 ST3 a written statement waits for no floor and goes on the record without it", () => {
	const written = given(sitting)
		.when(inscribe("idn", { mode: "written", speakerId: "idn-minister" }), { ...idn, newId: "e" })
		.then({ type: "DelegationInscribed", data: { entry: { status: "written" } } });
	expect(order(written)).toEqual([]);
	given(written).when(inscribe("idn"), idn).thenRefused("alreadyInscribed");
	const make = { type: "makeInWriting" as const, segmentId, entryId: "e" };
	given(written).when(make, { as: "ury-minister" }).thenRefused("notAllowed");
	const made = given(written)
		.when(make, { ...idn, newId: "s", at: start + 5 })
		.then({ type: "StatementMadeInWriting" });
	expect(made.floor.statement).toBeNull();
	expect(made.statements.statements.get("s")).toMatchObject({
		delegationId: "idn",
		mode: "written",
		end: "inWriting",
		startedAt: start + 5,
		endedAt: start + 5,
		spokenMs: 0,
		plate: { name: "Name of idn-minister" },
	});
	given(made).when(make, idn).thenRefused("alreadyCalled");
	given(inscribed)
		.when({ ...make, entryId: "e-idn" }, idn)
		.thenRefused("notInWriting");
});

it("SL18 SL13 what is to be made in writing may get another speaker without getting into the order", () => {
	const written = run(sitting, inscribe("idn", { mode: "written" }), { ...idn, newId: "e" });
	const replaced = given(written)
		.when({ type: "replaceSpeaker", segmentId, entryId: "e", speakerId: "idn-minister" }, idn)
		.then({ type: "SpeakerReplaced" });
	expect(order(replaced)).toEqual([]);
	expect(listOf(replaced, segmentId).entries.get("e")?.status).toBe("written");
	const change = { type: "changeInscription" as const, segmentId, entryId: "e", language: "en" as const };
	const live = run(replaced, { ...change, onBehalfOf: null }, idn);
	expect(order(live)).toEqual(["idn"]);
	expect(order(run(live, { ...change, onBehalfOf: null, mode: "written" }, idn))).toEqual([]);
});

it("SL18 an announced rank stands for a speaker who is not named, the accreditation for one who is", () => {
	given(sitting)
		.when(inscribe("idn", { level: "HS" }), idn)
		.then({ type: "DelegationInscribed", data: { entry: { level: "HS", speakerId: null } } });
	given(sitting)
		.when(inscribe("idn", { level: "HS", speakerId: "idn-speaker" }), idn)
		.then({ type: "DelegationInscribed", data: { entry: { level: "CD" } } });
});

it("SL19 a sheet is taken whole or not at all, and the refusal names the row", () => {
	const row = (delegationId: string, more: object = {}) => {
		const { type: _type, segmentId: _segment, reason: _reason, ...asked } = inscribe(delegationId);
		return { ...asked, ...more };
	};
	const sheet = (rows: ReturnType<typeof row>[], reason: string | null = null) => ({
		type: "importInscriptions" as const,
		segmentId,
		inscriptions: rows,
		reason,
	});
	const taken = given(sitting)
		.when(sheet([row("nor"), row("idn", { level: "HS" }), row("ury")]), { ...desk, newId: "x" })
		.then(
			{ type: "DelegationInscribed", data: { entry: { id: "x-1", delegationId: "nor" } } },
			{ type: "DelegationInscribed", data: { entry: { id: "x-2", level: "HS" } } },
			{ type: "DelegationInscribed" },
		);
	// All at the same time, so in the order of the sheet.
	expect(order(taken)).toEqual(["nor", "idn", "ury"]);
	given(sitting)
		.when(sheet([row("nor"), row("atlantis")]), desk)
		.thenRefused("unknownDelegation", { row: 2, delegationId: "atlantis" });
	given(sitting)
		.when(sheet([row("nor"), row("idn"), row("nor")]), desk)
		.thenRefused("alreadyInscribed", { row: 3, delegationId: "nor" });
	given(inscribed)
		.when(sheet([row("gha"), row("nor")]), desk)
		.thenRefused("alreadyInscribed", { row: 2, delegationId: "nor" });
	given(sitting)
		.when(sheet([row("nor", { speakerId: "idn-minister" })]), desk)
		.thenRefused("notOfDelegation");
	given(closed)
		.when(sheet([row("nor")]), desk)
		.thenRefused("reasonNeeded", { row: 1 });
	given(closed)
		.when(sheet([row("nor")], "sent by fax"), desk)
		.then({ type: "DelegationInscribed", data: { entry: { lateReason: "sent by fax" } } });
	given(sitting)
		.when(sheet([row("nor")]), chair)
		.thenRefused("notAllowed");
	given(sitting)
		.when({ ...sheet([row("nor")]), segmentId: "closing-1" }, desk)
		.thenRefused("noListInSegment");
});

it("SL2 SL4 TM4 what no list can take is refused, and nothing is changed", () => {
	given(sitting)
		.when(inscribe("atlantis"), desk)
		.thenRefused("unknownDelegation", { delegationId: "atlantis" });
	given(closed).when(inscribe("idn"), idn).thenRefused("listClosed");
	given(inscribed).when(inscribe("idn"), idn).thenRefused("alreadyInscribed", { delegationId: "idn" });
	const move = (before: string | null) => ({
		type: "moveEntry" as const,
		segmentId,
		entryId: "e-nor",
		before,
		reason: "travel",
	});
	// Beyond the ends: the last one to the end, the first one in front of itself, anybody in front of nobody.
	given(inscribed).when(move(null), chair).thenRefused("alreadyThere");
	given(inscribed).when(move("e-nor"), chair).thenRefused("alreadyThere");
	given(inscribed).when(move("e-none"), chair).thenRefused("unknownInscription");
	given(inscribed)
		.when({ ...move("e-ury"), entryId: "e-idn" }, chair)
		.thenRefused("alreadyThere");
	// Negative times and lengths, and places below the first, are not even commands.
	const limits = { type: "setLimits", segmentId, limitMs: -1, groupLimitMs: minutes(3) };
	const extend = { type: "extendFloor", statementId: "s-idn", seconds: -30 };
	const slot = { type: "fixSlot", segmentId, entryId: "e-nor", slot: 0 };
	for (const command of [limits, extend, slot, inscribe("idn", { expectedMs: -5 })])
		expect(parseCommand(command)).toBeUndefined();
});
