import type { types } from "mediasoup";
import type { LevelsSignal } from "../../shared/protocol/monitor.ts";
import type { Feed } from "./feed.ts";
import { levelUri, packetLevel } from "./packetLevel.ts";
import { unlessClosed } from "./unlessClosed.ts";

/** How often loudness is told, in ms. */
const everyMs = 250;

/**
 * Listens to the loudness of what goes through a router: the loudest packet since it was told last. The library's own observer
 * takes the mean of all decibels instead, in which a word between two pauses is silence. A producer that stands still is heard
 * by nobody, this included.
 */
export class LevelWatch {
	readonly router: types.Router;
	readonly #transport: types.DirectTransport;
	readonly #timer: NodeJS.Timeout;
	readonly #watched = new Map<types.Producer, types.Consumer | undefined>();
	/** By feed, since it was told last. */
	#loudest = new Map<string, number>();
	#isSilent = true;

	/** @throws Error where the router is closed, or closes meanwhile. */
	static async on(router: types.Router, tell: (levels: LevelsSignal["levels"]) => void): Promise<LevelWatch> {
		return new LevelWatch(router, await router.createDirectTransport(), tell);
	}

	private constructor(
		router: types.Router,
		transport: types.DirectTransport,
		tell: (levels: LevelsSignal["levels"]) => void,
	) {
		this.router = router;
		this.#transport = transport;
		this.#timer = setInterval(() => {
			const levels = [...this.#loudest].map(([id, level]) => ({ id, level }));
			this.#loudest = new Map();
			if (levels.length === 0 && this.#isSilent) return;
			this.#isSilent = levels.length === 0;
			tell(levels);
		}, everyMs).unref();
	}

	/** Listens to these from here on, and to nothing else. */
	async watch(feeds: readonly Feed[]): Promise<void> {
		const sounds = new Map(
			feeds.flatMap(({ key, producers }) => {
				const audio = producers.get("audio");
				return audio === undefined ? [] : [[audio, key] as const];
			}),
		);
		for (const [producer, consumer] of this.#watched) {
			if (sounds.has(producer)) continue;
			this.#watched.delete(producer);
			consumer?.close();
		}
		for (const [producer, key] of sounds) {
			if (this.#watched.has(producer)) continue;
			this.#watched.set(producer, undefined);
			const { rtpCapabilities } = this.router;
			const consumed = this.#transport.consume({ producerId: producer.id, rtpCapabilities });
			const consumer = await unlessClosed(this.#transport, unlessClosed(producer, consumed));
			if (consumer === undefined) continue;
			this.#watched.set(producer, consumer);
			const id = consumer.rtpParameters.headerExtensions?.find(({ uri }) => uri === levelUri)?.id;
			if (id !== undefined) consumer.on("rtp", (packet) => this.#hear(key, packetLevel(packet, id)));
		}
	}

	close(): void {
		clearInterval(this.#timer);
		this.#transport.close();
	}

	#hear(key: string, level: number | undefined): void {
		if (level !== undefined) this.#loudest.set(key, Math.max(level, this.#loudest.get(key) ?? level));
	}
}
