import { listOf } from "../../../shared/conference/selectors.ts";
import type { SwapProposal } from "../../../shared/conference/speakersList.ts";
import { sameItems, useSelect } from "../../conference/hooks.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import { useCommand } from "../console/useCommand.ts";

/** The exchanges that this delegation has proposed or is asked for, with what it can do about them (SL15). */
export interface SwapActs {
	readonly proposed: readonly SwapProposal[];
	readonly asked: readonly SwapProposal[];
	withdraw(swapId: string): void;
	agree(swapId: string): void;
	decline(swapId: string): void;
	readonly busy: boolean;
}

export function useSwapActs(segmentId: string, delegationId: string): SwapActs {
	const { t } = useSpeech();
	const { run, busy } = useCommand();
	const swaps = useSelect((state) => [...listOf(state, segmentId).swaps.values()], sameItems);
	return {
		proposed: swaps.filter((each) => each.delegationId === delegationId),
		asked: swaps.filter((each) => each.withDelegation === delegationId),
		withdraw: (swapId) =>
			void run({ type: "withdrawSwap", segmentId, swapId }, { done: t("delegate.proposalWithdrawn") }),
		agree: (swapId) =>
			void run({ type: "agreeToSwap", segmentId, swapId }, { done: t("delegate.placesExchanged") }),
		decline: (swapId) =>
			void run({ type: "declineSwap", segmentId, swapId }, { done: t("delegate.proposalDeclined") }),
		busy,
	};
}
