import { useEffect, useState } from "react";
import { useEvents } from "../../../conference/hooks.ts";
import type { Waiting } from "../../../features/speakersList/rows.ts";

const markedForMs = 6_000;

/** Entries that were moved just now, by anybody: their number is marked for six seconds. */
export function useMovedLately(waiting: readonly Waiting[]): ReadonlySet<string> {
	const [moved, setMoved] = useState<ReadonlySet<string>>(new Set());
	useEvents((events, live) => {
		const ids = live
			? events.flatMap((event) => (event.type === "EntryMoved" ? [event.data.entryId] : []))
			: [];
		if (ids.length > 0) setMoved((before) => new Set([...before, ...ids]));
	});
	useEffect(() => {
		if (moved.size === 0) return undefined;
		const timer = setTimeout(() => setMoved(new Set()), markedForMs);
		return () => clearTimeout(timer);
	}, [moved]);
	const isThere = waiting.some(({ entry }) => moved.has(entry.id));
	return isThere ? moved : none;
}

const none: ReadonlySet<string> = new Set();
