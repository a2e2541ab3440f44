import type { Pledge, PledgeContent, PledgesEvent } from "./pledge.ts";
import { contentOf, isAlive, isPartyTo, stands } from "./pledge.ts";
import { contentRefusal } from "./pledgeContent.ts";
import type { Decision, RejectionCode } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";

/** PL17: the desk's, with a reason; what was there before is kept. */
export function correct(
	pledge: Pledge,
	{ content, reason }: { readonly content: PledgeContent; readonly reason: string },
	state: State,
	at: number,
): Decision<PledgesEvent> {
	if (!stands(pledge)) return refuse("pledgeNotAnnounced");
	const refusal = contentRefusal(content, pledge.delegationId, pledge.id, state);
	if (refusal !== undefined) return refusal;
	// PL16: what the world has heard is public for good.
	if (pledge.series === "public" && content.classification !== "public") return refuse("publicStays");
	if (isSameContent(content, contentOf(pledge))) return refuse("nothingCorrected");
	const { id: pledgeId } = pledge;
	const corrected: PledgesEvent = { type: "PledgeCorrected", at, data: { pledgeId, content, reason } };
	const isSame =
		content.classification === pledge.classification &&
		content.matches?.pledgeId === pledge.matches?.pledgeId &&
		content.matches?.partId === pledge.matches?.partId;
	if (isSame) return accept(corrected);
	const now = content.classification === "public" ? completed(pledge, content.matches, at) : [];
	return accept(corrected, ...reopened(pledge, state, at), ...now);
}

/** The order of the fields says nothing. */
function isSameContent(a: PledgeContent, b: PledgeContent): boolean {
	return (Object.keys(b) as (keyof PledgeContent)[]).every(
		(key) => JSON.stringify(a[key]) === JSON.stringify(b[key]),
	);
}

/** Why a pledge cannot go into another (PL18), or nothing. */
export function mergeRefusal(pledge: Pledge, into: Pledge): RejectionCode | undefined {
	const isOfSame =
		pledge.delegationId === into.delegationId ||
		isPartyTo(into, pledge.delegationId) ||
		isPartyTo(pledge, into.delegationId);
	if (pledge.id === into.id || !isOfSame) return "notDuplicates";
	if (!isAlive(pledge) || !isAlive(into)) return "pledgeOver";
	if (stands(pledge) && !stands(into)) return "pledgeNotAnnounced";
	if (pledge.series === "public" && into.classification !== "public") return "pledgeNotPublic";
	return undefined;
}

/** PL18: a duplicate goes into the pledge that stays; both keep their histories. */
export function merge(pledge: Pledge, into: Pledge, state: State, at: number): Decision<PledgesEvent> {
	const refusal = mergeRefusal(pledge, into);
	if (refusal !== undefined) return refuse(refusal);
	return accept<PledgesEvent>(
		{ type: "PledgeMerged", at, data: { pledgeId: pledge.id, intoId: into.id } },
		...reopened(pledge, state, at),
	);
}

/** PL15: the part that it completes is confirmed with it. */
export function completed(pledge: Pledge, matches: Pledge["matches"], at: number): PledgesEvent[] {
	if (matches === null) return [];
	const { pledgeId, partId } = matches;
	const { delegationId, id: matchedBy } = pledge;
	return [{ type: "PartConfirmed", at, data: { pledgeId, partId, delegationId, matchedBy } }];
}

/** PL15: what it completed is missing again once it no longer stands. */
export function reopened(pledge: Pledge, state: State, at: number): PledgesEvent[] {
	if (pledge.matches === null) return [];
	const { pledgeId, partId } = pledge.matches;
	const part = state.pledges.pledges.get(pledgeId)?.parts.find(({ id }) => id === partId);
	if (part?.matchedBy !== pledge.id) return [];
	return [{ type: "PartReopened", at, data: { pledgeId, partId } }];
}
