import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from "react";

export interface RowKeys {
	/** Selects the row after or before the selected one and gives it the focus. */
	step(by: 1 | -1): void;
	/** For a row's `onKeyDown`: arrows, Home and End move, Enter opens. */
	onRowKeyDown(event: KeyboardEvent, id: string): void;
	select(id: string): void;
	/** For the table: where rows are found again by `data-row`. */
	readonly table: RefObject<HTMLTableElement | null>;
}

interface Rows {
	readonly ids: readonly string[];
	readonly selected: string | null;
	select(id: string): void;
	open(id: string): void;
}

/**
 * Moving through the rows of a table with the keyboard; selection and focus go together. What it gives is
 * the same for the life of the table, so that rows need not render again for it.
 */
export function useRowKeys(rows: Rows): RowKeys {
	const latest = useRef(rows);
	const table = useRef<HTMLTableElement>(null);
	const focusDue = useRef(false);
	useEffect(() => {
		latest.current = rows;
		const { selected } = rows;
		if (!focusDue.current || selected === null) return;
		focusDue.current = false;
		const row = table.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(selected)}"]`);
		row?.focus({ preventScroll: true });
		row?.scrollIntoView({ block: "nearest" });
	});
	return useMemo(() => {
		const go = (index: number) => {
			const { ids, selected, select } = latest.current;
			const id = ids[Math.min(ids.length - 1, Math.max(0, index))];
			if (id === undefined || id === selected) return;
			focusDue.current = true;
			select(id);
		};
		const placeOf = (id: string | null) => (id === null ? -1 : latest.current.ids.indexOf(id));
		const targets = (event: KeyboardEvent, id: string): number | undefined => {
			switch (event.key) {
				case "ArrowDown":
					return placeOf(id) + 1;
				case "ArrowUp":
					return placeOf(id) - 1;
				case "Home":
					return 0;
				case "End":
					return latest.current.ids.length - 1;
				default:
					return undefined;
			}
		};
		return {
			table,
			step: (by) => go(placeOf(latest.current.selected) === -1 ? 0 : placeOf(latest.current.selected) + by),
			select: (id) => latest.current.select(id),
			onRowKeyDown(event, id) {
				if (event.key === "Enter") {
					event.preventDefault();
					latest.current.open(id);
					return;
				}
				const target = targets(event, id);
				if (target === undefined) return;
				event.preventDefault();
				go(target);
			},
		};
	}, []);
}
