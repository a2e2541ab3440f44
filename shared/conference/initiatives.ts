import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import type { Localized } from "./common.ts";
import { identifier, localized, text } from "./common.ts";
import type { EventOf } from "./event.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";

/** What the text says, in the version of a number from 1. */
export interface InitiativeVersion {
	readonly number: number;
	readonly title: Localized;
	readonly shortTitle: Localized;
	readonly summary: Localized;
	/** The full text, where it is published here. */
	readonly text: Localized | null;
	readonly publishedAt: number;
}

/** A text that delegations support; its sponsors support it from the start (IN1). */
export interface Initiative {
	readonly id: string;
	/** Of the version in force, the last of `versions`. */
	readonly title: Localized;
	readonly shortTitle: Localized;
	readonly summary: Localized;
	readonly text: Localized | null;
	readonly sponsors: readonly string[];
	readonly versions: readonly InitiativeVersion[];
	/** By delegation; sponsors included. */
	readonly supporters: ReadonlyMap<string, Support>;
	/** Who supported it once, in the order of withdrawal. */
	readonly withdrawn: readonly WithdrawnSupport[];
}

export interface Support {
	readonly delegationId: string;
	readonly how: "sponsor" | "statement" | "seat" | "writing";
	readonly at: number;
	/** Number of the version that is supported. */
	readonly version: number;
	/** The statement in which it was declared. */
	readonly statementId: string | null;
	/** Why, or how it is to be understood; on the public roll. */
	readonly explanation: string | null;
}

export interface WithdrawnSupport extends Support {
	readonly withdrawnAt: number;
}

export interface InitiativesState {
	readonly initiatives: Map<string, Initiative>;
}

const initiativeId = identifier;
const words = {
	title: localized(200, "open"),
	shortTitle: localized(80, "open"),
	summary: localized(600, "open"),
	text: z.optional(z.nullable(localized(8_000, "open"))),
};

/** Schemas of the commands, by type. */
export const initiativesCommands = {
	openInitiative: z.strictObject({
		type: z.literal("openInitiative"),
		initiativeId,
		...words,
		sponsors: z.array(identifier).check(z.minLength(1)),
	}),
	/** Publishes a new version of the text, for a sponsor; the earlier ones are kept. */
	reviseInitiative: z.strictObject({
		type: z.literal("reviseInitiative"),
		initiativeId,
		delegationId: identifier,
		...words,
	}),
	declareSupport: z.strictObject({
		type: z.literal("declareSupport"),
		initiativeId,
		delegationId: identifier,
		explanation: z.optional(z.nullable(text(1000, "open"))),
	}),
	withdrawSupport: z.strictObject({
		type: z.literal("withdrawSupport"),
		initiativeId,
		delegationId: identifier,
	}),
};
export type InitiativesCommand = z.infer<(typeof initiativesCommands)[keyof typeof initiativesCommands]>;

/** The words of a version as records have them; the text is absent in older ones. */
type RecordedWords = Pick<InitiativeVersion, "title" | "shortTitle" | "summary"> & {
	readonly text?: Localized | null | undefined;
};

export type InitiativesEvent =
	| EventOf<"InitiativeOpened", { readonly initiative: RecordedWords & Pick<Initiative, "id" | "sponsors"> }>
	| EventOf<"InitiativeRevised", { readonly initiativeId: string } & RecordedWords>
	| EventOf<
			"SupportDeclared",
			{
				readonly initiativeId: string;
				readonly delegationId: string;
				readonly how: Support["how"];
				/** Absent in records older than it; so is the explanation. */
				readonly statementId?: string | null;
				readonly explanation?: string | null;
			}
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
		const { initiativeId: id, title, shortTitle, summary, text = null, sponsors } = command;
		return accept({
			type: "InitiativeOpened",
			at,
			data: { initiative: { id, title, shortTitle, summary, text, sponsors } },
		});
	}
	const { initiativeId, delegationId } = command;
	if (present === undefined) return refuse("unknownInitiative", { initiativeId });
	if (!state.delegations.delegations.has(delegationId)) return refuse("unknownDelegation", { delegationId });
	switch (command.type) {
		case "reviseInitiative": {
			if (!present.sponsors.includes(delegationId)) return refuse("notSponsor", { delegationId });
			const { title, shortTitle, summary, text = null } = command;
			const next = { title, shortTitle, summary, text };
			const isSame = (Object.keys(next) as (keyof typeof next)[]).every(
				(key) => JSON.stringify(next[key]) === JSON.stringify(present[key]),
			);
			if (isSame) return refuse("sameVersion");
			return accept({ type: "InitiativeRevised", at, data: { initiativeId, ...next } });
		}
		case "declareSupport": {
			// IN4: support is for a version; the next one can be supported anew.
			if (present.supporters.get(delegationId)?.version === present.versions.length)
				return refuse("alreadySupports", { delegationId });
			const how = manner(delegationId, state, context);
			const statementId = how === "statement" ? (state.floor.statement?.id ?? null) : null;
			const { explanation = null } = command;
			return accept({
				type: "SupportDeclared",
				at,
				data: { initiativeId, delegationId, how, statementId, explanation },
			});
		}
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
	const { at } = event;
	if (event.type === "InitiativeOpened") {
		const { id, sponsors, ...words } = event.data.initiative;
		const supporters = new Map<string, Support>();
		for (const delegationId of sponsors)
			supporters.set(delegationId, { ...sponsored, delegationId, at, version: 1 });
		const first = published({ id, sponsors, versions: [], supporters, withdrawn: [] }, words, at);
		subject.initiatives.set(id, first);
		return;
	}
	const { initiativeId } = event.data;
	const present = subject.initiatives.get(initiativeId);
	if (present === undefined) return;
	if (event.type === "InitiativeRevised") {
		const { initiativeId: _, ...words } = event.data;
		const revised = published(present, words, at);
		const supporters = new Map(present.supporters);
		// IN1: sponsors support every version.
		for (const delegationId of present.sponsors) {
			const was = supporters.get(delegationId);
			if (was !== undefined) supporters.set(delegationId, { ...was, version: revised.versions.length });
		}
		subject.initiatives.set(initiativeId, { ...revised, supporters });
		return;
	}
	const { delegationId } = event.data;
	const supporters = new Map(present.supporters);
	if (event.type === "SupportDeclared") {
		const { how, statementId = null, explanation = null } = event.data;
		const version = present.versions.length;
		supporters.set(delegationId, { delegationId, how, at, version, statementId, explanation });
		subject.initiatives.set(initiativeId, { ...present, supporters });
		return;
	}
	const was = supporters.get(delegationId);
	if (was === undefined) return;
	supporters.delete(delegationId);
	const withdrawn = [...present.withdrawn, { ...was, withdrawnAt: at }];
	subject.initiatives.set(initiativeId, { ...present, supporters, withdrawn });
}

const sponsored = { how: "sponsor" as const, statementId: null, explanation: null };

/** With one more version of the text. */
function published(
	initiative: Pick<Initiative, "id" | "sponsors" | "versions" | "supporters" | "withdrawn">,
	{ title, shortTitle, summary, text = null }: RecordedWords,
	publishedAt: number,
): Initiative {
	const words = { title, shortTitle, summary, text };
	const version = { ...words, number: initiative.versions.length + 1, publishedAt };
	return { ...initiative, ...words, versions: [...initiative.versions, version] };
}
