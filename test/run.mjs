// `npm test`: everything, in the order in which a failure is cheapest to find. Installs what the machine
// lacks where it can (Debian, as root) and says in one line how to where it cannot.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const tools = [
	{
		package: "chromium",
		commands: ["chromium", "chromium-browser", "google-chrome"],
		variable: "CHROMIUM_BIN",
	},
	{ package: "redis-server", commands: ["redis-server"], variable: "REDIS_SERVER_BIN" },
	{ package: "strace", commands: ["strace"], variable: "STRACE_BIN", only: "linux" },
];

function isThere({ commands, variable }) {
	if (process.env[variable]) return true;
	const directories = (process.env.PATH ?? "").split(":");
	return commands.some((command) => directories.some((directory) => existsSync(`${directory}/${command}`)));
}

const missing = tools
	.filter((tool) => (!tool.only || tool.only === process.platform) && !isThere(tool))
	.map((tool) => tool.package);
if (missing.length > 0) {
	const canInstall = existsSync("/etc/debian_version") && process.getuid?.() === 0;
	if (!canInstall) {
		console.error(
			`The tests need ${missing.join(", ")}. On Debian or Ubuntu: sudo apt-get install ${missing.join(" ")}`,
		);
		process.exit(1);
	}
	console.log(`Installing ${missing.join(", ")} for the tests.`);
	const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env: environment });
	execFileSync("apt-get", ["install", "-y", "-qq", ...missing], {
		stdio: ["ignore", "ignore", "inherit"],
		env: environment,
	});
}

// Sound and picture are tested with the real worker. A machine that has one does nothing here.
if (!process.env.MEDIASOUP_WORKER_BIN) {
	const built = spawnSync("npm", ["run", "--silent", "media:build"], { stdio: "inherit" });
	if (built.status !== 0) {
		console.error("The media worker could not be built; MEDIASOUP_WORKER_BIN may name one.");
		process.exit(built.status ?? 1);
	}
}

const steps = [
	["Format and lint", "biome", ["check", "."]],
	["Types", "tsc", []],
	["Build", "npm", ["run", "--silent", "build"]],
	["Unit and integration", "vitest", ["run"]],
	["Journeys in a browser", "playwright", ["test"]],
];

for (const [title, command, args] of steps) {
	console.log(`\n== ${title} ==`);
	const result = spawnSync(command, args, { stdio: "inherit" });
	if (result.status !== 0) {
		console.error(`\n${title} failed.`);
		process.exit(result.status ?? 1);
	}
}
