/**
 * Times of the host city as the browser's own fields for date and time know them: `2021-12-07T17:00`,
 * without a zone. Instants are ms since 1970.
 */

const minute = 60_000;

function partsIn(instant: number, timeZone: string): Record<string, string> {
	const format = new Intl.DateTimeFormat("en-GB", {
		timeZone,
		hourCycle: "h23",
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		hour: "2-digit",
		minute: "2-digit",
	});
	return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
}

/** An instant as the host city's clock and calendar show it, for the value of a field. */
export function hostTimeOf(instant: number, timeZone: string): string {
	const { year, month, day, hour, minute } = partsIn(instant, timeZone);
	return `${year?.padStart(4, "0")}-${month}-${day}T${hour}:${minute}`;
}

/**
 * The instant of a host city's time; null for a field left empty. Where clocks are put back the earlier of
 * the two is meant; where they are put forward, an hour that does not exist becomes the one after it.
 */
export function instantOf(hostTime: string, timeZone: string): number | null {
	const asUtc = Date.parse(`${hostTime}Z`);
	if (hostTime === "" || Number.isNaN(asUtc)) return null;
	const offsetAt = (instant: number) =>
		Date.parse(`${hostTimeOf(instant, timeZone)}Z`) - Math.floor(instant / minute) * minute;
	const first = asUtc - offsetAt(asUtc - 24 * 60 * minute);
	const second = asUtc - offsetAt(asUtc + 24 * 60 * minute);
	if (hostTimeOf(first, timeZone) === hostTime) return first;
	return hostTimeOf(second, timeZone) === hostTime ? second : Math.max(first, second);
}
