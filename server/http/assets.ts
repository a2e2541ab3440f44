import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import * as z from "zod";

/** What Vite wrote of each source file: where it went, its styles, and what it imports at once. */
const manifest = z.record(
	z.string(),
	z.object({
		file: z.string(),
		css: z.array(z.string()).default([]),
		imports: z.array(z.string()).default([]),
	}),
);

/** Fonts of the public pages; the consoles have them among their styles. */
const fonts = "client/styles/fonts.css";
const entries = { audience: "client/entryAudience.tsx", console: "client/entryConsole.tsx" } as const;
export type Entry = keyof typeof entries;

/** Styles that stand in a page, so that it is drawn without asking for anything more. */
export interface CarriedStyle {
	readonly text: string;
	/** By which the content security policy allows this very text: `sha256-...`. */
	readonly hash: string;
}

/** The tags that load an entry, for the head of a page. */
export interface EntryFiles {
	readonly scripts: readonly string[];
	readonly preloads: readonly string[];
	readonly styles: readonly string[];
	/** What stands in `styles`, for pages that carry it themselves. */
	readonly carried?: CarriedStyle;
	/** Styles that stand behind what a page shows: it is drawn before they have arrived. */
	readonly late: readonly string[];
	/** Script within the page; during development only. */
	readonly inline?: string;
}

/** Where the built client's files are; `undefined` when it has not been built. */
export async function readAssets(clientDir: URL): Promise<Readonly<Record<Entry, EntryFiles>> | undefined> {
	const [audience, console] = await Promise.all([read("audience", clientDir), read("console", clientDir)]);
	if (audience === undefined || console === undefined) return undefined;
	return { audience: { ...audience, carried: await carriedStyle(audience.styles, clientDir) }, console };
}

async function carriedStyle(styles: readonly string[], clientDir: URL): Promise<CarriedStyle> {
	const texts = await Promise.all(styles.map((path) => readFile(new URL(`.${path}`, clientDir), "utf8")));
	const text = texts.join("");
	return { text, hash: `sha256-${createHash("sha256").update(text).digest("base64")}` };
}

async function read(entry: Entry, clientDir: URL): Promise<EntryFiles | undefined> {
	const text = await readFile(new URL(`.vite/${entry}.json`, clientDir), "utf8").catch(() => undefined);
	return text === undefined ? undefined : filesOf(manifest.parse(JSON.parse(text)), entries[entry]);
}

/** During development Vite serves the sources, and adds the styles by script. */
export function devAssets(origin: string): Readonly<Record<Entry, EntryFiles>> {
	// What the plugin for React would put into a page that Vite itself serves.
	const inline = `import { injectIntoGlobalHook } from "${origin}/@react-refresh";
injectIntoGlobalHook(window); window.$RefreshReg$ = () => {}; window.$RefreshSig$ = () => (type) => type;`;
	const of = (entry: Entry) => ({
		inline,
		scripts: [`${origin}/@vite/client`, `${origin}/${entries[entry]}`],
		preloads: [],
		styles: [],
		late: [],
	});
	return { audience: { ...of("audience"), late: [`${origin}/${fonts}`] }, console: of("console") };
}

/** Styles of what an entry imports come first, as in the sources. */
function filesOf(files: z.infer<typeof manifest>, entry: string): EntryFiles {
	const styles = new Set<string>();
	const preloads = new Set<string>();
	const seen = new Set<string>();
	const visit = (name: string) => {
		const chunk = files[name];
		if (chunk === undefined || seen.has(name)) return;
		seen.add(name);
		for (const each of chunk.imports) visit(each);
		for (const each of chunk.css) styles.add(`/${each}`);
		if (name !== entry) preloads.add(`/${chunk.file}`);
	};
	visit(entry);
	const pathsOf = (name: string) => (files[name] === undefined ? [] : [`/${files[name].file}`]);
	return { scripts: pathsOf(entry), preloads: [...preloads], styles: [...styles], late: pathsOf(fonts) };
}
