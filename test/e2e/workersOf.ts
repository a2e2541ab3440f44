import { readdirSync, readFileSync } from "node:fs";

/** Processes that the server has started and that forward sound and picture. */
export function workersOf(serverPid: number): number[] {
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.map(Number)
		.filter((pid) => {
			try {
				const parent = / \(mediasoup-work\S*\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, "utf8"));
				return Number(parent?.[1]) === serverPid;
			} catch {
				return false;
			}
		});
}
