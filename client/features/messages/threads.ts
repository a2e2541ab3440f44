import type { Message, Party } from "../../../shared/conference/messages.ts";

/** Who reads at a seat: as which of the parties messages are its own. */
export type Reader = Party;

/** All messages with one other party, oldest first. */
export interface Thread {
	readonly with: Party;
	readonly messages: readonly Message[];
	/** When the other party wrote last; null while it has not. */
	readonly heardAt: number | null;
}

/** A name for a party, the same for the same party. */
export function partyKey(party: Party): string {
	if (party.kind === "delegation") return `delegation:${party.delegationId}`;
	return party.kind === "booth" ? `booth:${party.channel}` : party.kind;
}

/** What threads are made of. */
interface Messages {
	readonly messages: { readonly messages: ReadonlyMap<string, Message> };
}

/** The threads of a reader, the one with the newest message first. */
export function threadsOf(state: Messages, reader: Reader): Thread[] {
	const own = partyKey(reader);
	const threads = new Map<string, { with: Party; messages: Message[]; heardAt: number | null }>();
	for (const message of state.messages.messages.values()) {
		const isMine = partyKey(message.from) === own;
		if (!isMine && partyKey(message.to) !== own) continue;
		const other = isMine ? message.to : message.from;
		const thread = threads.get(partyKey(other)) ?? { with: other, messages: [], heardAt: null };
		thread.messages.push(message);
		if (!isMine) thread.heardAt = message.at;
		threads.set(partyKey(other), thread);
	}
	return [...threads.values()].sort((a, b) => lastAt(b) - lastAt(a));
}

function lastAt({ messages }: Thread): number {
	return messages.at(-1)?.at ?? 0;
}
