import type { FloorStatement } from "../../../shared/conference/floor.ts";
import { findSegment, listOf } from "../../../shared/conference/selectors.ts";
import { between } from "../random.ts";
import type { Act, Scene } from "./scene.ts";
import { at, headOf, isFor } from "./scene.ts";
import { supportsFromFloor } from "./support.ts";

/**
 * How long a statement is going to be, in ms: most keep within their limit, about one in four runs over by
 * up to a seventh. Extensions do not make anybody speak longer.
 */
export function lengthOf(scene: Scene, statement: FloorStatement): number {
	const { chance, state } = scene;
	// Whoever replies keeps it short.
	if (statement.kind === "reply")
		return Math.round(statement.limitMs * (0.12 + 0.13 * chance(`length/${statement.id}`)));
	const segment = findSegment(state, statement.segmentId)?.segment;
	const limit =
		(statement.onBehalfOf === null ? segment?.limitMs : segment?.groupLimitMs) ?? statement.limitMs;
	const isOver = statement.entryId !== null && chance(`over/${statement.id}`) < 0.24;
	const share = chance(`length/${statement.id}`);
	return Math.round(limit * (isOver ? 1.02 + share * 0.12 : 0.74 + share * 0.25));
}

/** Conference time at which a statement will have lasted `spokenMs`; null while its clock stands still. */
export function whenSpoken(statement: FloorStatement, spokenMs: number): number | null {
	return statement.runningSince === null ? null : statement.runningSince + spokenMs - statement.spokenMs;
}

/** Whether a delegation speaks, and not somebody whom the programme names. */
export function isOfDelegation({ kind, entryId }: FloorStatement): boolean {
	return kind !== "statement" || entryId !== null;
}

/** Now and then a delegation is not there when its turn comes; the second time it is. */
export function isAbsent(scene: Scene, { segmentId, entryId, delegationId }: FloorStatement): boolean {
	if (entryId === null || headOf(scene, delegationId) === undefined) return false;
	const list = listOf(scene.state, segmentId);
	const isFirstTime = list.entries.get(entryId)?.absentAt === null;
	return isFirstTime && list.order.length > 1 && scene.chance(`absent/${entryId}`) < scene.rates.absent;
}

/** In a brisk meeting the chair sometimes calls the next speaker over the last words; else the speaker yields. */
export function isCutShort(scene: Scene, statement: FloorStatement): boolean {
	if (statement.kind !== "statement" || statement.entryId === null) return false;
	return scene.pace.turns === "brisk" && scene.chance(`cut/${statement.id}`) < 0.2;
}

/** What the delegation that has the floor does: announce, declare support, yield. */
export function speakerActs(scene: Scene): Act[] {
	const { statement } = scene.state.floor;
	if (statement === null || !isOfDelegation(statement) || statement.kind === "pointOfOrder") return [];
	const head = headOf(scene, statement.delegationId);
	if (head === undefined || !isFor(scene, head.id) || isAbsent(scene, statement)) return [];
	const length = lengthOf(scene, statement);
	const acts: Act[] = [];
	const ready = [];
	let announced = 0;
	for (const pledge of scene.state.pledges.pledges.values()) {
		if (pledge.delegationId !== statement.delegationId) continue;
		if (pledge.statementId === statement.id) announced += 1;
		else if (pledge.state === "accepted") ready.push(pledge);
	}
	const [next] = ready;
	// Two in a statement: a third would be lost on the room, and goes to the desk.
	if (next !== undefined && announced < 2 && statement.kind === "statement") {
		const share = (announced === 0 ? 0.3 : 0.6) + scene.chance(`announce/${next.id}`) * 0.2;
		const when = whenSpoken(statement, length * share);
		if (when !== null)
			acts.push(
				at(scene, `announce/${next.id}`, head.id, when, { type: "announcePledge", pledgeId: next.id }),
			);
	}
	for (const initiativeId of supportsFromFloor(scene, statement.delegationId)) {
		const when = whenSpoken(statement, length * 0.85);
		if (when === null) continue;
		const { delegationId } = statement;
		const command = { type: "declareSupport" as const, initiativeId, delegationId };
		acts.push(at(scene, `support/${initiativeId}/${delegationId}`, head.id, when, command));
	}
	const end = whenSpoken(statement, length);
	if (end !== null && !isCutShort(scene, statement)) {
		const pause = between(scene.chance, `thanks/${statement.id}`, [0, 1500]);
		const command = { type: "yieldFloor" as const, statementId: statement.id };
		acts.push(at(scene, `yield/${statement.id}`, head.id, end + pause, command));
	}
	return acts;
}
