import type { Pledge, PledgeState } from "../../../shared/conference/pledge.ts";
import { isAlive, isPartyTo, stands } from "../../../shared/conference/pledge.ts";
import type { State } from "../../../shared/conference/state.ts";
import type { LightTone } from "../../ui/Status.tsx";

/** The word for each state, as delegations read it. */
export const stateWords = {
	draft: "pledge.draft",
	submitted: "pledge.submitted",
	changeRequested: "delegate.pledgeQuery",
	accepted: "delegate.cleared",
	announced: "pledge.announced",
	confirmed: "pledge.confirmed",
	withdrawn: "pledge.withdrawn",
	cued: "pledge.cued",
	rejected: "pledge.rejected",
	merged: "pledge.merged",
} as const satisfies Record<PledgeState, string>;

/** The light beside the word. */
export const stateTones: Readonly<Record<PledgeState, LightTone>> = {
	draft: "brass",
	submitted: "off",
	changeRequested: "red",
	accepted: "green",
	announced: "green",
	confirmed: "green",
	withdrawn: "off",
	cued: "brass",
	rejected: "red",
	merged: "off",
};

/** What can still be rewritten: the desk has not been given it, or has asked about it (PL2). */
export function isEditable({ state }: Pledge): boolean {
	return state === "draft" || state === "changeRequested";
}

/** A delegation's pledges: what it can announce first, then what waits for somebody, then what is done. */
export function ownPledges(state: State, delegationId: string): Pledge[] {
	const order: readonly PledgeState[] = [
		"cued",
		"accepted",
		"changeRequested",
		"draft",
		"submitted",
		"announced",
		"confirmed",
		"withdrawn",
		"rejected",
		"merged",
	];
	return [...state.pledges.pledges.values()]
		.filter((pledge) => pledge.delegationId === delegationId)
		.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

/** Pledges of others that name this delegation as a partner, and still stand or are on their way. */
export function partnerPledges(state: State, delegationId: string): Pledge[] {
	return [...state.pledges.pledges.values()].filter(
		(pledge) => pledge.delegationId !== delegationId && isPartyTo(pledge, delegationId) && isAlive(pledge),
	);
}

/** What a delegation has announced in a statement, the last first. */
export function announcedIn(state: State, statementId: string, delegationId: string): Pledge[] {
	return [...state.pledges.pledges.values()]
		.filter(
			(pledge) =>
				pledge.statementId === statementId && pledge.delegationId === delegationId && stands(pledge),
		)
		.sort((a, b) => (b.number ?? 0) - (a.number ?? 0));
}
