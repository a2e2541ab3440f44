import type { InitiativesCommand } from "../../../shared/conference/initiatives.ts";
import type { NeedsCommand } from "../../../shared/conference/needs.ts";
import type { Pledge, PledgeState } from "../../../shared/conference/pledge.ts";
import { isAlive, isCounted, isPartyTo, stands } from "../../../shared/conference/pledge.ts";
import type { PledgesCommand } from "../../../shared/conference/pledges.ts";
import { initiativeCommand } from "../factories.ts";
import { Unfit } from "../random.ts";
import { corrected, pledged } from "./pledgeContents.ts";
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
	const lead = scene.state.pledges.pledges.get(pledgeId)?.delegationId ?? "";
	return { pledgeId, lead, as: scene.memberOf(lead, "pledge") };
}

/** A partner answers for its part, or somebody who holds none. */
function part<Type extends "confirmPart" | "declinePart">(scene: Scene, type: Type) {
	const parts = [...scene.state.pledges.pledges.values()].flatMap((pledge) =>
		pledge.parts
			.filter((each) => type === "declinePart" || each.status !== "confirmed")
			.flatMap(({ id, delegationId }) =>
				delegationId === null ? [] : [{ pledge, partId: id, delegationId }],
			),
	);
	if (parts.length === 0) throw new Unfit();
	const known = parts.filter(({ pledge, delegationId }) => isPartyTo(pledge, delegationId));
	const one = scene.random.pick(known.length > 0 && !scene.isWild ? known : parts);
	const delegationId = scene.isWild ? scene.choose(scene.delegations) : one.delegationId;
	const as = scene.random.chance(0.2) ? scene.desk() : scene.memberOf(delegationId, "pledge");
	return { command: { type, pledgeId: one.pledge.id, partId: one.partId, delegationId }, as };
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
			command: { type, delegationId, content: pledged(scene, delegationId) },
			as: scene.memberOf(delegationId, "pledge"),
		};
	},
	revisePledge(scene, type) {
		const { pledgeId, as, lead } = pledgeIn(scene, ["draft", "changeRequested"]);
		return { command: { type, pledgeId, content: pledged(scene, lead) }, as };
	},
	submitPledge(scene, type) {
		const { pledgeId, as } = pledgeIn(scene, ["draft", "changeRequested"]);
		const answer = scene.random.chance(0.3) ? scene.secret("answer") : null;
		return { command: { type, pledgeId, answer }, as };
	},
	sharePledge(scene, type) {
		const { pledgeId, as } = pledgeIn(
			scene,
			["draft", "changeRequested", "accepted"],
			(each) => each.parts.length > 0,
		);
		return { command: { type, pledgeId }, as };
	},
	confirmPart: part,
	declinePart: part,
	requestChange(scene, type) {
		const question = scene.secret("question");
		return {
			command: { type, pledgeId: pledgeIn(scene, ["submitted"]).pledgeId, question },
			as: scene.desk(),
		};
	},
	rejectPledge(scene, type) {
		scene.seldom(0.3);
		const { pledgeId } = pledgeIn(scene, ["submitted", "changeRequested", "accepted"]);
		return { command: { type, pledgeId, reason: scene.secret("rejection") }, as: scene.desk() };
	},
	cuePledge(scene, type) {
		const { pledgeId, as } = pledgeIn(scene, ["accepted"], (each) => each.classification === "public");
		return { command: { type, pledgeId }, as: scene.random.pick([as, scene.desk()]) };
	},
	uncuePledge(scene, type) {
		const { pledgeId, as } = pledgeIn(scene, ["cued"]);
		return { command: { type, pledgeId }, as: scene.random.pick([as, scene.desk()]) };
	},
	recordDelivered(scene, type) {
		const { pledgeId } = pledgeIn(
			scene,
			["announced", "confirmed"],
			({ statementId }) => statementId !== null,
		);
		const words = scene.random.chance(0.8) ? scene.secret("delivered") : null;
		return { command: { type, pledgeId, words }, as: scene.desk() };
	},
	correctPledge(scene, type) {
		scene.seldom(0.5);
		const { pledgeId, lead } = pledgeIn(scene, ["announced", "confirmed"]);
		const content = corrected(scene, scene.state.pledges.pledges.get(pledgeId), lead);
		return { command: { type, pledgeId, content, reason: "A slip of the pen" }, as: scene.desk() };
	},
	mergePledges(scene, type) {
		const alive = [...scene.state.pledges.pledges.values()].filter(
			(each) => each.submittedAt !== null && isAlive(each),
		);
		const pairs = alive.flatMap((each) =>
			alive
				.filter(
					(into) =>
						into !== each &&
						into.delegationId === each.delegationId &&
						(!stands(each) || isCounted(into)) &&
						into.title !== each.title,
				)
				.map((into) => ({ pledgeId: each.id, intoId: into.id })),
		);
		const all = ids(alive);
		scene.need(pairs.length > 0);
		if (pairs.length === 0 || scene.isWild)
			return { command: { type, pledgeId: scene.choose(all), intoId: scene.choose(all) }, as: scene.desk() };
		return { command: { type, ...scene.random.pick(pairs) }, as: scene.desk() };
	},
	importPledges(scene, type) {
		const rows = Array.from({ length: 1 + scene.random.below(3) }, () => {
			const delegationId = scene.choose(scene.delegations);
			const stage = scene.random.pick(["submitted", "accepted", "announced"] as const);
			return { delegationId, content: pledged(scene, delegationId), stage };
		});
		const isMatching = rows.some(({ content }) => content.form === "matching");
		scene.need(!isMatching);
		return { command: { type, pledges: rows }, as: scene.desk() };
	},
	reportDelivery(scene, type) {
		const { pledgeId } = pledgeIn(scene, ["announced", "confirmed"]);
		const stage = scene.random.pick(["planning", "inProgress", "fulfilled"] as const);
		const percent = (stage === "inProgress") === !scene.isWild ? (50 as const) : null;
		return { command: { type, pledgeId, stage, percent, readiness: null, money: null }, as: scene.desk() };
	},
	giveRate(scene, type) {
		const currency = scene.isWild ? "XYZ" : scene.random.pick(["KRW", "EUR"]);
		const dollars = (1 + scene.random.below(9)) / 4;
		return { command: { type, currency, dollars, day: "2021-12-07" }, as: scene.desk() };
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
		const { pledgeId, as } = pledgeIn(
			scene,
			["accepted", "cued"],
			(each) => spoken.has(each.delegationId) && each.classification === "public",
		);
		const delegationId = scene.state.pledges.pledges.get(pledgeId)?.delegationId;
		const hasFloor = delegationId === scene.floor?.delegationId;
		const by = hasFloor ? scene.random.pick([as, scene.chair(), scene.desk()]) : scene.desk();
		return { command: { type, pledgeId }, as: by };
	},
	announceInWriting(scene, type) {
		scene.seldom(0.25);
		return { command: { type, pledgeId: pledgeIn(scene, ["accepted", "cued"]).pledgeId }, as: scene.desk() };
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
			"cued",
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
	reviseInitiative(scene, type) {
		const { initiatives } = scene.state.initiatives;
		const initiativeId = scene.choose([...initiatives.keys()]);
		const sponsors = initiatives.get(initiativeId)?.sponsors ?? [];
		const delegationId = scene.isWild ? scene.choose(scene.delegations) : scene.choose([...sponsors]);
		const { title, shortTitle } = initiativeCommand;
		const summary = { en: `Summary ${scene.random.below(4)}` };
		const as = scene.random.chance(0.3) ? scene.desk() : scene.memberOf(delegationId, "pledge");
		return { command: { type, initiativeId, delegationId, title, shortTitle, summary }, as };
	},
	declareSupport(scene, type) {
		const { command, as } = support(scene, false);
		const explanation = scene.random.chance(0.3) ? "As a first step." : null;
		return { command: { type, ...command, explanation }, as };
	},
	withdrawSupport(scene, type) {
		const { command, as } = support(scene, true);
		return { command: { type, ...command }, as };
	},
};
