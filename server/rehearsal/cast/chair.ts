import type { Command } from "../../../shared/conference/decider.ts";
import type { Meeting, Segment } from "../../../shared/conference/programme.ts";
import {
	heardIn,
	listOf,
	runningSegment,
	sittingMeeting,
	speakersInOrder,
	statementsSegment,
} from "../../../shared/conference/selectors.ts";
import { between } from "../random.ts";
import { floorActs } from "./chairFloor.ts";
import { answeringActs, discussionActs, precedingActs, replyActs } from "./chairProcedure.ts";
import type { Act, Scene } from "./scene.ts";
import { at, isFor, listClosesBefore, meetingsOf, speakersOf } from "./scene.ts";

const second = 1000;
const minute = 60_000;

/**
 * What the presiding co-chair does. The gavel is one person's: while a person uses it, every act below waits
 * until `chairRestsUntil`, so that the cast never acts over a hand that is there, and a room that was left
 * comes back to life.
 */
export function chairActs(scene: Scene): Act[] {
	const sitting = sittingMeeting(scene.state);
	const actorId = presiding(scene, sitting ?? nextMeeting(scene));
	if (actorId === undefined || !isFor(scene, actorId)) return [];
	const plan =
		sitting === undefined
			? opening(scene, actorId)
			: scene.state.gavel.holder === null
				? [at(scene, `gavel/${sitting.id}`, actorId, scene.now, takeGavel(actorId))]
				: sittingActs(scene, actorId, sitting);
	const rest = Math.max(0, (scene.chairRestsUntil ?? 0) - scene.now);
	return plan.map((act) => ({ ...act, afterMs: Math.max(act.afterMs, rest) }));
}

function takeGavel(representativeId: string): Command {
	return { type: "takeGavel", representativeId };
}

/** Whoever holds the gavel; before a meeting one of its co-chairs. */
function presiding(scene: Scene, meeting: Meeting | undefined): string | undefined {
	const { holder } = scene.state.gavel;
	if (holder !== null) return holder.representativeId;
	for (const delegationId of meeting?.coChairs ?? []) {
		const chair = scene.people.get(delegationId)?.find(({ role }) => role === "chair");
		if (chair !== undefined) return chair.id;
	}
	return undefined;
}

function nextMeeting(scene: Scene): Meeting | undefined {
	return meetingsOf(scene.state).find(({ status }) => status === "planned");
}

function opening(scene: Scene, actorId: string): Act[] {
	const next = nextMeeting(scene);
	if (next === undefined || next.plannedStart === null) return [];
	const late = next.plannedStart + between(scene.chance, `late/${next.id}`, scene.pace.lateness);
	const before = meetingsOf(scene.state).findLast(({ closedAt }) => closedAt !== null)?.closedAt ?? null;
	const { longestPause } = scene.pace;
	const when = before === null || longestPause === null ? late : Math.min(late, before + longestPause);
	return [at(scene, `open/${next.id}`, actorId, when, { type: "openMeeting", meetingId: next.id })];
}

function sittingActs(scene: Scene, actorId: string, meeting: Meeting): Act[] {
	const last = lastEnd(scene, meeting);
	if (meeting.status === "suspended") {
		const when = last + between(scene.chance, `pauseFrom/${meeting.id}`, breakAfter) + scene.pace.breakMs;
		return [
			at(scene, `resume/${meeting.id}`, actorId, when, { type: "resumeMeeting", meetingId: meeting.id }),
		];
	}
	const running = runningSegment(scene.state);
	const preceding = precedingActs(scene, actorId);
	const meanwhile = [
		...preceding,
		...answeringActs(scene, actorId, meeting),
		...listTimes(scene, actorId, meeting),
	];
	if (scene.state.floor.statement !== null) return [...meanwhile, ...floorActs(scene, actorId)];
	// What the rules put first comes first; only then somebody is called.
	if (preceding.length > 0) return meanwhile;
	return [...meanwhile, ...calling(scene, actorId, meeting, last, running?.segment)];
}

/** What follows when nobody has the floor. */
function calling(
	scene: Scene,
	actorId: string,
	meeting: Meeting,
	last: number,
	segment: Segment | undefined,
): Act[] {
	if (segment === undefined) return nextSegment(scene, actorId, meeting, last);
	if (segment.kind !== "statements") return ceremony(scene, actorId, segment, meeting, last);
	if (segment.debate === "adjourned") {
		const command = { type: "resumeDebate" as const, segmentId: segment.id };
		return [at(scene, `debate/${segment.id}`, actorId, last + 90 * second, command)];
	}
	const order = speakersInOrder(scene.state, segment.id);
	const isHeard = order.length === 0 || segment.debate === "closed";
	const replies = isHeard ? replyActs(scene, actorId, segment, last) : undefined;
	if (replies !== undefined) return replies;
	if (segment.debate === "closed") return closing(scene, actorId, meeting, last);
	if (segment.mode !== "list") return discussionActs(scene, actorId, segment, last, order.length > 0);
	return callNext(scene, actorId, segment, meeting, last);
}

/** When somebody last finished speaking in the meeting, else when it was opened. */
function lastEnd(scene: Scene, meeting: Meeting): number {
	let last = meeting.openedAt ?? scene.now;
	const segmentIds = new Set(meeting.segments.map(({ id }) => id));
	// Replies, points of order and whoever was absent too.
	for (const { segmentId, endedAt } of scene.state.statements.statements.values())
		if (endedAt !== null && segmentIds.has(segmentId)) last = Math.max(last, endedAt);
	return last;
}

function nextSegment(scene: Scene, actorId: string, meeting: Meeting, last: number): Act[] {
	const next = meeting.segments.find(({ status }) => status === "planned");
	if (next === undefined) return closing(scene, actorId, meeting, last);
	const delay = between(scene.chance, `segment/${next.id}`, scene.pace.handover);
	return [at(scene, `start/${next.id}`, actorId, last + delay, { type: "startSegment", segmentId: next.id })];
}

/** A programme speaker is called; after the words the next segment follows. */
function ceremony(scene: Scene, actorId: string, segment: Segment, meeting: Meeting, last: number): Act[] {
	const isHeard = heardIn(scene.state, segment.id).length > 0;
	if (isHeard || segment.speaker === null) return nextSegment(scene, actorId, meeting, last);
	const isFirst = meeting.segments[0] === segment;
	const delay = between(scene.chance, `call/${segment.id}`, isFirst ? scene.pace.welcome : [40_000, 90_000]);
	const command = { type: "callProgrammeSpeaker" as const, segmentId: segment.id, after: null };
	return [at(scene, `callProgramme/${segment.id}`, actorId, last + delay, command)];
}

function closing(scene: Scene, actorId: string, meeting: Meeting, last: number): Act[] {
	const delay = between(scene.chance, `close/${meeting.id}`, [70 * second, 130 * second]);
	return [
		at(scene, `close/${meeting.id}`, actorId, last + delay, { type: "closeMeeting", meetingId: meeting.id }),
	];
}

/** The closing of the list is announced a quarter of an hour ahead. */
function listTimes(scene: Scene, actorId: string, meeting: Meeting): Act[] {
	const segment = statementsSegment(meeting);
	if (segment === undefined || meeting.plannedEnd === null) return [];
	const list = listOf(scene.state, segment.id);
	const closesAt = meeting.plannedEnd - listClosesBefore;
	if (list.status !== "open" || closesAt <= scene.now + second) return [];
	const when = closesAt - 12 * minute;
	const command = { type: "announceClosing" as const, segmentId: segment.id, closesAt };
	return [at(scene, `closing/${segment.id}`, actorId, when, command)];
}

const breakAfter = [20 * second, 35 * second] as const;

function callNext(scene: Scene, actorId: string, segment: Segment, meeting: Meeting, last: number): Act[] {
	const { state, chance, pace } = scene;
	const order = speakersInOrder(state, segment.id);
	const heard = heardIn(state, segment.id).length;
	const [next] = order;
	if (next === undefined) return endOfList(scene, actorId, segment, meeting, last, heard);

	const turns = turnsOf(scene, segment, meeting, heard + order.length);
	if (turns.breakAt === heard) {
		const pauseAt = last + between(chance, `pauseFrom/${meeting.id}`, breakAfter);
		// A break that should be over by now was either held or missed; the meeting goes on.
		if (scene.now < pauseAt + pace.breakMs - second)
			return [
				at(scene, `suspend/${meeting.id}`, actorId, pauseAt, {
					type: "suspendMeeting",
					meetingId: meeting.id,
				}),
			];
	}

	const [after] = order.slice(1);
	const quick = last + between(chance, `handover/${next.id}`, heard === 0 ? pace.welcome : pace.handover);
	const turn = turns.startOf(heard) + between(chance, `wobble/${next.id}`, [-14 * second, 14 * second]);
	const when = pace.turns === "brisk" ? quick : Math.max(turn, quick);
	// Now and then a delegation's connection is down when its turn comes; it keeps its place further back.
	if (after !== undefined && heard > 0 && next.moved === null && chance(`moves/${next.id}`) < 0.03)
		return [
			at(scene, `move/${next.id}`, actorId, when - 5 * second, {
				type: "moveEntry",
				segmentId: segment.id,
				entryId: next.id,
				before: order[2]?.id ?? null,
				reason: "Connection of the delegation being restored",
			}),
		];
	const command = { type: "giveFloor" as const, segmentId: segment.id, entryId: next.id, after: null };
	return [at(scene, `call/${next.id}`, actorId, when, command)];
}

/** How the turns of a meeting lie on its planned time. */
function turnsOf(scene: Scene, segment: Segment, meeting: Meeting, waitingAndHeard: number) {
	const { pace } = scene;
	const many = Math.max(1, waitingAndHeard, speakersOf(scene, meeting.id).length);
	const planned = (meeting.plannedEnd ?? 0) - (meeting.plannedStart ?? 0);
	const longest = segment.limitMs + 80 * second;
	const spare = planned - many * longest;
	const hasBreak = pace.breakMs > 0 && spare > 10 * minute;
	const breakAt = hasBreak ? Math.ceil(many / 2) : -1;
	const turn = Math.min(longest, Math.max(segment.limitMs, planned / many));
	const first = (meeting.openedAt ?? 0) + between(scene.chance, `first/${meeting.id}`, pace.welcome);
	const startOf = (place: number) => first + place * turn + (hasBreak && place >= breakAt ? pace.breakMs : 0);
	return { breakAt, startOf };
}

function endOfList(
	scene: Scene,
	actorId: string,
	segment: Segment,
	meeting: Meeting,
	last: number,
	heard: number,
): Act[] {
	const list = listOf(scene.state, segment.id);
	const isOpen = list.status === "open" || list.status === "closing";
	const expected = speakersOf(scene, meeting.id).length;
	if (!isOpen) return closing(scene, actorId, meeting, last);
	// Speakers may still come: the chair waits for them until the list was to close.
	const until = (meeting.plannedEnd ?? 0) - listClosesBefore;
	const when = heard >= expected ? last + 25 * second : Math.max(last + 90 * second, until);
	return [at(scene, `closeList/${segment.id}`, actorId, when, { type: "closeList", segmentId: segment.id })];
}
