import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { quotedTexts } from "../support/sourceTexts.ts";

/** Class names in the selectors of a style sheet; what stands in comments and declarations is none. */
function classesIn(sheet: string): Set<string> {
	const rules = sheet.replaceAll(/\/\*.*?\*\//gs, "").replaceAll(/"[^"]*"/g, "");
	const selectors = [...rules.matchAll(/([^{};]*)\{/g)].map(([, selector = ""]) => selector);
	return new Set(selectors.flatMap((selector) => selector.match(/(?<=\.)[a-zA-Z][\w-]*/g) ?? []));
}

test("every class of a style sheet is given to some element", () => {
	/* The server writes plain pages of its own, with the same sheets. */
	const { whole, stems } = quotedTexts("client/**/*.{ts,tsx}", "server/http/**/*.ts");
	const made = [...stems].filter((stem) => /^[a-z][a-z-]+-$/.test(stem));
	const unused = globSync("client/styles/*.css").flatMap((file) =>
		[...classesIn(readFileSync(file, "utf8"))]
			/* react-aria names the classes of its own components. */
			.filter((name) => !name.startsWith("react-aria-"))
			.filter((name) => !whole.has(name) && !made.some((stem) => name.startsWith(stem)))
			.map((name) => `${file}: .${name}`),
	);
	expect(unused).toEqual([]);
});

test("every style sheet is imported", () => {
	const { whole } = quotedTexts("client/**/*.{ts,tsx}");
	const foundation = readFileSync("client/styles/foundation.css", "utf8");
	const orphans = globSync("client/styles/*.css")
		.map((file) => file.split("/").at(-1) ?? file)
		.filter((name) => !foundation.includes(`"./${name}"`))
		.filter((name) => ![...whole].some((text) => text.endsWith(`/styles/${name}`)));
	expect(orphans).toEqual([]);
});
