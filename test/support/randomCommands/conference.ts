import { levels, rights } from "../../../shared/conference/common.ts";
import type { DelegationsCommand } from "../../../shared/conference/delegations.ts";
import type { GavelCommand } from "../../../shared/conference/gavel.ts";
import { unreachableAfterMs } from "../../../shared/conference/gavel.ts";
import { orderPresets, usualProcedure } from "../../../shared/conference/procedure.ts";
import type { ProfileCommand } from "../../../shared/conference/profile.ts";
import { minutes } from "../decider.ts";
import { defineCommand, delegationsCommand, person } from "../factories.ts";
import { Unfit } from "../random.ts";
import type { Composers, TypeOf } from "./scene.ts";
import { ids } from "./scene.ts";

const presets = Object.values(orderPresets);

/** Composes what concerns the conference as a whole, who takes part and who presides. */
export const conference: Composers<TypeOf<ProfileCommand | DelegationsCommand | GavelCommand>> = {
	defineConference(scene) {
		if (!scene.isWild) throw new Unfit();
		return { command: defineCommand, as: "system" };
	},
	setProcedure(scene, type) {
		const { random } = scene;
		// Most sessions keep the presets; now and then a sequence that no preset has.
		const order = random.chance(0.8)
			? [...random.pick(presets)]
			: random.pick([
					["category", "time"],
					["level", "draw"],
					["slot", "draw", "level"],
					["group", "slot", "draw", "time"],
				] as const);
		const procedure = {
			...usualProcedure,
			order: [...order],
			levels: random.chance(0.8) ? [...levels] : [...levels].reverse(),
			rankedWithStates: random.chance(0.5) ? [scene.choose(["eun"], ["eun", "un"])] : [],
			yellowMs: random.pick([60_000, 90_000]),
			askToWait: random.chance(0.9),
			firstReplyMs: minutes(random.pick([3, 10])),
			repliesEach: random.pick([1, 2, 2, 3]),
			majority: random.pick(["simple", "simple", "twoThirds"] as const),
		};
		return { command: { type, procedure }, as: scene.desk() };
	},
	setClockRate(scene, type) {
		const rate = scene.random.pick([1, 1, 1, 1, 1, 2, 20]);
		return { command: { type, rate, journalAt: scene.session.journalNow }, as: scene.desk() };
	},
	importDelegations(scene) {
		const { random, delegations } = scene;
		const isAgain = random.chance(0.4) || delegations.length > 24;
		const id = isAgain ? random.pick(delegations) : scene.newId("delegation");
		const command = delegationsCommand([id]);
		// A correction may also say what kind of delegation it is.
		const kind = random.pick(["memberState", "memberState", "observer", "organisation"] as const);
		const corrected = command.delegations.map((each) => (each.id.includes("-") ? { ...each, kind } : each));
		return { command: { ...command, delegations: corrected }, as: scene.desk() };
	},
	accreditRepresentatives(scene, type) {
		const { random, representatives } = scene;
		if (representatives.length > 60 && !scene.isWild) throw new Unfit();
		const role = random.pick(["delegate", "delegate", "delegate", "chair", "secretariat"] as const);
		const delegationId = role === "secretariat" ? null : scene.choose(scene.delegations);
		const id = scene.isWild ? scene.choose(ids(representatives)) : scene.newId("person");
		const some = random.chance(0.8) ? rights : (["read"] as const);
		const level = random.pick(levels);
		return {
			command: { type, representatives: [person(id, role, delegationId, some, level)] },
			as: scene.desk(),
		};
	},
	changeAccreditation(scene, type) {
		const { random } = scene;
		const representativeId = scene.choose(ids(scene.representatives));
		const some = random.chance(0.8) ? [...rights] : [random.pick(rights)];
		return {
			command: { type, representativeId, level: random.pick(levels), rights: some },
			as: scene.desk(),
		};
	},
	withdrawAccreditation(scene, type) {
		const added = ids(scene.representatives).filter((id) => id.startsWith("person") && id !== scene.chair());
		const representativeId = scene.choose(added, [...added, scene.chair()]);
		return { command: { type, representativeId }, as: scene.desk() };
	},
	takeGavel(scene, type) {
		scene.need(scene.state.gavel.holder === null);
		const representativeId = scene.choose(ids(scene.coChairsOf(scene.sitting)), ids(scene.representatives));
		return {
			command: { type, representativeId },
			as: scene.random.chance(0.5) ? scene.desk() : representativeId,
		};
	},
	takeOverGavel(scene, type) {
		const { random } = scene;
		scene.need(scene.state.gavel.holder !== null);
		const from = scene.choose([scene.chair()], ids(scene.representatives));
		const others = ids(scene.coChairsOf(scene.sitting)).filter((id) => id !== from);
		const representativeId = scene.choose(others, ids(scene.representatives));
		return {
			command: { type, representativeId, from },
			as: random.chance(0.5) ? scene.desk() : representativeId,
			unreachableMs: random.chance(0.8) ? unreachableAfterMs : unreachableAfterMs - 1,
		};
	},
	handGavel(scene, type) {
		scene.need(scene.state.gavel.holder !== null);
		const others = ids(scene.coChairsOf(scene.sitting)).filter((id) => id !== scene.chair());
		return { command: { type, to: scene.choose(others, ids(scene.representatives)) }, as: scene.chair() };
	},
};
