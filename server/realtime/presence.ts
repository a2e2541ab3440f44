import { randomUUID } from "node:crypto";
import * as z from "zod/mini";
import type { Signals } from "../journal/signals.ts";

/** A node says again who is connected to it, and is forgotten when it has not for three times as long. In ms. */
const repeatMs = 10_000;
const forgetMs = 3 * repeatMs;

/** Changes within this time are told together: at the start of a meeting everybody comes at once. */
const gatherMs = 250;

/** What a node tells the others: which delegations have somebody connected to it, and who that is. */
const nodePresence = z.strictObject({
	node: z.string().check(z.maxLength(64)),
	/** A node that has just come asks the others to tell theirs. */
	asks: z.boolean(),
	present: z.array(z.string()),
	people: z.array(z.string()),
});

/** A monotonic clock in ms. */
export type MonotonicClock = () => number;

/** One connected screen of somebody who takes part. */
export interface Attendee {
	readonly representativeId: string;
	readonly delegationId: string | null;
}

interface OtherNode {
	readonly present: readonly string[];
	readonly people: readonly string[];
	readonly heardAt: number;
}

/**
 * Who has a connection to a conference, on whichever node: delegations for the screens, and each person for the
 * rule by which an unreachable chair is replaced (GV6). Never in the journal: the latest counts.
 */
export class Presence {
	readonly #node = randomUUID();
	readonly #channel: string;
	readonly #signals: Signals;
	readonly #now: MonotonicClock;
	/** Sockets of this node, by delegation and by person. */
	readonly #delegationsHere = new Map<string, number>();
	readonly #peopleHere = new Map<string, number>();
	readonly #elsewhere = new Map<string, OtherNode>();
	/** When the last connection of a person was seen, on any node; who was not seen counts from `#startedAt`. */
	readonly #lastSeen = new Map<string, number>();
	readonly #startedAt: number;
	/** When this node last heard itself: while its signals are lost, that the others are silent says nothing of them. */
	#heardSelfAt: number;
	readonly #listeners = new Set<() => void>();
	readonly #unsubscribe: () => void;
	readonly #repeat: NodeJS.Timeout;
	#gather: NodeJS.Timeout | undefined;

	constructor(conferenceId: string, signals: Signals, now: MonotonicClock = () => performance.now()) {
		this.#channel = `presence/${conferenceId}`;
		this.#signals = signals;
		this.#now = now;
		this.#startedAt = now();
		this.#heardSelfAt = this.#startedAt;
		this.#unsubscribe = signals.subscribe(this.#channel, (message) => this.#hear(message));
		this.#repeat = setInterval(() => this.#publish(false), repeatMs).unref();
		this.#publish(true);
	}

	/** Ids of the delegations, sorted, so that the same presence is the same message. */
	present(): string[] {
		const all = new Set(this.#delegationsHere.keys());
		for (const { present } of this.#others()) for (const each of present) all.add(each);
		return [...all].sort();
	}

	/** For how long somebody has had no connection to any node, in ms; 0 while connected. */
	unreachableMs(representativeId: string): number {
		const since = this.unreachableSince(representativeId);
		return since === null ? 0 : Math.max(0, this.#now() - since);
	}

	/** Since when, on this node's clock; null while connected. Who was never seen counts from the start of this node. */
	unreachableSince(representativeId: string): number | null {
		if (this.#peopleHere.has(representativeId)) return null;
		// The others first: forgetting a node notes when its people were last seen.
		if (this.#others().some(({ people }) => people.includes(representativeId))) return null;
		return this.#lastSeen.get(representativeId) ?? this.#startedAt;
	}

	add({ representativeId, delegationId }: Attendee): void {
		const isNewPerson = add(this.#peopleHere, representativeId);
		const isNewDelegation = delegationId !== null && add(this.#delegationsHere, delegationId);
		if (isNewPerson || isNewDelegation) this.#changed();
	}

	remove({ representativeId, delegationId }: Attendee): void {
		const isGone = subtract(this.#peopleHere, representativeId);
		if (isGone) this.#lastSeen.set(representativeId, this.#now());
		const isDelegationGone = delegationId !== null && subtract(this.#delegationsHere, delegationId);
		if (isGone || isDelegationGone) this.#changed();
	}

	/** Calls the listener when something may have changed. Returns how to stop. */
	onChange(listener: () => void): () => void {
		const entry = () => listener();
		this.#listeners.add(entry);
		return () => this.#listeners.delete(entry);
	}

	close(): void {
		clearInterval(this.#repeat);
		clearTimeout(this.#gather);
		this.#listeners.clear();
		this.#delegationsHere.clear();
		this.#peopleHere.clear();
		this.#publish(false);
		this.#unsubscribe();
	}

	/** The other nodes that are still heard. */
	#others(): OtherNode[] {
		for (const [node, other] of this.#elsewhere)
			if (other.heardAt < this.#heardSelfAt - forgetMs) {
				this.#elsewhere.delete(node);
				this.#noteLastSeen(other, []);
			}
		return [...this.#elsewhere.values()];
	}

	#changed(): void {
		this.#gather ??= setTimeout(() => {
			this.#gather = undefined;
			this.#publish(false);
		}, gatherMs).unref();
	}

	/** Tells the other nodes, and whoever listens on this one. */
	#publish(asks: boolean): void {
		const [present, people] = [[...this.#delegationsHere.keys()], [...this.#peopleHere.keys()]];
		this.#signals.publish(this.#channel, JSON.stringify({ node: this.#node, asks, present, people }));
		this.#tell();
	}

	#tell(): void {
		for (const listener of [...this.#listeners]) listener();
	}

	#hear(message: string): void {
		const parsed = z.safeParse(nodePresence, jsonOf(message));
		if (!parsed.success) return;
		if (parsed.data.node === this.#node) this.#hearSelf();
		else this.#hearOther(parsed.data);
	}

	#hearOther({ node, asks, present, people }: z.infer<typeof nodePresence>): void {
		const heardAt = this.#now();
		const before = this.#elsewhere.get(node);
		this.#elsewhere.set(node, { present, people, heardAt });
		if (before !== undefined) this.#noteLastSeen({ ...before, heardAt }, people);
		if (asks) this.#publish(false);
		else this.#tell();
	}

	/** After a silence of one's own (a lost connection, a suspended machine) the others get their time anew. */
	#hearSelf(): void {
		const now = this.#now();
		if (now - this.#heardSelfAt > 2 * repeatMs)
			for (const [node, other] of this.#elsewhere) this.#elsewhere.set(node, { ...other, heardAt: now });
		this.#heardSelfAt = now;
	}

	/** Notes when those of a node who are not among `still` were last seen. */
	#noteLastSeen({ people, heardAt }: OtherNode, still: readonly string[]): void {
		const stay = new Set(still);
		for (const each of people)
			if (!stay.has(each)) this.#lastSeen.set(each, Math.max(heardAt, this.#lastSeen.get(each) ?? -Infinity));
	}
}

/** Counts one more. Returns whether it is the first. */
function add(counts: Map<string, number>, id: string): boolean {
	const count = counts.get(id) ?? 0;
	counts.set(id, count + 1);
	return count === 0;
}

/** Counts one less. Returns whether it was the last. */
function subtract(counts: Map<string, number>, id: string): boolean {
	const count = counts.get(id) ?? 0;
	if (count > 1) counts.set(id, count - 1);
	return count === 1 && counts.delete(id);
}

/** A message that is no JSON must not end the node that hears it. */
function jsonOf(message: string): unknown {
	try {
		return JSON.parse(message);
	} catch {
		return undefined;
	}
}
