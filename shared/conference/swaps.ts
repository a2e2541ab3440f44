import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import { identifier } from "./common.ts";
import { listAhead, waitingEntry } from "./listing.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { SpeakersListEvent } from "./speakersList.ts";
import type { State } from "./state.ts";

const segmentId = identifier;
const swapId = identifier;

/** Schemas of the commands, by type. */
export const swapsCommands = {
	/** A delegation proposes to exchange its place for that of another. */
	proposeSwap: z.strictObject({
		type: z.literal("proposeSwap"),
		segmentId,
		entryId: identifier,
		withEntryId: identifier,
	}),
	/** The other delegation agrees; only then anything moves (SL15). */
	agreeToSwap: z.strictObject({ type: z.literal("agreeToSwap"), segmentId, swapId }),
	/** The other delegation declines. */
	declineSwap: z.strictObject({ type: z.literal("declineSwap"), segmentId, swapId }),
	/** The delegation that proposed thinks better of it. */
	withdrawSwap: z.strictObject({ type: z.literal("withdrawSwap"), segmentId, swapId }),
};
export type SwapsCommand = z.infer<(typeof swapsCommands)[keyof typeof swapsCommands]>;

/** Decides a command by the rule SL15. */
export function decideSwaps(
	command: SwapsCommand,
	state: State,
	context: Context,
): Decision<SpeakersListEvent> {
	const { segmentId } = command;
	const at = context.now;
	const found = listAhead(state, segmentId);
	if ("rejection" in found) return found;
	const { list } = found;
	if (command.type === "proposeSwap") {
		const { entryId, withEntryId } = command;
		if (entryId === withEntryId) return refuse("swapWithSelf");
		const [own, other] = [waitingEntry(list, entryId), waitingEntry(list, withEntryId)];
		if ("rejection" in own) return own;
		if ("rejection" in other) return other;
		for (const swap of list.swaps.values())
			if (swap.entryId === entryId) return refuse("alreadyProposed", { delegationId: swap.withDelegation });
		const swap = {
			id: context.newId,
			at,
			entryId,
			delegationId: own.delegationId,
			withEntryId,
			withDelegation: other.delegationId,
		};
		return accept({ type: "SwapProposed", at, data: { segmentId, swap } });
	}
	const { swapId } = command;
	const swap = list.swaps.get(swapId);
	if (swap === undefined) return refuse("unknownProposal");
	const dropped: SpeakersListEvent = { type: "SwapDropped", at, data: { segmentId, swapId } };
	if (command.type !== "agreeToSwap") return accept(dropped);
	const { entryId, withEntryId } = swap;
	const others = [...list.swaps.values()].filter(({ id, ...each }) => {
		const involved = [each.entryId, each.withEntryId];
		return id !== swapId && (involved.includes(entryId) || involved.includes(withEntryId));
	});
	// What else was proposed was about places that nobody stands on any more.
	return accept<SpeakersListEvent>(
		dropped,
		...others.map(({ id }) => ({ type: "SwapDropped" as const, at, data: { segmentId, swapId: id } })),
		{ type: "EntriesSwapped", at, data: { segmentId, entryId, withEntryId } },
	);
}
