import { expect } from "vitest";
import type { Actor, Context } from "../../shared/conference/actor.ts";
import { actorOf, system } from "../../shared/conference/actor.ts";
import type { Command, DomainEvent } from "../../shared/conference/decider.ts";
import { decide, evolve, parseCommand } from "../../shared/conference/decider.ts";
import type { RejectionCode } from "../../shared/conference/rejection.ts";
import type { State } from "../../shared/conference/state.ts";
import { emptyState } from "../../shared/conference/state.ts";

/** Conference time at which the tests begin: 7 December 2021, 09:00 in Seoul. */
export const start = Date.UTC(2021, 11, 7, 0, 0, 0);

export const minutes = (count: number) => count * 60_000;
export const seconds = (count: number) => count * 1000;

/** A representative's id, the system, or an actor made by hand. */
export type As = string | Actor;

export interface When {
	readonly as: As;
	/** Conference time in ms; `start` when absent. */
	readonly at?: number;
	/** Identifier for what the command creates; `made` when absent. */
	readonly newId?: string;
	/** For how long people have been out of reach, in ms of real time; nobody where absent. */
	readonly unreachableMs?: Readonly<Record<string, number>>;
}

/** One command with who gives it and when, for `given`. */
export type Act = readonly [command: Command, when: When];

export function actor(state: State, as: As): Actor {
	if (typeof as !== "string") return as;
	if (as === "system") return system;
	const found = actorOf(state, as);
	if (found === undefined) throw new Error(`No representative ${as} is accredited.`);
	return found;
}

export function contextFor(
	state: State,
	{ as, at = start, newId = "made", unreachableMs = {} }: When,
): Context {
	return {
		now: at,
		actor: actor(state, as),
		newId,
		plateOf: (id) => ({ name: `Name of ${id}`, title: { en: `Title of ${id}` } }),
		unreachableMs: (id) => unreachableMs[id] ?? 0,
	};
}

/** Runs a command that must be accepted and gives the state after it. */
export function run(state: State, command: Command, when: When): State {
	const decision = decide(command, state, contextFor(state, when));
	if ("rejection" in decision)
		throw new Error(`${command.type} was refused: ${JSON.stringify(decision.rejection)}`);
	return fold(state, decision.events);
}

export function fold(state: State, events: readonly DomainEvent[]): State {
	return events.reduce<State>(evolve, state);
}

/**
 * Given what happened, when a command comes, then events or a refusal follow. What happened is a state,
 * acts to be run through `decide`, or events.
 */
export function given(...past: readonly (State | Act | DomainEvent)[]) {
	let state = emptyState();
	for (const each of past) {
		if (isAct(each)) state = run(state, each[0], each[1]);
		else if ("type" in each) state = evolve(state, each);
		else state = each;
	}
	return { state, when: (command: Command, when: When) => specification(state, command, when) };
}

function isAct(each: State | Act | DomainEvent): each is Act {
	return Array.isArray(each);
}

function specification(state: State, command: Command, when: When) {
	// A command that could not come over the wire proves nothing.
	if (parseCommand(command) === undefined) throw new Error(`Not a command: ${JSON.stringify(command)}`);
	const decision = decide(command, state, contextFor(state, when));
	const events = "events" in decision ? decision.events : undefined;
	return {
		/** Compares type and, where given, part of the data of every event that followed. */
		// biome-ignore lint/suspicious/noThenProperty: these are the words of a specification; nobody awaits one.
		then(...expected: readonly { readonly type: DomainEvent["type"]; readonly data?: object }[]): State {
			expect(decision).not.toHaveProperty("rejection");
			expect(events?.map(({ type }) => type)).toEqual(expected.map(({ type }) => type));
			expected.forEach(({ data }, index) => {
				if (data !== undefined) expect(events?.[index]?.data).toMatchObject(data);
			});
			return fold(state, events ?? []);
		},
		thenRefused(code: RejectionCode, params?: Record<string, string | number>): void {
			expect(decision).toHaveProperty("rejection");
			if (!("rejection" in decision)) return;
			expect(decision.rejection.code).toBe(code);
			if (params !== undefined) expect(decision.rejection.params).toEqual(params);
		},
	};
}
