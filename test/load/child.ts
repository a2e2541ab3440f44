import type { ChildProcess } from "node:child_process";
import { fork } from "node:child_process";
import { once } from "node:events";

/** A process of its own that answers requests over IPC, one at a time: a control, or a server under load. */
export class Child {
	readonly #process: ChildProcess;

	private constructor(child: ChildProcess) {
		this.#process = child;
	}

	/** Starts the module and waits for its first message, which is what it has to say of itself. */
	static async start<T>(module: string, args: readonly string[] = []): Promise<{ child: Child; hello: T }> {
		const url = new URL(module, import.meta.url);
		const child = fork(url, args, { execArgv: ["--expose-gc"], serialization: "advanced" });
		return { child: new Child(child), hello: (await nextMessage(child)) as T };
	}

	async ask<T>(request: unknown): Promise<T> {
		this.#process.send(request as object);
		return (await nextMessage(this.#process)) as T;
	}

	async stop(): Promise<void> {
		if (this.#process.exitCode !== null) return;
		const gone = once(this.#process, "exit");
		this.#process.disconnect();
		this.#process.kill("SIGTERM");
		await gone;
	}
}

/** The process' next message; an error when it ends instead. */
async function nextMessage(child: ChildProcess): Promise<unknown> {
	const settled = new AbortController();
	const { signal } = settled;
	const ended = once(child, "exit", { signal }).then(([code]) => {
		throw new Error(`A process under measurement ended with ${code}`);
	});
	try {
		const [message] = await Promise.race([once(child, "message", { signal }), ended]);
		return message;
	} finally {
		// Ends the listener that did not win; its rejection is expected.
		ended.catch(() => undefined);
		settled.abort();
	}
}

/** The other end: answers each request with what the handler gives. */
export function answer(handler: (request: never) => unknown): void {
	process.on("message", async (request) => {
		process.send?.((await handler(request as never)) as object);
	});
	process.on("disconnect", () => process.exit(0));
}
