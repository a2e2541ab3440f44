import { useMemo, useState } from "react";
import { sameItems } from "../../../conference/hooks.ts";

export interface StableOrder {
	readonly ids: readonly string[];
	/** How many rows have come since the order was drawn. */
	readonly arrivals: number;
	/** Draws the order anew. */
	refresh(): void;
}

/**
 * An order of rows that live updates leave alone while somebody works in it (`busy`): a row that is being
 * read never moves away under the pointer. Rows change in place meanwhile, new ones are counted. Another
 * `question` (filter, search) draws the order anew.
 */
export function useStableOrder(live: readonly string[], question: string, busy: boolean): StableOrder {
	const [drawn, setDrawn] = useState({ question, ids: live });
	const isDue = drawn.question !== question || (!busy && !sameItems(drawn.ids, live));
	if (isDue) setDrawn({ question, ids: live });
	const ids = isDue ? live : drawn.ids;
	const arrivals = useMemo(() => {
		if (ids === live) return 0;
		const known = new Set(ids);
		return live.reduce((count, id) => (known.has(id) ? count : count + 1), 0);
	}, [ids, live]);
	return { ids, arrivals, refresh: () => setDrawn({ question, ids: live }) };
}
