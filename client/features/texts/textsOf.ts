import type { State } from "../../../shared/conference/state.ts";
import type { StatementText } from "../../../shared/conference/texts.ts";

/** The texts that a delegation has filed for its statement in a segment, in the order of filing. */
export function textsOf(state: State, segmentId: string, delegationId: string): StatementText[] {
	return [...state.texts.texts.values()].filter(
		(each) => each.segmentId === segmentId && each.delegationId === delegationId,
	);
}

/** Everything that was delivered in a segment and is public, by delegation in the order of publication. */
export function publishedIn(state: State, segmentId: string): Map<string, StatementText[]> {
	const published = new Map<string, StatementText[]>();
	for (const text of state.texts.texts.values()) {
		if (text.segmentId !== segmentId || text.published === null) continue;
		published.set(text.delegationId, [...(published.get(text.delegationId) ?? []), text]);
	}
	return published;
}
