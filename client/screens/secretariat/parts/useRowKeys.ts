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
	/* Selecting goes by the address and takes a moment; a key pressed meanwhile goes on from what was asked for. */
	const asked = useRef<string[]>([]);
	useEffect(() => {
		latest.current = rows;
		const { selected } = rows;
		asked.current = selected === null ? [] : asked.current.slice(asked.current.indexOf(selected) + 1);
		if (!focusDue.current || selected === null || asked.current.length > 0) return;
		focusDue.current = false;
		const row = table.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(selected)}"]`);
		row?.focus({ preventScroll: true });
		row?.scrollIntoView({ block: "nearest" });
	});
	return useMemo(() => {
		const present = () => asked.current.at(-1) ?? latest.current.selected;
		const go = (index: number) => {
			const { ids, select } = latest.current;
			const id = ids[Math.min(ids.length - 1, Math.max(0, index))];
			if (id === undefined || id === present()) return;
			focusDue.current = true;
			asked.current.push(id);
			select(id);
		};
		const placeOf = (id: string | null) => (id === null ? -1 : latest.current.ids.indexOf(id));
		const targets = (event: KeyboardEvent, id: string): number | undefined => {
			switch (event.key) {
				case "ArrowDown":
					return placeOf(asked.current.at(-1) ?? id) + 1;
				case "ArrowUp":
					return placeOf(asked.current.at(-1) ?? id) - 1;
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
			step(by) {
				const place = placeOf(present());
				go(place === -1 ? 0 : place + by);
			},
			select(id) {
				asked.current = [];
				latest.current.select(id);
			},
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
