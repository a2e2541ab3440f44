import type { Actor, Context, Plate } from "../../shared/conference/actor.ts";
import { actorOf, system } from "../../shared/conference/actor.ts";
import type { Command } from "../../shared/conference/decider.ts";
import { decide, evolve } from "../../shared/conference/decider.ts";
import { due } from "../../shared/conference/due.ts";
import type { State } from "../../shared/conference/state.ts";
import { emptyState } from "../../shared/conference/state.ts";
import { commandHash, newIdOf } from "../conference/commandLog.ts";
import type { Person } from "../directory/directory.ts";
import type { NewRecord } from "../journal/journal.ts";
import { defaultSeed, nextActs, programmePace } from "./cast.ts";

import { keyedChance } from "./random.ts";
import type { Script } from "./script.ts";

export interface History {
	readonly records: readonly NewRecord[];
	/** The fold of the records. */
	readonly state: State;
	/** Acts that were refused: none, unless the cast does not understand the rules. */
	readonly refused: readonly { readonly key: string; readonly code: string }[];
}

export interface HistoryCast {
	readonly script: Script;
	/** Names for the plates of statements. */
	readonly persons: readonly Person[];
}

/** More than this would be a cast that goes round in circles. */
const mostActs = 20_000;

/**
 * Plays a conference from its definition to the present in virtual time: the same commands, decisions and
 * events as over the wire, without one. The same arguments give the same records, byte for byte.
 * @param from conference time in ms of the definition, @param until of the present.
 */
export function playHistory(
	commands: readonly Command[],
	cast: HistoryCast,
	from: number,
	until: number,
	seed: number = defaultSeed,
): History {
	const chance = keyedChance(seed);
	const plates = new Map<string, Plate>(
		cast.persons.map(({ representativeId, name, title }) => [representativeId, { name, title }]),
	);
	const records: NewRecord[] = [];
	const refused: { key: string; code: string }[] = [];
	let state = emptyState();
	let number = 0;

	const apply = (command: Command, actor: Actor, now: number, key: string, commandId?: string): boolean => {
		number += 1;
		const id = commandId ?? `rehearsal-${String(number).padStart(5, "0")}`;
		const context: Context = {
			now,
			actor,
			newId: newIdOf(state.profile.id, actor.id, id),
			plateOf: (representativeId) => plates.get(representativeId),
		};
		const decision = decide(command, state, context);
		if ("rejection" in decision) {
			refused.push({ key, code: decision.rejection.code });
			return false;
		}
		const hash = commandHash(command);
		for (const event of decision.events) {
			const { type, data } = event;
			records.push({ time: now, actor: actor.id, commandId: id, commandHash: hash, type, data });
			state = evolve(state, event);
		}
		return true;
	};

	for (const command of commands) apply(command, system, from, command.type);

	const left = new Set<string>();
	let now = from;
	while (number < mostActs) {
		const act = nextActs(state, now, chance, { script: cast.script, pace: programmePace }).find(
			({ key }) => !left.has(key),
		);
		const actAt = act === undefined ? until : now + act.afterMs;
		const [falling] = due(state, Math.min(actAt, until));
		if (falling !== undefined) {
			now = Math.max(now, falling.at);
			if (apply(falling.command, system, now, falling.commandId, falling.commandId)) continue;
			break;
		}
		if (act === undefined || actAt > until) break;
		now = actAt;
		const actor = actorOf(state, act.actorId);
		if (actor === undefined || !apply(act.command, actor, now, act.key)) left.add(act.key);
	}
	return { records, state, refused };
}
