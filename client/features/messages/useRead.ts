import { useSyncExternalStore } from "react";
import { useConference } from "../../conference/hooks.ts";
import type { Thread } from "./threads.ts";
import { partyKey } from "./threads.ts";

const listeners = new Set<() => void>();

/**
 * Up to when each thread was read at this browser. It is nobody else's business, so it stays here; where
 * nothing can be kept, everything is new again after a reload.
 */
export function useRead(): { newIn(thread: Thread): number; markRead(thread: Thread): void } {
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
		newIn: (thread) => {
			const until = readUntil[partyKey(thread.with)] ?? 0;
			const other = partyKey(thread.with);
			return thread.messages.filter(({ from, at }) => partyKey(from) === other && at > until).length;
		},
		markRead(thread) {
			if (thread.heardAt === null || (readUntil[partyKey(thread.with)] ?? 0) >= thread.heardAt) return;
			write(key, JSON.stringify({ ...readUntil, [partyKey(thread.with)]: thread.heardAt }));
			for (const listener of listeners) listener();
		},
	};
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
