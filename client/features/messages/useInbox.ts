import { sameItems, useSelect } from "../../conference/hooks.ts";
import type { Reader, Thread } from "./threads.ts";
import { threadsOf } from "./threads.ts";

/** A thread at the secretariat's desk, and as whom it is read: the operator's line is read there too. */
export interface InboxThread {
	readonly reader: Reader;
	readonly thread: Thread;
}

const readers: readonly Reader[] = [{ kind: "secretariat" }, { kind: "operator" }];

/** All threads that the secretariat reads, the one with the newest message first. Its own to the operator is one thread. */
export function useInbox(): readonly InboxThread[] {
	const messages = useSelect((state) => [...state.messages.messages.values()], sameItems);
	const state = { messages: { messages: new Map(messages.map((each) => [each.id, each])) } };
	return readers
		.flatMap((reader) =>
			threadsOf(state, reader)
				.filter(({ with: party }) => reader.kind === "secretariat" || party.kind !== "secretariat")
				.map((thread) => ({ reader, thread })),
		)
		.sort((a, b) => lastAt(b.thread) - lastAt(a.thread));
}

function lastAt({ messages }: Thread): number {
	return messages.at(-1)?.at ?? 0;
}
