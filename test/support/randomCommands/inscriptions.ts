import { levels } from "../../../shared/conference/common.ts";
import type { InscriptionCommand } from "../../../shared/conference/inscription.ts";
import type { SpeakersList } from "../../../shared/conference/speakersList.ts";
import type { Composers, Scene, TypeOf } from "./scene.ts";
import { ids, isAhead, isOpen } from "./scene.ts";

/** How a delegation would make its statement. */
function manner(scene: Scene, delegationId: string | undefined) {
	const { random } = scene;
	const others = scene.delegations.filter((id) => scene.isWild || id !== delegationId);
	return {
		language: random.pick(["en", "fr"] as const),
		onBehalfOf: random.chance(0.2) ? "a group of states" : null,
		jointly: random.chance(0.2) ? [scene.choose(others)] : [],
		mode: random.pick(["live", "live", "live", "recorded", "written"] as const),
		expectedMs: random.chance(0.3) ? 120_000 : null,
	};
}

function asked(scene: Scene, delegationId: string) {
	const { random } = scene;
	const speakerId = random.chance(0.5)
		? scene.choose(scene.speakersOf(delegationId), ids(scene.representatives))
		: null;
	const level = random.chance(0.6) ? random.pick(levels) : null;
	return { delegationId, speakerId, level, ...manner(scene, delegationId) };
}

/** Who is not in a list in any way. */
function absentFrom(list: SpeakersList, scene: Scene): string[] {
	const present = new Set(
		[...list.entries.values()]
			.filter(({ status }) => status !== "withdrawn")
			.map((each) => each.delegationId),
	);
	return scene.delegations.filter((id) => !present.has(id));
}

/** A waiting or written entry, and who may act for it. */
function ownEntry(scene: Scene, statuses: readonly string[]) {
	const isFitting = ({ status }: { status: string }) => statuses.includes(status);
	const { segmentId, list } = scene.listWhere(({ entries }) => [...entries.values()].some(isFitting));
	const fitting = [...list.entries.values()].filter(isFitting);
	const entryId = scene.choose(ids(fitting), [...list.entries.keys()]);
	const entry = list.entries.get(entryId);
	const as = scene.random.chance(0.3) ? scene.desk() : scene.memberOf(entry?.delegationId, "speak");
	return { segmentId, entryId, entry, as };
}

/** A late request that waits for an answer. */
function lateRequest(scene: Scene) {
	const waits = ({ lateRequests }: SpeakersList) =>
		[...lateRequests.values()].filter(({ declined }) => declined === null);
	const { segmentId, list, runner } = scene.listWhere(
		(each, at, of) => waits(each).length > 0 && isAhead(at, of),
	);
	const requestId = scene.choose(ids(waits(list)), [...list.lateRequests.keys()]);
	return { segmentId, requestId, request: list.lateRequests.get(requestId), runner };
}

/** Composes inscriptions, what becomes of them and late requests. */
export const inscriptions: Composers<TypeOf<InscriptionCommand>> = {
	inscribe(scene, type) {
		const { random, delegations } = scene;
		const late = random.chance(0.25);
		const { segmentId, list, runner } = scene.listWhere(
			(each, at, of) => (late || isOpen(each)) && isAhead(at, of),
		);
		const fitting = late && random.chance(0.5) ? delegations : absentFrom(list, scene);
		// Whoever has something to announce likes to speak.
		const pledges = [...scene.state.pledges.pledges.values()];
		const eager = fitting.filter((id) =>
			pledges.some((each) => each.delegationId === id && each.state === "accepted"),
		);
		const preferred = eager.length > 0 && random.chance(0.6) ? eager : fitting;
		const delegationId = scene.choose(preferred, delegations);
		const reason = late ? scene.secret("reason") : null;
		const command = { type, segmentId, ...asked(scene, delegationId), reason };
		return { command, as: late || random.chance(0.3) ? runner : scene.memberOf(delegationId, "speak") };
	},
	importInscriptions(scene, type) {
		const late = scene.random.chance(0.3);
		const { segmentId, list } = scene.listWhere((each, at, of) => (late || isOpen(each)) && isAhead(at, of));
		const free = absentFrom(list, scene);
		const rows = Array.from({ length: 1 + scene.random.below(8) }, () =>
			scene.choose(free, scene.delegations),
		);
		// A sheet that says no more than who wants to speak makes entries that the rules cannot tell apart.
		const isPlain = scene.random.chance(0.6);
		const inscriptions = [...new Set(rows)].map((delegationId) =>
			isPlain
				? { delegationId, speakerId: null, language: "en" as const, onBehalfOf: null }
				: asked(scene, delegationId),
		);
		const reason = late ? scene.secret("reason") : null;
		return { command: { type, segmentId, inscriptions, reason }, as: scene.desk() };
	},
	changeInscription(scene, type) {
		const { segmentId, entryId, entry, as } = ownEntry(scene, ["waiting", "waiting", "written"]);
		return { command: { type, segmentId, entryId, ...manner(scene, entry?.delegationId) }, as };
	},
	withdrawInscription(scene, type) {
		scene.seldom(0.6);
		const { segmentId, entryId, as } = ownEntry(scene, ["waiting", "written"]);
		return { command: { type, segmentId, entryId }, as };
	},
	replaceSpeaker(scene, type) {
		const { segmentId, entryId, entry, as } = ownEntry(scene, ["waiting", "written"]);
		const others = scene.speakersOf(entry?.delegationId).filter((id) => id !== entry?.speakerId);
		const speakerId = scene.choose(others, ids(scene.representatives));
		return { command: { type, segmentId, entryId, speakerId }, as };
	},
	requestLate(scene, type) {
		const { segmentId, list } = scene.listWhere(
			(each, at, of) => each.status === "closed" && isAhead(at, of),
		);
		const asking = new Set([...list.lateRequests.values()].map((each) => each.delegationId));
		const fitting = absentFrom(list, scene).filter((id) => !asking.has(id) || scene.random.chance(0.2));
		// Those whom the test's audiences belong to ask more often than others.
		const near = fitting.filter((id) => ["idn", "usa"].includes(id));
		const delegationId = scene.choose(near.length > 0 ? near : fitting, scene.delegations);
		const command = { type, segmentId, ...asked(scene, delegationId), reason: scene.secret("reason") };
		return { command, as: scene.memberOf(delegationId, "speak") };
	},
	withdrawLate(scene, type) {
		scene.seldom(0.5);
		const { segmentId, requestId, request } = lateRequest(scene);
		return { command: { type, segmentId, requestId }, as: scene.memberOf(request?.delegationId, "speak") };
	},
	grantLate(scene, type) {
		const { segmentId, requestId, runner } = lateRequest(scene);
		return { command: { type, segmentId, requestId }, as: runner };
	},
	declineLate(scene, type) {
		const { segmentId, requestId, runner } = lateRequest(scene);
		return { command: { type, segmentId, requestId, reason: scene.secret("reason") }, as: runner };
	},
	makeInWriting(scene, type) {
		const { segmentId, entryId, as } = ownEntry(scene, ["written"]);
		return { command: { type, segmentId, entryId }, as };
	},
};
