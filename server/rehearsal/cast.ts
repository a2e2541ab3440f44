import type { State } from "../../shared/conference/state.ts";
import { chairActs } from "./cast/chair.ts";
import { delegationActs } from "./cast/delegations.ts";
import { deskActs } from "./cast/desk.ts";
import { interventionActs } from "./cast/interventions.ts";
import type { Act, CastOptions } from "./cast/scene.ts";
import { sceneOf } from "./cast/scene.ts";
import { speakerActs } from "./cast/speaking.ts";
import { supportActs } from "./cast/support.ts";
import { textActs } from "./cast/texts.ts";
import type { Chance } from "./random.ts";

export type { Pace } from "./cast/pace.ts";
/** The seed of the rehearsal that ships: its figures at the beginning are near those that were designed for. */
export const defaultSeed = 1;

export { livePace, programmePace } from "./cast/pace.ts";
export type { Act, CastOptions } from "./cast/scene.ts";

/**
 * What the simulated participants do next, soonest first: the whole of what follows from this state, each
 * act with the time that is left until it. It is a pure function of the state and of `chance`, which is
 * asked by name: there is no memory to lose, and a plan is the same after every change that does not
 * concern it.
 *
 * Each participant decides from what stands on its own screen: with `only`, `state` may be the view of that
 * representative's audience.
 *
 * People and the cast:
 * - for a delegation for which `human` is true the cast does nothing at all, and no desk announces for it;
 *   its pledges are cleared within seconds, and the chair ends its floor only a minute after the limit;
 * - the gavel rests until `chairRestsUntil`, then the simulated chair goes on from wherever things stand;
 * - clearing, asking back and confirming rest until `deskRestsUntil` in the same way.
 */
export function nextActs(state: State, now: number, chance: Chance, options: CastOptions): Act[] {
	const scene = sceneOf(state, now, chance, options);
	return [
		...chairActs(scene),
		...speakerActs(scene),
		...deskActs(scene),
		...delegationActs(scene),
		...interventionActs(scene),
		...supportActs(scene),
		...textActs(scene),
	].sort((a, b) => a.afterMs - b.afterMs);
}
