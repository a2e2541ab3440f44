import { type Command, decide } from "../../../../shared/conference/decider.ts";
import type { State } from "../../../../shared/conference/state.ts";
import { actorOfSeat, useConference, useSeat, useSelect } from "../../../conference/hooks.ts";

/**
 * The code with which a command would be refused now, or nothing; asked of the same rules that the server
 * goes by, so that a button says beforehand why it cannot act. The server has the last word.
 */
export function useRefusal(command: Command): string | undefined {
	const { clock } = useConference();
	const seat = useSeat();
	return useSelect((state: State) => {
		if (seat === null) return "signedOut";
		const context = {
			now: clock.now(),
			actor: actorOfSeat(seat),
			newId: "new",
			plateOf: () => undefined,
			unreachableMs: () => 0,
		};
		const decision = decide(command, state, context);
		return "rejection" in decision ? decision.rejection.code : undefined;
	});
}
