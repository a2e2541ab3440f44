import type { Entry, SpeakersList } from "../../shared/conference/speakersList.ts";
import type { State } from "../../shared/conference/state.ts";

/**
 * The order of a list a second time, from the rules SL11 and SL16 as they are written, sharing nothing with
 * the product: what makes one entry stand before another is a sequence of numbers, compared from the left.
 */
function place(entry: Entry, list: SpeakersList, state: State): number[] {
	const { order, levels, rankedWithStates } = state.profile.procedure;
	const kind = state.delegations.delegations.get(entry.delegationId)?.kind;
	const isAmongStates = kind === "memberState" || rankedWithStates.includes(entry.delegationId);
	const lot = list.draw === null ? -1 : list.draw.order.indexOf(entry.delegationId);
	const numbers = {
		slot: entry.slot ?? 1000,
		category: isAmongStates ? 1 : kind === "observer" ? 2 : 3,
		group: entry.onBehalfOf !== null || entry.jointly.length > 0 ? 1 : 2,
		level: entry.level === null ? 1000 : levels.indexOf(entry.level),
		// Who came to take part after the draw has no lot and stands behind all who have.
		draw: lot < 0 ? 1_000_000 : lot,
		time: entry.inscribedAt,
	};
	// A class is what stands together before lot or time tell its members apart; who was absent goes to its end.
	const isFine = (each: keyof typeof numbers) => each === "draw" || each === "time";
	const classes = order.some(isFine) ? order.findIndex(isFine) : order.length;
	const inSequence = order.map((each) => numbers[each]);
	return [
		...inSequence.slice(0, classes),
		entry.absentAt ?? 0,
		...inSequence.slice(classes),
		numbers.time,
		[...list.entries.keys()].indexOf(entry.id),
	];
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
	const differs = one.findIndex((each, index) => each !== other[index]);
	return differs >= 0 && (one[differs] ?? 0) < (other[differs] ?? 0);
}

/** The first two waiting entries that no person has placed and that stand against the rules, if there are any. */
export function misplaced(list: SpeakersList, state: State): [string, string] | undefined {
	const free = list.order
		.flatMap((id) => list.entries.get(id) ?? [])
		.filter(({ moved, swapped }) => moved === null && swapped === null);
	for (const [index, entry] of free.entries()) {
		const next = free[index + 1];
		if (next !== undefined && !isBefore(place(entry, list, state), place(next, list, state)))
			return [entry.id, next.id];
	}
	return undefined;
}
