import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** The installed package, with the worker's sources. */
export const packageDir = dirname(findPackageJSON("mediasoup", import.meta.url) ?? "");

/** The package's own prebuilt worker, which its installation fetches where scripts are run. */
const prebuilt = join(packageDir, "worker/out/Release/mediasoup-worker");

/** Where `npm run media:build` puts the worker, outside of the project, so that a new checkout finds it again. */
export function builtWorker(environment: NodeJS.ProcessEnv = process.env): string {
	const cache = environment.XDG_CACHE_HOME || join(homedir(), ".cache");
	return join(cache, "plenaria", "mediasoup-worker-3.27.1");
}

/** The first worker that is there: that is named, else one built on this machine, else the package's own. */
export function findWorker(named: string | undefined): string | undefined {
	// Whoever names one means that one; another in its place would hide the mistake.
	if (named !== undefined) return existsSync(named) ? named : undefined;
	return [builtWorker(), prebuilt].find(existsSync);
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
