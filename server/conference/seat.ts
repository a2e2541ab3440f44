import type { State } from "../../shared/conference/state.ts";
import type { Seat } from "../../shared/protocol/join.ts";

/** What a screen is told of the person it is signed in for; null for a visitor. */
export function seatOf(state: State, representativeId: string | undefined): Seat | null {
	const representative =
		representativeId === undefined ? undefined : state.delegations.representatives.get(representativeId);
	if (representative === undefined) return null;
	const { id, role, delegationId, rights, channel } = representative;
	return { representativeId: id, role, delegationId, rights: [...rights], channel };
}
