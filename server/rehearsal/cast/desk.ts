import type { Pledge } from "../../../shared/conference/pledge.ts";
import {
	heardIn,
	listOf,
	runningSegment,
	speakersInOrder,
	statementsSegment,
} from "../../../shared/conference/selectors.ts";
import { between, pick } from "../random.ts";
import { listOpensAt } from "./delegations.ts";
import { questions } from "./pledgeContent.ts";
import type { Act, Scene } from "./scene.ts";
import { at, deskOf, isFor, isHuman, listClosesBefore, meetingsOf, takenUpAt } from "./scene.ts";

const minute = 60_000;

/** What the secretariat does: open the lists, clear pledges, announce those without the floor, confirm. */
export function deskActs(scene: Scene): Act[] {
	const desk = deskOf(scene);
	if (desk === undefined || !isFor(scene, desk.id)) return [];
	// What a person at the desk would decide waits for that person; what is cleared is announced all the same.
	const rest = Math.max(0, (scene.deskRestsUntil ?? 0) - scene.now);
	const left = (each: readonly Act[]) =>
		each.map((act) => (rest === 0 ? act : { ...act, afterMs: Math.max(act.afterMs, rest) }));
	const submitted: Pledge[] = [];
	const cleared: Pledge[] = [];
	const announced: Pledge[] = [];
	for (const pledge of scene.state.pledges.pledges.values()) {
		if (pledge.state === "submitted") submitted.push(pledge);
		else if (pledge.state === "accepted") cleared.push(pledge);
		else if (pledge.state === "announced") announced.push(pledge);
	}
	const waiting = awaitingFloor(scene);
	const isFree = ({ delegationId }: Pledge) =>
		!isHuman(scene, delegationId) && !waiting.has(delegationId) && !hasSlot(scene, delegationId);
	const free = cleared.filter(isFree);
	// A live tally must not stand still: then what was kept for a statement of a later meeting is made in writing.
	const isKept = ({ delegationId }: Pledge) => !isHuman(scene, delegationId) && !waiting.has(delegationId);
	const next = free.length > 0 || scene.pace.beat === null ? free : cleared.filter(isKept);
	// In the order of what cannot wait: when much is overdue, a desk that clears first would announce nothing.
	return [
		...listActs(scene, desk.id),
		...announcements(scene, desk.id, next),
		...left(free.length === 0 ? replenishment(scene, desk.id, submitted.filter(isFree)) : []),
		...left(submitted.map((pledge) => clearance(scene, desk.id, pledge, waiting))),
		...left(announced.flatMap((pledge) => confirmation(scene, desk.id, pledge))),
	];
}

function listActs(scene: Scene, deskId: string): Act[] {
	return meetingsOf(scene.state).flatMap((meeting) => {
		const segment = statementsSegment(meeting);
		if (segment?.kind !== "statements" || meeting.status !== "planned") return [];
		const { status, opensAt } = listOf(scene.state, segment.id);
		// A list whose opening somebody has announced opens by itself.
		if (status !== "notOpen" || opensAt !== null || meeting.plannedEnd === null) return [];
		const closesAt = meeting.plannedEnd - listClosesBefore;
		return at(scene, `openList/${segment.id}`, deskId, listOpensAt(scene, meeting), {
			type: "openList",
			segmentId: segment.id,
			closesAt: closesAt > scene.now ? closesAt : null,
		});
	});
}

/** Delegations that are about to announce for themselves, with their place: 0 has the floor, 1 is next. */
function awaitingFloor(scene: Scene): ReadonlyMap<string, number> {
	const { state } = scene;
	const waiting = new Map<string, number>();
	const running = runningSegment(state);
	if (running === undefined) return waiting;
	speakersInOrder(state, running.segment.id).forEach(({ delegationId }, place) => {
		waiting.set(delegationId, place + 1);
	});
	const { statement } = state.floor;
	if (statement !== null) waiting.set(statement.delegationId, 0);
	return waiting;
}

/** Cleared at the desk's own pace, at once for whoever speaks next, and soon for a person who tries it out. */
function clearance(scene: Scene, deskId: string, pledge: Pledge, waiting: ReadonlyMap<string, number>): Act {
	const { chance, pace } = scene;
	const { id: pledgeId, delegationId } = pledge;
	const submittedAt = pledge.submittedAt ?? scene.now;
	// An answer to a question is read at once.
	const isAnswer = pledge.questions.length > 0;
	const isQueried =
		!isAnswer &&
		!isHuman(scene, delegationId) &&
		chance(`query/${pledgeId}`) < 0.1 &&
		!waiting.has(delegationId);
	const usual = between(chance, `clears/${pledgeId}`, pace.clearing);
	const place = waiting.get(delegationId);
	const isUrgent = isAnswer || isHuman(scene, delegationId) || (place !== undefined && place <= 3);
	const delay = isUrgent ? Math.min(usual, between(chance, `urgent/${pledgeId}`, [7_000, 16_000])) : usual;
	const found = isUrgent ? 0 : takenUpAt(scene, pledgeId, submittedAt, 20 * minute);
	const when = Math.max(submittedAt + delay, found);
	if (isQueried) {
		const question = pick(chance, `question/${pledgeId}`, questions) ?? questions[0];
		return at(scene, `query/${pledgeId}`, deskId, when, {
			type: "requestChange",
			pledgeId,
			question,
		});
	}
	return at(scene, `clear/${pledgeId}`, deskId, when, { type: "acceptPledge", pledgeId });
}

/**
 * What delegations do not announce themselves. Before a live rehearsal: right after a statement that was too
 * short for it, else in writing. Live: one at a time, so that the tally moves every few seconds.
 */
function announcements(scene: Scene, deskId: string, free: readonly Pledge[]): Act[] {
	const { beat } = scene.pace;
	if (beat === null)
		return free.map((pledge) => {
			const delay = between(scene.chance, `writes/${pledge.id}`, [2 * minute, 30 * minute]);
			const when = Math.max((pledge.acceptedAt ?? scene.now) + delay, opening(scene));
			return at(scene, `write/${pledge.id}`, deskId, when, announced(scene, pledge));
		});
	const [next] = free.toSorted((a, b) => (a.acceptedAt ?? 0) - (b.acceptedAt ?? 0));
	if (next === undefined) return [];
	const { count, last } = latest(scene);
	const when = Math.max(last + between(scene.chance, `beat/${count}`, beat), scene.liveSince ?? 0);
	return [at(scene, `write/${next.id}`, deskId, when, announced(scene, next))];
}

/** With nothing left to announce a live desk clears the oldest submission sooner. */
function replenishment(scene: Scene, deskId: string, submitted: readonly Pledge[]): Act[] {
	const [oldest] = submitted.toSorted((a, b) => (a.submittedAt ?? 0) - (b.submittedAt ?? 0));
	if (scene.pace.beat === null || oldest === undefined) return [];
	const when = Math.max(latest(scene).last + 3_000, (oldest.submittedAt ?? 0) + 3_000, scene.liveSince ?? 0);
	return [at(scene, `clear/${oldest.id}`, deskId, when, { type: "acceptPledge", pledgeId: oldest.id })];
}

/** Whether the delegation still waits to speak in a meeting to come, and keeps its pledges for that. */
function hasSlot(scene: Scene, delegationId: string): boolean {
	return meetingsOf(scene.state).some((meeting) => {
		if (
			meeting.status === "closed" ||
			!(scene.script.speakers.get(meeting.id)?.includes(delegationId) ?? false)
		)
			return false;
		const segment = statementsSegment(meeting);
		if (segment === undefined) return false;
		return !heardIn(scene.state, segment.id).some((each) => each.delegationId === delegationId);
	});
}

function announced(scene: Scene, pledge: Pledge) {
	const { id: pledgeId, delegationId } = pledge;
	const running = runningSegment(scene.state);
	const spoke =
		running !== undefined &&
		heardIn(scene.state, running.segment.id).some((each) => each.delegationId === delegationId);
	return spoke
		? ({ type: "announcePledge", pledgeId } as const)
		: ({ type: "announceInWriting", pledgeId } as const);
}

/** Nothing is public before the conference has begun. */
function opening(scene: Scene): number {
	return meetingsOf(scene.state)[0]?.plannedEnd ?? 0;
}

function latest(scene: Scene): { readonly count: number; readonly last: number } {
	let last = 0;
	let count = 0;
	for (const { announcedAt } of scene.state.pledges.pledges.values()) {
		if (announcedAt === null) continue;
		count += 1;
		if (announcedAt > last) last = announcedAt;
	}
	return { count, last };
}

/** Two notes in three arrive within hours, the others not before the conference is over. */
function confirmation(scene: Scene, deskId: string, pledge: Pledge): Act[] {
	if (pledge.announcedAt === null || scene.chance(`confirms/${pledge.id}`) > 0.72) return [];
	const delay = between(scene.chance, `confirmsAt/${pledge.id}`, scene.pace.confirming);
	const found = takenUpAt(scene, pledge.id, pledge.announcedAt, 40 * minute);
	const when = Math.max(pledge.announcedAt + delay, found);
	const command = { type: "confirmPledge" as const, pledgeId: pledge.id };
	return [at(scene, `confirm/${pledge.id}`, deskId, when, command)];
}
