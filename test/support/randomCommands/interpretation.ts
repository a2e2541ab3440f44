import type { CaptionsCommand } from "../../../shared/conference/captions.ts";
import type { Channel } from "../../../shared/conference/common.ts";
import type { InterpretationCommand } from "../../../shared/conference/interpretation.ts";
import type { Composers, Scene, TypeOf } from "./scene.ts";

/** A channel that is on the air, and who has its microphone. */
function onAir(scene: Scene): { readonly channel: Channel; readonly as: string } {
	const booths = [...scene.state.interpretation.booths].map(([channel, { representativeId }]) => ({
		channel,
		as: representativeId ?? "system",
	}));
	scene.need(booths.length > 0);
	return booths.length > 0 ? scene.random.pick(booths) : { channel: "fr", as: "fr-booth-1" };
}

/** Composes what booths and captioners do. */
export const interpretation: Composers<TypeOf<InterpretationCommand | CaptionsCommand>> = {
	goOnAir(scene, type) {
		scene.need(scene.sitting !== undefined);
		const channel = scene.random.pick(["fr", "fr", "sign"] as const);
		return { command: { type, channel }, as: scene.workerOn(channel, "interpreter") };
	},
	offerHandOver(scene, type) {
		const { channel, as } = onAir(scene);
		return { command: { type, channel }, as };
	},
	leaveAir(scene, type) {
		scene.seldom(0.3);
		const { channel, as } = onAir(scene);
		const by = scene.random.pick([as, as, scene.operator(), scene.desk()]);
		return { command: { type, channel }, as: by };
	},
	askToSlowDown(scene, type) {
		scene.need(scene.floor !== null);
		const channel = scene.random.pick(["fr", "sign"] as const);
		return { command: { type, channel }, as: scene.workerOn(channel, "interpreter") };
	},
	writeCaption(scene, type) {
		scene.need(scene.sitting !== undefined);
		const channel = scene.random.pick(["fr", "en"] as const);
		const text = `What is said, ${scene.newId("line")}`;
		return { command: { type, channel, text }, as: scene.workerOn(channel, "captioner") };
	},
};
