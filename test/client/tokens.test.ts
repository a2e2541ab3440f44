import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const sheet = readFileSync("client/styles/tokens.css", "utf8");

/** The declarations of the first block after a selector. */
function block(selector: string): Map<string, string> {
	const start = sheet.indexOf("{", sheet.indexOf(selector));
	expect(sheet.indexOf(selector), selector).toBeGreaterThanOrEqual(0);
	const body = sheet.slice(start + 1, sheet.indexOf("}", start)).replaceAll(/\/\*[\s\S]*?\*\//g, "");
	return new Map(
		[...body.matchAll(/([\w-]+)\s*:\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()]),
	);
}

const light = block(":root {");
const darkOnly = block('[data-theme="dark"] {');
const themes = { light, dark: new Map([...light, ...darkOnly]) };

/** Relative luminance and contrast as WCAG 2 defines them. */
function luminance(hex: string): number {
	const [red, green, blue] = [1, 3, 5].map((at) => {
		const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
function contrast(one: string, other: string): number {
	const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (bright! + 0.05) / (dark! + 0.05);
}

const grounds = ["--paper", "--surface", "--sunken"];
const pairs: readonly (readonly [text: string, ground: string, floor: number])[] = [
	...["--ink", "--ink-2", "--ink-3", "--blue-text"].flatMap((text) =>
		grounds.map((ground) => [text, ground, 4.5] as const),
	),
	...["blue", "brass", "red", "green"].flatMap((name) => [
		[`--${name}-text`, `--${name}-tint`, 4.5] as const,
		[`--${name}-text`, "--paper", 4.5] as const,
		[`--${name}-text`, "--surface", 4.5] as const,
		[`--${name}`, "--surface", 3] as const,
		[`--${name}`, "--paper", 3] as const,
	]),
	["--on-blue", "--blue", 4.5],
	["--on-blue", "--blue-hover", 4.5],
	["--on-brass", "--brass-fill", 4.5],
	["--on-red", "--red", 4.5],
	["--on-green", "--green", 4.5],
	["--on-interruption", "--interruption", 4.5],
	["--interruption-text", "--on-interruption", 4.5],
	["--ink-3", "--brass-tint", 4.5],
	["--line-strong", "--surface", 3],
	["--line-strong", "--paper", 3],
	["--focus", "--paper", 3],
	...["--hall", "--hall-raised", "--hall-deep"].flatMap((ground) => [
		["--hall-ink", ground, 4.5] as const,
		["--hall-ink-2", ground, 4.5] as const,
		["--hall-red", ground, 4.5] as const,
		["--hall-green", ground, 4.5] as const,
		["--hall-brass", ground, 3] as const,
		["--hall-blue", ground, 3] as const,
		["--hall-edge", ground, 3] as const,
	]),
];

describe.each(Object.entries(themes))("the %s theme", (_name, tokens) => {
	test.each(pairs)("%s on %s has a contrast of at least %f", (text, ground, floor) => {
		expect(contrast(tokens.get(text)!, tokens.get(ground)!)).toBeGreaterThanOrEqual(floor);
	});
});

test("a system in the dark gets exactly the theme that a visitor can choose", () => {
	expect(block(':root:not([data-theme="light"]) {')).toEqual(darkOnly);
});

test("no other sheet writes a colour of its own, nor a side instead of a logical direction", () => {
	for (const file of globSync("client/styles/*.css").filter((name) => !/tokens\.css$/.test(name))) {
		const text = readFileSync(file, "utf8")
			.replaceAll(/\/\*[\s\S]*?\*\//g, "")
			.replaceAll(/unicode-range:[^;]+;/g, "");
		expect(text.match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsl/gi), file).toBeNull();
		const sides =
			/(?<![\w-])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|float)\s*:/g;
		expect(text.match(sides), file).toBeNull();
	}
});
