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
	/** Conference times in whole minutes (ms), so that a row is drawn again only when what it shows changes. */
	readonly earliest: number;
	readonly expected: number;
	readonly latest: number;
	readonly isMoved: boolean;
	/** The row has the focus of the keyboard. */
	readonly isFocused: boolean;
}

const minute = 60_000;
const wholeMinute = (time: number) => Math.round(time / minute) * minute;
const nextShown = 3;

/**
 * The rows of the table, each the same object as before where nothing of it changed: the table then leaves it
 * alone. One pass over the list, so that 400 entries are as good as ten.
 */
export function useTableRows(
	rows: ListRows,
	segment: Segment,
	moved: ReadonlySet<string>,
	focused: string | null,
): readonly TableRow[] {
	const known = useRef<{ byId: ReadonlyMap<string, TableRow>; all: readonly TableRow[] }>({
		byId: new Map(),
		all: [],
	});
	const before = known.current;
	const all = rows.waiting.map(({ entry, place, expected }) => {
		const row: TableRow = {
			id: entry.id,
			entry,
			number: rows.made + place + 1,
			rank: Math.min(place, nextShown),
			limitMs: limitOf(segment, entry),
			earliest: wholeMinute(expected.earliest),
			expected: wholeMinute(expected.expected),
			latest: wholeMinute(expected.latest),
			isMoved: moved.has(entry.id),
			isFocused: entry.id === focused,
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
		a.earliest === b.earliest &&
		a.expected === b.expected &&
		a.latest === b.latest &&
		a.isMoved === b.isMoved &&
		a.isFocused === b.isFocused
	);
}
