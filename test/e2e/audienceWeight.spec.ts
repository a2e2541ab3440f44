import { existsSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { interfaceLanguages } from "../../shared/protocol/locale.ts";

/** As on the wire, in bytes. */
const most = 130_000;

interface Chunk {
	readonly file: string;
	readonly imports?: readonly string[];
}

test("the public page loads at most 130 kB of scripts at first, with the words of each language", () => {
	const dist = new URL("../../dist/client/", import.meta.url);
	const manifest = JSON.parse(readFileSync(new URL(".vite/audience.json", dist), "utf8")) as Record<
		string,
		Chunk
	>;
	const sizeOf = (file: string) => {
		const path = new URL(file, dist);
		const compressed = new URL(`${file}.br`, dist);
		return statSync(existsSync(compressed) ? compressed : path).size;
	};
	const loaded = new Set<string>();
	const load = (name: string) => {
		const chunk = manifest[name];
		if (chunk === undefined || loaded.has(chunk.file)) return;
		loaded.add(chunk.file);
		for (const each of chunk.imports ?? []) load(each);
	};
	load("client/entryAudience.tsx");
	const scripts = [...loaded].reduce((sum, file) => sum + sizeOf(file), 0);
	expect(scripts).toBeGreaterThan(50_000);
	for (const locale of interfaceLanguages) {
		const words = manifest[`client/i18n/messages/${locale}.json?public`];
		if (words === undefined) throw new Error(`No words in ${locale}.`);
		expect(scripts + sizeOf(words.file), locale).toBeLessThanOrEqual(most);
	}
});
