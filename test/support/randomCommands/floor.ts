import type { FloorCommand } from "../../../shared/conference/floor.ts";
import type { HandsCommand } from "../../../shared/conference/hands.ts";
import { raisedHands } from "../../../shared/conference/hands.ts";
import { openPoints } from "../../../shared/conference/pointsOfOrder.ts";
import { listOf } from "../../../shared/conference/speakersList.ts";
import type { Composers, Scene, TypeOf } from "./scene.ts";
import { ids } from "./scene.ts";

/** The statement on the floor when the latest act on it is the one meant. */
function undoable(scene: Scene, act: "call" | "pause" | "extend"): string {
	const { undo, statement } = scene.state.floor;
	const isFitting = statement !== null && undo?.act === act;
	return scene.choose(isFitting ? [statement.id] : [], [...scene.state.statements.statements.keys()]);
}

/** Composes what is done to the floor, and the hands that ask for it. */
export const floor: Composers<TypeOf<FloorCommand | HandsCommand>> = {
	raiseHand(scene, type) {
		const segmentId = scene.runningWhere(({ mode }) => mode === "requests");
		const up = new Set(raisedHands(scene.state, segmentId).map((each) => each.delegationId));
		const delegationId = scene.choose(
			scene.delegations.filter((id) => !up.has(id)),
			scene.delegations,
		);
		const speakerId = scene.random.chance(0.4)
			? scene.choose(scene.speakersOf(delegationId), ids(scene.representatives))
			: null;
		const language = scene.random.pick(["en", "fr"] as const);
		return {
			command: { type, segmentId, delegationId, speakerId, language },
			as: scene.memberOf(delegationId, "speak"),
		};
	},
	lowerHand(scene, type) {
		const all = [...scene.state.hands.hands.values()];
		const handId = scene.choose(ids(all.filter(({ status }) => status === "raised")), ids(all));
		const delegationId = scene.state.hands.hands.get(handId)?.delegationId;
		return {
			command: { type, handId },
			as: scene.random.chance(0.3) ? scene.chair() : scene.memberOf(delegationId, "speak"),
		};
	},
	giveFloor(scene, type) {
		const segmentId = scene.runningWhere(({ mode, debate }) => mode === "list" && debate === "open");
		const list = listOf(scene.state, segmentId);
		// Mostly whoever is next is called.
		const entryId = scene.random.chance(0.5) ? scene.choose(list.order.slice(0, 1)) : scene.entryIn(list);
		return { command: { type, segmentId, entryId, after: scene.after() }, as: scene.chair() };
	},
	callHand(scene, type) {
		const segmentId = scene.runningWhere(({ mode, debate }) => mode === "requests" && debate === "open");
		const handId = scene.choose(ids(raisedHands(scene.state, segmentId)), [
			...scene.state.hands.hands.keys(),
		]);
		return { command: { type, segmentId, handId, after: scene.after() }, as: scene.chair() };
	},
	callReply(scene, type) {
		const segmentId = scene.runningWhere(() => true);
		const all = [...scene.state.replies.replies.values()];
		const granted = all.filter((each) => each.segmentId === segmentId && each.status === "granted");
		const isTime = listOf(scene.state, segmentId).order.length === 0 || scene.running?.debate === "closed";
		const replyId = scene.choose(isTime ? ids(granted) : [], ids(all));
		return { command: { type, segmentId, replyId, after: scene.after() }, as: scene.chair() };
	},
	hearPointOfOrder(scene, type) {
		scene.need(scene.running !== undefined && scene.sitting?.status === "open");
		const raised = openPoints(scene.state).filter(({ status }) => status !== "heard");
		const pointId = scene.choose(ids(raised), [...scene.state.pointsOfOrder.points.keys()]);
		return { command: { type, pointId, after: scene.after() }, as: scene.chair() };
	},
	callProgrammeSpeaker(scene, type) {
		const segmentId = scene.runningWhere(({ speaker }) => speaker !== null);
		return { command: { type, segmentId, after: scene.after() }, as: scene.chair() };
	},
	pauseFloor: (scene, type) => ({
		command: { type, statementId: scene.statementId() },
		as: scene.chair(),
	}),
	endFloor: (scene, type) => ({ command: { type, statementId: scene.statementId() }, as: scene.chair() }),
	resumeFloor(scene, type) {
		scene.need(scene.sitting?.status === "open" && scene.floor?.runningSince === null);
		return { command: { type, statementId: scene.statementId() }, as: scene.chair() };
	},
	extendFloor: (scene, type) => ({
		command: { type, statementId: scene.statementId(), seconds: scene.random.pick([30, 60, 600]) },
		as: scene.chair(),
	}),
	resetFloor: (scene, type) => ({
		command: { type, statementId: scene.statementId() },
		as: scene.chair(),
	}),
	yieldFloor: (scene, type) => ({
		command: { type, statementId: scene.statementId() },
		as: scene.memberOf(scene.floor?.delegationId, "speak"),
	}),
	takeBackCall: (scene, type) => ({
		command: { type, statementId: undoable(scene, "call") },
		as: scene.chair(),
	}),
	takeBackPause: (scene, type) => ({
		command: { type, statementId: undoable(scene, "pause") },
		as: scene.chair(),
	}),
	takeBackExtension: (scene, type) => ({
		command: { type, statementId: undoable(scene, "extend") },
		as: scene.chair(),
	}),
};
