import type { Motion } from "../../../shared/conference/motions.ts";
import { openMotions } from "../../../shared/conference/motions.ts";
import type { PointOfOrder } from "../../../shared/conference/pointsOfOrder.ts";
import { openPoints, rulings } from "../../../shared/conference/pointsOfOrder.ts";
import type { Meeting, Segment } from "../../../shared/conference/programme.ts";
import { runningSegment } from "../../../shared/conference/selectors.ts";
import { between, pick } from "../random.ts";
import type { Act, Scene } from "./scene.ts";
import { at, isHuman } from "./scene.ts";
import { whenSpoken } from "./speaking.ts";

const second = 1000;

/** Points of order and motions: while there are any, the chair calls nobody else. */
export function precedingActs(scene: Scene, actorId: string): Act[] {
	const [point] = openPoints(scene.state);
	if (point !== undefined) return [onPoint(scene, actorId, point)];
	const [motion] = openMotions(scene.state);
	return motion === undefined ? [] : onMotion(scene, actorId, motion);
}

/** A point is heard or ruled on at once; heard, it is ruled on after some words. */
function onPoint(scene: Scene, actorId: string, point: PointOfOrder): Act {
	const { chance, state } = scene;
	const { statement } = state.floor;
	const ruling = pick(chance, `ruling/${point.id}`, rulings) ?? "noted";
	const rule = (when: number) =>
		at(scene, `rule/${point.id}`, actorId, when, {
			type: "ruleOnPoint",
			pointId: point.id,
			ruling,
			text: null,
		});
	if (statement !== null && statement.sourceId === point.id) {
		const isPerson = isHuman(scene, point.delegationId);
		const words = isPerson
			? statement.limitMs
			: between(chance, `rules/${point.id}`, [15 * second, 35 * second]);
		return rule(whenSpoken(statement, words) ?? scene.now);
	}
	if (point.status === "heard") return rule(scene.now);
	const isHeard = runningSegment(state) !== undefined && statement?.kind !== "pointOfOrder";
	if (!isHeard || chance(`hears/${point.id}`) < 0.25)
		return rule(point.raisedAt + between(chance, `rulesAt/${point.id}`, [8 * second, 14 * second]));
	const when = point.raisedAt + between(chance, `hearsAt/${point.id}`, [5 * second, 10 * second]);
	const command = { type: "hearPointOfOrder" as const, pointId: point.id, after: statement?.id ?? null };
	return at(scene, `hear/${point.id}`, actorId, when, command);
}

/** A challenge is put to the vote at once, any other motion when nobody speaks; the ballot is closed after half a minute. */
function onMotion(scene: Scene, actorId: string, motion: Motion): Act[] {
	const { id: motionId, kind, movedAt, ballot } = motion;
	if (ballot !== null) {
		const when = ballot.openedAt + between(scene.chance, `counts/${motionId}`, [26 * second, 34 * second]);
		return [at(scene, `count/${motionId}`, actorId, when, { type: "closeBallot", motionId })];
	}
	if (kind !== "challenge" && scene.state.floor.statement !== null) return [];
	const when = movedAt + between(scene.chance, `puts/${motionId}`, [8 * second, 15 * second]);
	const method = scene.chance(`method/${motionId}`) < 0.3 ? "rollCall" : "showOfHands";
	return [at(scene, `put/${motionId}`, actorId, when, { type: "openBallot", motionId, method })];
}

/** What the chair answers while the meeting goes on: requests for replies, and to be added to a closed list. */
export function answeringActs(scene: Scene, actorId: string, meeting: Meeting): Act[] {
	const { chance, state } = scene;
	const acts: Act[] = [];
	const segmentIds = new Set(meeting.segments.map(({ id }) => id));
	for (const { id: replyId, segmentId, requestedAt, status } of state.replies.replies.values()) {
		if (status !== "requested" || !segmentIds.has(segmentId)) continue;
		const when = requestedAt + between(chance, `answersReply/${replyId}`, [10 * second, 25 * second]);
		const reason = "The Chair suggests to add it to the statement still to be made.";
		const command =
			chance(`declines/${replyId}`) < 0.12
				? { type: "declineReply" as const, replyId, reason }
				: { type: "grantReply" as const, replyId };
		acts.push(at(scene, `reply/${replyId}`, actorId, when, command));
	}
	for (const segmentId of segmentIds)
		for (const request of state.speakersLists.lists.get(segmentId)?.lateRequests.values() ?? []) {
			if (request.declined !== null) continue;
			const when = request.requestedAt + between(chance, `late/${request.id}`, [20 * second, 40 * second]);
			const command = { type: "grantLate" as const, segmentId, requestId: request.id };
			acts.push(at(scene, `grantLate/${request.id}`, actorId, when, command));
		}
	return acts;
}

/** After the list, the block of replies; undefined when there is none to wait for. */
export function replyActs(scene: Scene, actorId: string, segment: Segment, last: number): Act[] | undefined {
	const mine = [...scene.state.replies.replies.values()].filter(({ segmentId }) => segmentId === segment.id);
	const granted = mine.find(({ status }) => status === "granted");
	if (granted === undefined) return mine.some(({ status }) => status === "requested") ? [] : undefined;
	const delay = between(scene.chance, `handover/${granted.id}`, scene.pace.handover);
	const command = {
		type: "callReply" as const,
		segmentId: segment.id,
		replyId: granted.id,
		after: null,
	};
	return [at(scene, `callReply/${granted.id}`, actorId, last + delay, command)];
}

/** In a discussion the chair calls hands as they were raised; left alone for a while, it goes back to a list that waits. */
export function discussionActs(
	scene: Scene,
	actorId: string,
	segment: Segment,
	last: number,
	hasWaiting: boolean,
): Act[] {
	const hand = [...scene.state.hands.hands.values()].find(
		({ segmentId, status }) => segmentId === segment.id && status === "raised",
	);
	if (hand !== undefined && segment.mode === "requests") {
		const quick = last + between(scene.chance, `handover/${hand.id}`, scene.pace.handover);
		const command = {
			type: "callHand" as const,
			segmentId: segment.id,
			handId: hand.id,
			after: null,
		};
		return [at(scene, `callHand/${hand.id}`, actorId, Math.max(quick, hand.raisedAt + 4 * second), command)];
	}
	if (!hasWaiting) return [];
	const command = { type: "changeMode" as const, segmentId: segment.id, mode: "list" as const };
	return [at(scene, `list/${segment.id}`, actorId, last + 180 * second, command)];
}
