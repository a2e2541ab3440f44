import type { ProjectedEvent } from "../../shared/conference/decider.ts";
import { evolveFork } from "../../shared/conference/decider.ts";
import type { State } from "../../shared/conference/state.ts";
import { Fork } from "../../shared/conference/state.ts";
import type { Frame } from "../../shared/protocol/frame.ts";

/** A state and the position in its audience's stream up to which events are folded into it. */
export interface Position {
	readonly state: State;
	readonly n: number;
}

export type Folded =
	| ({ readonly status: "folded"; readonly events: readonly ProjectedEvent[] } & Position)
	/** Everything in the frame was known already. */
	| { readonly status: "duplicate" }
	/** Something before the frame is missing. */
	| { readonly status: "gap" };

/** Folds a frame onto a position. Of a frame that overlaps what is known, the known part is dropped. */
export function foldFrame(position: Position, frame: Frame): Folded {
	if (frame.to <= position.n) return { status: "duplicate" };
	if (frame.from > position.n + 1) return { status: "gap" };
	const events = frame.events.slice(position.n + 1 - frame.from);
	const fork = new Fork(position.state);
	for (const event of events) evolveFork(fork, event);
	return { status: "folded", state: fork.finish(), n: frame.to, events };
}
