// `npm start`: builds the client if that is missing or older than its sources, then starts the server.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const built = [
	"dist/client/.vite/console.json",
	"dist/client/.vite/audience.json",
	"dist/server/entryServer.js",
].map((path) => join(root, path));
const sources = ["client", "shared", "vite.config.ts", "package-lock.json"].map((path) => join(root, path));

/** Latest change of a file or of anything in a directory, in ms. */
function changedAt(path) {
	const found = statSync(path);
	if (!found.isDirectory()) return found.mtimeMs;
	return readdirSync(path).reduce((latest, name) => Math.max(latest, changedAt(join(path, name))), 0);
}

function needsBuild() {
	if (!built.every((path) => existsSync(path))) return true;
	// An installation without the build tools has what it was given.
	if (!existsSync(join(root, "node_modules/vite")) || !existsSync(join(root, "client"))) return false;
	const oldest = Math.min(...built.map(changedAt));
	return sources.some((path) => existsSync(path) && changedAt(path) > oldest);
}

function build(...args) {
	const vite = join(root, "node_modules/vite/bin/vite.js");
	const { status } = spawnSync(process.execPath, [vite, "build", "--logLevel", "warn", ...args], {
		cwd: root,
		stdio: "inherit",
	});
	return status === 0;
}

let isReady = true;
if (needsBuild()) {
	console.log("Building the client, once ...");
	isReady =
		build() &&
		build("--mode", "audience") &&
		build("--ssr", "client/entryServer.tsx", "--outDir", "dist/server");
}
if (isReady) {
	// Rendering a page with what React checks during development would take three times as long.
	process.env.NODE_ENV ??= "production";
	const { main, failStart } = await import("./main.ts");
	await main().catch(failStart);
} else {
	console.error("The client could not be built; the messages above say why.");
	process.exitCode = 1;
}
