import { clockTime } from "../../../i18n/time.ts";

const minute = 60_000;
const minutesOf = (time: string) => {
	const [hours = 0, minutes = 0] = time.split(":").map(Number);
	return hours * 60 + minutes;
};

/** The next instant after `from` (ms) at which a clock in the time zone reads `time` ("17:00"). */
export function nextAt(time: string, from: number, timeZone: string): number {
	const start = Math.floor(from / minute) * minute;
	const ahead = (minutesOf(time) - minutesOf(clockTime(start, timeZone)) + 1440) % 1440;
	return start + (ahead === 0 ? 1440 : ahead) * minute;
}
