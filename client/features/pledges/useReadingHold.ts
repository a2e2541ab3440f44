import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { FeedItem } from "./feed.ts";

/**
 * Keeps new entries back while somebody reads further down, so that nothing is pushed from under the eyes:
 * gives what to show and how many wait. They appear when the reader asks, or is back at the top.
 */
export function useReadingHold(
	items: readonly FeedItem[],
	top: RefObject<HTMLElement | null>,
): { shown: readonly FeedItem[]; waiting: number; release: () => void } {
	const known = useRef<ReadonlySet<string>>(new Set(items.map(({ key }) => key)));
	const [held, setHeld] = useState<ReadonlySet<string>>(new Set());

	useEffect(() => {
		const added = items.filter(({ key }) => !known.current.has(key)).map(({ key }) => key);
		if (added.length === 0) return;
		known.current = new Set(items.map(({ key }) => key));
		if (isReadingBelow(top.current)) setHeld((before) => new Set([...before, ...added]));
	}, [items, top]);

	const isHolding = held.size > 0;
	useEffect(() => {
		if (!isHolding) return undefined;
		const look = () => {
			if (!isReadingBelow(top.current)) setHeld(new Set());
		};
		window.addEventListener("scroll", look, { passive: true });
		return () => window.removeEventListener("scroll", look);
	}, [isHolding, top]);

	const release = useCallback(() => {
		setHeld(new Set());
		top.current?.scrollIntoView({ block: "start" });
	}, [top]);
	const shown = isHolding ? items.filter(({ key }) => !held.has(key)) : items;
	return { shown, waiting: held.size, release };
}

/** The first entry has left the window upwards while the feed is still in sight. */
function isReadingBelow(top: HTMLElement | null): boolean {
	if (top === null) return false;
	const { top: start, bottom } = (top.parentElement ?? top).getBoundingClientRect();
	return start < -40 && bottom > 0;
}
