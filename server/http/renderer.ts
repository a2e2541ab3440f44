import { access } from "node:fs/promises";
import type { Boot } from "../../shared/protocol/boot.ts";
import type { Locale } from "../../shared/protocol/locale.ts";
import type { Theme } from "./locale.ts";
import { plainNotice } from "./plainNotice.ts";

export type NoticeKind =
	| "join"
	| "linkExpired"
	| "linkRevoked"
	| "linkUnknown"
	| "signInNeeded"
	| "notFound"
	| "tooMany"
	| "unavailable";

/** A small page that says one thing. */
export interface Notice {
	readonly locale: Locale;
	readonly kind: NoticeKind;
	/** `join`: name, title, delegation, flag, monogram, conference. `signInNeeded`: conference, audienceUrl. Others may be empty. */
	readonly params: Readonly<Record<string, string>>;
	readonly theme?: Theme | undefined;
}

/** What stands in the page's root element, and its title. */
export interface Rendered {
	readonly html: string;
	readonly title: string;
}

/** What a public page is called, and what links to it say beside the title. */
export interface PageWords {
	readonly title: string;
	readonly description: string;
	/** Of a delegation: how many pledges it takes part in. */
	readonly pledges: string;
}

/** The client's own components, rendered on the server: what `client/entryServer.tsx` exports. */
export interface Renderer {
	render(boot: Boot): Promise<Rendered>;
	renderWords(boot: Boot): Promise<PageWords>;
	renderNotice(notice: Notice): Promise<Rendered>;
}

/** Without a built client: pages that the browser fills, and plain English notices. For development only. */
const unbuilt: Renderer = {
	render: async () => ({ html: "", title: "Plenaria" }),
	renderWords: async () => ({ title: "Plenaria", description: "", pledges: "" }),
	renderNotice: async (notice) => plainNotice(notice),
};

export async function loadRenderer(serverDir: URL | undefined): Promise<Renderer> {
	if (serverDir === undefined) return unbuilt;
	const entry = new URL("entryServer.js", serverDir);
	const isBuilt = await access(entry).then(
		() => true,
		() => false,
	);
	return isBuilt ? ((await import(entry.href)) as Renderer) : unbuilt;
}
