import { inLanguage } from "../../shared/conference/common.ts";
import type { Figure } from "../../shared/conference/figures.ts";
import { rowsOf } from "../../shared/conference/figures.ts";
import type { Pledge } from "../../shared/conference/pledge.ts";
import type { State } from "../../shared/conference/state.ts";
import type { PublicPledge } from "../../shared/protocol/press.ts";
import { isoTime } from "./isoTime.ts";

/**
 * The public pledges that all of these figures count, for the press and other sites.
 *
 * @param state as the public sees it: nothing is taken out here.
 */
export function presentPledges(state: State, figures: readonly Figure[]): PublicPledge[] {
	return rowsOf(figures, state).map((pledge) => presentPledge(state, pledge));
}

/** One pledge as the public sees it. @param state for the name of its delegation. */
export function presentPledge(state: State, pledge: Pledge): PublicPledge {
	const time = (at: number | null) => (at === null ? null : isoTime(at));
	const name = state.delegations.delegations.get(pledge.delegationId)?.name;
	const { delivery } = pledge;
	return {
		id: pledge.id,
		number: pledge.number ?? 0,
		delegation: pledge.delegationId,
		delegationName: name === undefined ? pledge.delegationId : inLanguage(name, "en"),
		// Field by field: what a pledge gets one day is not public because nobody thought of it.
		...picked(pledge),
		state: announcedState(pledge),
		announcement: pledge.announcement,
		announcedAt: time(pledge.announcedAt),
		confirmedAt: time(pledge.confirmedAt),
		meeting: pledge.meetingId,
		statement: pledge.statementId,
		second: pledge.second,
		mergedInto: pledge.mergedInto,
		delivery: delivery === null ? null : { ...delivery, at: isoTime(delivery.at) },
		corrections: pledge.corrections.map(({ at, reason, before }) => ({
			at: isoTime(at),
			reason,
			before: before.title,
		})),
	};
}

function picked(pledge: Pledge) {
	const { title, details, language, kind, earlier, form, parts, matches, offeredTo, category, subcategory } =
		pledge;
	const { priorities, needId, quantity, amount, conditions, availableFrom, availableTo } = pledge;
	const { readinessDays, evidence } = pledge;
	return {
		...{ title, details, language, kind, earlier, form, matches, offeredTo, category, subcategory },
		...{ needId, quantity, amount, conditions, availableFrom, availableTo, readinessDays },
		parts: parts.map(({ at, ...part }) => ({ ...part, at: at === null ? null : isoTime(at) })),
		priorities: [...priorities],
		evidence: [...evidence],
	};
}

/** What the public sees was announced; another state here would be a hole in what is private. */
function announcedState({ state, id }: Pledge): PublicPledge["state"] {
	if (state === "announced" || state === "confirmed" || state === "withdrawn" || state === "merged")
		return state;
	throw new Error(`Pledge ${id} is ${state} and not public`);
}

const columns = [
	...[
		"number",
		"delegation",
		"delegationName",
		"title",
		"details",
		"kind",
		"form",
		"category",
		"subcategory",
	],
	...["priorities", "needId", "quantity", "unit", "amount", "currency", "availableFrom", "availableTo"],
	...[
		"readinessDays",
		"conditions",
		"partners",
		"state",
		"announcement",
		"announcedAt",
		"confirmedAt",
		"meeting",
	],
] as const;

/** The same as rows of a sheet, the heads first; a joint pledge names its partners with what each confirmed. */
export function pledgeSheet(state: State, figures: readonly Figure[]): string[][] {
	const rows = presentPledges(state, figures).map((pledge) => {
		const { amount, parts, priorities, ...plain } = pledge;
		const cells: Record<string, unknown> = {
			...plain,
			priorities: priorities.join("; "),
			unit: amount?.unit ?? null,
			amount: amount?.value ?? null,
			currency: amount?.unit === "money" ? amount.currency : null,
			partners: parts
				.map(({ heldBy, delegationId, role, status }) => `${heldBy ?? delegationId ?? "?"} ${role} ${status}`)
				.join("; "),
		};
		return columns.map((column) => (cells[column] == null ? "" : String(cells[column])));
	});
	return [[...columns], ...rows];
}
