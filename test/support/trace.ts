import { spawnSync } from "node:child_process";

/** One system call of a trace, once as it began and once as it returned; in the order in which the tracer saw them. */
export interface Step {
	readonly at: "begin" | "end";
	readonly thread: string;
	readonly call: string;
	/** Number of the file or socket, where it is the first argument. */
	readonly file: number;
	/** What was written, or at its end what was read. */
	readonly bytes: Buffer;
	/** What it returned; nothing at its beginning. */
	readonly result: number | undefined;
}

const strace = process.env.STRACE_BIN ?? "strace";

/** Why nothing can be traced here, or nothing when it can. */
export function whyNoTrace(): string | undefined {
	const tried = spawnSync(strace, ["-e", "trace=none", "true"], { encoding: "utf8" });
	if (tried.error !== undefined) return `strace is not there (${tried.error.message})`;
	return tried.status === 0 ? undefined : `strace is not permitted here (${tried.stderr.trim()})`;
}

/** Runs a program traced into a file; the tracer stands aside, so that the program is the child that was started. */
export function traced(file: string): string[] {
	const calls = "fsync,fdatasync,pwrite64,read,recvfrom,write,writev,sendto,sendmsg";
	// All bytes in hexadecimal, and whole: a page of the database is 4096 bytes, a command at most 32 KiB.
	return [
		strace,
		"-D",
		"-f",
		"--seccomp-bpf",
		"-tt",
		"-xx",
		"-s",
		"40000",
		"-e",
		`trace=${calls}`,
		"-o",
		file,
	];
}

/** Reads what strace wrote with the options above. */
export function parseTrace(text: string): Step[] {
	const steps: Step[] = [];
	/** Calls that have begun, by thread; the line of their end does not repeat what was written. */
	const begun = new Map<string, { call: string; args: string }>();
	for (const line of text.split("\n")) {
		const parts = /^(\d+) +[\d:.]+ (?:<\.\.\. )?(\w+)( resumed>|\()(.*)$/.exec(line);
		if (parts === null) continue;
		const [, thread = "", call = "", kind, rest = ""] = parts;
		const isResumed = kind === " resumed>";
		const before = isResumed ? (begun.get(thread)?.args ?? "") : "";
		if (!isResumed) steps.push(step("begin", thread, call, rest, undefined));
		if (rest.endsWith("<unfinished ...>")) {
			begun.set(thread, { call, args: rest });
			continue;
		}
		const result = /\) += (-?\d+)/.exec(rest)?.[1];
		if (result !== undefined) steps.push(step("end", thread, call, before + rest, Number(result)));
	}
	return steps;
}

function step(at: Step["at"], thread: string, call: string, args: string, result: number | undefined): Step {
	const text = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = ""]) =>
		hex.replaceAll("\\x", ""),
	);
	return {
		at,
		thread,
		call,
		file: Number.parseInt(args, 10),
		bytes: Buffer.from(text.join(""), "hex"),
		result,
	};
}

/**
 * The texts of the WebSocket frames in some bytes, unmasked if a client sent them; nothing for anything else.
 * Enough of RFC 6455, section 5.2, for whole frames shorter than 64 KiB.
 */
export function webSocketTexts(bytes: Buffer): string[] {
	const texts: string[] = [];
	let at = 0;
	while (bytes.length >= at + 2 && bytes[at] === 0x81) {
		const isMasked = (bytes[at + 1]! & 0x80) !== 0;
		let length = bytes[at + 1]! & 0x7f;
		let from = at + 2;
		if (length === 127) return texts;
		if (length === 126) {
			if (bytes.length < from + 2) return texts;
			length = bytes.readUInt16BE(from);
			from += 2;
		}
		const mask = isMasked ? bytes.subarray(from, from + 4) : Buffer.alloc(4);
		if (isMasked) from += 4;
		if (bytes.length < from + length) return texts;
		texts.push(
			Buffer.from(
				bytes.subarray(from, from + length).map((byte, index) => byte ^ mask[index % 4]!),
			).toString(),
		);
		at = from + length;
	}
	return texts;
}
