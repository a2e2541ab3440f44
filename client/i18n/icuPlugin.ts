import { parse } from "@formatjs/icu-messageformat-parser";
import type { Plugin } from "vite";
import { pseudo } from "./pseudo.ts";
import { isPublicMessage } from "./publicAreas.ts";

const catalogue = /\/i18n\/messages\/[a-z]+\.json(?:\?(pseudo|public))?$/;

/**
 * Parses the ICU messages of the catalogues while building, and sends the browser the parser-free
 * build of react-intl's formatter. A message that does not parse stops the build with its name.
 * The catalogue stays JSON (texts become trees), so Vite's own handling of JSON applies afterwards.
 * With `?public` it holds only what the public pages say, with `?pseudo` it is in the invented language.
 */
export function icuPlugin(): Plugin {
	return {
		name: "plenaria:icu",
		enforce: "pre",
		config(_config, { command }) {
			if (command !== "build") return {};
			return {
				resolve: {
					alias: [
						{
							find: /^@formatjs\/icu-messageformat-parser$/,
							replacement: "@formatjs/icu-messageformat-parser/no-parser.js",
						},
					],
				},
			};
		},
		transform(source, id) {
			const match = catalogue.exec(id);
			if (match === null) return null;
			const texts = JSON.parse(source) as Record<string, string>;
			const variant = match[1];
			const wanted = Object.entries(texts).filter(([key]) => variant !== "public" || isPublicMessage(key));
			const parsed = wanted.map(([key, text]) => {
				try {
					const message = parse(text, { captureLocation: false });
					return [key, variant === "pseudo" ? pseudo(message) : message];
				} catch (error) {
					throw new Error(`The message ${key} does not parse: ${String(error)}`);
				}
			});
			const json = JSON.stringify(Object.fromEntries(parsed));
			/* With a query the file is no longer JSON to Vite, so that one becomes a module here. */
			if (variant === undefined) return { code: json, map: null };
			return { code: `export default ${json};`, map: null, moduleType: "js" };
		},
	};
}
