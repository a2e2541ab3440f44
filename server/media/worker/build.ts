import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { builtWorker, packageDir } from "../workerBinary.ts";

/** `npm run media:build`: builds the media worker into the user's cache folder, from the installed package's own sources. */
const output = builtWorker();
mkdirSync(dirname(output), { recursive: true });
const script = fileURLToPath(new URL("build-worker.sh", import.meta.url));
const built = spawnSync("bash", [script, output], {
	stdio: "inherit",
	env: { ...process.env, MEDIASOUP_DIR: packageDir },
});
process.exitCode = built.status ?? 1;
