import type { types } from "mediasoup";
import type { FeedKind, MediaKind } from "../../shared/protocol/feeds.ts";
import type { Measured } from "../../shared/protocol/media.ts";
import type { MediaPeer } from "./peer.ts";

/**
 * What one seat sends: at most a sound and a picture, from one device. While it is not live its packets end at the server:
 * the producers stand still and have no consumers.
 */
export class Feed {
	readonly kind: FeedKind;
	/** One feed of a kind for each delegation, or for each person. */
	readonly key: string;
	readonly delegationId: string | null;
	readonly owner: MediaPeer;
	readonly producers = new Map<MediaKind, types.Producer>();
	/** When it was set up, in monotonic ms. */
	readonly since = performance.now();
	/** What its sender said of it last, when it was asked. */
	measured: Measured | undefined;
	readonly #muted = new Set<string>();
	#live = false;

	constructor(kind: FeedKind, key: string, delegationId: string | null, owner: MediaPeer) {
		this.kind = kind;
		this.key = key;
		this.delegationId = delegationId;
		this.owner = owner;
	}

	get live(): boolean {
		return this.#live;
	}

	add(kind: MediaKind, producer: types.Producer): void {
		this.producers.get(kind)?.close();
		this.producers.set(kind, producer);
		producer.observer.once("close", () => {
			if (this.producers.get(kind) === producer) this.producers.delete(kind);
			this.#muted.delete(producer.id);
		});
		this.#settle(producer);
	}

	isMuted(producer: types.Producer): boolean {
		return this.#muted.has(producer.id);
	}

	/** What the sender wants of its own sound or picture; it comes on top of the plan. */
	mute(producer: types.Producer, muted: boolean): void {
		if (muted) this.#muted.add(producer.id);
		else this.#muted.delete(producer.id);
		this.#settle(producer);
	}

	/** Everybody receives it from here on, or nobody does. True when that is a change. */
	setLive(live: boolean): boolean {
		if (live === this.#live) return false;
		this.#live = live;
		for (const producer of this.producers.values()) this.#settle(producer);
		this.owner.tell({ type: "live", feed: this.kind, live });
		return true;
	}

	close(): void {
		this.#live = false;
		for (const producer of [...this.producers.values()]) producer.close();
	}

	/** The worker is told; that it may just then be closing or dead is no fault. */
	#settle(producer: types.Producer): void {
		if (producer.closed) return;
		const stands = !this.#live || this.#muted.has(producer.id);
		(stands ? producer.pause() : producer.resume()).catch(() => {});
	}
}
