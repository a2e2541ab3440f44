import type { InitiativesCommand } from "../../../shared/conference/initiatives.ts";
import type { NeedsCommand } from "../../../shared/conference/needs.ts";
import type { Pledge, PledgeState } from "../../../shared/conference/pledge.ts";
import type { PledgesCommand } from "../../../shared/conference/pledges.ts";
import { content, initiativeCommand } from "../factories.ts";
import type { Composers, Scene, TypeOf } from "./scene.ts";
import { ids } from "./scene.ts";

/** A pledge in one of the states, and who may act for its delegation. */
function pledgeIn(
	scene: Scene,
	states: readonly PledgeState[],
	fits: (pledge: Pledge) => boolean = () => true,
) {
	const pledges = [...scene.state.pledges.pledges.values()];
	const fitting = pledges.filter((each) => states.includes(each.state) && fits(each));
	const pledgeId = scene.choose(ids(fitting), ids(pledges));
	return { pledgeId, as: scene.memberOf(scene.state.pledges.pledges.get(pledgeId)?.delegationId, "pledge") };
}

function pledged(scene: Scene) {
	const { random } = scene;
	const needId = random.chance(0.6) ? scene.choose([...scene.state.needs.needs.keys()]) : null;
	const category = scene.choose(ids(scene.state.profile.categories));
	const secret = (what: string) => (random.chance(0.7) ? scene.secret(what) : null);
	return content({
		title: `Pledge ${scene.newId("title")}`,
		details: secret("details"),
		kind: random.pick(["new", "new", "enhanced", "reaffirmed"]),
		category,
		needId,
		quantity: random.below(4) + (needId === null || scene.isWild ? 0 : 1),
		priorities: random.chance(0.3) ? [scene.choose(ids(scene.state.profile.priorities))] : [],
		contact: secret("contact"),
	});
}

function support(scene: Scene, does: boolean) {
	const { initiatives } = scene.state.initiatives;
	const initiativeId = scene.choose([...initiatives.keys()]);
	const of = initiatives.get(initiativeId);
	const fitting = scene.delegations.filter(
		(id) => of?.supporters.has(id) === does && !of.sponsors.includes(id),
	);
	const delegationId = scene.choose(fitting, scene.delegations);
	const as = scene.random.chance(0.2) ? scene.desk() : scene.memberOf(delegationId, "pledge");
	return { command: { initiativeId, delegationId }, as };
}

/** Composes what concerns pledges, needs and initiatives. */
export const pledges: Composers<TypeOf<PledgesCommand | NeedsCommand | InitiativesCommand>> = {
	draftPledge(scene, type) {
		const { floor } = scene;
		const delegationId = scene.choose([
			"idn",
			"rwa",
			"usa",
			...(floor === null ? [] : Array<string>(9).fill(floor.delegationId)),
			...scene.delegations,
		]);
		return {
			command: { type, delegationId, content: pledged(scene) },
			as: scene.memberOf(delegationId, "pledge"),
		};
	},
	revisePledge(scene, type) {
		const { pledgeId, as } = pledgeIn(scene, ["draft", "changeRequested"]);
		return { command: { type, pledgeId, content: pledged(scene) }, as };
	},
	submitPledge(scene, type) {
		const { pledgeId, as } = pledgeIn(scene, ["draft", "changeRequested"]);
		return { command: { type, pledgeId }, as };
	},
	requestChange(scene, type) {
		const question = scene.secret("question");
		return {
			command: { type, pledgeId: pledgeIn(scene, ["submitted"]).pledgeId, question },
			as: scene.desk(),
		};
	},
	acceptPledge: (scene, type) => ({
		command: { type, pledgeId: pledgeIn(scene, ["submitted"]).pledgeId },
		as: scene.desk(),
	}),
	announcePledge(scene, type) {
		const running = scene.running?.id;
		const statements = [...scene.state.statements.statements.values()].filter(
			(each) => each.segmentId === running,
		);
		const spoken = new Set(statements.map(({ delegationId }) => delegationId));
		const { pledgeId, as } = pledgeIn(scene, ["accepted"], (each) => spoken.has(each.delegationId));
		const delegationId = scene.state.pledges.pledges.get(pledgeId)?.delegationId;
		const hasFloor = delegationId === scene.floor?.delegationId;
		const by = hasFloor ? scene.random.pick([as, scene.chair(), scene.desk()]) : scene.desk();
		return { command: { type, pledgeId }, as: by };
	},
	announceInWriting(scene, type) {
		scene.seldom(0.25);
		return { command: { type, pledgeId: pledgeIn(scene, ["accepted"]).pledgeId }, as: scene.desk() };
	},
	confirmPledge: (scene, type) => ({
		command: { type, pledgeId: pledgeIn(scene, ["announced"]).pledgeId },
		as: scene.desk(),
	}),
	withdrawPledge(scene, type) {
		scene.seldom(0.3);
		const { pledgeId, as } = pledgeIn(scene, [
			"draft",
			"submitted",
			"changeRequested",
			"accepted",
			"announced",
			"confirmed",
		]);
		return { command: { type, pledgeId }, as };
	},
	publishNeeds(scene, type) {
		scene.need(scene.state.needs.needs.size <= 20);
		const id = scene.isWild ? scene.choose([...scene.state.needs.needs.keys()]) : scene.newId("need");
		const category = scene.choose(ids(scene.state.profile.categories));
		const quantity = 1 + scene.random.below(6);
		return {
			command: { type, needs: [{ id, title: { en: "A need" }, category, quantity }] },
			as: scene.desk(),
		};
	},
	changeNeed(scene, type) {
		const needId = scene.choose([...scene.state.needs.needs.keys()]);
		return { command: { type, needId, quantity: 1 + scene.random.below(6) }, as: scene.desk() };
	},
	openInitiative(scene) {
		const { initiatives } = scene.state.initiatives;
		scene.need(initiatives.size <= 12);
		const initiativeId = scene.isWild ? scene.choose([...initiatives.keys()]) : scene.newId("initiative");
		return {
			command: { ...initiativeCommand, initiativeId, sponsors: [scene.choose(scene.delegations)] },
			as: scene.desk(),
		};
	},
	declareSupport(scene, type) {
		const { command, as } = support(scene, false);
		return { command: { type, ...command }, as };
	},
	withdrawSupport(scene, type) {
		const { command, as } = support(scene, true);
		return { command: { type, ...command }, as };
	},
};
