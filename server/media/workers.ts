import { setTimeout as wait } from "node:timers/promises";
import { createWorker, type types } from "mediasoup";
import { codecs, listenInfos, type MediaNetwork } from "./settings.ts";

/** What carries the media of one conference. */
export interface Carrier {
	/** The process on which it runs. */
	readonly worker: types.Worker;
	readonly router: types.Router;
	readonly server: types.WebRtcServer;
}

interface Running {
	readonly worker: types.Worker;
	readonly server: types.WebRtcServer;
	routers: number;
}

/** A worker that dies as soon as it is started would be started for ever; in ms. */
const restartPause = 500;

/**
 * The processes that forward sound and picture, one for each core. A conference has its router on one of them, so that a
 * conference never costs another one its picture.
 */
export class MediaWorkers {
	readonly #bin: string;
	readonly #network: MediaNetwork;
	readonly #report: (error: unknown) => void;
	readonly #running: Promise<Running>[];
	#closed = false;

	/** Starts them. @throws Error when a worker does not run or cannot listen. */
	static async start(
		bin: string,
		count: number,
		network: MediaNetwork,
		report: (error: unknown) => void,
	): Promise<MediaWorkers> {
		const workers = new MediaWorkers(bin, count, network, report);
		const started = await Promise.allSettled(workers.#running);
		const failed = started.find((each) => each.status === "rejected");
		if (failed === undefined) return workers;
		await workers.close();
		throw failed.reason;
	}

	private constructor(bin: string, count: number, network: MediaNetwork, report: (error: unknown) => void) {
		this.#bin = bin;
		this.#network = network;
		this.#report = report;
		this.#running = Array.from({ length: count }, (_, index) => this.#start(index));
	}

	/** Process ids, for who looks after the machine. */
	async pids(): Promise<number[]> {
		return (await Promise.all(this.#running)).map(({ worker }) => worker.pid);
	}

	/** A router for a conference, on the worker with the fewest. Waits for one that is being replaced. */
	async carrier(): Promise<Carrier> {
		const all = await Promise.all(this.#running);
		const running = all.reduce((least, each) => (each.routers < least.routers ? each : least));
		running.routers += 1;
		const router = await running.worker.createRouter({ mediaCodecs: codecs });
		router.observer.once("close", () => {
			running.routers -= 1;
		});
		return { worker: running.worker, router, server: running.server };
	}

	async close(): Promise<void> {
		this.#closed = true;
		for (const each of await Promise.allSettled(this.#running))
			if (each.status === "fulfilled") each.value.worker.close();
	}

	async #start(index: number): Promise<Running> {
		const worker = await createWorker({ workerBin: this.#bin, logLevel: "error" });
		try {
			const server = await worker.createWebRtcServer({ listenInfos: listenInfos(this.#network, index) });
			worker.once("died", (error) => this.#replace(index, error));
			return { worker, server, routers: 0 };
		} catch (error) {
			worker.close();
			throw error;
		}
	}

	/** What ran on it is gone; its routers' observers tell their rooms, which ask for another carrier. */
	#replace(index: number, error: Error): void {
		if (this.#closed) return;
		this.#report(new Error("A media worker has ended; another one takes its place.", { cause: error }));
		this.#running[index] = this.#again(index);
	}

	async #again(index: number): Promise<Running> {
		for (;;) {
			try {
				return await this.#start(index);
			} catch (error) {
				this.#report(error);
				if (this.#closed) throw error;
				await wait(restartPause, undefined, { ref: false });
			}
		}
	}
}
