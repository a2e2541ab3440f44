import type { ListingCommand } from "../../../shared/conference/listing.ts";
import type { SwapsCommand } from "../../../shared/conference/swaps.ts";
import { minutes } from "../decider.ts";
import type { Composers, Scene, TypeOf } from "./scene.ts";
import { isAhead, isOpen } from "./scene.ts";

/** A time ahead; in a wild step perhaps one that has passed. */
function ahead(scene: Scene, most: number): number {
	return scene.now + minutes(scene.isWild ? scene.random.below(3) - 1 : 1 + scene.random.below(most));
}

/** A proposal of a list, and who of the two delegations acts on it. */
function proposal(scene: Scene, whose: "delegationId" | "withDelegation") {
	const { segmentId, list } = scene.listWhere(({ swaps }) => swaps.size > 0);
	const swapId = scene.choose([...list.swaps.keys()]);
	return { command: { segmentId, swapId }, as: scene.memberOf(list.swaps.get(swapId)?.[whose], "speak") };
}

/** Composes how lists are run and ordered. */
export const lists: Composers<TypeOf<ListingCommand | SwapsCommand>> = {
	scheduleList(scene, type) {
		const { segmentId, runner } = scene.listWhere((list, each, of) => !isOpen(list) && isAhead(each, of));
		const opensAt = scene.isWild ? ahead(scene, 1) : scene.now + 1 + scene.random.below(minutes(3));
		const closesAt = scene.random.chance(0.5) ? opensAt + minutes(scene.isWild ? 0 : 2) : null;
		return { command: { type, segmentId, opensAt, closesAt }, as: runner };
	},
	openList(scene, type) {
		const { segmentId, runner } = scene.listWhere((list, each, of) => !isOpen(list) && isAhead(each, of));
		const closesAt = scene.random.chance(0.4) ? ahead(scene, 40) : null;
		return { command: { type, segmentId, closesAt }, as: runner };
	},
	announceClosing(scene, type) {
		const { segmentId, runner } = scene.listWhere(isOpen);
		return { command: { type, segmentId, closesAt: ahead(scene, 60) }, as: runner };
	},
	closeList(scene, type) {
		const { segmentId, runner } = scene.listWhere(isOpen);
		return { command: { type, segmentId }, as: runner };
	},
	drawLots(scene, type) {
		const { segmentId, runner } = scene.listWhere((_list, each, of) => isAhead(each, of));
		const digit = () => scene.random.below(16).toString(16);
		const seed = scene.isWild && scene.random.chance(0.3) ? "" : Array.from({ length: 32 }, digit).join("");
		return { command: { type, segmentId, seed }, as: runner };
	},
	moveEntry(scene, type) {
		const { segmentId, list } = scene.listWhere(
			({ order }, _each, of) => order.length > 1 && of === scene.sitting,
		);
		const before = scene.random.chance(0.2) ? null : scene.entryIn(list);
		const reason = scene.secret("reason");
		return { command: { type, segmentId, entryId: scene.entryIn(list), before, reason }, as: scene.chair() };
	},
	fixSlot(scene, type) {
		const { segmentId, list } = scene.listWhere(({ order }) => order.length > 0);
		const slot = scene.random.chance(0.3) ? null : 1 + scene.random.below(6);
		return { command: { type, segmentId, entryId: scene.entryIn(list), slot }, as: scene.desk() };
	},
	markAbsent(scene, type) {
		const speaking = scene.floor?.entryId;
		if (scene.floor !== null && speaking != null && scene.random.chance(0.7))
			return { command: { type, segmentId: scene.floor.segmentId, entryId: speaking }, as: scene.chair() };
		const { segmentId, list } = scene.listWhere(
			({ order }, _each, of) => order.length > 0 && of === scene.sitting,
		);
		return { command: { type, segmentId, entryId: scene.entryIn(list) }, as: scene.chair() };
	},
	takeBackMove(scene, type) {
		const { segmentId, list } = scene.listWhere(
			({ undo }, _each, of) => undo.move !== null && of === scene.sitting,
		);
		const entryId = scene.choose(list.undo.move === null ? [] : [list.undo.move.entryId], list.order);
		return { command: { type, segmentId, entryId }, as: scene.chair() };
	},
	takeBackListStatus(scene, type) {
		const { segmentId, runner } = scene.listWhere(
			({ undo }, each, of) => undo.status !== null && isAhead(each, of),
		);
		return { command: { type, segmentId }, as: runner };
	},
	proposeSwap(scene, type) {
		const { segmentId, list } = scene.listWhere(({ order }) => order.length > 1);
		const proposing = new Set([...list.swaps.values()].map(({ entryId }) => entryId));
		const entryId = scene.choose(
			list.order.filter((id) => !proposing.has(id)),
			[...list.entries.keys()],
		);
		const withEntryId = scene.choose(
			list.order.filter((id) => id !== entryId),
			[...list.entries.keys()],
		);
		const as = scene.memberOf(list.entries.get(entryId)?.delegationId, "speak");
		return { command: { type, segmentId, entryId, withEntryId }, as };
	},
	agreeToSwap(scene, type) {
		const { command, as } = proposal(scene, "withDelegation");
		return { command: { type, ...command }, as };
	},
	declineSwap(scene, type) {
		scene.seldom(0.5);
		const { command, as } = proposal(scene, "withDelegation");
		return { command: { type, ...command }, as };
	},
	withdrawSwap(scene, type) {
		scene.seldom(0.5);
		const { command, as } = proposal(scene, "delegationId");
		return { command: { type, ...command }, as };
	},
};
