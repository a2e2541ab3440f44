// `npm run dev`: Vite serves the client from its sources, the server starts again after each change.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const origin = "http://localhost:5173";

// Strict, because the pages name this origin; `origin` makes fonts and pictures in styles come from here too.
const vite = await createServer({ root, server: { port: 5173, strictPort: true, origin } });
await vite.listen();

const server = spawn(process.execPath, ["--watch", "server/main.ts", ...process.argv.slice(2)], {
	cwd: root,
	stdio: "inherit",
	env: { ...process.env, VITE_DEV_ORIGIN: origin },
});
server.on("exit", async (code) => {
	await vite.close();
	process.exit(code ?? 0);
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
