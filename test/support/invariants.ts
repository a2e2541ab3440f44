import { expect } from "vitest";
import type { FloorStatement } from "../../shared/conference/floor.ts";
import { sittingMeeting } from "../../shared/conference/programme.ts";
import type { SpeakersList } from "../../shared/conference/speakersList.ts";
import type { State } from "../../shared/conference/state.ts";
import { misplaced } from "./secondOrder.ts";

/** What is true of every state that a journal can lead to. */
export function checkInvariants(state: State): void {
	checkProgramme(state);
	for (const list of state.speakersLists.lists.values()) checkList(list, state);
	checkFloor(state);
	checkQueues(state);
	checkMotions(state);
	checkPapers(state);
	checkPledges(state);
}

function isUnique(all: readonly unknown[]): boolean {
	return new Set(all).size === all.length;
}

const isSitting = ({ status }: { status: string }) => status === "open" || status === "suspended";

function checkProgramme(state: State): void {
	const meetings = [...state.programme.meetings.values()];
	expect(meetings.filter(isSitting).length, "at most one meeting sits (PR2)").toBeLessThanOrEqual(1);
	for (const { status, segments } of meetings) {
		const running = segments.filter((segment) => segment.status === "running");
		expect(running.length, "one segment runs, in a meeting that sits (PR6)").toBeLessThanOrEqual(
			isSitting({ status }) ? 1 : 0,
		);
		for (const { kind, debate } of segments)
			if (kind !== "statements") expect(debate, "only statements are debated (MO2)").toBe("open");
	}

	const { holder } = state.gavel;
	if (holder === null) return;
	const person = state.delegations.representatives.get(holder.representativeId);
	expect(person?.role, "a chair holds the gavel (GV3)").toBe("chair");
	expect(person?.delegationId).toBe(holder.delegationId);
	const sitting = sittingMeeting(state);
	expect(sitting?.coChairs, "of the meeting that sits (GV3)").toContain(holder.delegationId);
}

function checkList(list: SpeakersList, state: State): void {
	const entries = [...list.entries.values()];
	const waiting = entries.filter((entry) => entry.status === "waiting");
	expect([...list.order].sort(), "the order is exactly the waiting entries (SL8)").toEqual(
		waiting.map(({ id }) => id).sort(),
	);
	const there = entries.filter(({ status }) => status === "waiting" || status === "written");
	const { statement, interrupted } = state.floor;
	const speaking = [statement, interrupted].filter(
		(each) => each?.segmentId === list.segmentId && each.entryId !== null,
	);
	const delegations = [...there, ...speaking].map((each) => each?.delegationId);
	expect(isUnique(delegations), "nobody is twice in a list (SL2)").toBe(true);
	for (const { status, mode } of entries)
		if (status === "waiting" || status === "called")
			expect(mode, "who is heard has not written (SL18)").not.toBe("written");
		else if (status !== "withdrawn") expect(mode, "what is written is not heard (ST3)").toBe("written");
	for (const { delegationId, jointly } of entries)
		expect(isUnique([delegationId, ...jointly]), "each named once and never oneself (SL18)").toBe(true);
	expect(isUnique(waiting.flatMap(({ slot }) => slot ?? [])), "each fixed place once (SL20)").toBe(true);
	expect(misplaced(list, state), "who is not placed by hand stands by the rules (SL11, SL16)").toBe(
		undefined,
	);

	for (const swap of list.swaps.values())
		for (const [id, delegationId] of [
			[swap.entryId, swap.delegationId],
			[swap.withEntryId, swap.withDelegation],
		] as const) {
			expect(list.entries.get(id)?.status, "a proposal is between two who wait (SL15)").toBe("waiting");
			expect(list.entries.get(id)?.delegationId).toBe(delegationId);
		}
	const proposing = [...list.swaps.values()].map(({ entryId }) => entryId);
	expect(isUnique(proposing), "one proposal at a time (SL15)").toBe(true);

	const requests = [...list.lateRequests.values()].map((each) => each.delegationId);
	expect(isUnique(requests), "one late request a delegation (SL17)").toBe(true);
	for (const delegationId of requests)
		expect(
			there.map((each) => each.delegationId),
			"who is inscribed asks no more (SL17)",
		).not.toContain(delegationId);

	const { move, status } = list.undo;
	if (move !== null) {
		const moved = list.entries.get(move.entryId);
		expect(moved?.status, "only who waits is moved back (UN3)").toBe("waiting");
		expect(moved?.moved?.at, "what is taken back is the latest move (UN3)").toBe(move.at);
		const was = move.moved?.at ?? move.swapped?.at ?? 0;
		expect(move.at, "an undo is not older than what it restores (UN1)").toBeGreaterThanOrEqual(was);
	}
	if (status !== null)
		expect(isListOpen(list), "an undo turns a list round (UN1)").not.toBe(isListOpen(status));

	const meetings = [...state.programme.meetings.values()];
	const meeting = meetings.find(({ segments }) => segments.some(({ id }) => id === list.segmentId));
	const segment = meeting?.segments.find(({ id }) => id === list.segmentId);
	if (meeting?.status === "closed" || segment?.status === "ended")
		expect(list.status, "a list ends with its segment (SL1)").toMatch(/^(closed|notOpen)$/);
}

function isListOpen({ status }: Pick<SpeakersList, "status">): boolean {
	return status === "open" || status === "closing";
}

function checkFloor(state: State): void {
	const { statement, interrupted, undo } = state.floor;
	const sitting = sittingMeeting(state);
	const held = [statement, interrupted].flatMap((each) => each ?? []);
	const going = [...state.statements.statements.values()].filter(({ endedAt }) => endedAt === null);
	expect(
		going.map(({ id }) => id).sort(),
		"exactly the statements on the floor and interrupted go on (ST1)",
	).toEqual(held.map(({ id }) => id).sort());
	if (interrupted !== null) {
		expect(statement?.kind, "only a point of order interrupts (FL7)").toBe("pointOfOrder");
		expect(interrupted.kind, "and is not interrupted itself (FL7)").not.toBe("pointOfOrder");
		expect(interrupted.runningSince, "the interrupted clock stands (FL7)").toBeNull();
	}
	for (const each of held) checkHeld(each, state);
	if (sitting?.status === "suspended")
		expect(statement?.runningSince ?? null, "no clock runs (PR4)").toBeNull();
	if (undo !== null) {
		expect(undo.act, "a call has followed the end (UN2)").not.toBe("ended");
		const before = [undo.before.statement, undo.before.interrupted].flatMap((each) => each ?? []);
		for (const { givenAt } of before)
			expect(undo.at, "an undo is not older than what it restores (UN2)").toBeGreaterThanOrEqual(givenAt);
	}
	for (const { end, spokenMs, pausedMs } of state.statements.statements.values()) {
		expect(Math.min(spokenMs, pausedMs), "time is never negative (TM2)").toBeGreaterThanOrEqual(0);
		if (end === "takenBack") expect(spokenMs, "what the mistake took does not count (UN2)").toBe(0);
	}
}

function checkHeld(statement: FloorStatement, state: State): void {
	const sitting = sittingMeeting(state);
	const segment = sitting?.segments.find(({ id }) => id === statement.segmentId);
	expect(segment?.status, "the floor is held in the segment that runs (FL2)").toBe("running");
	if (statement.kind === "statement" && segment?.kind === "statements")
		expect(segment.debate, "in a debate that goes on (PR9)").toBe("open");
	expect(statement.limitMs, "an hour at most (TM4)").toBeLessThanOrEqual(3_600_000);
	expect(statement.spokenMs).toBeGreaterThanOrEqual(0);
	// A clock either runs or stands, and says since when.
	if (statement.runningSince !== null) expect(statement.pausedSince, "(TM2)").toBeNull();
	if (statement.entryId !== null) {
		const entry = state.speakersLists.lists.get(statement.segmentId)?.entries.get(statement.entryId);
		expect(entry?.status, "who has the floor was called (SL8)").toBe("called");
	}
	const source = statement.sourceId ?? "";
	if (statement.kind === "hand") expect(state.hands.hands.get(source)?.status, "(HA1)").toBe("called");
	if (statement.kind === "reply") expect(state.replies.replies.get(source)?.status, "(RR3)").toBe("called");
	if (statement.kind === "pointOfOrder")
		expect(state.pointsOfOrder.points.get(source)?.status, "heard until the ruling (PO4)").toBe("heard");
}

/** Hands, points of order and replies. */
function checkQueues(state: State): void {
	const hands = [...state.hands.hands.values()].filter(({ status }) => status === "raised");
	const raised = hands.map((each) => `${each.segmentId} ${each.delegationId}`);
	expect(isUnique(raised), "one hand a delegation (HA1)").toBe(true);

	const points = [...state.pointsOfOrder.points.values()];
	const open = points.filter(({ ruling, status }) => ruling === null && status !== "withdrawn");
	expect(
		isUnique(open.map((each) => `${each.meetingId} ${each.delegationId}`)),
		"one point of order a delegation (PO1)",
	).toBe(true);
	for (const { status, ruling } of points)
		expect(ruling !== null, "a ruling is what decides (PO4)").toBe(status === "ruled");

	const replies = [...state.replies.replies.values()];
	const asked = replies.filter(({ status }) => status === "requested" || status === "granted");
	expect(
		isUnique(asked.map((each) => `${each.segmentId} ${each.delegationId}`)),
		"one reply asked for at a time (RR2)",
	).toBe(true);
	const given = replies.filter(({ status }) => status === "granted" || status === "called");
	expect(
		isUnique(given.map((each) => `${each.segmentId} ${each.delegationId} ${each.ordinal}`)),
		"replies are counted (RR2)",
	).toBe(true);
	for (const { delegationId, statementId, segmentId } of replies) {
		const statement = state.statements.statements.get(statementId);
		expect(statement?.segmentId, "to a statement in the same segment (RR1)").toBe(segmentId);
		expect(statement?.delegationId, "of another delegation (RR1)").not.toBe(delegationId);
	}
}

function checkMotions(state: State): void {
	const motions = [...state.motions.motions.values()];
	const voting = motions.filter(({ status }) => status === "voting");
	expect(voting.length, "one ballot at a time (MO1)").toBeLessThanOrEqual(1);
	const open = motions.filter(({ status }) => status === "moved" || status === "voting");
	expect(isUnique(open.map(({ kind }) => kind)), "one motion of a kind (MO2)").toBe(true);
	for (const { meetingId } of open)
		expect(meetingId, "a motion falls with its meeting (MO7)").toBe(sittingMeeting(state)?.id);
	for (const { status, ballot, kind, pointId } of motions) {
		const isDecided = status === "adopted" || status === "rejected";
		expect(ballot !== null && ballot.result !== null, "a result decides (MO5)").toBe(isDecided);
		expect(pointId !== null, "a challenge is of a ruling (PO5)").toBe(kind === "challenge");
		for (const delegationId of ballot?.votes.keys() ?? [])
			expect(state.delegations.delegations.has(delegationId), "who takes part votes (MO3)").toBe(true);
		if (ballot === null || ballot.result === null) continue;
		const { yes, no, abstain, notParticipating, adopted } = ballot.result;
		expect(yes + no + abstain + notParticipating, "each votes once (MO3)").toBe(ballot.votes.size);
		expect(adopted, "as decided (MO5)").toBe(status === "adopted");
	}
}

function checkPapers(state: State): void {
	const texts = [...state.texts.texts.values()];
	expect(
		isUnique(texts.map((each) => `${each.segmentId} ${each.delegationId} ${each.language}`)),
		"one text in each language (TX1)",
	).toBe(true);
	for (const { published, delegationId, segmentId } of texts) {
		if (published === null) continue;
		const statement = state.statements.statements.get(published.statementId);
		expect(statement, "a public text was delivered (TX3)").toMatchObject({ delegationId, segmentId });
		expect(statement?.endedAt, "and the statement is over (TX3)").not.toBeNull();
		expect(statement?.end, "and was heard (TX3)").not.toMatch(/^(takenBack|absent)$/);
	}
	for (const { files } of state.documents.documents.values())
		expect(isUnique(files.map(({ language }) => language)), "one file a language (TX4)").toBe(true);
	for (const { from, to } of state.messages.messages.values())
		expect(from.kind, "a message is between two (ME1)").not.toBe(to.kind);
}

function checkPledges(state: State): void {
	const pledges = [...state.pledges.pledges.values()];
	const numbers = pledges.flatMap(({ number }) => number ?? []);
	expect(
		numbers.sort((a, b) => a - b),
		"announcements are numbered without gaps (PL6)",
	).toEqual(numbers.map((_, index) => index + 1));
	expect(state.pledges.announced).toBe(numbers.length);
	for (const { statementId } of pledges) {
		if (statementId === null) continue;
		const statement = state.statements.statements.get(statementId);
		expect(statement?.kind, "no pledge is announced in a point of order (PO3)").not.toBe("pointOfOrder");
		expect(statement?.end, "or in a call taken back (UN3)").not.toBe("takenBack");
	}
}

/** Nobody is ever dropped: what was inscribed, raised, asked or moved stays in the record with what became of it (SL7, SL16). */
export function checkNothingLost(before: State, after: State): void {
	for (const [segmentId, { entries }] of before.speakersLists.lists) {
		const kept = after.speakersLists.lists.get(segmentId)?.entries;
		for (const [id, { delegationId }] of entries) {
			expect(kept?.get(id)?.delegationId, `entry ${id} is kept (SL7)`).toBe(delegationId);
			const status = kept?.get(id)?.status;
			expect(["waiting", "called", "withdrawn", "written", "delivered"]).toContain(status);
		}
	}
	const maps: [ReadonlyMap<string, unknown>, ReadonlyMap<string, unknown>][] = [
		[before.statements.statements, after.statements.statements],
		[before.hands.hands, after.hands.hands],
		[before.pointsOfOrder.points, after.pointsOfOrder.points],
		[before.replies.replies, after.replies.replies],
		[before.motions.motions, after.motions.motions],
		[before.messages.messages, after.messages.messages],
	];
	for (const [was, is] of maps)
		if (was !== is) for (const id of was.keys()) expect(is.has(id), `${id} is kept`).toBe(true);
}

/** Whether two values are the same, whatever the order of the entries in their maps. */
export function isSame(one: unknown, other: unknown): boolean {
	if (one === other) return true;
	if (one instanceof Map || other instanceof Map) {
		if (!(one instanceof Map && other instanceof Map) || one.size !== other.size) return false;
		for (const [key, value] of one) if (!(other.has(key) && isSame(value, other.get(key)))) return false;
		return true;
	}
	if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const keys = Object.keys(one);
	if (keys.length !== Object.keys(other).length) return false;
	return keys.every(
		(key) => key in other && isSame(one[key as keyof typeof one], other[key as keyof typeof other]),
	);
}
