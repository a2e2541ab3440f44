import type { Support } from "../../../shared/conference/initiatives.ts";
import { useSelect } from "../../conference/hooks.ts";
import { useSpeech } from "../../i18n/intl.tsx";
import type { MessageId } from "../../i18n/loadMessages.ts";
import { clockTime, shortDate } from "../../i18n/time.ts";

/** How support was declared, as the roll says it (IN2). */
export const howWords: Readonly<Record<Support["how"], MessageId>> = {
	sponsor: "initiative.sponsor",
	statement: "initiative.statement",
	seat: "initiative.seat",
	writing: "initiative.writing",
};

/** "7 Dec, 16:27" in the host city's time. */
export function useMoment(): (at: number) => string {
	const { t, locale } = useSpeech();
	const timeZone = useSelect((state) => state.profile.timeZone);
	return (at) =>
		t("audience.dateTime", { date: shortDate(at, timeZone, locale), time: clockTime(at, timeZone) });
}
