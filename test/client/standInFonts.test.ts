import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import decompress from "woff2-encoder/decompress";

const families = {
	"Source Sans": "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
	"Source Serif": "@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2",
};

/** Ascent and descent of a font in parts of its size, from its table `hhea`. */
async function heightsOf(file: string): Promise<{ ascent: number; descent: number }> {
	const font = Buffer.from(await decompress(readFileSync(new URL(import.meta.resolve(file)))));
	const tables = new Map<string, number>();
	for (let index = 0; index < font.readUInt16BE(4); index += 1) {
		const record = 12 + 16 * index;
		tables.set(font.toString("latin1", record, record + 4), font.readUInt32BE(record + 8));
	}
	const head = tables.get("head");
	const hhea = tables.get("hhea");
	if (head === undefined || hhea === undefined) throw new Error(`${file} has no heights.`);
	const unit = font.readUInt16BE(head + 18);
	return { ascent: font.readInt16BE(hhea + 4) / unit, descent: -font.readInt16BE(hhea + 6) / unit };
}

test("what stands in for a font until it has arrived is as high as that", async () => {
	const sheet = readFileSync("client/styles/standInFonts.css", "utf8");
	const faces = sheet.match(/@font-face \{.*?\}/gs) ?? [];
	for (const [name, file] of Object.entries(families)) {
		const { ascent, descent } = await heightsOf(file);
		const own = faces.filter((face) => face.includes(`as ${name}"`));
		// Of two fonts of every machine: letters and figures, thin and bold.
		expect(own).toHaveLength(8);
		for (const face of own) {
			const part = (property: string) => Number(face.match(`${property}: ([\\d.]+)%`)?.[1]) / 100;
			expect(part("size-adjust") * part("ascent-override"), face).toBeCloseTo(ascent, 3);
			expect(part("size-adjust") * part("descent-override"), face).toBeCloseTo(descent, 3);
			expect(part("line-gap-override"), face).toBe(0);
		}
	}
});
