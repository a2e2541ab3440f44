import { openMotions } from "../../../shared/conference/motions.ts";
import { openPoints } from "../../../shared/conference/pointsOfOrder.ts";
import { speakersInOrder } from "../../../shared/conference/selectors.ts";
import { between } from "../random.ts";
import type { Act, Scene } from "./scene.ts";
import { at, headOf } from "./scene.ts";
import { isAbsent, isCutShort, isOfDelegation, lengthOf, whenSpoken } from "./speaking.ts";

const second = 1000;

/** A person who speaks is not hurried: the chair ends the floor only this long after the limit. */
const courtesy = 60 * second;

/** A simulated speaker who does not yield (its seat is gone, say) is ended by the chair after this long. */
const safety = 40 * second;

/** What the chair does while somebody has the floor: pause and resume, extend, end. */
export function floorActs(scene: Scene, actorId: string): Act[] {
	const { statement } = scene.state.floor;
	if (statement === null) return [];
	// The ruling ends a point of order.
	if (statement.kind === "pointOfOrder") return [];
	const { id: statementId, givenAt, spokenMs, runningSince, limitMs } = statement;
	const { chance } = scene;
	if (isAbsent(scene, statement) && statement.entryId !== null) {
		const { segmentId, entryId } = statement;
		const when = givenAt + between(chance, `waits/${statementId}`, [8 * second, 14 * second]);
		return [at(scene, `absent/${statementId}`, actorId, when, { type: "markAbsent", segmentId, entryId })];
	}
	if (runningSince === null) {
		const when = givenAt + spokenMs + between(chance, `resumes/${statementId}`, [14 * second, 30 * second]);
		return [at(scene, `resume/${statementId}`, actorId, when, { type: "resumeFloor", statementId })];
	}
	const acts: Act[] = [];
	const isListed = isOfDelegation(statement);
	const isPlayed = !isListed || headOf(scene, statement.delegationId) !== undefined;
	const length = lengthOf(scene, statement);

	// Sound is lost now and then: the clock stands for a moment. `spokenMs` says whether it has already.
	if (isListed && isPlayed && spokenMs === 0 && chance(`pause/${statementId}`) < 0.05) {
		const when = givenAt + length * (0.25 + 0.3 * chance(`pauses/${statementId}`));
		acts.push(at(scene, `pause/${statementId}`, actorId, when, { type: "pauseFloor", statementId }));
	}
	// Whoever is going to run over for long is sometimes given half a minute, once.
	const isExtended = isListed && isPlayed && length > limitMs + 8 * second;
	if (isExtended && chance(`extend/${statementId}`) < 0.45) {
		const when = whenSpoken(statement, limitMs - 12 * second) ?? scene.now;
		const command = { type: "extendFloor" as const, statementId, seconds: 30 };
		acts.push(at(scene, `extend/${statementId}`, actorId, when, command));
	}
	acts.push(...ending(scene, actorId, isPlayed, length));
	return acts;
}

function ending(scene: Scene, actorId: string, isPlayed: boolean, length: number): Act[] {
	const { statement } = scene.state.floor;
	if (statement === null) return [];
	const { id: statementId, segmentId, limitMs } = statement;
	const end = { type: "endFloor" as const, statementId };
	if (!isOfDelegation(statement))
		return [at(scene, `end/${statementId}`, actorId, whenSpoken(statement, length) ?? scene.now, end)];
	if (!isPlayed) {
		const when = whenSpoken(statement, limitMs + courtesy) ?? scene.now;
		return [at(scene, `end/${statementId}`, actorId, when, end)];
	}
	const [next] = speakersInOrder(scene.state, segmentId);
	const isFree = openPoints(scene.state).length === 0 && openMotions(scene.state).length === 0;
	if (next !== undefined && isFree && isCutShort(scene, statement)) {
		const when = whenSpoken(statement, length) ?? scene.now;
		const command = { type: "giveFloor" as const, segmentId, entryId: next.id, after: statementId };
		return [at(scene, `callAfter/${statementId}`, actorId, when, command)];
	}
	return [at(scene, `end/${statementId}`, actorId, whenSpoken(statement, length + safety) ?? scene.now, end)];
}
