import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { answer } from "../child.ts";

/** Control for G6 and G6c: appends as many bytes to a file and waits for the disk, nothing else. */
const [, , file = "", bytes = "512"] = process.argv;
const record = Buffer.alloc(Number(bytes), "x");

function once(handle: number): number {
	const began = performance.now();
	writeSync(handle, record);
	fdatasyncSync(handle);
	return performance.now() - began;
}

/** `paced`: ms of each write at so many a second. `flat`: writes a second, one after the other. */
answer(async (request: { kind: "paced" | "flat"; perSecond: number; count: number }) => {
	const handle = openSync(file, "a");
	const taken: number[] = [];
	const began = performance.now();
	for (let index = 0; index < request.count; index += 1) {
		taken.push(once(handle));
		const next = began + ((index + 1) * 1000) / request.perSecond;
		if (request.kind === "paced" && next > performance.now()) await wait(next - performance.now());
	}
	closeSync(handle);
	return request.kind === "paced" ? taken : (request.count * 1000) / (performance.now() - began);
});
process.send?.("ready");
