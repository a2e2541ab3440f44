import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import { identifier } from "./common.ts";
import type { PledgesEvent } from "./pledge.ts";
import { importStages } from "./pledge.ts";
import { contentRefusal, pledgeContent } from "./pledgeContent.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";

/** One row of an import: whose pledge it is, what it says and how far it has come. */
export const importedPledge = z.strictObject({
	delegationId: identifier,
	content: pledgeContent,
	stage: z.enum(importStages),
});
export type ImportedPledge = z.infer<typeof importedPledge>;

/** The most rows of one import. */
export const mostImported = 10_000;

/** Why rows of an import cannot be taken, by their position from 0; empty where all can. */
export function importRefusals(
	pledges: readonly ImportedPledge[],
	state: State,
): ReadonlyMap<number, ReturnType<typeof refuse>["rejection"]> {
	const refusals = new Map<number, ReturnType<typeof refuse>["rejection"]>();
	for (const [index, { delegationId, content }] of pledges.entries()) {
		const isKnown = state.delegations.delegations.has(delegationId);
		const refusal = !isKnown
			? refuse("unknownDelegation", { delegationId })
			: content.form === "matching"
				? refuse("matchNotImported")
				: contentRefusal(content, delegationId, null, state);
		if (refusal !== undefined) refusals.set(index, refusal.rejection);
	}
	return refusals;
}

/** PL19: all rows or none, with the first bad row named, counted from 1. */
export function importAll(
	pledges: readonly ImportedPledge[],
	state: State,
	{ now: at, newId }: Context,
): Decision<PledgesEvent> {
	const [bad] = importRefusals(pledges, state);
	if (bad !== undefined) return refuse(bad[1].code, { ...bad[1].params, row: bad[0] + 1 });
	const events = pledges.map(({ delegationId, content, stage }, index): PledgesEvent => {
		const data = { pledgeId: `${newId}-${index + 1}`, delegationId, content, stage };
		return { type: "PledgeImported", at, data };
	});
	return accept(...events);
}
