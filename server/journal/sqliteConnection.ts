import { Worker } from "node:worker_threads";
import { JournalDamaged, JournalUnavailable, JournalUnknown } from "./journal.ts";
import { messageOf } from "./sqliteDatabase.ts";
import {
	type Answer,
	type Failure,
	type Request,
	startId,
	type Value,
	type WorkerOptions,
} from "./sqliteProtocol.ts";

/** Distributes over the union, so that each kind of request keeps its own fields. */
type WithoutId<R> = R extends Request ? Omit<R, "id"> : never;

interface Pending {
	readonly isAppend: boolean;
	readonly resolve: (value: Value) => void;
	readonly reject: (error: Error) => void;
}

function errorOf({ is, message }: Failure): Error {
	switch (is) {
		case "unavailable":
			return new JournalUnavailable(message);
		case "unknown":
			return new JournalUnknown(message);
		case "damaged":
			return new JournalDamaged(message);
		case "bug":
			return new Error(message);
	}
}

/** The main thread's end of the worker: numbered requests, and what becomes of them when the worker dies. */
export class SqliteConnection {
	readonly #options: WorkerOptions;
	readonly #onLost: (why: string) => void;
	readonly #pending = new Map<number, Pending>();
	#worker: Worker | undefined;
	#lastId = startId;

	/** `onLost` is called when a running worker ended by itself: a crash. */
	constructor(options: WorkerOptions, onLost: (why: string) => void) {
		this.#options = options;
		this.#onLost = onLost;
	}

	get running(): boolean {
		return this.#worker !== undefined;
	}

	/** Starts the worker. @throws JournalUnavailable when the directory cannot be used. */
	async start(): Promise<void> {
		const worker = new Worker(new URL("./sqliteWorker.ts", import.meta.url), {
			workerData: this.#options,
			// What the process was started with (--watch, --eval) is not for the worker.
			execArgv: [],
		});
		this.#worker = worker;
		worker.on("message", (answer: Answer) => this.#settle(answer));
		let why = "it ended";
		// An uncaught error ends the worker; `exit` follows and does the rest.
		worker.on("error", (error) => {
			why = messageOf(error);
		});
		worker.on("exit", () => this.#lost(worker, why));
		await new Promise<Value>((resolve, reject) => {
			this.#pending.set(startId, { isAppend: false, resolve, reject });
		});
	}

	async request(request: WithoutId<Request>): Promise<Value> {
		const worker = this.#worker;
		if (worker === undefined) throw new JournalUnavailable("The journal's worker is not running.");
		this.#lastId += 1;
		const id = this.#lastId;
		return new Promise((resolve, reject) => {
			this.#pending.set(id, { isAppend: request.kind === "append", resolve, reject });
			worker.postMessage({ id, ...request });
		});
	}

	/** Finishes what was asked, closes the files and ends the worker. */
	async close(): Promise<void> {
		const worker = this.#worker;
		if (worker === undefined) return;
		const ended = new Promise((resolve) => worker.once("exit", resolve));
		const closed = this.request({ kind: "close" });
		this.#worker = undefined;
		await closed;
		await ended;
	}

	#settle(answer: Answer): void {
		const pending = this.#pending.get(answer.id);
		this.#pending.delete(answer.id);
		if ("failure" in answer) {
			// A worker that could not open its store is about to end: it is none.
			if (answer.id === startId) this.#worker = undefined;
			pending?.reject(errorOf(answer.failure));
		} else pending?.resolve(answer.value);
	}

	#lost(worker: Worker, why: string): void {
		if (this.#worker !== worker) return;
		this.#worker = undefined;
		const message = `The journal's worker failed (${why}).`;
		for (const { isAppend, reject } of this.#pending.values()) {
			reject(isAppend ? new JournalUnknown(message) : new JournalUnavailable(message));
		}
		this.#pending.clear();
		this.#onLost(message);
	}
}
