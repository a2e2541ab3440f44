import type { Channel } from "../../shared/conference/common.ts";
import { type FeedKind, kindsOf } from "../../shared/protocol/feeds.ts";
import type { MediaNews, SeatReport } from "../../shared/protocol/media.ts";
import { type MediaLane, MediaRefusedError } from "../conference/mediaLane.ts";
import { Observable } from "../conference/observable.ts";
import { devicesOf, type OwnTracks, openDevices } from "./devices.ts";
import { MediaSession } from "./mediaSession.ts";
import { reception } from "./reception.ts";
import type { Way } from "./way.ts";

/** What comes of one seat. */
export interface RemoteFeed {
	readonly delegationId: string | null;
	readonly audio: MediaStreamTrack | null;
	readonly video: MediaStreamTrack | null;
	/** The speaker has muted the microphone; a booth that signs, its picture. */
	readonly muted: boolean;
}

export type Remote = { readonly [Feed in FeedKind]?: RemoteFeed };

/**
 * How far it is: `off` where the server has none, `full` where so many of the public receive that there is no place,
 * `unsupported` by this browser.
 */
export type MediaStatus = "idle" | "opening" | "open" | "away" | "off" | "full" | "unsupported";

/** What this screen sends: on its way, held back until the floor is there, received by all, or kept from it by another device. */
export type SendStatus = "starting" | "waiting" | "live" | "elsewhere" | "refused";

export interface Sending {
	readonly tracks: OwnTracks;
	readonly status: SendStatus;
	readonly muted: boolean;
}

/** How long to wait before trying again, in ms, by how often it has failed. */
const pauses = [500, 1000, 2000, 5000, 10_000];
/** A server without media may be given a worker meanwhile. */
const pauseWhenOff = 30_000;

/**
 * Sound and picture of a conference on one screen. What is wanted (to receive, to send) stands here and outlives everything:
 * whenever the connection is back, all is set up again. It knows nothing of React.
 */
export class MediaClient {
	readonly status = new Observable<MediaStatus>("idle");
	readonly remote = new Observable<Remote>({});
	readonly sending = new Observable<{ readonly [Feed in FeedKind]?: Sending }>({});
	/** The channels that are taken beside floor and gavel. */
	readonly hearing = new Observable<readonly Channel[]>([]);
	readonly #lane: MediaLane;
	readonly #ends: (() => void)[];
	readonly #consumers = new Map<string, { readonly feed: FeedKind; readonly kind: "audio" | "video" }>();
	/** What was last said of each track, also before it has come: a microphone may go off while its track is being set up. */
	readonly #muted = new Map<string, boolean>();
	#session: MediaSession | undefined;
	/** Raised whenever all begins anew. */
	#turn = 0;
	#failures = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(lane: MediaLane) {
		this.#lane = lane;
		this.#ends = [
			lane.turn.subscribe(() => this.#again()),
			lane.onNews((news) => this.#heard(news)),
			reception.subscribe(() => void this.#receive().catch(() => this.#retry())),
		];
		this.#again();
	}

	close(): void {
		for (const end of this.#ends) end();
		this.#drop();
		for (const feed of this.#sent()) this.stop(feed);
	}

	/** Takes these channels from here on, and no other: at once where a connection stands, else as soon as it does. */
	hear(channels: readonly Channel[]): void {
		const now = this.hearing.get();
		if (channels.length === now.length && channels.every((each) => now.includes(each))) return;
		this.hearing.set(channels);
		const session = this.#session;
		session?.hear(channels).catch(() => {
			if (session === this.#session) this.#retry();
		});
	}

	/** Sends these tracks from here on, in the place of what was sent. They are ended when that is over. */
	async send(feed: FeedKind, tracks: OwnTracks, takeOver = false): Promise<void> {
		if (this.sending.get()[feed]?.tracks !== tracks) endTracks(this.sending.get()[feed]?.tracks);
		this.#setSending(feed, { tracks, status: "starting", muted: false });
		await this.#produce(feed, takeOver);
	}

	async mute(feed: FeedKind, muted: boolean): Promise<void> {
		const sending = this.sending.get()[feed];
		if (sending === undefined) return;
		this.#setSending(feed, { ...sending, muted });
		await this.#session?.mute(feed, kindsOf(feed)[0], muted).catch(() => {});
	}

	/** How what is sent fares on its way to the server; nothing while nothing is. */
	async way(): Promise<Way | undefined> {
		return this.#session?.way().catch(() => undefined);
	}

	/** Tells podium and secretariat how this seat stands. What is lost is said again with the next change. */
	async report(report: SeatReport): Promise<void> {
		await this.#lane.ask<"report">({ type: "report", report }).catch(() => {});
	}

	stop(feed: FeedKind): void {
		this.#session?.stop(feed, true);
		this.#ended(feed);
	}

	#again(): void {
		clearTimeout(this.#timer);
		this.#drop();
		if (this.#lane.turn.get() === 0) {
			if (this.status.get() !== "idle") this.status.set("away");
			return;
		}
		void this.#open();
	}

	async #open(): Promise<void> {
		const turn = this.#turn;
		this.status.set("opening");
		try {
			const session = await MediaSession.open(this.#lane, {
				track: (news, track) => this.#took(news, track),
				failed: () => {
					if (turn === this.#turn) this.#retry();
				},
			});
			if (turn !== this.#turn) return session.close();
			this.#session = session;
			await session.hear(this.hearing.get());
			await this.#receive();
			if (turn !== this.#turn) return;
			this.#failures = 0;
			this.status.set("open");
			// What was sent before the connection was lost was rightly sent: it takes its own place again.
			for (const feed of this.#sent()) void this.#produce(feed, true);
		} catch (error) {
			if (turn === this.#turn) this.#failed(error);
		}
	}

	/** Takes what this screen is to take, of the session that is open. */
	async #receive(): Promise<void> {
		const wanted = reception.get();
		if (wanted === "nothing") await this.#session?.stopListening();
		else await this.#session?.listen(wanted === "all");
	}

	#failed(error: unknown): void {
		const code = error instanceof MediaRefusedError ? error.code : undefined;
		if (code === undefined && (error as Error).name === "UnsupportedError") {
			this.#drop();
			this.status.set("unsupported");
			return;
		}
		if (code === "mediaOff" || code === "mediaFull") {
			this.#drop();
			this.status.set(code === "mediaOff" ? "off" : "full");
			this.#timer = setTimeout(() => this.#again(), pauseWhenOff);
			return;
		}
		this.#retry();
	}

	#retry(): void {
		this.#drop();
		this.status.set("away");
		const pause = pauses[Math.min(this.#failures, pauses.length - 1)];
		this.#failures += 1;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#again(), pause);
	}

	async #produce(feed: FeedKind, takeOver: boolean): Promise<void> {
		const sending = this.sending.get()[feed];
		const session = this.#session;
		// Without one it is set up when there is.
		if (sending === undefined || session === undefined) return;
		const { tracks } = sending;
		try {
			for (const kind of ["audio", "video"] as const) {
				const track = tracks[kind];
				const isMuted = sending.muted && kind === kindsOf(feed)[0];
				if (track !== null) await session.produce(feed, kind, track, takeOver, isMuted);
			}
			if (sending.muted) await session.mute(feed, kindsOf(feed)[0], true);
			const now = this.sending.get()[feed];
			if (now?.tracks !== tracks || session !== this.#session) return;
			if (now.status === "starting") this.#setSending(feed, { ...now, status: "waiting" });
		} catch (error) {
			if (session !== this.#session || this.sending.get()[feed]?.tracks !== tracks) return;
			const code = error instanceof MediaRefusedError ? error.code : undefined;
			if (code === "away" || code === "notOpen") return;
			const status = code === "microphoneElsewhere" ? "elsewhere" : "refused";
			this.#setSending(feed, { ...sending, status });
		}
	}

	/** An operator asks for it: from the devices on, because one that has died is a usual reason. Mute stays mute. */
	async #restart(feed: FeedKind): Promise<void> {
		this.#session?.stop(feed, false);
		const sending = this.sending.get()[feed];
		if (sending === undefined) return;
		this.#setSending(feed, { ...sending, status: "starting" });
		const opened = await openDevices(devicesOf(sending.tracks));
		const now = this.sending.get()[feed];
		const isOver = now?.tracks !== sending.tracks;
		if (typeof opened !== "string") endTracks(isOver ? opened : sending.tracks);
		if (isOver) return;
		// Where they do not open a second time, what they gave the first time is sent again.
		if (typeof opened !== "string") this.#setSending(feed, { ...now, tracks: opened });
		await this.#produce(feed, false);
	}

	async #measure(feed: FeedKind): Promise<void> {
		const measured = await this.#session?.measure(feed).catch(() => undefined);
		if (measured === undefined) return;
		await this.#lane.ask<"measured">({ type: "measured", feed, measured }).catch(() => {});
	}

	#heard(news: MediaNews): void {
		switch (news.type) {
			case "track":
				this.#muted.set(news.consumerId, news.muted);
				this.#session?.take(news).catch(() => {});
				return;
			case "ended":
				this.#lostTrack(news.consumerId);
				this.#session?.end(news.consumerId);
				return;
			case "muted": {
				this.#muted.set(news.consumerId, news.muted);
				const of = this.#consumers.get(news.consumerId);
				const feed = of === undefined ? undefined : this.remote.get()[of.feed];
				if (of !== undefined && feed !== undefined && of.kind === kindsOf(of.feed)[0])
					this.remote.set({ ...this.remote.get(), [of.feed]: { ...feed, muted: news.muted } });
				return;
			}
			case "live": {
				const sending = this.sending.get()[news.feed];
				if (sending !== undefined)
					this.#setSending(news.feed, { ...sending, status: news.live ? "live" : "waiting" });
				return;
			}
			case "stopped": {
				this.#session?.stop(news.feed, false);
				const sending = this.sending.get()[news.feed];
				if (news.reason === "takenOver" && sending !== undefined)
					this.#setSending(news.feed, { ...sending, status: "elsewhere" });
				else this.#ended(news.feed);
				return;
			}
			case "measure":
				void this.#measure(news.feed);
				return;
			case "restart":
				void this.#restart(news.feed);
				return;
			case "reset":
				this.#again();
		}
	}

	#took(news: Extract<MediaNews, { type: "track" }>, track: MediaStreamTrack): void {
		const { feed, kind, delegationId, consumerId } = news;
		this.#consumers.set(consumerId, { feed, kind });
		const known = this.remote.get()[feed];
		// Another delegation's sound never goes with this one's picture.
		const before = known?.delegationId === delegationId ? known : { audio: null, video: null, muted: false };
		const isMutable = kind === kindsOf(feed)[0];
		const muted = isMutable ? (this.#muted.get(consumerId) ?? news.muted) : before.muted;
		this.remote.set({
			...this.remote.get(),
			[feed]: { ...before, delegationId, [kind]: track, muted },
		});
	}

	#lostTrack(consumerId: string): void {
		this.#muted.delete(consumerId);
		const of = this.#consumers.get(consumerId);
		if (of === undefined) return;
		this.#consumers.delete(consumerId);
		// A newer track of the kind may have come before the older one was said to have ended.
		const isReplaced = [...this.#consumers.values()].some(
			(each) => each.feed === of.feed && each.kind === of.kind,
		);
		const feed = this.remote.get()[of.feed];
		if (isReplaced || feed === undefined) return;
		const left: RemoteFeed = { ...feed, [of.kind]: null };
		const { [of.feed]: _gone, ...others } = this.remote.get();
		const isEmpty = left.audio === null && left.video === null;
		this.remote.set(isEmpty ? others : { ...others, [of.feed]: left });
	}

	#sent(): FeedKind[] {
		return Object.keys(this.sending.get()) as FeedKind[];
	}

	#setSending(feed: FeedKind, sending: Sending): void {
		this.sending.set({ ...this.sending.get(), [feed]: sending });
	}

	#ended(feed: FeedKind): void {
		endTracks(this.sending.get()[feed]?.tracks);
		const { [feed]: _gone, ...others } = this.sending.get();
		this.sending.set(others);
	}

	#drop(): void {
		this.#turn += 1;
		this.#session?.close();
		this.#session = undefined;
		this.#consumers.clear();
		this.#muted.clear();
		this.remote.set({});
		const waiting = Object.entries(this.sending.get()).map(([feed, sending]) => [
			feed,
			{ ...sending, status: "starting" as const },
		]);
		this.sending.set(Object.fromEntries(waiting));
	}
}

/** The light of the camera goes out. */
function endTracks(tracks: OwnTracks | undefined): void {
	tracks?.audio?.stop();
	tracks?.video?.stop();
}
