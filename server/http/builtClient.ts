import type { Router } from "express";
import { devAssets, type Entry, type EntryFiles, readAssets } from "./assets.ts";
import { loadRenderer, type Renderer } from "./renderer.ts";
import { staticRoutes } from "./routes/static.ts";

/** What `npm run build` made, read once when the server starts. */
export interface BuiltClient {
	/** Nothing when the client has not been built: then pages have neither styles nor scripts. */
	readonly assets: Readonly<Record<Entry, EntryFiles>> | undefined;
	readonly renderer: Renderer;
	readonly files: Router;
}

/** @param dist directory of the build, with a slash at the end. */
export async function loadClient(dist: URL, viteDevOrigin: string | undefined): Promise<BuiltClient> {
	const clientDir = new URL("client/", dist);
	return {
		assets: viteDevOrigin === undefined ? await readAssets(clientDir) : devAssets(viteDevOrigin),
		// During development the browser renders everything, from the sources that Vite serves.
		renderer: await loadRenderer(viteDevOrigin === undefined ? new URL("server/", dist) : undefined),
		files: await staticRoutes(clientDir),
	};
}
