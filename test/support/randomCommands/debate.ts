import type { Motion, MotionsCommand } from "../../../shared/conference/motions.ts";
import { ballotMethods, canVote, openMotions, votes } from "../../../shared/conference/motions.ts";
import type { PointsOfOrderCommand } from "../../../shared/conference/pointsOfOrder.ts";
import { challengeablePoint, openPoints, rulings } from "../../../shared/conference/pointsOfOrder.ts";
import type { RepliesCommand } from "../../../shared/conference/replies.ts";
import { openReplies } from "../../../shared/conference/replies.ts";
import type { Composers, Scene, TypeOf } from "./scene.ts";
import { ids } from "./scene.ts";

function openMeeting(scene: Scene): string {
	const { sitting } = scene;
	return scene.choose(sitting?.status === "open" ? [sitting.id] : [], ids(scene.meetings));
}

/** A point that is not decided and in one of the states. */
function point(scene: Scene, ...status: string[]) {
	const fitting = openPoints(scene.state).filter((each) => status.includes(each.status));
	const pointId = scene.choose(ids(fitting), [...scene.state.pointsOfOrder.points.keys()]);
	return { pointId, delegationId: scene.state.pointsOfOrder.points.get(pointId)?.delegationId };
}

function motion(scene: Scene, fits: (each: Motion, first: boolean) => boolean) {
	const fitting = openMotions(scene.state).filter((each, index) => fits(each, index === 0));
	const motionId = scene.choose(ids(fitting), [...scene.state.motions.motions.keys()]);
	return { motionId, delegationId: scene.state.motions.motions.get(motionId)?.delegationId };
}

function reply(scene: Scene, ...status: string[]) {
	const all = [...scene.state.replies.replies.values()];
	const replyId = scene.choose(ids(all.filter((each) => status.includes(each.status))), ids(all));
	return { replyId, of: scene.state.replies.replies.get(replyId) };
}

/** Who presides over a reply's segment; else nobody may act, and the system does. */
function answering(scene: Scene, segmentId: string | undefined): string {
	return segmentId !== undefined && scene.presidesOver(segmentId) ? scene.chair() : "system";
}

/** Composes points of order, replies and motions. */
export const debate: Composers<TypeOf<PointsOfOrderCommand | RepliesCommand | MotionsCommand>> = {
	raisePointOfOrder(scene, type) {
		// One open point keeps everybody else from speaking.
		scene.need(openPoints(scene.state).length < (scene.random.chance(0.2) ? 2 : 1));
		// Mostly somebody speaks who would have to be interrupted.
		scene.seldom(scene.floor === null ? 0.2 : 0.9);
		const delegationId = scene.choose(scene.delegations);
		const text = scene.secret("point");
		return {
			command: { type, meetingId: openMeeting(scene), delegationId, text },
			as: scene.memberOf(delegationId, "speak"),
		};
	},
	withdrawPointOfOrder(scene, type) {
		const { pointId, delegationId } = point(scene, "raised", "waiting");
		return { command: { type, pointId }, as: scene.memberOf(delegationId, "speak") };
	},
	askToWait(scene, type) {
		scene.need(scene.floor !== null);
		return { command: { type, pointId: point(scene, "raised").pointId }, as: scene.chair() };
	},
	ruleOnPoint(scene, type) {
		const { pointId } = point(scene, "raised", "waiting", "heard");
		const text = scene.random.chance(0.5) ? "The chair's words" : null;
		return { command: { type, pointId, ruling: scene.random.pick(rulings), text }, as: scene.chair() };
	},
	challengeRuling(scene, type) {
		const last = challengeablePoint(scene.state);
		const all = [...scene.state.pointsOfOrder.points.keys()];
		const pointId = scene.choose(last === undefined ? [] : [last.id], all);
		const delegationId = scene.choose(scene.delegations);
		return { command: { type, pointId, delegationId }, as: scene.memberOf(delegationId, "speak") };
	},
	requestReply(scene, type) {
		const segmentId = scene.runningWhere(() => true);
		const made = [...scene.state.statements.statements.values()];
		const fitting = made.filter((each) => each.segmentId === segmentId && each.kind !== "pointOfOrder");
		const statementId = scene.choose(ids(fitting), ids(made));
		const speaker = scene.state.statements.statements.get(statementId)?.delegationId;
		const asking = new Set(openReplies(scene.state, segmentId).map((each) => each.delegationId));
		const others = scene.delegations.filter((id) => id !== speaker && !asking.has(id));
		const delegationId = scene.choose(others, scene.delegations);
		return {
			command: { type, segmentId, delegationId, statementId },
			as: scene.memberOf(delegationId, "speak"),
		};
	},
	withdrawReply(scene, type) {
		scene.seldom(0.4);
		const { replyId, of } = reply(scene, "requested", "granted");
		return { command: { type, replyId }, as: scene.memberOf(of?.delegationId, "speak") };
	},
	grantReply(scene, type) {
		const { replyId, of } = reply(scene, "requested");
		return { command: { type, replyId }, as: answering(scene, of?.segmentId) };
	},
	declineReply(scene, type) {
		scene.seldom(0.4);
		const { replyId, of } = reply(scene, "requested", "granted");
		return {
			command: { type, replyId, reason: scene.secret("reason") },
			as: answering(scene, of?.segmentId),
		};
	},
	moveMotion(scene, type) {
		const { random } = scene;
		// A meeting is adjourned for good; the rest passes.
		const kind = random.pick([
			...(random.chance(0.2) ? (["adjournMeeting"] as const) : []),
			...([
				"suspendMeeting",
				"adjournDebate",
				"adjournDebate",
				"adjournDebate",
				"adjournDebate",
				"closeDebate",
			] as const),
		]);
		const delegationId = scene.choose(scene.delegations);
		return {
			command: { type, meetingId: openMeeting(scene), delegationId, kind },
			as: scene.memberOf(delegationId, "speak"),
		};
	},
	withdrawMotion(scene, type) {
		const { motionId, delegationId } = motion(
			scene,
			({ status, kind }) => status === "moved" && kind !== "challenge",
		);
		return { command: { type, motionId }, as: scene.memberOf(delegationId, "speak") };
	},
	openBallot(scene, type) {
		scene.need(scene.sitting?.status === "open");
		const { motionId } = motion(scene, ({ status }, isFirst) => isFirst && status === "moved");
		return { command: { type, motionId, method: scene.random.pick(ballotMethods) }, as: scene.chair() };
	},
	castVote(scene, type) {
		const { motionId } = motion(scene, ({ status }) => status === "voting");
		const states = scene.delegations.filter((id) => canVote(scene.state, id));
		const delegationId = scene.choose(states, scene.delegations);
		const vote = scene.random.pick([...votes, "yes", "yes", "yes"] as const);
		return { command: { type, motionId, delegationId, vote }, as: scene.memberOf(delegationId, "speak") };
	},
	closeBallot(scene, type) {
		const { motionId } = motion(
			scene,
			({ status, ballot }) => status === "voting" && (ballot?.votes.size ?? 0) > 1,
		);
		return { command: { type, motionId }, as: scene.chair() };
	},
};
