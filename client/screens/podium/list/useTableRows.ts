import { useRef } from "react";
import type { Segment } from "../../../../shared/conference/programme.ts";
import { limitOf } from "../../../../shared/conference/selectors.ts";
import type { Entry } from "../../../../shared/conference/speakersList.ts";
import type { ListRows } from "../../../features/speakersList/rows.ts";

/** One row of the table, with no more than what is drawn. */
export interface TableRow {
	readonly id: string;
	readonly entry: Entry;
	/** As it is counted in the meeting: the next statement has the number of those made, plus one. */
	readonly number: number;
	/** 0, 1 and 2 for the next three, then 3 for everybody. */
	readonly rank: number;
	readonly limitMs: number;
	readonly isMoved: boolean;
}

const nextShown = 3;

/**
 * The rows of the table, each the same object as before where nothing of it changed: the table then leaves it
 * alone. One pass over the list, so that 400 entries are as good as ten.
 */
export function useTableRows(
	rows: ListRows,
	segment: Segment,
	moved: ReadonlySet<string>,
): readonly TableRow[] {
	const known = useRef<{ byId: ReadonlyMap<string, TableRow>; all: readonly TableRow[] }>({
		byId: new Map(),
		all: [],
	});
	const before = known.current;
	const all = rows.waiting.map(({ entry, place }) => {
		const row: TableRow = {
			id: entry.id,
			entry,
			number: rows.made + place + 1,
			rank: Math.min(place, nextShown),
			limitMs: limitOf(segment, entry),
			isMoved: moved.has(entry.id),
		};
		const was = before.byId.get(row.id);
		return was !== undefined && isSame(was, row) ? was : row;
	});
	const isUnchanged =
		all.length === before.all.length && all.every((row, index) => row === before.all[index]);
	if (isUnchanged) return before.all;
	known.current = { all, byId: new Map(all.map((row) => [row.id, row])) };
	return all;
}

function isSame(a: TableRow, b: TableRow): boolean {
	return (
		a.entry === b.entry &&
		a.number === b.number &&
		a.rank === b.rank &&
		a.limitMs === b.limitMs &&
		a.isMoved === b.isMoved
	);
}
