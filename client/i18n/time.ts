import { dateTag } from "./languages.ts";

/**
 * Times and durations as text. Instants are milliseconds since 1970, durations milliseconds; all are
 * shown in the host city's time zone, because a conference has one programme and one clock.
 */

/** A duration as `m:ss`; from an hour on as `h:mm:ss`. Digits are Western in every language. */
export function duration(ms: number): string {
	const seconds = Math.max(0, Math.round(ms / 1000));
	const pad = (value: number) => String(value).padStart(2, "0");
	const hours = Math.floor(seconds / 3600);
	const minutes = Math.floor(seconds / 60) % 60;
	return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

/**
 * What is left of a speaking time: `2:18`, or `+0:41` when it ran over. Rounded so that `0:00` stands
 * exactly at the limit and the first second over time reads `+0:01`.
 */
export function remainingTime(ms: number): string {
	if (ms >= 0) return duration(Math.ceil(ms / 1000) * 1000);
	const over = Math.ceil(-ms / 1000) * 1000;
	return `+${duration(over)}`;
}

/** Whole minutes for "about 8 minutes"; never 0, since nobody is about 0 minutes away. */
export function aboutMinutes(ms: number): number {
	return Math.max(1, Math.round(ms / 60_000));
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make and a page shows the same few kinds again and again. */
function formatter(language: string, timeZone: string, kind: string, options: Intl.DateTimeFormatOptions) {
	const key = `${language} ${timeZone} ${kind}`;
	const known = formatters.get(key);
	if (known !== undefined) return known;
	const made = new Intl.DateTimeFormat(dateTag(language), { timeZone, ...options });
	formatters.set(key, made);
	return made;
}

/** `16:42`: the same in all languages, so that programme, list and clock can be compared at a glance. */
export function clockTime(instant: number, timeZone: string): string {
	return formatter("en", timeZone, "clock", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
		instant,
	);
}

/** `7 Dec`, in the reader's language. */
export function shortDate(instant: number, timeZone: string, language: string): string {
	return formatter(language, timeZone, "short", { day: "numeric", month: "short" }).format(instant);
}

/** `7 December 2021`, in the reader's language. */
export function longDate(instant: number, timeZone: string, language: string): string {
	return formatter(language, timeZone, "long", { day: "numeric", month: "long", year: "numeric" }).format(
		instant,
	);
}

/** `Tuesday 7 December`, for a programme. */
export function weekday(instant: number, timeZone: string, language: string): string {
	return formatter(language, timeZone, "weekday", { weekday: "long", day: "numeric", month: "long" }).format(
		instant,
	);
}

/** Whether two instants fall on the same day in the host city. */
export function sameDay(one: number, other: number, timeZone: string): boolean {
	const day = formatter("en", timeZone, "day", { year: "numeric", month: "2-digit", day: "2-digit" });
	return day.format(one) === day.format(other);
}
