import type { DomainEvent, ProjectedEvent } from "../../shared/conference/decider.ts";
import type { State } from "../../shared/conference/state.ts";
import type { Audience, AudienceKind } from "../../shared/conference/visibility.ts";
import {
	audienceKey,
	audienceKinds,
	concernedDelegations,
	isForEveryone,
	project,
} from "../../shared/conference/visibility.ts";

/** What one journal event is to each audience; made while the state before it is still at hand. */
export interface Projections {
	/** Every audience is told the very same event, `for(publicAudience)`; one encoding then serves all. */
	readonly isForEveryone: boolean;
	/** The event as this audience is told it, or nothing. */
	for(audience: Audience): ProjectedEvent | undefined;
	/** What the audiences of this kind are told whose delegation the event does not concern. */
	readonly byKind: ReadonlyMap<AudienceKind, ProjectedEvent | undefined>;
	/** What the concerned delegations' own audiences are told, by audience key. */
	readonly byKey: ReadonlyMap<string, ProjectedEvent | undefined>;
}

const noKinds: Projections["byKind"] = new Map();
const noKeys: Projections["byKey"] = new Map();

/** No delegation has this id: it stands for "any delegation but the concerned ones". */
const nobody = "";

export function projectAll(before: State, event: DomainEvent): Projections {
	if (isForEveryone(event)) {
		const same = event as ProjectedEvent;
		return { isForEveryone: true, for: () => same, byKind: noKinds, byKey: noKeys };
	}
	const byKind = new Map<AudienceKind, ProjectedEvent | undefined>();
	for (const kind of audienceKinds) {
		const audience = { kind, delegationId: nobody } as Audience;
		byKind.set(kind, project(audience, before, event));
	}
	const byKey = new Map<string, ProjectedEvent | undefined>();
	for (const delegationId of concernedDelegations(before, event)) {
		byKey.set(`delegation:${delegationId}`, project({ kind: "delegation", delegationId }, before, event));
		byKey.set(`podium:${delegationId}`, project({ kind: "podium", delegationId }, before, event));
	}
	return {
		isForEveryone: false,
		byKind,
		byKey,
		for(audience) {
			const key = audienceKey(audience);
			return byKey.has(key) ? byKey.get(key) : byKind.get(audience.kind);
		},
	};
}
