import { useCallback } from "react";
import { useSpeech } from "../../../i18n/intl.tsx";
import { type Refused, useRefusalWords } from "../../console/refusal.ts";

/** The words of a refusal over HTTP, where no answer at all is possible too. */
export function useHttpWords(): (refused: Refused) => string {
	const { t } = useSpeech();
	const words = useRefusalWords();
	return useCallback(
		(refused) => (refused.code === "notReached" ? t("refusal.notReached") : words(refused)),
		[t, words],
	);
}
