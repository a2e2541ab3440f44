import { useCallback, useState } from "react";
import type { Command } from "../../../shared/conference/decider.ts";
import { useSend } from "../../conference/hooks.ts";
import { type Note, useFeedback } from "./feedback.tsx";
import { useRefusalWords } from "./refusal.ts";

/** What became of an act, with the words of a refusal in the reader's language. */
export type Outcome =
	| { readonly status: "accepted"; readonly created: string | null }
	| { readonly status: "refused"; readonly code: string; readonly words: string };

export interface Acting {
	/** Sends a command and says what became of it. `done` is shown when it was carried out. */
	run(
		command: Command,
		options?: { done?: string | Note | undefined; quiet?: boolean | undefined },
	): Promise<Outcome>;
	/** True from the press until the act is recorded and this screen shows it, also through a reconnect. */
	readonly busy: boolean;
}

/**
 * An act of this screen: send it, be busy meanwhile, and say what became of it. With `quiet` a refusal is
 * not shown as a note: a dialog says it beside its own button, because notes behind a dialog are inert.
 */
export function useCommand(): Acting {
	const send = useSend();
	const { show } = useFeedback();
	const words = useRefusalWords();
	const [underWay, setUnderWay] = useState(0);
	const run: Acting["run"] = useCallback(
		async (command, { done, quiet = false } = {}) => {
			setUnderWay((count) => count + 1);
			const sent = await send(command).finally(() => setUnderWay((count) => count - 1));
			if (sent.status === "accepted") {
				if (done !== undefined) show(typeof done === "string" ? { title: done } : done);
				return sent;
			}
			const said = words(sent);
			if (!quiet) show({ title: said, tone: "red" });
			return { status: "refused", code: sent.code, words: said };
		},
		[send, show, words],
	);
	return { run, busy: underWay > 0 };
}
