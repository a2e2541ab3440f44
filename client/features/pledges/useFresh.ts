import { useEffect, useRef, useState } from "react";
import type { ProjectedEvent } from "../../../shared/conference/decider.ts";
import { useEvents } from "../../conference/hooks.ts";

/** Keys of what has just been announced: a pledge's id, or `supportKey`. */
export interface Fresh {
	/** For six seconds: row and entry hold brass. */
	readonly now: ReadonlySet<string>;
	/** For a minute: the flag in its slot is ringed. */
	readonly lately: ReadonlySet<string>;
}

const nowMs = 6_000;
const latelyMs = 60_000;

/** Names a support in the sets of `Fresh`; a delegation may support several initiatives. */
export function supportKey(initiativeId: string, delegationId: string): string {
	return `${initiativeId} ${delegationId}`;
}

/** What an event announces to the world, if it does. */
export function announcedBy(event: ProjectedEvent): string | undefined {
	if (event.type === "SupportDeclared") return supportKey(event.data.initiativeId, event.data.delegationId);
	if (event.type !== "PledgeShown") return undefined;
	const { id, state, announcedAt } = event.data.pledge;
	return state === "announced" && announcedAt === event.at ? id : undefined;
}

/** Of what is announced while the page is open, and only of that; in real time whatever the conference's rate. */
export function useFresh(): Fresh {
	const now = useHeld(nowMs);
	const lately = useHeld(latelyMs);
	return { now, lately };
}

/** Keys of announcements, each held for some time. */
export function useHeld(forMs: number): ReadonlySet<string> {
	const [held, setHeld] = useState<ReadonlySet<string>>(new Set());
	const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
	useEffect(() => {
		const running = timers.current;
		return () => {
			for (const timer of running) clearTimeout(timer);
		};
	}, []);
	useEvents((events, live) => {
		const keys = live ? events.flatMap((event) => announcedBy(event) ?? []) : [];
		if (keys.length === 0) return;
		const over = new Set(keys);
		setHeld((before) => new Set([...before, ...keys]));
		const timer = setTimeout(() => {
			timers.current.delete(timer);
			setHeld((before) => new Set([...before].filter((key) => !over.has(key))));
		}, forMs);
		timers.current.add(timer);
	});
	return held;
}
