import type { Audience } from "../../shared/conference/audience.ts";
import { audienceKey, groupKey } from "../../shared/conference/audience.ts";
import type { DomainEvent, ProjectedEvent } from "../../shared/conference/decider.ts";
import type { State } from "../../shared/conference/state.ts";
import type { Projector } from "../../shared/conference/visibility.ts";
import { concernedDelegations, isForEveryone, projector } from "../../shared/conference/visibility.ts";

/** What one journal event is to each audience; made while the state before it is still at hand. */
export class Projections {
	/** Every audience is told the very same event; one encoding then serves all. */
	readonly isForEveryone: boolean;
	/** Delegations whose own audiences may be told something else than the rest of their kind. */
	readonly concerned: readonly string[];
	readonly #projector: Projector;
	/** Audiences that are told the same are told the same object, so that it is encoded once. */
	#known: Map<string, ProjectedEvent | undefined> | undefined;

	constructor(before: State, event: DomainEvent) {
		this.isForEveryone = isForEveryone(event);
		this.concerned = this.isForEveryone ? nobody : concernedDelegations(before, event);
		this.#projector = projector(before, event);
	}

	/** The event as this audience is told it, or nothing. */
	for(audience: Audience): ProjectedEvent | undefined {
		if (this.isForEveryone) return this.#projector(audience);
		const isConcerned = "delegationId" in audience && this.concerned.includes(audience.delegationId);
		const key = isConcerned ? audienceKey(audience) : groupKey(audience);
		this.#known ??= new Map();
		if (!this.#known.has(key)) this.#known.set(key, this.#projector(audience));
		return this.#known.get(key);
	}

	/** Whether this audience is told anything; keeps nothing, since a replay asks it of every event ever. */
	tells(audience: Audience): boolean {
		return this.#projector(audience) !== undefined;
	}
}

const nobody: readonly string[] = [];
