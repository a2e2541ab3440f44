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
import type { CastOptions } from "./cast.ts";
import { defaultSeed, nextActs, programmePace } from "./cast.ts";
import { keyedChance } from "./random.ts";
import type { Script } from "./script.ts";

export interface History {
	readonly records: readonly NewRecord[];
	/** The fold of the records on what stood before them. */
	readonly state: State;
	/** Acts that were refused: none, unless the cast does not understand the rules. */
	readonly refused: readonly { readonly key: string; readonly code: string }[];
}

export interface HistoryCast {
	readonly script: Script;
	/** Names for the plates of statements. */
	readonly persons: readonly Person[];
}

export interface Play extends Partial<CastOptions> {
	/** Begins the ids of commands; another one for each play that continues the same record. */
	readonly name?: string;
	/** Where the play begins. Default: nothing at all. */
	readonly state?: State;
	/** Told of every act of the cast before it is decided. */
	readonly onAct?: (command: Command) => void;
	/** Commands of the system at the very beginning. */
	readonly commands?: readonly Command[];
	readonly cast: HistoryCast;
	/** Conference time in ms. */
	readonly from: number;
	readonly until: number;
	readonly seed: number;
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
	return play({ name: "rehearsal", commands, cast, from, until, seed });
}

/** Lets the cast play for a while in virtual time, at the pace of the programme unless another is given. */
export function play({
	cast,
	from,
	until,
	seed,
	name = "play",
	commands = [],
	onAct,
	...options
}: Play): History {
	const chance = keyedChance(seed);
	const plates = new Map<string, Plate>(
		cast.persons.map(({ representativeId, name, title }) => [representativeId, { name, title }]),
	);
	const records: NewRecord[] = [];
	const refused: { key: string; code: string }[] = [];
	let state = options.state ?? emptyState();
	let number = 0;

	const apply = (command: Command, actor: Actor, now: number, key: string, id?: string): boolean => {
		number += 1;
		const commandId = id ?? `${name}-${String(number).padStart(5, "0")}`;
		const context: Context = {
			now,
			actor,
			newId: newIdOf(state.profile.id, actor.id, commandId),
			plateOf: (representativeId) => plates.get(representativeId),
			unreachableMs: () => 0,
		};
		const decision = decide(command, state, context);
		if ("rejection" in decision) {
			refused.push({ key, code: decision.rejection.code });
			return false;
		}
		const hash = commandHash(command);
		for (const event of decision.events) {
			const { type, data } = event;
			records.push({ time: now, actor: actor.id, commandId, commandHash: hash, type, data });
			state = evolve(state, event);
		}
		return true;
	};

	for (const command of commands) apply(command, system, from, command.type);

	const plan = { pace: programmePace, ...options, script: cast.script };
	const left = new Set<string>();
	let now = from;
	while (number < mostActs) {
		const act = nextActs(state, now, chance, plan).find(({ key }) => !left.has(key));
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
		onAct?.(act.command);
		if (actor === undefined || !apply(act.command, actor, now, act.key)) left.add(act.key);
	}
	return { records, state, refused };
}
