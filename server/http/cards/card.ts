import { dir, type Locale } from "../../../shared/protocol/locale.ts";
import { escapeHtml } from "../html.ts";
import { familyFor, widthOf } from "./rasterizer.ts";

/** Size that link previews ask for, in px. */
export const cardSize = { width: 1200, height: 630 } as const;

export interface CardWords {
	readonly locale: Locale;
	/** Who or what it is about, in one line. */
	readonly heading: string;
	/** The sentence that carries it; wrapped, and cut with an ellipsis where it does not fit. */
	readonly text: string;
	/** A line at the foot: a figure, a state. */
	readonly foot: string;
	readonly conference: string;
	/** The flag's own SVG, where there is one. */
	readonly flag: string | null;
}

interface Line {
	/** Where the line begins; the margin where absent. */
	readonly x?: number;
	readonly y: number;
	readonly size: number;
	readonly color: string;
}

const margin = 80;
const [paper, ink, dim, brass] = ["#f3f5f4", "#101c29", "#5a6673", "#b57a0a"];

/** A picture for a link: paper, ink, the flag and a serif sentence, as on the page that it leads to. */
export async function card({ locale, heading, text, foot, conference, flag }: CardWords): Promise<string> {
	const { width, height } = cardSize;
	const isRtl = dir(locale) === "rtl";
	const x = isRtl ? width - margin : margin;
	const { lines, size } = fitted(text);
	const flagWidth = flag === null ? 0 : 132;
	const headingX = isRtl ? x - flagWidth : x + flagWidth;
	const line = (words: string, at: Line) => drawn(words, { x, ...at }, isRtl);
	const parts = await Promise.all([
		`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
		`<rect width="${width}" height="${height}" fill="${paper}"/>`,
		`<rect width="${width}" height="10" fill="${brass}"/>`,
		flag === null ? "" : placed(flag, isRtl ? x - 108 : x, 74),
		line(shortened(heading, 40), { x: headingX, y: 124, size: 42, color: ink }),
		...lines.map((words, index) => line(words, { y: 230 + size + index * size * 1.22, size, color: ink })),
		line(shortened(foot, 70), { y: height - 104, size: 30, color: brass }),
		line(shortened(conference, 76), { y: height - 56, size: 28, color: dim }),
		"</svg>",
	]);
	return parts.join("");
}

/**
 * One line of words. Of a line in two scripts each run is drawn by itself, from the right, because the rasteriser sets
 * no line in two fonts; one script is a single run.
 */
async function drawn(words: string, { x, y, size, color }: Required<Line>, isRtl: boolean): Promise<string> {
	const at = (part: string, from: number) =>
		`<text x="${from}" y="${y}" font-family="${familyFor(part)}" font-size="${size}" fill="${color}" text-anchor="${isRtl ? "end" : "start"}">${escapeHtml(part)}</text>`;
	const runs = words
		.split(/([\p{Script=Latin}\p{Nd}](?:[\p{Script=Latin}\p{Nd}.,’ -]*[\p{Script=Latin}\p{Nd}])?)/u)
		.map((run) => run.trim())
		.filter((run) => run !== "");
	if (!isRtl || !/\p{Script=Arabic}/u.test(words) || runs.length === 1) return at(words, x);
	const parts: string[] = [];
	let from = x;
	for (const run of runs) {
		parts.push(at(run, from));
		from -= (await widthOf(run, size)) + size * 0.26;
	}
	return parts.join("");
}

/** The largest size at which the text fits into its box, and its lines. */
function fitted(text: string): { lines: string[]; size: number } {
	for (const size of [62, 52, 44]) {
		const lines = wrapped(text, size);
		if (lines.length * size * 1.22 <= 260) return { lines, size };
	}
	const size = 44;
	const lines = wrapped(text, size).slice(0, 4);
	const last = lines.at(-1) ?? "";
	return { lines: [...lines.slice(0, -1), `${shortened(last, Math.max(1, [...last].length - 2))}…`], size };
}

/** Breaks between words, by the mean width of a letter; a word that is longer than a line is cut. */
function wrapped(text: string, size: number): string[] {
	// Capitals are wider than the letters after them.
	const capitals = (text.match(/\p{Lu}/gu) ?? []).length / Math.max(1, text.length);
	const most = Math.floor((cardSize.width - 2 * margin) / (size * (0.5 + 0.22 * capitals)));
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(/\s+/u).flatMap((each) => pieces(each, most))) {
		const longer = line === "" ? word : `${line} ${word}`;
		if ([...longer].length <= most) line = longer;
		else {
			lines.push(line);
			line = word;
		}
	}
	return line === "" ? lines : [...lines, line];
}

function pieces(word: string, most: number): string[] {
	const letters = [...word];
	const parts: string[] = [];
	for (let from = 0; from < letters.length; from += most)
		parts.push(letters.slice(from, from + most).join(""));
	return parts;
}

function shortened(text: string, most: number): string {
	const letters = [...text];
	return letters.length <= most
		? text
		: `${letters
				.slice(0, most - 1)
				.join("")
				.trimEnd()}…`;
}

/** A flag of 108 by 72 px; its drawing keeps its own coordinates. */
function placed(svg: string, x: number, y: number): string {
	const data = Buffer.from(svg).toString("base64");
	return `<image x="${x}" y="${y}" width="108" height="72" preserveAspectRatio="none" xlink:href="data:image/svg+xml;base64,${data}"/>`;
}
