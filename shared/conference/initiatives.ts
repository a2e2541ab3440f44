import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import type { Localized } from "./common.ts";
import { identifier, localized } from "./common.ts";
import type { EventOf } from "./event.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";

/** A text that delegations support; its sponsors support it from the start (IN1). */
export interface Initiative {
	readonly id: string;
	readonly title: Localized;
	readonly shortTitle: Localized;
	readonly summary: Localized;
	readonly sponsors: readonly string[];
	/** By delegation; sponsors included. */
	readonly supporters: ReadonlyMap<string, Support>;
}

export interface Support {
	readonly delegationId: string;
	readonly how: "sponsor" | "statement" | "seat" | "writing";
	readonly at: number;
}

export interface InitiativesState {
	readonly initiatives: Map<string, Initiative>;
}

const initiativeId = identifier;

/** Schemas of the commands, by type. */
export const initiativesCommands = {
	openInitiative: z.strictObject({
		type: z.literal("openInitiative"),
		initiativeId,
		title: localized(200),
		shortTitle: localized(80),
		summary: localized(600),
		sponsors: z.array(identifier).check(z.minLength(1)),
	}),
	declareSupport: z.strictObject({
		type: z.literal("declareSupport"),
		initiativeId,
		delegationId: identifier,
	}),
	withdrawSupport: z.strictObject({
		type: z.literal("withdrawSupport"),
		initiativeId,
		delegationId: identifier,
	}),
};
export type InitiativesCommand = z.infer<(typeof initiativesCommands)[keyof typeof initiativesCommands]>;

export type InitiativesEvent =
	| EventOf<"InitiativeOpened", { readonly initiative: Omit<Initiative, "supporters"> }>
	| EventOf<
			"SupportDeclared",
			{ readonly initiativeId: string; readonly delegationId: string; readonly how: Support["how"] }
	  >
	| EventOf<"SupportWithdrawn", { readonly initiativeId: string; readonly delegationId: string }>;

/** Before the first event. */
export function emptyInitiatives(): InitiativesState {
	return { initiatives: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyInitiatives(subject: InitiativesState): InitiativesState {
	return { initiatives: new Map(subject.initiatives) };
}

/** Decides a command by the rules IN. */
export function decideInitiatives(
	command: InitiativesCommand,
	state: State,
	context: Context,
): Decision<InitiativesEvent> {
	const at = context.now;
	const present = state.initiatives.initiatives.get(command.initiativeId);
	if (command.type === "openInitiative") {
		if (present !== undefined) return refuse("alreadyDefined");
		const stranger = command.sponsors.find((id) => !state.delegations.delegations.has(id));
		if (stranger !== undefined) return refuse("unknownDelegation", { delegationId: stranger });
		const { initiativeId: id, title, shortTitle, summary, sponsors } = command;
		return accept({
			type: "InitiativeOpened",
			at,
			data: { initiative: { id, title, shortTitle, summary, sponsors } },
		});
	}
	const { initiativeId, delegationId } = command;
	if (present === undefined) return refuse("unknownInitiative", { initiativeId });
	if (!state.delegations.delegations.has(delegationId)) return refuse("unknownDelegation", { delegationId });
	switch (command.type) {
		case "declareSupport":
			if (present.supporters.has(delegationId)) return refuse("alreadySupports", { delegationId });
			return accept({
				type: "SupportDeclared",
				at,
				data: { initiativeId, delegationId, how: manner(delegationId, state, context) },
			});
		case "withdrawSupport":
			if (present.sponsors.includes(delegationId)) return refuse("sponsorSupports", { delegationId });
			if (!present.supporters.has(delegationId)) return refuse("doesNotSupport", { delegationId });
			return accept({ type: "SupportWithdrawn", at, data: { initiativeId, delegationId } });
	}
}

/** IN2: the roll says how support was declared: in a statement, from the seat, or in writing through the secretariat. */
function manner(delegationId: string, state: State, context: Context): Support["how"] {
	if (context.actor.role === "secretariat") return "writing";
	return state.floor.statement?.delegationId === delegationId ? "statement" : "seat";
}

/** Folds one event in; changes the maps in place, for whoever owns them (`Fork`). */
export function evolveInitiatives(subject: InitiativesState, event: InitiativesEvent): void {
	if (event.type === "InitiativeOpened") {
		const { initiative } = event.data;
		const supporters = new Map(
			initiative.sponsors.map((delegationId) => [
				delegationId,
				{ delegationId, how: "sponsor" as const, at: event.at },
			]),
		);
		subject.initiatives.set(initiative.id, { ...initiative, supporters });
		return;
	}
	const { initiativeId, delegationId } = event.data;
	const present = subject.initiatives.get(initiativeId);
	if (present === undefined) return;
	const supporters = new Map(present.supporters);
	if (event.type === "SupportDeclared")
		supporters.set(delegationId, { delegationId, how: event.data.how, at: event.at });
	else supporters.delete(delegationId);
	subject.initiatives.set(initiativeId, { ...present, supporters });
}
