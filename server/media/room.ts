import type { types } from "mediasoup";
import { type Actor, actorOf } from "../../shared/conference/actor.ts";
import { type MediaPlan, mediaPlan } from "../../shared/conference/mediaPlan.ts";
import { channelOf, type FeedKind, feedOf, kindsOf } from "../../shared/protocol/feeds.ts";
import type { MediaNews, MediaRequestOf, SeatReport } from "../../shared/protocol/media.ts";
import type { Conference } from "../conference/conference.ts";
import { Feed } from "./feed.ts";
import type { GreenRoom } from "./greenRoom.ts";
import { MediaPeer, MediaRefused } from "./peer.ts";
import type { TurnServers } from "./settings.ts";
import type { Carrier, MediaWorkers } from "./workers.ts";

export interface RoomOptions {
	readonly conference: Conference;
	readonly workers: MediaWorkers;
	readonly turn: TurnServers | undefined;
	/** Screens of the public that may receive at once; whoever is signed in is not counted. */
	readonly publicListeners: number;
	readonly greenRoom: GreenRoom;
	/** Called with a bug, never with what a client did wrong. */
	report(error: unknown): void;
}

/** What there is of sound and picture at a moment, for whoever watches over it. */
export interface Survey {
	/** What carries it; absent before anybody has asked, and pending while it is set up. */
	readonly carrier: Promise<Carrier> | undefined;
	readonly feeds: readonly Feed[];
	readonly peers: readonly MediaPeer[];
	readonly publicListeners: number;
}

/** Where a feed stands with the plan: received by all, sent for nobody, or not to be sent. */
type Standing = "live" | "ready" | "no";

/**
 * The media of one conference on this node. It holds what is sent against the plan at every change of the record, and never
 * reacts to what a single event says: after a crash it arrives at the same.
 */
export class MediaRoom {
	readonly turn: TurnServers | undefined;
	readonly #options: RoomOptions;
	readonly #peers = new Set<MediaPeer>();
	readonly #feeds = new Map<string, Feed>();
	readonly #stopWatching: () => void;
	#plan: MediaPlan;
	#carrier: Promise<Carrier> | undefined;

	constructor(options: RoomOptions) {
		this.#options = options;
		this.turn = options.turn;
		this.#plan = mediaPlan(options.conference.state);
		this.#stopWatching = options.conference.onCommitted(() => this.reconcile());
	}

	enter(representativeId: string | undefined, tell: (news: MediaNews) => void): MediaPeer {
		const peer = new MediaPeer(this, representativeId, tell);
		this.#peers.add(peer);
		return peer;
	}

	leave(peer: MediaPeer): void {
		this.#peers.delete(peer);
	}

	/** The conference's router, made when the first screen asks and made anew when its worker has died. */
	carrier(): Promise<Carrier> {
		this.#carrier ??= this.#newCarrier();
		return this.#carrier;
	}

	liveFeeds(): Feed[] {
		return [...this.#feeds.values()].filter(({ live }) => live);
	}

	survey(): Survey {
		const { publicListeners } = this.#options;
		return {
			carrier: this.#carrier,
			feeds: [...this.#feeds.values()],
			peers: [...this.#peers],
			publicListeners,
		};
	}

	/** Makes it so: whoever lost the floor is silent, whoever got it is received. */
	reconcile(): void {
		this.#plan = mediaPlan(this.#options.conference.state);
		this.#options.greenRoom.keepOnly(this.#plan.ready);
		let isChanged = false;
		for (const feed of [...this.#feeds.values()]) {
			const standing = this.#standing(feed.kind, feed.owner);
			if (standing === "no") this.#end(feed, "over");
			else if (!feed.setLive(standing === "live")) continue;
			isChanged = true;
		}
		if (isChanged) this.#spread();
	}

	/** Whether this screen may send anything at all now. */
	maySend(peer: MediaPeer): boolean {
		const actor = this.#actorOf(peer);
		const own = actor?.channel == null ? [] : [feedOf(actor.channel)];
		return (["floor", "gavel", ...own] as const).some((kind) => this.#standing(kind, peer) !== "no");
	}

	/** @throws MediaRefused when the feed is not to be sent, or comes from another device of the same seat. */
	checkTurn(peer: MediaPeer, { feed: kind, kind: track, takeOver }: MediaRequestOf<"produce">): void {
		// Signing has no voice, and an interpreter into a language is heard and not seen.
		if (!kindsOf(kind).includes(track)) throw new MediaRefused("malformed");
		if (this.#standing(kind, peer) === "no") throw new MediaRefused("notYourTurn");
		const known = this.#feeds.get(this.#key(kind, peer));
		if (known !== undefined && known.owner !== peer && !takeOver)
			throw new MediaRefused("microphoneElsewhere");
	}

	/** How a seat stands that waits for the floor. @throws MediaRefused when it does not. */
	report(peer: MediaPeer, report: SeatReport): void {
		const delegationId = this.#delegationOf(peer);
		if (this.#standing("floor", peer) !== "ready" || !delegationId) throw new MediaRefused("notYourTurn");
		this.#options.greenRoom.report(delegationId, peer, report);
	}

	/** What a sender says of its own feed; of one that is over it is nobody's concern any more. */
	measured(peer: MediaPeer, { feed: kind, measured }: MediaRequestOf<"measured">): void {
		const feed = this.#feeds.get(this.#key(kind, peer));
		if (feed?.owner === peer) feed.measured = measured;
	}

	/** Ends a feed and has its sender set it up anew; everything else goes on. @throws MediaRefused for all but operators. */
	restart(peer: MediaPeer, feedId: string): void {
		const { state } = this.#options.conference;
		// Asked first, so that nobody else learns what is sent.
		if (actorOf(state, peer.representativeId ?? "")?.role !== "operator")
			throw new MediaRefused("notAllowed");
		const feed = this.#feeds.get(feedId);
		if (feed === undefined) throw new MediaRefused("noFeed");
		feed.close();
		feed.owner.tell({ type: "restart", feed: feed.kind });
	}

	/** Takes a track in, which goes on at once if the plan says so. What another device sent ends. */
	add(peer: MediaPeer, request: MediaRequestOf<"produce">, producer: types.Producer): void {
		const key = this.#key(request.feed, peer);
		const known = this.#feeds.get(key);
		if (known !== undefined && known.owner !== peer) this.#end(known, "takenOver");
		const feed = this.#feeds.get(key) ?? new Feed(request.feed, key, this.#delegationOf(peer) ?? null, peer);
		// Only then: a new track in the place of the only one ends that one, and the feed with it.
		feed.add(request.kind, producer);
		this.#feeds.set(key, feed);
		producer.observer.once("close", () => {
			if (feed.producers.size === 0 && this.#feeds.get(key) === feed) this.#feeds.delete(key);
		});
		feed.setLive(this.#standing(request.feed, peer) === "live");
		this.#spread();
	}

	/** @throws MediaRefused when the peer sends no such track. */
	producerOf(peer: MediaPeer, producerId: string): { feed: Feed; producer: types.Producer } {
		for (const feed of this.#feeds.values())
			for (const producer of feed.producers.values())
				if (feed.owner === peer && producer.id === producerId) return { feed, producer };
		throw new MediaRefused("notOpen");
	}

	/** The sender ends its own. */
	stop(peer: MediaPeer, kind: FeedKind): void {
		const feed = this.#feeds.get(this.#key(kind, peer));
		if (feed?.owner === peer) feed.close();
		if (kind === "floor") this.#options.greenRoom.leave(peer);
	}

	/** @throws MediaRefused when so many of the public receive already that more would cost everybody their picture. */
	letListen(peer: MediaPeer): void {
		if (peer.representativeId !== undefined || peer.isListening) return;
		let listening = 0;
		for (const each of this.#peers)
			if (each.representativeId === undefined && each.isListening) listening += 1;
		if (listening >= this.#options.publicListeners) throw new MediaRefused("mediaFull");
	}

	/** What a peer sent is gone with it. */
	forget(peer: MediaPeer): void {
		this.#options.greenRoom.leave(peer);
		for (const feed of [...this.#feeds.values()])
			if (feed.owner === peer) {
				this.#feeds.delete(feed.key);
				feed.close();
			}
	}

	close(): void {
		this.#stopWatching();
		for (const peer of [...this.#peers]) peer.close();
		void this.#carrier?.then(({ router }) => router.close()).catch(() => {});
		this.#carrier = undefined;
	}

	async #newCarrier(): Promise<Carrier> {
		try {
			const carrier = await this.#options.workers.carrier();
			carrier.router.once("workerclose", () => this.#lost());
			return carrier;
		} catch (error) {
			this.#carrier = undefined;
			throw error;
		}
	}

	/** The worker died: everybody begins anew, on another one. */
	#lost(): void {
		this.#carrier = undefined;
		for (const peer of this.#peers) peer.reset();
	}

	#end(feed: Feed, reason: "over" | "takenOver"): void {
		this.#feeds.delete(feed.key);
		feed.close();
		// What it said of itself holds no longer: the chair must not take a seat for ready that would not be heard.
		if (feed.kind === "floor") this.#options.greenRoom.leave(feed.owner);
		feed.owner.tell({ type: "stopped", feed: feed.kind, reason });
	}

	/** What one of them receives is renewed; that somebody's connection just then goes away is no fault of it. */
	#spread(): void {
		for (const peer of this.#peers) {
			if (!peer.isListening) continue;
			peer.sync().catch((error) => {
				if (!(error instanceof MediaRefused)) this.#options.report(error);
			});
		}
	}

	#standing(kind: FeedKind, peer: MediaPeer): Standing {
		const actor = this.#actorOf(peer);
		if (actor === undefined) return "no";
		const channel = channelOf(kind);
		if (channel !== undefined) {
			if (actor.role !== "interpreter" || actor.channel !== channel) return "no";
			// The partner's microphone is there already when it takes over.
			return this.#plan.channels.get(channel) === actor.id ? "live" : "ready";
		}
		if (kind === "gavel") {
			if (this.#plan.gavel === actor.id) return "live";
			return this.#options.conference.state.gavel.holder?.representativeId === actor.id ? "ready" : "no";
		}
		const { delegationId, rights } = actor;
		if (delegationId === null || !rights.includes("speak")) return "no";
		if (this.#plan.floor === delegationId) return "live";
		return this.#plan.ready.includes(delegationId) ? "ready" : "no";
	}

	/** A delegation has one microphone, a person with the gavel or in a booth their own. */
	#key(kind: FeedKind, peer: MediaPeer): string {
		return kind === "floor" ? `floor ${this.#delegationOf(peer)}` : `${kind} ${peer.representativeId}`;
	}

	#actorOf({ representativeId }: MediaPeer): Exclude<Actor, { role: "system" }> | undefined {
		if (representativeId === undefined) return undefined;
		const actor = actorOf(this.#options.conference.state, representativeId);
		return actor?.role === "system" ? undefined : actor;
	}

	#delegationOf({ representativeId }: MediaPeer): string | null | undefined {
		const { representatives } = this.#options.conference.state.delegations;
		return representatives.get(representativeId ?? "")?.delegationId;
	}
}
