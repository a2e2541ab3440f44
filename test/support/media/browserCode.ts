import { fileURLToPath } from "node:url";
import { build } from "vite";

/** One script of a module with everything that it imports, for a page of a test that is no page of ours. */
export async function browserCode(module: URL): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: "silent",
		build: {
			write: false,
			minify: false,
			lib: { entry: fileURLToPath(module), formats: ["iife"], name: "inPage", fileName: "inPage" },
		},
	});
	const [output] = Array.isArray(built) ? built : [built];
	const chunk = output !== undefined && "output" in output ? output.output[0] : undefined;
	if (chunk === undefined) throw new Error(`${module.href} could not be built.`);
	return chunk.code;
}
