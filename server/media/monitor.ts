import { setImmediate } from "node:timers/promises";
import type { types } from "mediasoup";
import type { LevelsSignal, MonitorSignal } from "../../shared/protocol/monitor.ts";
import { figuresOf } from "./feedFigures.ts";
import { LevelWatch } from "./levelWatch.ts";
import type { Survey } from "./room.ts";
import { unlessClosed } from "./unlessClosed.ts";
import type { Carrier } from "./workers.ts";

/** How often all figures are read and told, in ms. */
const everyMs = 1000;
/** So many readings go by until senders are asked again what leaves their machines. */
const askEvery = 2;

/** An operator's screen. */
export interface MonitorWatcher {
	monitor(signal: MonitorSignal): void;
	levels(signal: LevelsSignal): void;
}

export interface MonitorOptions {
	/** What there is to watch; `off` where this server forwards nothing, nothing before anybody has asked for media. */
	survey(): Survey | "off" | undefined;
	/** Called with a bug, never with what goes away while it is looked at. */
	report(error: unknown): void;
}

/**
 * Watches over the sound and picture of one conference on this node for its operators. While none of them watches it does
 * nothing at all: neither worker nor senders are asked.
 */
export class Monitor {
	readonly #options: MonitorOptions;
	readonly #watchers = new Set<MonitorWatcher>();
	#timer: NodeJS.Timeout | undefined;
	#readings = 0;
	#reading = false;
	#levels: LevelWatch | undefined;
	/** Processor time of the worker at the last reading, and when that was; both in ms. */
	#usage: { readonly worker: types.Worker; readonly usedMs: number; readonly at: number } | undefined;

	constructor(options: MonitorOptions) {
		this.#options = options;
	}

	/** Tells this screen from here on, the first time as soon as everything is read. Gives the end of it. */
	watch(watcher: MonitorWatcher): () => void {
		this.#watchers.add(watcher);
		this.#timer ??= setInterval(() => void this.#read(), everyMs).unref();
		void this.#read();
		return () => {
			this.#watchers.delete(watcher);
			if (this.#watchers.size === 0) this.close();
		};
	}

	close(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
		this.#usage = undefined;
		this.#dropLevels();
	}

	/** A worker that is slow to answer is not asked again meanwhile. */
	async #read(): Promise<void> {
		if (this.#reading) return;
		this.#reading = true;
		try {
			const signal = await this.#signal();
			for (const watcher of [...this.#watchers]) watcher.monitor(signal);
		} catch (error) {
			this.#options.report(error);
		} finally {
			this.#reading = false;
		}
	}

	async #signal(): Promise<MonitorSignal> {
		const survey = this.#options.survey();
		if (survey === undefined || survey === "off")
			return {
				worker: { state: survey === "off" ? "off" : "idle", load: null },
				feeds: [],
				listeners: { all: 0, public: 0, publicLimit: 0 },
			};
		const { feeds, peers, publicListeners } = survey;
		const carrier = await carrierNow(survey.carrier);
		if (carrier !== undefined) await unlessClosed(carrier.router, this.#listen(carrier.router, survey));
		const load = carrier && (await unlessClosed(carrier.worker, this.#load(carrier.worker)));
		this.#askSenders(survey);
		const listening = peers.filter(({ isListening }) => isListening);
		return {
			worker: {
				state: survey.carrier === undefined ? "idle" : carrier === undefined ? "starting" : "on",
				load: load ?? null,
			},
			feeds: await Promise.all(feeds.map((feed) => figuresOf(feed, peers))),
			listeners: {
				all: listening.length,
				public: listening.filter(({ representativeId }) => representativeId === undefined).length,
				publicLimit: publicListeners,
			},
		};
	}

	async #listen(router: types.Router, { feeds }: Survey): Promise<void> {
		if (this.#levels?.router !== router) {
			this.#dropLevels();
			const made = await LevelWatch.on(router, (levels) => {
				for (const watcher of [...this.#watchers]) watcher.levels({ levels });
			});
			// The last operator may have gone meanwhile.
			if (this.#watchers.size === 0) return made.close();
			this.#levels = made;
		}
		await this.#levels?.watch(feeds);
	}

	#dropLevels(): void {
		this.#levels?.close();
		this.#levels = undefined;
	}

	#askSenders({ feeds }: Survey): void {
		if (this.#readings % askEvery === 0)
			for (const { owner, kind } of feeds) owner.tell({ type: "measure", feed: kind });
		this.#readings += 1;
	}

	/** The worker's part of one processor's time since the last reading. */
	async #load(worker: types.Worker): Promise<number | null> {
		const { ru_utime, ru_stime } = await worker.getResourceUsage();
		const now = { worker, usedMs: ru_utime + ru_stime, at: performance.now() };
		const before = this.#usage;
		this.#usage = now;
		if (before?.worker !== worker || now.at <= before.at) return null;
		return Math.max(0, (now.usedMs - before.usedMs) / (now.at - before.at));
	}
}

/** What carries the conference, unless it is still being set up or has just failed. */
async function carrierNow(carrier: Promise<Carrier> | undefined): Promise<Carrier | undefined> {
	const now = await Promise.race([carrier?.catch(() => undefined), setImmediate(undefined)]);
	return now?.router.closed === false ? now : undefined;
}
