// Runs a script or a tool of this project with the Node that it is made for: the one among its dependencies, or
// the one that runs this if it is new enough. Plain JavaScript that an old Node can parse. Usage:
//   node server/run.mjs FILE.ts|FILE.mjs [ARGUMENTS]     node server/run.mjs vitest [ARGUMENTS]
// npm does not always link a dependency's `node` into node_modules/.bin, hence the look into the package itself.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const needed = 24;
const modules = fileURLToPath(new URL("../node_modules", import.meta.url));
const platform = process.platform === "win32" ? "win" : process.platform;
const own = join(
	modules,
	`node-${platform}-${process.arch}`,
	"bin",
	platform === "win" ? "node.exe" : "node",
);
const isNewEnough = Number(process.versions.node.split(".")[0]) >= needed;
const node = isNewEnough ? process.execPath : existsSync(own) ? own : undefined;

if (!existsSync(modules)) fail("The libraries are not installed yet. Run: npm ci");
else if (node === undefined)
	fail(
		`Plenaria needs Node ${needed} or later; this is ${process.versions.node}, and no package brings one for ${process.platform} ${process.arch}. Put Node ${needed} on PATH.`,
	);
else run(process.argv.slice(2));

function run([command = "", ...rest]) {
	const isScript = /\.(ts|mjs)$/.test(command);
	const [program, args] = isScript ? [node, [command, ...rest]] : [command, rest];
	const path = [dirname(node), join(modules, ".bin"), process.env.PATH].join(delimiter);
	const child = spawn(program, args, {
		stdio: "inherit",
		env: { ...process.env, PATH: path },
		shell: !isScript && platform === "win",
	});
	// A terminal tells both of us; whoever stops only this process means the child too.
	for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
	child.on("error", (error) => fail(`${command} cannot be started: ${error.message}`));
	child.on("exit", (code, signal) => {
		process.exitCode = code ?? (signal === null ? 1 : 128);
	});
}

function fail(message) {
	console.error(message);
	process.exitCode = 1;
}
