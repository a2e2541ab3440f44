/** Writes instants (ms since the epoch) as ISO 8601 with the offset that a time zone has then. */
export function localTimeIn(timeZone: string): (at: number) => string {
	const known = writers.get(timeZone);
	if (known !== undefined) return known;
	const made = writerFor(timeZone);
	writers.set(timeZone, made);
	return made;
}

/** Kept, because making a format takes longer than using it; there are as many as conferences have time zones. */
const writers = new Map<string, (at: number) => string>();

function writerFor(timeZone: string): (at: number) => string {
	const format = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
	return (at) => {
		// A record's time may have fractions of a millisecond.
		const instant = Math.round(at);
		const name = format.formatToParts(instant).find(({ type }) => type === "timeZoneName")?.value;
		const [, sign = "+", hours = "00", minutes = "00"] = /^GMT([+-])(\d\d):(\d\d)/.exec(name ?? "") ?? [];
		const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
		return new Date(instant + offset).toISOString().replace("Z", `${sign}${hours}:${minutes}`);
	};
}

/** A duration in ms as minutes and seconds: `4:05`. */
export function minutesAndSeconds(ms: number): string {
	const seconds = Math.floor(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
