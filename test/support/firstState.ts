import type { FloorStatement } from "../../shared/conference/floor.ts";
import { usualProcedure } from "../../shared/conference/procedure.ts";
import type { State } from "../../shared/conference/state.ts";
import { emptyState } from "../../shared/conference/state.ts";
import { asSecondKnown } from "./secondState.ts";
import { mapped, mustBe, without } from "./without.ts";

/**
 * A state as records knew it before the rules of procedure. What has been added since must be as it is where
 * nothing of it has happened, and is left out; an old record that now means something new is found here.
 * Left out unchecked is only what follows from old events and had no field then: `derived`.
 */
export function asFirstKnown(now: State) {
	const state = asSecondKnown(now);
	const { hands, pointsOfOrder, replies, motions, texts, documents, messages, ...known } = state;
	const empty = emptyState();
	const added = { hands, pointsOfOrder, replies, motions, texts, documents, messages };
	for (const [subject, value] of Object.entries(added))
		mustBe(value, empty[subject as keyof typeof added], subject);
	const { delegations, representatives } = state.delegations;
	return {
		...known,
		profile: without(state.profile, { procedure: usualProcedure }),
		delegations: {
			delegations: mapped(delegations, (each) => without(each, { region: null })),
			representatives,
		},
		programme: {
			meetings: mapped(state.programme.meetings, (each) => ({
				...each,
				segments: each.segments.map((segment) =>
					without(segment, {
						mode: segment.kind === "statements" ? "list" : "ceremony",
						debate: "open",
					}),
				),
			})),
		},
		speakersLists: {
			lists: mapped(state.speakersLists.lists, (list) => ({
				...without(list, { opensAt: null, draw: null, swaps: new Map(), lateRequests: new Map() }, "undo"),
				entries: mapped(list.entries, (entry) =>
					without(entry, {
						jointly: [],
						mode: "live",
						expectedMs: null,
						slot: null,
						swapped: null,
						absentAt: null,
					}),
				),
			})),
		},
		floor: {
			...without(state.floor, { interrupted: null }, "undo"),
			statement: state.floor.statement === null ? null : heldThen(state.floor.statement),
		},
		statements: {
			statements: mapped(state.statements.statements, (statement) =>
				without(
					statement,
					{ kind: "statement", level: null, jointly: [] },
					"entryId",
					"language",
					"mode",
					"pausedMs",
				),
			),
		},
	};
}

function heldThen(statement: FloorStatement) {
	const added = { kind: "statement", sourceId: null, level: null, jointly: [] } as const;
	return without(statement, added, "pausedSince", "pausedMs");
}
