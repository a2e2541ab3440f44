import { expect } from "vitest";
import { sittingMeeting } from "../../shared/conference/programme.ts";
import type { State } from "../../shared/conference/state.ts";

/** What is true of every state that a journal can lead to. */
export function checkInvariants(state: State): void {
	const meetings = [...state.programme.meetings.values()];
	const sitting = sittingMeeting(state);
	const isSitting = ({ status }: { status: string }) => status === "open" || status === "suspended";
	expect(meetings.filter(isSitting).length, "at most one meeting sits (PR2)").toBeLessThanOrEqual(1);

	for (const { status, segments } of meetings) {
		const running = segments.filter((segment) => segment.status === "running");
		expect(running.length, "one segment runs, in a meeting that sits (PR6)").toBeLessThanOrEqual(
			isSitting({ status }) ? 1 : 0,
		);
	}

	for (const list of state.speakersLists.lists.values()) {
		const waiting = [...list.entries.values()].filter((entry) => entry.status === "waiting");
		expect([...list.order].sort(), "the order is exactly the waiting entries (SL8)").toEqual(
			waiting.map(({ id }) => id).sort(),
		);
		const delegations = waiting.map(({ delegationId }) => delegationId);
		expect(new Set(delegations).size, "nobody is twice in a list (SL2)").toBe(delegations.length);
		const meeting = meetings.find(({ segments }) => segments.some(({ id }) => id === list.segmentId));
		const segment = meeting?.segments.find(({ id }) => id === list.segmentId);
		if (meeting?.status === "closed" || segment?.status === "ended")
			expect(list.status, "a list ends with its segment (SL1)").toMatch(/^(closed|notOpen)$/);
	}

	const { statement } = state.floor;
	const going = [...state.statements.statements.values()].filter(({ endedAt }) => endedAt === null);
	expect(
		going.map(({ id }) => id),
		"exactly one statement goes on while the floor is held (ST1)",
	).toEqual(statement === null ? [] : [statement.id]);
	if (statement !== null) {
		const segment = sitting?.segments.find(({ id }) => id === statement.segmentId);
		expect(segment?.status, "the floor is held in the segment that runs (FL2)").toBe("running");
		if (sitting?.status === "suspended") expect(statement.runningSince, "no clock runs (PR4)").toBeNull();
		expect(statement.limitMs, "an hour at most (TM4)").toBeLessThanOrEqual(3_600_000);
	}

	const { holder } = state.gavel;
	if (holder !== null) {
		const person = state.delegations.representatives.get(holder.representativeId);
		expect(person?.role, "a chair holds the gavel (GV3)").toBe("chair");
		expect(person?.delegationId).toBe(holder.delegationId);
		expect(sitting?.coChairs, "of the meeting that sits (GV3)").toContain(holder.delegationId);
	}

	const numbers = [...state.pledges.pledges.values()].flatMap(({ number }) => number ?? []);
	expect(
		numbers.sort((a, b) => a - b),
		"announcements are numbered without gaps (PL6)",
	).toEqual(numbers.map((_, index) => index + 1));
	expect(state.pledges.announced).toBe(numbers.length);
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
