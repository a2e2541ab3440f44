import { execFileSync } from "node:child_process";

/** How many files and sockets a process started from here may open. Node raises its soft limit to the hard one. */
export function openFilesLimit(): number {
	if (process.platform === "win32") return Number.POSITIVE_INFINITY;
	const said = execFileSync("sh", ["-c", "ulimit -H -n"], { encoding: "utf8" }).trim();
	return said === "unlimited" ? Number.POSITIVE_INFINITY : Number(said);
}
