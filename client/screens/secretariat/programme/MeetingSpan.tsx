import type { Meeting } from "../../../../shared/conference/programme.ts";
import { useSelect } from "../../../conference/hooks.ts";
import { Message, useSpeech } from "../../../i18n/intl.tsx";
import { dateTag } from "../../../i18n/languages.ts";
import { clockTime, shortDate } from "../../../i18n/time.ts";

/** When a meeting is planned, in the host city; the day or the month where the record knows no more. */
export function MeetingSpan({ meeting }: { meeting: Meeting }) {
	const { locale } = useSpeech();
	const timeZone = useSelect((state) => state.profile.timeZone);
	const { plannedStart, plannedEnd, date } = meeting;
	if (plannedStart === null || plannedEnd === null) return <bdi>{recordedDate(date, locale)}</bdi>;
	return (
		<Message
			id="secretariat.span"
			values={{
				date: <bdi>{shortDate(plannedStart, timeZone, locale)}</bdi>,
				start: <bdi>{clockTime(plannedStart, timeZone)}</bdi>,
				end: <bdi>{clockTime(plannedEnd, timeZone)}</bdi>,
			}}
		/>
	);
}

/** `2020-11` or `2020-11-03`, which name no instant and hence no time zone. */
function recordedDate(date: string, locale: string): string {
	const day = date.split("-")[2];
	return new Intl.DateTimeFormat(dateTag(locale), {
		timeZone: "UTC",
		year: "numeric",
		month: "short",
		...(day === undefined ? {} : { day: "numeric" }),
	}).format(Date.parse(`${date}${day === undefined ? "-01" : ""}T00:00Z`));
}
