import { useState } from "react";
import { languages } from "../../../shared/conference/common.ts";
import type { Seat } from "../../../shared/protocol/join.ts";
import { useSelect } from "../../conference/hooks.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import type { SpeakPlan } from "./speakPlan.ts";

/** Ready to be sent as it is: oneself, in the language of the page, live, on the delegation's own behalf. */
export function useSpeakPlan(seat: Seat): [SpeakPlan, (plan: SpeakPlan) => void] {
	const { locale } = useSpeech();
	const maySpeak = useSelect(
		(state) =>
			state.delegations.representatives.get(seat.representativeId)?.rights.includes("speak") ??
			seat.rights.includes("speak"),
	);
	const [plan, setPlan] = useState<SpeakPlan>({
		speakerId: maySpeak ? seat.representativeId : null,
		level: null,
		language: languages.find((each) => each === locale) ?? "en",
		behalf: "own",
		group: "",
		jointly: [],
		mode: "live",
		minutes: null,
	});
	return [plan, setPlan];
}
