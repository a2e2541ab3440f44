import { useSyncExternalStore } from "react";
import { useConference } from "../../conference/hooks.ts";
import type { Reader, Thread } from "./threads.ts";
import { partyKey } from "./threads.ts";

const listeners = new Set<() => void>();

/**
 * Up to when each thread was read at this browser. It is nobody else's business, so it stays here; where
 * nothing can be kept, everything is new again after a reload.
 */
export function useRead(): {
	newIn(thread: Thread, reader?: Reader): number;
	markRead(thread: Thread, reader?: Reader): void;
} {
	const { conferenceId } = useConference();
	const key = `plenaria.read.${conferenceId}`;
	const kept = useSyncExternalStore(
		(listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		() => read(key),
		() => "{}",
	);
	const readUntil = JSON.parse(kept) as Record<string, number>;
	return {
		newIn: (thread, reader) => {
			const until = readUntil[keyOf(thread, reader)] ?? 0;
			const other = partyKey(thread.with);
			return thread.messages.filter(({ from, at }) => partyKey(from) === other && at > until).length;
		},
		markRead(thread, reader) {
			const own = keyOf(thread, reader);
			if (thread.heardAt === null || (readUntil[own] ?? 0) >= thread.heardAt) return;
			write(key, JSON.stringify({ ...readUntil, [own]: thread.heardAt }));
			for (const listener of listeners) listener();
		},
	};
}

/** The desk also reads the operator's line, whose threads are kept apart from its own. */
function keyOf(thread: Thread, reader: Reader | undefined): string {
	return `${reader?.kind === "operator" ? "operator:" : ""}${partyKey(thread.with)}`;
}

const memory = new Map<string, string>();

function read(key: string): string {
	try {
		return localStorage.getItem(key) ?? memory.get(key) ?? "{}";
	} catch {
		return memory.get(key) ?? "{}";
	}
}

function write(key: string, value: string): void {
	memory.set(key, value);
	try {
		localStorage.setItem(key, value);
	} catch {
		// Kept for the life of the page then.
	}
}
