import { openMotions } from "../../../shared/conference/motions.ts";
import { challengeablePoint, openPoints } from "../../../shared/conference/pointsOfOrder.ts";
import type { Meeting, Segment } from "../../../shared/conference/programme.ts";
import { heardIn, listOf, runningSegment } from "../../../shared/conference/selectors.ts";
import { between, pick } from "../random.ts";
import type { Act, Scene } from "./scene.ts";
import { at, headOf, isFor } from "./scene.ts";
import { lengthOf, whenSpoken } from "./speaking.ts";

const second = 1000;
const minute = 60 * second;

/** What nobody did in its moment is not made up for: a spontaneous act comes within this time or never. */
const moment = 5 * second;

const pointTexts = [
	"On the order of speakers.",
	"On the time limit, which should be the same for all.",
	"On the interpretation, which was interrupted.",
	"On the use of the right title for a State.",
] as const;

/**
 * What delegations do now and then from their seats: a point of order, a reply, an exchange of places, a raised
 * hand; and their votes.
 */
export function interventionActs(scene: Scene): Act[] {
	const running = runningSegment(scene.state);
	return [
		...votes(scene),
		...challenge(scene),
		...swapAnswers(scene),
		...(running === undefined || running.segment.kind !== "statements"
			? []
			: [
					...pointOfOrder(scene, running.meeting),
					...reply(scene, running.segment),
					...swaps(scene, running.segment, running.meeting),
					...hands(scene, running.segment),
				]),
	];
}

/** The head of some Member State that is not among `others`, always the same for the same key. */
function somebody(scene: Scene, key: string, others: readonly string[]) {
	const candidates = [...scene.state.delegations.delegations.values()].filter(
		({ id, kind }) => kind === "memberState" && !others.includes(id),
	);
	const delegation = pick(scene.chance, key, candidates);
	const head = delegation === undefined ? undefined : headOf(scene, delegation.id);
	return head === undefined || delegation === undefined || !isFor(scene, head.id)
		? undefined
		: { delegationId: delegation.id, headId: head.id };
}

/** An act of the moment: planned until its time, and gone soon after it. */
function inTime(scene: Scene, when: number, act: (when: number) => Act): Act[] {
	return when + moment < scene.now ? [] : [act(when)];
}

function pointOfOrder(scene: Scene, meeting: Meeting): Act[] {
	const { chance, state } = scene;
	const { statement } = state.floor;
	if (statement === null || statement.kind !== "statement" || statement.entryId === null) return [];
	if (chance(`point/${statement.id}`) > scene.rates.pointOfOrder || openPoints(state).length > 0) return [];
	const points = [...state.pointsOfOrder.points.values()];
	if (points.some(({ raisedAt }) => raisedAt >= statement.givenAt)) return [];
	const by = somebody(scene, `pointBy/${statement.id}`, [statement.delegationId]);
	const share = 0.35 + 0.25 * chance(`pointAt/${statement.id}`);
	const when = whenSpoken(statement, lengthOf(scene, statement) * share);
	if (by === undefined || when === null) return [];
	const { delegationId, headId } = by;
	const text = pick(chance, `pointText/${statement.id}`, pointTexts) ?? pointTexts[0];
	const command = { type: "raisePointOfOrder" as const, meetingId: meeting.id, delegationId, text };
	return inTime(scene, when, (time) => at(scene, `point/${statement.id}`, headId, time, command));
}

function challenge(scene: Scene): Act[] {
	const point = challengeablePoint(scene.state);
	if (point?.ruling?.ruling !== "notUpheld" || scene.chance(`challenge/${point.id}`) > 0.3) return [];
	const { id: pointId, delegationId, ruling } = point;
	const head = headOf(scene, delegationId);
	if (head === undefined || !isFor(scene, head.id)) return [];
	const command = { type: "challengeRuling" as const, pointId, delegationId };
	return inTime(scene, ruling.at + 3 * second, (when) =>
		at(scene, `challenge/${pointId}`, head.id, when, command),
	);
}

/** Everybody who may vote does so within some twenty seconds, once. */
function votes(scene: Scene): Act[] {
	const motion = openMotions(scene.state).find(({ status }) => status === "voting");
	if (motion?.ballot == null) return [];
	const { id: motionId, ballot } = motion;
	const acts: Act[] = [];
	for (const { id: delegationId, kind } of scene.state.delegations.delegations.values()) {
		const head = kind === "memberState" ? headOf(scene, delegationId) : undefined;
		if (head === undefined || !isFor(scene, head.id) || ballot.votes.has(delegationId)) continue;
		const key = `vote/${motionId}/${delegationId}`;
		const share = scene.chance(key);
		const vote = share < 0.3 ? "yes" : share < 0.7 ? "no" : share < 0.93 ? "abstain" : "notParticipating";
		const when = ballot.openedAt + between(scene.chance, `${key}/at`, [2 * second, 20 * second]);
		acts.push(at(scene, key, head.id, when, { type: "castVote" as const, motionId, delegationId, vote }));
	}
	return acts;
}

/** A reply to the statement that has just ended. */
function reply(scene: Scene, segment: Segment): Act[] {
	const { chance, state } = scene;
	const statement = heardIn(state, segment.id).findLast(({ endedAt }) => endedAt !== null);
	if (statement?.endedAt == null || chance(`reply/${statement.id}`) > scene.rates.reply) return [];
	const replies = [...state.replies.replies.values()].filter(({ segmentId }) => segmentId === segment.id);
	if (replies.some(({ statementId }) => statementId === statement.id)) return [];
	const by = somebody(scene, `replyBy/${statement.id}`, [statement.delegationId]);
	// One reply each is enough for a rehearsal.
	if (by === undefined || replies.some(({ delegationId }) => delegationId === by.delegationId)) return [];
	const when = statement.endedAt + between(chance, `replyAt/${statement.id}`, [2 * second, 5 * second]);
	const { delegationId, headId } = by;
	const command = {
		type: "requestReply" as const,
		segmentId: segment.id,
		delegationId,
		statementId: statement.id,
	};
	return inTime(scene, when, (time) => at(scene, `reply/${statement.id}`, headId, time, command));
}

/** Two delegations of the list exchange their places: one proposes, some minutes after the meeting was opened. */
function swaps(scene: Scene, segment: Segment, meeting: Meeting): Act[] {
	const list = listOf(scene.state, segment.id);
	const proposed = new Set([...list.swaps.values()].flatMap((swap) => [swap.entryId, swap.withEntryId]));
	return list.order.flatMap((entryId, place) => {
		const entry = list.entries.get(entryId);
		const other = list.entries.get(list.order[place + 2] ?? "");
		if (entry === undefined || other === undefined || place < 1) return [];
		if (
			scene.chance(`swap/${entryId}`) > scene.rates.swap ||
			entry.swapped !== null ||
			other.swapped !== null
		)
			return [];
		if (proposed.has(entryId) || proposed.has(other.id)) return [];
		const head = headOf(scene, entry.delegationId);
		if (head === undefined || !isFor(scene, head.id)) return [];
		const since = Math.max(entry.inscribedAt, meeting.openedAt ?? 0);
		const when = since + between(scene.chance, `swapAt/${entryId}`, [minute, 30 * minute]);
		const command = {
			type: "proposeSwap" as const,
			segmentId: segment.id,
			entryId,
			withEntryId: other.id,
		};
		return inTime(scene, when, (time) => at(scene, `swap/${entryId}`, head.id, time, command));
	});
}

function swapAnswers(scene: Scene): Act[] {
	const acts: Act[] = [];
	for (const { segmentId, swaps: proposals } of scene.state.speakersLists.lists.values())
		for (const { id: swapId, at: proposedAt, withDelegation } of proposals.values()) {
			const head = headOf(scene, withDelegation);
			if (head === undefined || !isFor(scene, head.id)) continue;
			const type = scene.chance(`agrees/${swapId}`) < 0.8 ? "agreeToSwap" : "declineSwap";
			const when = proposedAt + between(scene.chance, `answers/${swapId}`, [15 * second, 40 * second]);
			acts.push(at(scene, `answer/${swapId}`, head.id, when, { type, segmentId, swapId }));
		}
	return acts;
}

/** In a discussion hands go up, two or three a minute in a full hall. */
function hands(scene: Scene, segment: Segment): Act[] {
	const { chance, now, state } = scene;
	if (segment.mode !== "requests" || segment.debate !== "open") return [];
	const raised = new Set<string>();
	for (const { segmentId, delegationId, status } of state.hands.hands.values())
		if (segmentId === segment.id && status === "raised") raised.add(delegationId);
	if (raised.size >= 8) return [];
	const span = Math.floor(now / minute);
	const acts: Act[] = [];
	for (const { id: delegationId, kind } of state.delegations.delegations.values()) {
		if (kind === "secretariat" || raised.has(delegationId)) continue;
		if (state.floor.statement?.delegationId === delegationId) continue;
		const head = headOf(scene, delegationId);
		if (head === undefined || !isFor(scene, head.id)) continue;
		for (const each of [span, span + 1]) {
			const key = `hand/${segment.id}/${delegationId}/${each}`;
			if (chance(key) > 0.03) continue;
			const when = (each + chance(`${key}/at`)) * minute;
			const command = {
				type: "raiseHand" as const,
				segmentId: segment.id,
				delegationId,
				speakerId: head.id,
				language: "en" as const,
			};
			acts.push(...inTime(scene, when, (time) => at(scene, key, head.id, time, command)));
		}
	}
	return acts;
}
