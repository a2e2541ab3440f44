import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isPublicMessage } from "../../client/i18n/publicAreas.ts";

const client = new URL("../../client/", import.meta.url);
const english = JSON.parse(readFileSync(new URL("i18n/messages/en.json", client), "utf8")) as object;

/** The sources that an entry loads at once, itself included. */
function loadedBy(entry: URL, seen = new Map<string, string>()): Map<string, string> {
	if (seen.has(entry.href) || !existsSync(entry)) return seen;
	const source = readFileSync(entry, "utf8");
	seen.set(entry.href, source);
	for (const [, path] of source.matchAll(/from "(\.[^"]+\.tsx?)"/g)) loadedBy(new URL(path!, entry), seen);
	return seen;
}

const sources = loadedBy(new URL("entryAudience.tsx", client));

test("whatever the public pages say is in the part of the catalogue that they load", () => {
	const said = [...sources].flatMap(([, source]) =>
		[...source.matchAll(/"([a-zA-Z]+\.[a-zA-Z]+)"/g)].flatMap(([, id]) => (id! in english ? [id!] : [])),
	);
	expect(said.length).toBeGreaterThan(50);
	// Parts of `ui` that only consoles use may be imported beside what the pages use.
	expect(said.filter((id) => !isPublicMessage(id))).toEqual([]);
});

test("the public pages load neither a router nor the consoles' components", () => {
	for (const [path, source] of sources) {
		expect(source, path).not.toMatch(/from "react-(router|aria)/);
		expect(path).not.toMatch(/screens\/(delegate|podium|secretariat|console)\//);
	}
});
