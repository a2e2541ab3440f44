import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import decompress from "woff2-encoder/decompress";
import { escapeHtml } from "../html.ts";

/** The serif of the pages; the rasteriser shows a variable font in its regular weight alone. */
const [latin, arabic] = ["Source Serif 4", "Noto Naskh Arabic"];

/** The families for some words, by their script; digits come from the other one. */
export function familyFor(words: string): string {
	return /\p{Script=Arabic}/u.test(words) ? `${arabic}, ${latin}` : `${latin}, ${arabic}`;
}

/** Whether there are letters for all of it; there is no font of a hundred thousand signs for a picture. */
export function canDraw(words: string): boolean {
	return !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words);
}

const files = [
	"source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
	"source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2",
	"source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2",
	"noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2",
];

/** Unpacked once, when the first picture is asked for: it takes a second that no start should pay. */
let ready: Promise<readonly Uint8Array[]> | undefined;

/** A failure is tried again by the next picture. */
function prepared(): Promise<readonly Uint8Array[]> {
	return prepare().catch((error: unknown) => {
		ready = undefined;
		throw error;
	});
}

async function prepare(): Promise<readonly Uint8Array[]> {
	const wasm = readFile(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm")));
	await initWasm(wasm);
	return Promise.all(
		files.map(async (file) => {
			const [name = "", ...path] = file.split("/");
			const base = new URL(".", import.meta.resolve(`@fontsource-variable/${name}/package.json`));
			return decompress(await readFile(new URL(path.join("/"), base)));
		}),
	);
}

function picture(svg: string, fontBuffers: readonly Uint8Array[]) {
	return new Resvg(svg, {
		font: { fontBuffers: [...fontBuffers], defaultFontFamily: latin },
		fitTo: { mode: "original" },
	});
}

/** How wide words of one script are when they are drawn, in px. */
export async function widthOf(words: string, size: number): Promise<number> {
	ready ??= prepared();
	const text = `<text x="0" y="100" font-family="${familyFor(words)}" font-size="${size}">${escapeHtml(words)}</text>`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200">${text}</svg>`;
	const measured = picture(svg, await ready);
	try {
		return measured.getBBox()?.width ?? 0;
	} finally {
		measured.free();
	}
}

/** A picture of an SVG as PNG, in its own size. */
export async function rasterize(svg: string): Promise<Buffer> {
	ready ??= prepared();
	const drawn = picture(svg, await ready);
	try {
		const rendered = drawn.render();
		const png = Buffer.from(rendered.asPng());
		rendered.free();
		return png;
	} finally {
		drawn.free();
	}
}
