import type { Language } from "../../../shared/conference/common.ts";
import type { Pledge } from "../../../shared/conference/pledge.ts";
import type { Meeting } from "../../../shared/conference/programme.ts";
import { listOf, statementsSegment } from "../../../shared/conference/selectors.ts";
import { between } from "../random.ts";
import type { Script } from "../script.ts";
import { partnerActs } from "./partners.ts";
import { answered, contentFor } from "./pledgeContent.ts";
import type { Act, Scene } from "./scene.ts";
import { at, headOf, isFor, listClosesBefore, meetingsOf, speakersOf, takenUpAt } from "./scene.ts";

const minute = 60_000;

/** Languages in which statements are made, where that is not English. */
const speaks: Readonly<Record<string, Language>> = {
	...Object.fromEntries("fra bel sen bfa ben ner civ bdi tgo che".split(" ").map((id) => [id, "fr"])),
	...Object.fromEntries("arg col per chl gtm slv ury esp".split(" ").map((id) => [id, "es"])),
	...Object.fromEntries("egy jor mar tun".split(" ").map((id) => [id, "ar"])),
	...Object.fromEntries("kaz arm".split(" ").map((id) => [id, "ru"])),
	chn: "zh",
	kor: "ko",
};

/** Organisations speak for their members; in whose name a statement is made decides its limit. */
const onBehalfOf: Readonly<Record<string, string>> = {
	eu: "The European Union and its member States",
	au: "The States members of the African Union",
};

/** What delegations do from their seats: inscribe, and prepare pledges. */
export function delegationActs(scene: Scene): Act[] {
	const acts: Act[] = [];
	const slots = slotsByDelegation(scene);
	for (const { id, kind } of scene.state.delegations.delegations.values()) {
		if (kind === "secretariat") continue;
		const head = headOf(scene, id);
		if (head === undefined || !isFor(scene, head.id)) continue;
		const mine = slots.get(id) ?? [];
		for (const slot of mine) acts.push(...listActs(scene, id, head.id, slot));
		const pledges = pledgesOf(scene, id);
		acts.push(...pledges.flatMap((pledge) => preparedAct(scene, head.id, pledge) ?? []));
		acts.push(...partnerActs(scene, id, head.id));
		const draft = draftAct(scene, id, head.id, pledges, mine);
		if (draft !== undefined) acts.push(draft);
	}
	return acts;
}

/** A delegation's turn in a meeting: the `place`-th of `of` that ask for the floor. */
interface Slot {
	readonly meeting: Meeting;
	readonly place: number;
	readonly of: number;
}

const slotsOf = new WeakMap<object, { readonly script: Script; readonly slots: Map<string, Slot[]> }>();

function slotsByDelegation(scene: Scene): Map<string, Slot[]> {
	const known = slotsOf.get(scene.state.programme);
	if (known?.script === scene.script) return known.slots;
	const slots = new Map<string, Slot[]>();
	for (const meeting of meetingsOf(scene.state)) {
		const speakers = speakersOf(scene, meeting.id);
		speakers.forEach((id, place) => {
			slots.set(id, [...(slots.get(id) ?? []), { meeting, place, of: speakers.length }]);
		});
	}
	slotsOf.set(scene.state.programme, { script: scene.script, slots });
	return slots;
}

const pledgesByDelegation = new WeakMap<object, Map<string, Pledge[]>>();

function pledgesOf(scene: Scene, delegationId: string): readonly Pledge[] {
	const { pledges } = scene.state;
	let known = pledgesByDelegation.get(pledges);
	if (known === undefined) {
		known = Map.groupBy(pledges.pledges.values(), (each) => each.delegationId);
		pledgesByDelegation.set(pledges, known);
	}
	return known.get(delegationId) ?? [];
}

/** Inscribing, once the list is open and in the order of the script; later perhaps another speaker. */
function listActs(scene: Scene, delegationId: string, headId: string, slot: Slot): Act[] {
	const { meeting } = slot;
	const segment = statementsSegment(meeting);
	if (segment === undefined || meeting.status === "closed") return [];
	const list = listOf(scene.state, segment.id);
	const entry = [...list.entries.values()].findLast((each) => each.delegationId === delegationId);
	if (entry === undefined) {
		if ((list.status !== "open" && list.status !== "closing") || meeting.plannedStart === null) return [];
		const language = speaks[delegationId] ?? "en";
		return [
			at(scene, `inscribe/${segment.id}/${delegationId}`, headId, inscribesAt(scene, slot), {
				type: "inscribe",
				segmentId: segment.id,
				delegationId,
				speakerId: headId,
				language,
				onBehalfOf: onBehalfOf[delegationId] ?? null,
				reason: null,
			}),
		];
	}
	if (entry.status !== "waiting" || entry.speakerId !== headId) return [];
	const other = scene.people
		.get(delegationId)
		?.find(({ id, role, rights }) => role === "delegate" && id !== headId && rights.includes("speak"));
	if (other === undefined || scene.chance(`replaces/${entry.id}`) > 0.1) return [];
	const when = entry.inscribedAt + between(scene.chance, `replacedAt/${entry.id}`, [5 * minute, 60 * minute]);
	return [
		at(scene, `replace/${entry.id}`, headId, when, {
			type: "replaceSpeaker",
			segmentId: segment.id,
			entryId: entry.id,
			speakerId: other.id,
		}),
	];
}

/** From the opening of the day's lists until just before a list closes; at the latest soon after the meeting opened. */
function inscribesAt(scene: Scene, { meeting, place, of }: Slot): number {
	const { plannedStart, plannedEnd, openedAt } = meeting;
	const start = plannedStart ?? scene.now;
	const opens = listOpensAt(scene, meeting);
	const lastCall = (plannedEnd ?? start) - listClosesBefore - 40 * minute;
	// Not exactly even, and still in the order of the script.
	const wobble = (scene.chance(`inscribes/${meeting.id}/${place}`) - 0.5) * 0.6;
	const planned = opens + ((place + 1 + wobble) / (of + 1)) * Math.max(minute, lastCall - opens);
	const soon = openedAt === null ? Number.POSITIVE_INFINITY : openedAt + (place + 1) * 20_000;
	// A rehearsal that runs ahead of its programme must not find its own list empty.
	return scene.pace.turns === "brisk" ? Math.min(planned, soon) : planned;
}

/** The lists of a day's meetings open together, two and a half hours before the first of them. */
export function listOpensAt(scene: Scene, meeting: Meeting): number {
	let first = meeting.plannedStart ?? scene.now;
	for (const other of meetingsOf(scene.state).toReversed()) {
		const start = other.plannedStart;
		if (start !== null && start < first && first - start < 6 * 60 * minute) first = start;
	}
	return first - 150 * minute;
}

/** Drafts are submitted after a while, some never; a question of the desk is answered. */
function preparedAct(scene: Scene, headId: string, pledge: Pledge): Act | undefined {
	const { pace, chance } = scene;
	const { id: pledgeId } = pledge;
	if (pledge.state === "draft") {
		const isLeft = pace.epoch === null && chance(`draftOnly/${pledgeId}`) < 0.07;
		if (isLeft) return undefined;
		const draftedAt = pledge.draftedAt ?? scene.now;
		const ready = draftedAt + between(chance, `submits/${pledgeId}`, pace.drafting);
		const when = Math.max(ready, takenUpAt(scene, pledgeId, draftedAt, 40 * minute));
		return at(scene, `submit/${pledgeId}`, headId, when, { type: "submitPledge", pledgeId });
	}
	if (pledge.state !== "changeRequested") return undefined;
	const asked = (pledge.submittedAt ?? scene.now) + between(chance, `queries/${pledgeId}`, pace.clearing);
	const when = asked + between(chance, `answers/${pledgeId}`, [6 * minute, 55 * minute]);
	if (pledge.details === null)
		return at(scene, `revise/${pledgeId}`, headId, when, {
			type: "revisePledge",
			pledgeId,
			content: answered(scene, pledge),
		});
	const answer = pledge.details;
	return at(scene, `resubmit/${pledgeId}`, headId, when + 20_000, { type: "submitPledge", pledgeId, answer });
}

function draftAct(
	scene: Scene,
	delegationId: string,
	headId: string,
	pledges: readonly Pledge[],
	slots: readonly Slot[],
): Act | undefined {
	if (pledges.length >= scene.pace.pledgesEach || scene.script.pledges.length === 0) return undefined;
	const when =
		plannedDrafts(scene, delegationId, slots)[pledges.length] ?? liveDraft(scene, delegationId, pledges);
	if (when === undefined) return undefined;
	const key = `draft/${delegationId}/${pledges.length}`;
	return at(scene, key, headId, when, () => ({
		type: "draftPledge",
		delegationId,
		content: contentFor(scene, delegationId, pledges.length),
	}));
}

/** Times at which a delegation drafts what it will announce in its statements, and a few what they send in writing. */
function plannedDrafts(scene: Scene, delegationId: string, slots: readonly Slot[]): number[] {
	const times: number[] = [];
	for (const { meeting } of slots) {
		if (meeting.plannedStart === null) continue;
		const share = scene.chance(`pledges/${meeting.id}/${delegationId}`);
		const many = share < 0.2 ? 0 : share < 0.74 ? 1 : 2;
		for (let number = 0; number < many; number += 1)
			times.push(
				meeting.plannedStart -
					between(scene.chance, `drafts/${meeting.id}/${delegationId}/${number}`, [
						100 * minute,
						270 * minute,
					]),
			);
		// Some have more to give than the statement had room for, and send it in.
		if (scene.chance(`more/${meeting.id}/${delegationId}`) < 0.2)
			times.push(
				meeting.plannedStart +
					between(scene.chance, `moreAt/${meeting.id}/${delegationId}`, [20 * minute, 150 * minute]),
			);
	}
	if (slots.length === 0 && scene.chance(`writes/${delegationId}`) < 0.5) {
		const starts = meetingsOf(scene.state).flatMap(({ plannedStart }) => plannedStart ?? []);
		const first = starts[0] ?? scene.now;
		const last = starts.at(-1) ?? scene.now;
		times.push(first + scene.chance(`writesAt/${delegationId}`) * (last - first));
	}
	return times.sort((a, b) => a - b);
}

/** One more pledge in every span of a live rehearsal, at a moment that is the delegation's own. */
function liveDraft(scene: Scene, delegationId: string, pledges: readonly Pledge[]): number | undefined {
	const { pace, liveSince } = scene;
	if (pace.epoch === null || liveSince == null) return undefined;
	// Who still has some to announce (because its turn to speak is to come, say) prepares no more for now.
	if (pledges.filter(({ announcedAt, withdrawnAt }) => (announcedAt ?? withdrawnAt) === null).length >= 2)
		return undefined;
	const lastDraftedAt = pledges.at(-1)?.draftedAt ?? null;
	const span = Math.floor(scene.now / pace.epoch);
	for (const each of [span, span + 1]) {
		const when = (each + scene.chance(`live/${delegationId}/${each}`)) * pace.epoch;
		if (when >= liveSince && (lastDraftedAt === null || lastDraftedAt < when)) return when;
	}
	return undefined;
}
