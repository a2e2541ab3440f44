import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import type { Localized } from "./common.ts";
import { identifier, localized } from "./common.ts";
import type { EventOf } from "./event.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";

/** What the United Nations asks for, with a quantity; announced pledges close it, unit by unit. */
export interface Need {
	readonly id: string;
	readonly title: Localized;
	readonly category: string;
	readonly quantity: number;
}

export interface NeedsState {
	/** In the order in which they were published. */
	readonly needs: Map<string, Need>;
}

const need = z.strictObject({
	id: identifier,
	title: localized(120, "open"),
	category: identifier,
	quantity: z.int().check(z.gte(1), z.lte(500)),
});

/** Schemas of the commands, by type. */
export const needsCommands = {
	publishNeeds: z.strictObject({
		type: z.literal("publishNeeds"),
		needs: z.array(need).check(z.minLength(1), z.maxLength(200)),
	}),
	/** Changes what is asked for; pledges keep what they promised (PL9). */
	changeNeed: z.strictObject({
		type: z.literal("changeNeed"),
		needId: identifier,
		quantity: z.int().check(z.gte(1), z.lte(500)),
	}),
};
export type NeedsCommand = z.infer<(typeof needsCommands)[keyof typeof needsCommands]>;

export type NeedsEvent =
	| EventOf<"NeedsPublished", { readonly needs: readonly Need[] }>
	| EventOf<"NeedChanged", { readonly needId: string; readonly quantity: number }>;

/** Before the first event. */
export function emptyNeeds(): NeedsState {
	return { needs: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyNeeds(subject: NeedsState): NeedsState {
	return { needs: new Map(subject.needs) };
}

/** Decides a command by the rules NE. */
export function decideNeeds(command: NeedsCommand, state: State, context: Context): Decision<NeedsEvent> {
	const at = context.now;
	const { needs } = state.needs;
	switch (command.type) {
		case "publishNeeds": {
			const twice = command.needs.find(
				({ id }, index) => needs.has(id) || command.needs.findIndex((other) => other.id === id) !== index,
			);
			if (twice !== undefined) return refuse("needExists", { needId: twice.id });
			const unknown = command.needs.find(
				({ category }) => !state.profile.categories.some(({ id }) => id === category),
			);
			if (unknown !== undefined) return refuse("unknownCategory", { category: unknown.category });
			return accept({ type: "NeedsPublished", at, data: { needs: command.needs } });
		}
		case "changeNeed": {
			const { needId, quantity } = command;
			if (!needs.has(needId)) return refuse("unknownNeed", { needId });
			return accept({ type: "NeedChanged", at, data: { needId, quantity } });
		}
	}
}

/** Folds one event in; changes the maps in place, for whoever owns them (`Fork`). */
export function evolveNeeds(subject: NeedsState, event: NeedsEvent): void {
	switch (event.type) {
		case "NeedsPublished":
			for (const next of event.data.needs) subject.needs.set(next.id, next);
			return;
		case "NeedChanged": {
			const present = subject.needs.get(event.data.needId);
			if (present !== undefined) subject.needs.set(present.id, { ...present, quantity: event.data.quantity });
			return;
		}
	}
}
