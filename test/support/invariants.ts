import { expect } from "vitest";
import type { FloorStatement } from "../../shared/conference/floor.ts";
import { runningSegment, sittingMeeting } from "../../shared/conference/programme.ts";
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
	checkRecordings(state);
	checkPledges(state);
}

/** `expect` costs too much to be called for every entry of every state. */
function holds(fits: boolean, what: string): void {
	if (!fits) expect.fail(what);
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
			if (kind !== "statements") holds(debate === "open", "only statements are debated (MO2)");
	}

	const { holder } = state.gavel;
	if (holder === null) return;
	const person = state.delegations.representatives.get(holder.representativeId);
	holds(person?.role === "chair", "a chair holds the gavel (GV3)");
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
	holds(isUnique(delegations), "nobody is twice in a list (SL2)");
	for (const { status, mode } of entries)
		if (status === "waiting" || status === "called")
			holds(mode !== "written", "who is heard has not written (SL18)");
		else if (status !== "withdrawn") holds(mode === "written", "what is written is not heard (ST3)");
	for (const { delegationId, jointly } of entries)
		holds(isUnique([delegationId, ...jointly]), "each named once and never oneself (SL18)");
	holds(isUnique(waiting.flatMap(({ slot }) => slot ?? [])), "each fixed place once (SL20)");
	holds(misplaced(list, state) === undefined, "who is not placed by hand stands by the rules (SL11, SL16)");

	for (const swap of list.swaps.values())
		for (const [id, delegationId] of [
			[swap.entryId, swap.delegationId],
			[swap.withEntryId, swap.withDelegation],
		] as const) {
			holds(list.entries.get(id)?.status === "waiting", "a proposal is between two who wait (SL15)");
			expect(list.entries.get(id)?.delegationId).toBe(delegationId);
		}
	const proposing = [...list.swaps.values()].map(({ entryId }) => entryId);
	holds(isUnique(proposing), "one proposal at a time (SL15)");

	const requests = [...list.lateRequests.values()].map((each) => each.delegationId);
	holds(isUnique(requests), "one late request a delegation (SL17)");
	for (const delegationId of requests)
		expect(
			there.map((each) => each.delegationId),
			"who is inscribed asks no more (SL17)",
		).not.toContain(delegationId);

	const { move, status } = list.undo;
	if (move !== null) {
		const moved = list.entries.get(move.entryId);
		holds(moved?.status === "waiting", "only who waits is moved back (UN3)");
		holds(moved?.moved?.at === move.at, "what is taken back is the latest move (UN3)");
		const was = move.moved?.at ?? move.swapped?.at ?? 0;
		holds(move.at >= was, "an undo is not older than what it restores (UN1)");
	}
	if (status !== null) holds(isListOpen(list) !== isListOpen(status), "an undo turns a list round (UN1)");

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
		holds(statement?.kind === "pointOfOrder", "only a point of order interrupts (FL7)");
		holds(interrupted.kind !== "pointOfOrder", "and is not interrupted itself (FL7)");
		holds(interrupted.runningSince === null, "the interrupted clock stands (FL7)");
	}
	for (const each of held) checkHeld(each, state);
	if (sitting?.status === "suspended")
		holds((statement?.runningSince ?? null) === null, "no clock runs (PR4)");
	if (undo !== null) {
		holds(undo.act !== "ended", "a call has followed the end (UN2)");
		const before = [undo.before.statement, undo.before.interrupted].flatMap((each) => each ?? []);
		for (const { givenAt } of before)
			holds(undo.at >= givenAt, "an undo is not older than what it restores (UN2)");
	}
	for (const { end, spokenMs, pausedMs } of state.statements.statements.values()) {
		holds(Math.min(spokenMs, pausedMs) >= 0, "time is never negative (TM2)");
		if (end === "takenBack") holds(spokenMs === 0, "what the mistake took does not count (UN2)");
	}
}

function checkHeld(statement: FloorStatement, state: State): void {
	const sitting = sittingMeeting(state);
	const segment = sitting?.segments.find(({ id }) => id === statement.segmentId);
	holds(segment?.status === "running", "the floor is held in the segment that runs (FL2)");
	if (statement.kind === "statement" && segment?.kind === "statements")
		holds(segment.debate === "open", "in a debate that goes on (PR9)");
	expect(statement.limitMs, "an hour at most (TM4)").toBeLessThanOrEqual(3_600_000);
	expect(statement.spokenMs).toBeGreaterThanOrEqual(0);
	if (statement.runningSince !== null) holds(statement.pausedSince === null, "a clock runs or stands (TM2)");
	if (statement.entryId !== null) {
		const entry = state.speakersLists.lists.get(statement.segmentId)?.entries.get(statement.entryId);
		holds(entry?.status === "called", "who has the floor was called (SL8)");
	}
	const source = statement.sourceId ?? "";
	if (statement.kind === "hand")
		holds(state.hands.hands.get(source)?.status === "called", "who speaks has lowered the hand (HA1)");
	if (statement.kind === "reply")
		holds(state.replies.replies.get(source)?.status === "called", "a reply is heard once (RR3)");
	if (statement.kind === "pointOfOrder")
		holds(state.pointsOfOrder.points.get(source)?.status === "heard", "heard until the ruling (PO4)");
}

/** Hands, points of order and replies. */
function checkQueues(state: State): void {
	const hands = [...state.hands.hands.values()].filter(({ status }) => status === "raised");
	const raised = hands.map((each) => `${each.segmentId} ${each.delegationId}`);
	holds(isUnique(raised), "one hand a delegation (HA1)");

	const points = [...state.pointsOfOrder.points.values()];
	const open = points.filter(({ ruling, status }) => ruling === null && status !== "withdrawn");
	holds(
		isUnique(open.map((each) => `${each.meetingId} ${each.delegationId}`)),
		"one point of order a delegation (PO1)",
	);
	for (const { status, ruling } of points)
		holds((ruling !== null) === (status === "ruled"), "a ruling is what decides (PO4)");

	const replies = [...state.replies.replies.values()];
	const asked = replies.filter(({ status }) => status === "requested" || status === "granted");
	holds(
		isUnique(asked.map((each) => `${each.segmentId} ${each.delegationId}`)),
		"one reply asked for at a time (RR2)",
	);
	const given = replies.filter(({ status }) => status === "granted" || status === "called");
	holds(
		isUnique(given.map((each) => `${each.segmentId} ${each.delegationId} ${each.ordinal}`)),
		"replies are counted (RR2)",
	);
	for (const { delegationId, statementId, segmentId } of replies) {
		const statement = state.statements.statements.get(statementId);
		holds(statement?.segmentId === segmentId, "to a statement in the same segment (RR1)");
		holds(statement?.delegationId !== delegationId, "of another delegation (RR1)");
	}
}

function checkMotions(state: State): void {
	const motions = [...state.motions.motions.values()];
	const voting = motions.filter(({ status }) => status === "voting");
	expect(voting.length, "one ballot at a time (MO1)").toBeLessThanOrEqual(1);
	const open = motions.filter(({ status }) => status === "moved" || status === "voting");
	holds(isUnique(open.map(({ kind }) => kind)), "one motion of a kind (MO2)");
	for (const { meetingId } of open)
		holds(meetingId === sittingMeeting(state)?.id, "a motion falls with its meeting (MO7)");
	const debate = runningSegment(state)?.segment.debate;
	if (open.some(({ kind }) => kind === "adjournDebate" || kind === "closeDebate"))
		holds(debate === "open", "a motion is about a debate that goes on (MO2)");
	for (const { status, ballot, kind, pointId } of motions) {
		const isDecided = status === "adopted" || status === "rejected";
		holds(((ballot?.result ?? null) !== null) === isDecided, "a result decides (MO5)");
		holds((pointId !== null) === (kind === "challenge"), "a challenge is of a ruling (PO5)");
		for (const delegationId of ballot?.votes.keys() ?? [])
			holds(state.delegations.delegations.has(delegationId), "who takes part votes (MO3)");
		if (ballot === null || ballot.result === null) continue;
		const { yes, no, abstain, notParticipating, adopted } = ballot.result;
		holds(yes + no + abstain + notParticipating === ballot.votes.size, "each votes once (MO3)");
		holds(adopted === (status === "adopted"), "as decided (MO5)");
	}
}

function checkPapers(state: State): void {
	const texts = [...state.texts.texts.values()];
	holds(
		isUnique(texts.map((each) => `${each.segmentId} ${each.delegationId} ${each.language}`)),
		"one text in each language (TX1)",
	);
	for (const { published, delegationId, segmentId } of texts) {
		if (published === null) continue;
		const statement = state.statements.statements.get(published.statementId);
		expect(statement, "a public text was delivered (TX3)").toMatchObject({ delegationId, segmentId });
		holds(statement?.endedAt !== null, "and the statement is over (TX3)");
		expect(statement?.end, "and was heard (TX3)").not.toMatch(/^(takenBack|absent)$/);
	}
	for (const { files } of state.documents.documents.values())
		holds(isUnique(files.map(({ language }) => language)), "one file a language (TX4)");
	for (const { from, to } of state.messages.messages.values())
		holds(from.kind !== to.kind || from.kind === "booth", "a message is between two (ME1, ME3)");
}

function checkRecordings(state: State): void {
	const { recordings, playbacks } = state.recordings;
	const all = [...recordings.values()];
	holds(
		isUnique(all.map((each) => `${each.segmentId} ${each.delegationId}`)),
		"one recording a statement (RC1)",
	);
	for (const { captions } of all)
		holds(isUnique(captions.map(({ language }) => language)), "one file a language (RC3)");
	for (const [statementId, { recordingId }] of playbacks) {
		const recording = recordings.get(recordingId);
		const statement = state.statements.statements.get(statementId);
		holds(recording !== undefined && recording.played !== null, "what was played is public (RC4)");
		expect(statement, "and belongs to who had the floor (RC5)").toMatchObject({
			delegationId: recording?.delegationId,
			segmentId: recording?.segmentId,
		});
	}
	const { statement } = state.floor;
	const playback = playbacks.get(statement?.id ?? "");
	if (statement === null || playback === undefined) return;
	holds(
		playback.fromMs <= statement.spokenMs || statement.runningSince !== null,
		"it never plays backwards (RC6)",
	);
}

function checkPledges(state: State): void {
	const pledges = [...state.pledges.pledges.values()];
	for (const [series, count] of [
		["public", state.pledges.announced],
		["restricted", state.pledges.restricted],
	] as const) {
		const numbers = pledges.flatMap((pledge) => (pledge.series === series ? (pledge.number ?? []) : []));
		if (series === "public")
			expect(
				numbers.sort((a, b) => a - b),
				"announcements are numbered without gaps (PL6)",
			).toEqual(numbers.map((_, index) => index + 1));
		else expect(new Set(numbers).size, "and each number is given once (PL6)").toBe(numbers.length);
		holds(series === "restricted" || count === numbers.length, "as many as were counted (PL6)");
	}
	for (const { statementId } of pledges) {
		if (statementId === null) continue;
		const statement = state.statements.statements.get(statementId);
		holds(statement?.kind !== "pointOfOrder", "no pledge is announced in a point of order (PO3)");
		holds(statement?.end !== "takenBack", "or in a call taken back (UN3)");
	}
}

const statuses = new Set<string>(["waiting", "called", "withdrawn", "written", "delivered"]);

/** Nobody is ever dropped: what was inscribed, raised, asked or moved stays in the record with what became of it (SL7, SL16). */
export function checkNothingLost(before: State, after: State): void {
	for (const [segmentId, { entries }] of before.speakersLists.lists) {
		const kept = after.speakersLists.lists.get(segmentId)?.entries;
		for (const [id, { delegationId }] of entries) {
			const entry = kept?.get(id);
			holds(entry?.delegationId === delegationId, `entry ${id} is kept (SL7)`);
			holds(statuses.has(entry?.status ?? ""), `entry ${id} is something (SL7)`);
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
		if (was !== is) for (const id of was.keys()) holds(is.has(id), `${id} is kept`);
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
