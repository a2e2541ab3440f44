import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packageDir = dirname(fileURLToPath(import.meta.resolve("mediasoup/package.json")));

/** The package's own prebuilt worker, which its installation fetches where scripts are run. */
const prebuilt = join(packageDir, "worker/out/Release/mediasoup-worker");

/** Where `npm run media:build` puts the worker, outside of the project, so that a new checkout finds it again. */
export function builtWorker(environment: NodeJS.ProcessEnv = process.env): string {
	const cache = environment.XDG_CACHE_HOME || join(homedir(), ".cache");
	return join(cache, "plenaria", "mediasoup-worker-3.27.1");
}

/** The first worker that is there: named by MEDIASOUP_WORKER_BIN, built on this machine, or the package's own. */
export function findWorker(environment: NodeJS.ProcessEnv = process.env): string | undefined {
	const named = environment.MEDIASOUP_WORKER_BIN;
	// Whoever names one means that one; another in its place would hide the mistake.
	if (named) return existsSync(named) ? named : undefined;
	return [builtWorker(environment), prebuilt].find(existsSync);
}

/** How long the package may take to fetch its own worker, in ms. A network without a way out may not answer at all. */
const fetchWithin = 30_000;

/**
 * Lets the package fetch its prebuilt worker, once and quietly. Gives its path, or nothing when there is none for this machine,
 * no way to it, or no time.
 */
export function fetchPrebuilt(signal: AbortSignal): Promise<string | undefined> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, ["npm-scripts.mjs", "postinstall"], {
			cwd: packageDir,
			stdio: "ignore",
			// Its other way, to build the worker with sources from all over the net, ends at once without Python.
			env: { ...process.env, PYTHON: "false" },
			timeout: fetchWithin,
			signal,
		});
		child.once("error", () => resolve(undefined));
		child.once("exit", (code) => resolve(code === 0 && existsSync(prebuilt) ? prebuilt : undefined));
	});
}
