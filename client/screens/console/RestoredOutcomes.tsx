import { useEffect, useRef } from "react";
import type { Sent } from "../../conference/conferenceClient.ts";
import { useFeedback } from "./feedback.tsx";
import { useRefusalWords } from "./refusal.ts";

/** Tells what became of acts that were on their way when the page was reloaded, where they were refused. */
export function RestoredOutcomes({ outcomes }: { outcomes: readonly Promise<Sent>[] }) {
	const { show } = useFeedback();
	const words = useRefusalWords();
	const told = useRef(false);
	useEffect(() => {
		if (told.current) return;
		told.current = true;
		for (const outcome of outcomes)
			void outcome.then((sent) => {
				if (sent.status === "refused") show({ title: words(sent), tone: "red" });
			});
	}, [outcomes, show, words]);
	return null;
}
