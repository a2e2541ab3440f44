/** Largest file of captions, in bytes: an hour of dense speech has a tenth of it. */
export const largestCaptions = 500_000;

const time = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const timing = new RegExp(`^${time}[ \\t]+-->[ \\t]+${time}((?:[ \\t]+[a-z]+:[^\\s:]+)*)[ \\t]*$`);

/**
 * Checks a WebVTT file, stricter than browsers are, which leave out silently what they cannot read: the signature, every
 * timing with its end after its start and none before the one above it, and words in every cue. Notes, styles and regions
 * are passed over. Returns the number of the first wrong line, or 0 where everything is right.
 */
export function wrongLine(bytes: Uint8Array): number {
	let text: string;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return 1;
	}
	const lines = text.split(/\r\n|\n|\r/);
	if (text.includes("\0") || !/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? "")) return 1;
	let at = 1;
	let cues = 0;
	let last = 0;
	// What follows the signature up to the first empty line is its header.
	while (at < lines.length && lines[at] !== "") {
		if (lines[at]?.includes("-->")) return at + 1;
		at += 1;
	}
	while (at < lines.length) {
		if (lines[at] === "") {
			at += 1;
			continue;
		}
		const isOther = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(lines[at] ?? "");
		// A cue may have a name, one line before its timing.
		if (!isOther && !lines[at]?.includes("-->")) at += 1;
		if (!isOther) {
			const found = timing.exec(lines[at] ?? "");
			if (found === null) return at + 1;
			const [from, to] = [millis(found.slice(1, 5)), millis(found.slice(5, 9))];
			if (to <= from || from < last) return at + 1;
			last = from;
			cues += 1;
			at += 1;
			if ((lines[at] ?? "") === "") return at + 1;
		}
		while (at < lines.length && lines[at] !== "") {
			if (lines[at]?.includes("-->")) return at + 1;
			at += 1;
		}
	}
	return cues === 0 ? lines.length : 0;
}

function millis([hours = "0", minutes, seconds, ms]: readonly (string | undefined)[]): number {
	return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(ms);
}
