import { readdirSync, readFileSync } from "node:fs";

/** What Linux counts processor time in, in ms. */
const tick = 10;

interface Process {
	readonly parent: number;
	readonly ms: number;
}

function read(pid: number): Process | undefined {
	try {
		// The name, in brackets, may have spaces and brackets in it.
		const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
			.replace(/^.*\) /s, "")
			.split(" ")
			.map(Number);
		const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]];
		return { parent, ms: (user + system) * tick };
	} catch {
		return undefined;
	}
}

/** Time that a process has used the processor, in ms. */
export function cpuOf(pid: number): number {
	return read(pid)?.ms ?? 0;
}

/** The same with all that it has started and that still run. */
export function cpuOfTree(pid: number): number {
	const all = new Map<number, Process>();
	for (const name of readdirSync("/proc")) {
		const found = /^\d+$/.test(name) ? read(Number(name)) : undefined;
		if (found !== undefined) all.set(Number(name), found);
	}
	const below = (id: number): number => {
		let ms = all.get(id)?.ms ?? 0;
		for (const [child, { parent }] of all) if (parent === id) ms += below(child);
		return ms;
	};
	return below(pid);
}
