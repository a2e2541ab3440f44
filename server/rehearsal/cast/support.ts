import type { Initiative, Support } from "../../../shared/conference/initiatives.ts";
import type { Act, Scene } from "./scene.ts";
import { at, deskOf, headOf, isFor, isHuman, meetingsOf } from "./scene.ts";

const minute = 60_000;

/** How a delegation will support an initiative, if it does at all. */
type Manner = "statement" | "seat" | "writing" | "never";

/** About three delegations in five support: most of those who speak do so in their statement. */
function mannerOf(scene: Scene, initiative: Initiative, delegationId: string): Manner {
	const share = scene.chance(`manner/${initiative.id}/${delegationId}`);
	if (share < 0.42) return "statement";
	if (share < 0.58) return "seat";
	return share < 0.63 ? "writing" : "never";
}

/** The initiatives that a delegation is going to support from the floor. */
export function supportsFromFloor(scene: Scene, delegationId: string): string[] {
	return [...scene.state.initiatives.initiatives.values()]
		.filter(
			(initiative) =>
				!initiative.supporters.has(delegationId) &&
				mannerOf(scene, initiative, delegationId) === "statement" &&
				withdrawsAt(scene, initiative, delegationId) === null,
		)
		.map(({ id }) => id);
}

/** Support declared from the seat or through the desk, and the rare change of mind. */
export function supportActs(scene: Scene): Act[] {
	const { initiatives } = scene.state.initiatives;
	if (initiatives.size === 0) return [];
	const span = conferenceSpan(scene);
	if (span === null) return [];
	const desk = deskOf(scene);
	const acts: Act[] = [];
	for (const initiative of initiatives.values())
		for (const { id, kind } of scene.state.delegations.delegations.values()) {
			if (kind === "secretariat" || isHuman(scene, id)) continue;
			const act = declared(scene, initiative, id, span, desk?.id);
			if (act !== undefined) acts.push(act);
		}
	return acts;
}

function declared(
	scene: Scene,
	initiative: Initiative,
	delegationId: string,
	[first, last]: readonly [number, number],
	deskId: string | undefined,
): Act | undefined {
	const { id: initiativeId } = initiative;
	const manner = mannerOf(scene, initiative, delegationId);
	if (manner === "never") return undefined;
	const actorId = manner === "writing" ? deskId : headOf(scene, delegationId)?.id;
	if (actorId === undefined || !isFor(scene, actorId)) return undefined;
	const key = `${initiativeId}/${delegationId}`;
	const leaves = withdrawsAt(scene, initiative, delegationId);
	const support = initiative.supporters.get(delegationId);
	if (support !== undefined) {
		if (support.how === "sponsor") return undefined;
		if (leaves === null) return renewed(scene, initiative, support, actorId);
		const command = { type: "withdrawSupport" as const, initiativeId, delegationId };
		return at(scene, `unsupport/${key}`, actorId, Math.max(leaves, support.at + 2 * minute), command);
	}
	// Who has withdrawn does not come back; a speaker waits for the floor.
	if (manner === "statement" || (leaves !== null && scene.now >= leaves)) return undefined;
	const when = first + scene.chance(`supportAt/${key}`) * (last - first);
	const explanation = explanationOf(scene, key);
	const command = { type: "declareSupport" as const, initiativeId, delegationId, explanation };
	return at(scene, `support/${key}`, actorId, when, command);
}

/** Three in five of those that support an earlier version support a new one within a quarter of an hour. */
function renewed(scene: Scene, initiative: Initiative, support: Support, actorId: string): Act | undefined {
	const present = initiative.versions.at(-1);
	if (present === undefined || support.version === present.number) return undefined;
	const { id: initiativeId } = initiative;
	const { delegationId, explanation } = support;
	const key = `${initiativeId}/${present.number}/${delegationId}`;
	if (scene.chance(`renews/${key}`) > 0.6) return undefined;
	const when = present.publishedAt + (1 + 14 * scene.chance(`renewsAt/${key}`)) * minute;
	const command = { type: "declareSupport" as const, initiativeId, delegationId, explanation };
	return at(scene, `renew/${key}`, actorId, when, command);
}

/** As delegations put on record how their support is to be understood. */
const explanations = [
	"Supported with a view to training in field medicine.",
	"Supported as a contribution to the priorities of Action for Peacekeeping Plus.",
	"Supported without prejudice to what the competent committees of the General Assembly decide.",
	"Supported on the understanding that data of missions and of peacekeepers are protected.",
	"Supported with a view to shared training for troop- and police-contributing countries.",
] as const;

/** One in three of those that declare their support from the seat or in writing explains it. */
function explanationOf(scene: Scene, key: string): string | null {
	if (scene.chance(`explains/${key}`) > 0.34) return null;
	const index = Math.floor(scene.chance(`explanation/${key}`) * explanations.length);
	return explanations[index] ?? null;
}

/** One supporter in thirty or so withdraws, late on the last day; null for all others. */
function withdrawsAt(scene: Scene, initiative: Initiative, delegationId: string): number | null {
	if (mannerOf(scene, initiative, delegationId) !== "seat") return null;
	if (scene.chance(`withdraws/${initiative.id}/${delegationId}`) > 0.08) return null;
	const span = conferenceSpan(scene);
	return span === null ? null : span[0] + (span[1] - span[0]) * 0.86;
}

/** From the end of the ceremony, when an initiative has been announced, to the end of the last meeting. */
function conferenceSpan(scene: Scene): readonly [number, number] | null {
	const meetings = meetingsOf(scene.state);
	const first = meetings.find(({ kind }) => kind === "opening") ?? meetings[0];
	const last = meetings.at(-1);
	const from = first?.kind === "opening" ? first.plannedEnd : first?.plannedStart;
	if (from == null || last?.plannedEnd == null) return null;
	return [from, last.plannedEnd];
}
