import { inLanguage } from "../../../../shared/conference/common.ts";
import { useNowSelect, useSelect } from "../../../conference/hooks.ts";
import { useSpeech } from "../../../i18n/intl.tsx";
import { clockTime, longDate, sameDay, shortDate } from "../../../i18n/time.ts";

/**
 * When something happened, on the host city's clock: the time for today, the day before that, or both with
 * `full`. The whole of it, and the reader's own time, when it is pointed at.
 */
export function HostTime({ at, full = false }: { at: number; full?: boolean | undefined }) {
	const { t, locale } = useSpeech();
	const { timeZone, city } = useSelect((state) => state.profile);
	const isToday = useNowSelect((now) => sameDay(at, now, timeZone));
	const time = clockTime(at, timeZone);
	const date = shortDate(at, timeZone, locale);
	const words = isToday ? time : full ? t("audience.dateTime", { date, time }) : date;
	const inFull = t("common.timeIn", {
		time: t("audience.dateTime", { date: longDate(at, timeZone, locale), time }),
		city: inLanguage(city, locale),
	});
	const reader = Intl.DateTimeFormat().resolvedOptions().timeZone;
	const own = reader === timeZone ? "" : `, ${t("common.yourTime", { time: clockTime(at, reader) })}`;
	return (
		<time dateTime={new Date(at).toISOString()} title={`${inFull}${own}`}>
			<bdi>{words}</bdi>
		</time>
	);
}
