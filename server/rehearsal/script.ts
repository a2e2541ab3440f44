import type { RehearsalDefinition } from "../../shared/conference/definition.ts";
import { statementsSegment } from "../../shared/conference/selectors.ts";
import type { State } from "../../shared/conference/state.ts";
import { keyedChance } from "./random.ts";

export type PledgeTemplate = RehearsalDefinition["pledges"][number];

/** What the cast plays: who asks for the floor in which meeting, and what can be pledged. */
export interface Script {
	/** By meeting: delegations in the order in which they ask to speak. */
	readonly speakers: ReadonlyMap<string, readonly string[]>;
	readonly pledges: readonly PledgeTemplate[];
}

/** What a rehearsal file tells its cast to do, as far as these delegations take part. */
export function scriptOf(rehearsal: RehearsalDefinition, takesPart: (id: string) => boolean): Script {
	return {
		speakers: new Map(
			Object.entries(rehearsal.schedule).map(([id, slot]) => [id, slot.speakers.filter(takesPart)]),
		),
		pledges: rehearsal.pledges,
	};
}

/** A script for a rehearsal that ships none of its own: every delegation speaks once, about twenty in a meeting. */
export function improvisedScript(state: State, pledges: readonly PledgeTemplate[], seed: number): Script {
	const chance = keyedChance(seed);
	const meetings = [...state.programme.meetings.values()].filter(
		(meeting) => meeting.status !== "closed" && statementsSegment(meeting)?.kind === "statements",
	);
	const waiting = [...state.delegations.delegations.values()]
		.filter(({ kind }) => kind !== "secretariat")
		.map(({ id }) => id)
		.sort((a, b) => chance(`place/${a}`) - chance(`place/${b}`));
	const each = Math.max(1, Math.ceil(waiting.length / Math.max(1, meetings.length)));
	const categories = new Set(state.profile.categories.map(({ id }) => id));
	return {
		speakers: new Map(meetings.map(({ id }, at) => [id, waiting.slice(at * each, (at + 1) * each)])),
		pledges: pledges.filter(({ category }) => categories.has(category)),
	};
}
