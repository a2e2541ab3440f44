import type { Meeting } from "../../../shared/conference/programme.ts";
import { useNowSelect, useSelect } from "../../conference/hooks.ts";
import { Message, useSpeech } from "../../i18n/intl.tsx";
import { clockTime, sameDay, shortDate } from "../../i18n/time.ts";

/** When a meeting begins in the host city: "Today, 18:00", "7 Dec, 16:00". */
export function MeetingTime({ meeting }: { meeting: Meeting }) {
	const { locale } = useSpeech();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const start = meeting.plannedStart;
	const isToday = useNowSelect((now) => start !== null && sameDay(start, now, timeZone));
	if (start === null) return null;
	const time = <bdi>{clockTime(start, timeZone)}</bdi>;
	if (isToday) return <Message id="audience.today" values={{ time }} />;
	const date = <bdi>{shortDate(start, timeZone, locale)}</bdi>;
	return <Message id="audience.dateTime" values={{ date, time }} />;
}
