import type { Command } from "../../../shared/conference/decider.ts";
import type { Representative } from "../../../shared/conference/delegations.ts";
import type { Meeting } from "../../../shared/conference/programme.ts";
import type { State } from "../../../shared/conference/state.ts";
import type { Chance } from "../random.ts";
import type { Script } from "../script.ts";
import type { Pace } from "./pace.ts";
import { type Rates, usualRates } from "./rates.ts";

/** Something that a simulated participant is about to do. */
export interface Act {
	/** What this is, for ever: whoever was refused can leave it alone. */
	readonly key: string;
	readonly actorId: string;
	readonly command: Command;
	/** Conference time in ms from now; 0 when it is due. */
	readonly afterMs: number;
}

export interface CastOptions {
	readonly script: Script;
	readonly pace: Pace;
	/** Whether a person operates this representative or this delegation: the cast then leaves it alone. */
	readonly human?: (representativeOrDelegationId: string) => boolean;
	/** Conference time until which the gavel is left to the person who last used it; null when nobody did. */
	readonly chairRestsUntil?: number | null;
	/** The same for the desk: until then clearing, asking back and confirming are left to the person there. */
	readonly deskRestsUntil?: number | null;
	/** Conference time since which the cast plays live; spontaneous pledges of before are not made up for. */
	readonly liveSince?: number | null;
	/** How often something out of the ordinary happens; as usual where absent. */
	readonly rates?: Rates;
	/** For whom to plan; everybody where absent. One seat asks for itself alone. */
	readonly only?: string;
}

/** What every part of the cast looks at. */
export interface Scene extends CastOptions {
	readonly rates: Rates;
	readonly state: State;
	readonly now: number;
	readonly chance: Chance;
	/** The people of each delegation, and those of the secretariat under `null`. */
	readonly people: ReadonlyMap<string | null, readonly Representative[]>;
}

export function sceneOf(state: State, now: number, chance: Chance, options: CastOptions): Scene {
	return { ...options, rates: options.rates ?? usualRates, state, now, chance, people: peopleOf(state) };
}

const known = new WeakMap<object, Map<string | null, Representative[]>>();

function peopleOf(state: State): Map<string | null, Representative[]> {
	const present = known.get(state.delegations);
	if (present !== undefined) return present;
	const people = new Map<string | null, Representative[]>();
	for (const each of state.delegations.representatives.values()) {
		const key = each.role === "secretariat" ? null : each.delegationId;
		people.set(key, [...(people.get(key) ?? []), each]);
	}
	known.set(state.delegations, people);
	return people;
}

/**
 * An act at a conference time; one of the past is due now. A command that takes work to compose is given as a
 * function: of all that is planned, only the next act is ever asked for it.
 */
export function at(
	scene: Scene,
	key: string,
	actorId: string,
	when: number,
	command: Command | (() => Command),
): Act {
	const afterMs = Math.max(0, Math.ceil(when - scene.now));
	if (typeof command !== "function") return { key, actorId, afterMs, command };
	return {
		key,
		actorId,
		afterMs,
		get command() {
			return command();
		},
	};
}

/**
 * What a live rehearsal finds lying about is taken up one after the other over `spreadMs`, not all in its first
 * second: the earliest conference time for something that dates from `since`.
 */
export function takenUpAt(scene: Scene, key: string, since: number, spreadMs: number): number {
	const { liveSince } = scene;
	return liveSince == null || since >= liveSince ? 0 : liveSince + scene.chance(`takenUp/${key}`) * spreadMs;
}

export function isHuman(scene: Scene, id: string): boolean {
	return scene.human?.(id) ?? false;
}

/** Who acts for a delegation: its head; nobody while a person has the seat. */
export function headOf(scene: Scene, delegationId: string): Representative | undefined {
	if (isHuman(scene, delegationId)) return undefined;
	const head = scene.people
		.get(delegationId)
		?.find(
			({ role, rights }) => role === "delegate" && rights.includes("speak") && rights.includes("pledge"),
		);
	return head === undefined || isHuman(scene, head.id) ? undefined : head;
}

export function isFor(scene: Scene, actorId: string): boolean {
	return scene.only === undefined || scene.only === actorId;
}

/** The officer who acts for the desk. */
export function deskOf(scene: Scene): Representative | undefined {
	return scene.people.get(null)?.[0];
}

/** Meetings that the cast runs, in the order of the programme. */
export function meetingsOf(state: State): Meeting[] {
	return [...state.programme.meetings.values()].filter(
		({ kind, segments }) => kind !== "preparatory" && kind !== "sideEvent" && segments.length > 0,
	);
}

export function speakersOf(scene: Scene, meetingId: string): readonly string[] {
	return scene.script.speakers.get(meetingId) ?? [];
}

/** How long before its planned end a meeting's list closes. */
export const listClosesBefore = 10 * 60_000;
