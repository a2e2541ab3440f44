import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rejectionCodes } from "../../shared/conference/rejection.ts";

const root = join(import.meta.dirname, "../..");

function sources(folder: string, endings: readonly string[]): { path: string; text: string }[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
		.filter((name) => endings.some((ending) => name.endsWith(ending)))
		.map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), "utf8") }));
}

const numbers = /\b(?:DR|PR|GV|SL|HA|FL|TM|ST|PO|RR|MO|UN|TX|RC|ME|IP|CA|PL|NE|IN|VI|CO)\d+\b/g;
const rules = [
	...readFileSync(join(root, "shared/rules.md"), "utf8").matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm),
].map(([, rule]) => rule ?? "");
const tests = sources("test", [".test.ts", ".test.tsx", ".contract.ts"]);
const titles = tests.flatMap(({ text }) =>
	[...text.matchAll(/\b(?:it|test|describe)(?:\.\w+(?:\([^)]*\))?)*\(\s*["'`]([^"'`]*)/g)].map(
		([, title]) => title ?? "",
	),
);
const titled = new Set(titles.flatMap((title) => title.match(numbers) ?? []));

it("every rule is numbered once and without gaps", () => {
	expect(new Set(rules).size).toBe(rules.length);
	const next = new Map<string, number>();
	for (const rule of rules) {
		const group = rule.slice(0, 2);
		expect(rule).toBe(`${group}${next.get(group) ?? 1}`);
		next.set(group, Number(rule.slice(2)) + 1);
	}
});

it("every rule is the subject of a test", () => {
	expect(rules.filter((rule) => !titled.has(rule))).toEqual([]);
});

it("every number that a test's title or a comment quotes is a rule", () => {
	const quoted = sources("shared", [".ts"]).flatMap(({ path, text }) =>
		(text.match(numbers) ?? []).map((rule) => ({ path, rule })),
	);
	const titledRules = [...titled].map((rule) => ({ path: "test", rule }));
	expect([...quoted, ...titledRules].filter(({ rule }) => !rules.includes(rule))).toEqual([]);
});

it("every refusal that the domain knows is provoked by a test", () => {
	// The first codes belong to the wire and the session; the domain gives one of them, `notAllowed`.
	const domain = ["notAllowed", ...rejectionCodes.slice(rejectionCodes.indexOf("alreadyDefined"))];
	const provoked = new Set(
		tests
			.filter(({ path }) => path.startsWith("test/shared/"))
			.flatMap(({ text }) => [...text.matchAll(/thenRefused\("(\w+)"/g)].map(([, code]) => code ?? "")),
	);
	expect([...provoked].sort()).toEqual(domain.sort());
});
