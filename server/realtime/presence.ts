import { randomUUID } from "node:crypto";
import * as z from "zod/mini";
import type { Signals } from "../journal/signals.ts";

/** A node says again who is connected to it, and is forgotten when it has not for three times as long. In ms. */
const repeatMs = 10_000;
const forgetMs = 3 * repeatMs;

/** Changes within this time are told together: at the start of a meeting everybody comes at once. */
const gatherMs = 250;

/** What a node tells the others: which delegations have somebody connected to it. */
const nodePresence = z.strictObject({
	node: z.string().check(z.maxLength(64)),
	/** A node that has just come asks the others to tell theirs. */
	asks: z.boolean(),
	present: z.array(z.string()),
});

/** Which delegations of a conference have somebody connected, on whichever node. Never in the journal: the latest counts. */
export class Presence {
	readonly #node = randomUUID();
	readonly #channel: string;
	readonly #signals: Signals;
	readonly #onChange: (present: string[]) => void;
	/** Sockets of this node, by delegation. */
	readonly #here = new Map<string, number>();
	readonly #elsewhere = new Map<string, { readonly present: readonly string[]; readonly heardAt: number }>();
	readonly #unsubscribe: () => void;
	readonly #repeat: NodeJS.Timeout;
	#gather: NodeJS.Timeout | undefined;
	#told = "";

	constructor(conferenceId: string, signals: Signals, onChange: (present: string[]) => void) {
		this.#channel = `presence/${conferenceId}`;
		this.#signals = signals;
		this.#onChange = onChange;
		this.#unsubscribe = signals.subscribe(this.#channel, (message) => this.#hear(message));
		this.#repeat = setInterval(() => this.#publish(false), repeatMs).unref();
		this.#publish(true);
	}

	/** Ids of the delegations, sorted, so that the same presence is the same message. */
	present(): string[] {
		const all = new Set(this.#here.keys());
		const oldest = performance.now() - forgetMs;
		for (const [node, { present, heardAt }] of this.#elsewhere) {
			if (heardAt < oldest) this.#elsewhere.delete(node);
			else for (const each of present) all.add(each);
		}
		return [...all].sort();
	}

	add(delegationId: string): void {
		const sockets = this.#here.get(delegationId) ?? 0;
		this.#here.set(delegationId, sockets + 1);
		if (sockets === 0) this.#changed();
	}

	remove(delegationId: string): void {
		const sockets = this.#here.get(delegationId) ?? 0;
		if (sockets > 1) this.#here.set(delegationId, sockets - 1);
		else if (this.#here.delete(delegationId)) this.#changed();
	}

	close(): void {
		clearInterval(this.#repeat);
		clearTimeout(this.#gather);
		this.#here.clear();
		this.#publish(false);
		this.#unsubscribe();
	}

	#changed(): void {
		this.#gather ??= setTimeout(() => {
			this.#gather = undefined;
			this.#publish(false);
		}, gatherMs).unref();
	}

	/** Tells the other nodes, and this node's screens if what they know has changed. */
	#publish(asks: boolean): void {
		const message = { node: this.#node, asks, present: [...this.#here.keys()] };
		this.#signals.publish(this.#channel, JSON.stringify(message));
		this.#tell();
	}

	#tell(): void {
		const present = this.present();
		const told = present.join(" ");
		if (told === this.#told) return;
		this.#told = told;
		this.#onChange(present);
	}

	#hear(message: string): void {
		const parsed = z.safeParse(nodePresence, jsonOf(message));
		if (!parsed.success || parsed.data.node === this.#node) return;
		const { node, asks, present } = parsed.data;
		this.#elsewhere.set(node, { present, heardAt: performance.now() });
		if (asks) this.#publish(false);
		else this.#tell();
	}
}

/** A message that is no JSON must not end the node that hears it. */
function jsonOf(message: string): unknown {
	try {
		return JSON.parse(message);
	} catch {
		return undefined;
	}
}
