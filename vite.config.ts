import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { icuPlugin } from "./client/i18n/icuPlugin.ts";

/**
 * Two browser entries, each built by itself, and a server entry that renders the public page (`npm run build`
 * builds all three). Built together, the public page and the plenary screen would carry in the chunks that they
 * share with the consoles what only those need. The server finds the files of an entry in
 * `dist/client/.vite/<entry>.json`; `--mode audience` builds the public one into the same folder.
 */
const pages = {
	/* A public page is drawn before its fonts are asked for: naming them costs a phone a fifth of a second. */
	audience: { audience: "client/entryAudience.tsx", fonts: "client/styles/fonts.css" },
	console: { console: "client/entryConsole.tsx" },
};

/** Flags stand at `/flags/<code>.svg`, with lower-case codes as the definitions of conferences write them. */
function flagsPlugin(): Plugin {
	const folder = new URL("./node_modules/country-flag-icons/3x2/", import.meta.url);
	return {
		name: "plenaria:flags",
		configureServer(server) {
			server.middlewares.use("/flags", (request, response, next) => {
				const code = /^\/([a-z]{2})\.svg$/.exec(request.url ?? "")?.[1];
				if (code === undefined) return next();
				response.setHeader("Content-Type", "image/svg+xml");
				response.end(readFileSync(new URL(`${code.toUpperCase()}.svg`, folder)));
			});
		},
		generateBundle() {
			if (this.environment.name !== "client") return;
			for (const file of readdirSync(folder).filter((name) => /^[A-Z]{2}\.svg$/.test(name)))
				this.emitFile({
					type: "asset",
					fileName: `flags/${file.toLowerCase()}`,
					source: readFileSync(new URL(file, folder)),
				});
		},
	};
}

/** Calls of the validator, and of the helpers of `shared/conference` that make schemas. */
const schemaCalls = /(?<![\w.]|function )(z(?:\s*\.\s*\w+)+|text|localized|marked|fileName)\(/g;

/** Schemas only stand there: a page that folds events and gives no commands must carry none of them. */
function pureSchemasPlugin(): Plugin {
	return {
		name: "plenaria:pure-schemas",
		enforce: "pre",
		transform: {
			filter: { id: /\/shared\/(conference|protocol)\/\w+\.ts$/ },
			handler: (code) => code.replace(schemaCalls, "/* @__PURE__ */ $&"),
		},
	};
}

/** Scripts and styles in the smallest Brotli beside themselves: what is built once is read by two hundred thousand. */
function brotliPlugin(): Plugin {
	return {
		name: "plenaria:brotli",
		writeBundle({ dir = "" }, bundle) {
			if (this.environment.name !== "client") return;
			for (const fileName of Object.keys(bundle)) {
				if (!/\.(js|css)$/.test(fileName)) continue;
				const source = readFileSync(join(dir, fileName));
				if (source.length >= 1024) writeFileSync(join(dir, `${fileName}.br`), brotliCompressSync(source));
			}
		},
	};
}

export default defineConfig(({ isSsrBuild, mode }) => {
	const entry = mode === "audience" ? "audience" : "console";
	return {
		plugins: [icuPlugin(), pureSchemasPlugin(), react(), flagsPlugin(), brotliPlugin()],
		/* Nothing of it belongs into what the server renders with. */
		publicDir: isSsrBuild ? false : "client/public",
		build: {
			target: "baseline-widely-available",
			manifest: isSsrBuild ? false : `.vite/${entry}.json`,
			/* The second entry is added to the first. */
			emptyOutDir: isSsrBuild === true || entry === "console",
			outDir: isSsrBuild ? "dist/server" : "dist/client",
			/* Nothing is inlined: the content security policy allows neither data: fonts nor inline styles. */
			assetsInlineLimit: 0,
			modulePreload: { polyfill: false },
			/* What a console needs at once is one file, with react-aria in it; nobody at a first start has to read about that. */
			chunkSizeWarningLimit: 800,
			cssCodeSplit: true,
			rollupOptions: {
				input: isSsrBuild ? "client/entryServer.tsx" : pages[entry],
				/* No getter of the public page does anything: a schema of which only a part is spread may go as well. */
				treeshake: entry === "audience" ? { propertyReadSideEffects: false } : true,
				/* That the smallest Brotli takes its seconds is known, and nobody at a first start has to read about it. */
				checks: { bundlerTimings: false },
			},
		},
		test: {
			include: ["test/{shared,server,client}/**/*.test.{ts,tsx}"],
			testTimeout: 30_000,
		},
	};
});
