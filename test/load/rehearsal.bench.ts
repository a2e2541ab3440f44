import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { ServerProcess } from "../support/serverProcess.ts";

const script = fileURLToPath(new URL("../../server/cli/rehearsal.ts", import.meta.url));

/**
 * Not a goal but a picture: the whole ministerial, 83 delegations and 500 viewers over real sockets at twenty
 * times its speed for a minute, by the same driver that plays `npm start`. Prints what that driver saw.
 */
export async function showRehearsal(): Promise<void> {
	const server = await ServerProcess.start();
	try {
		const args = ["--delegations", "83", "--viewers", "500", "--rate", "20", "--minutes", "1"];
		const child = spawn(process.execPath, [script, ...args], {
			stdio: ["ignore", "inherit", "inherit"],
			env: { ...process.env, DATA_DIR: server.dataDir },
		});
		await once(child, "exit");
	} finally {
		await server.close();
	}
}
