import { Device, type types } from "mediasoup-client";
import type { Channel } from "../../shared/conference/common.ts";
import type { FeedKind, MediaKind } from "../../shared/protocol/feeds.ts";
import type { Measured, MediaAnswers, MediaNews } from "../../shared/protocol/media.ts";
import type { MediaLane } from "../conference/mediaLane.ts";
import { readLayers } from "./measured.ts";
import { readWay, type Way } from "./way.ts";

export interface SessionHandlers {
	track(news: Extract<MediaNews, { type: "track" }>, track: MediaStreamTrack): void;
	/** The way to the server has failed and did not come back by new credentials. */
	failed(): void;
}

/** Three sizes of the picture, so that every listener gets what their network takes; in bits per second. */
export const layers: RTCRtpEncodingParameters[] = [
	{ rid: "r0", scaleResolutionDownBy: 4, maxBitrate: 150_000 },
	{ rid: "r1", scaleResolutionDownBy: 2, maxBitrate: 500_000 },
	{ rid: "r2", scaleResolutionDownBy: 1, maxBitrate: 1_500_000 },
];

/** How long a way may be interrupted before new credentials are asked for, in ms; short stutters mend themselves. */
const patience = 2000;

/** Everything set up with the server in one turn of the connection: given up and set up anew as a whole. */
export class MediaSession {
	readonly #lane: MediaLane;
	readonly #device: Device;
	readonly #iceServers: RTCIceServer[];
	readonly #handlers: SessionHandlers;
	#send: Promise<types.Transport> | undefined;
	#receive: types.Transport | undefined;
	readonly #producers = new Map<string, types.Producer>();
	/** What is received by the server's id, and nothing while it is being set up. */
	readonly #consumers = new Map<string, types.Consumer | undefined>();
	#channels: Channel[] = [];
	#isListening = false;
	#closed = false;

	/** @throws MediaRefusedError; UnsupportedError where the browser can do nothing of the kind. */
	static async open(lane: MediaLane, handlers: SessionHandlers): Promise<MediaSession> {
		const opened = await lane.ask<"open">({ type: "open" });
		const device = new Device();
		const routerRtpCapabilities = opened.rtpCapabilities as types.RtpCapabilities;
		await device.load({ routerRtpCapabilities });
		const iceServers = opened.iceServers.map(({ urls, ...names }) => ({ urls: [...urls], ...names }));
		return new MediaSession(lane, device, iceServers, handlers);
	}

	private constructor(
		lane: MediaLane,
		device: Device,
		iceServers: RTCIceServer[],
		handlers: SessionHandlers,
	) {
		this.#lane = lane;
		this.#device = device;
		this.#iceServers = iceServers;
		this.#handlers = handlers;
	}

	/** Begins to receive; tracks come to the handlers from here on. Again, it receives more or less by the same way. */
	async listen(video: boolean): Promise<void> {
		this.#receive ??= await this.#transport("receive");
		const rtpCapabilities = { ...this.#device.recvRtpCapabilities };
		this.#isListening = true;
		await this.#lane.ask<"listen">({ type: "listen", rtpCapabilities, video, channels: this.#channels });
	}

	/** The channels that are taken from here on, by the way that is there; before there is one, with what it begins. */
	async hear(channels: readonly Channel[]): Promise<void> {
		this.#channels = [...channels];
		if (this.#isListening) await this.#lane.ask<"hear">({ type: "hear", channels: this.#channels });
	}

	async stopListening(): Promise<void> {
		this.#isListening = false;
		await this.#lane.ask<"stopListening">({ type: "stopListening" });
	}

	/** News of a track that comes. */
	async take(news: Extract<MediaNews, { type: "track" }>): Promise<void> {
		const { consumerId, producerId, kind } = news;
		const rtpParameters = news.rtpParameters as types.RtpParameters;
		if (this.#receive === undefined || this.#closed) return;
		this.#consumers.set(consumerId, undefined);
		// Of one stream, so that the browser keeps lips and voice together.
		const streamId = `${news.feed}-${news.delegationId ?? ""}`;
		const consumer = await this.#receive.consume({
			id: consumerId,
			producerId,
			kind,
			rtpParameters,
			streamId,
		});
		// It may be over before it has begun.
		if (this.#closed || !this.#consumers.has(consumerId)) return consumer.close();
		this.#consumers.set(consumerId, consumer);
		this.#handlers.track(news, consumer.track);
		if (kind === "video") await this.#lane.ask<"resume">({ type: "resume", consumerId });
	}

	/** A track is over. Its place in the connection is free for the next one, or a long meeting's connection would grow and slow. */
	end(consumerId: string): void {
		this.#consumers.get(consumerId)?.close();
		this.#consumers.delete(consumerId);
	}

	/** Sends a track, silent from its first moment if `muted`; what was sent of this kind before is replaced. @throws MediaRefusedError */
	async produce(
		feed: FeedKind,
		kind: MediaKind,
		track: MediaStreamTrack,
		takeOver: boolean,
		muted: boolean,
	): Promise<string> {
		this.#send ??= this.#transport("send");
		const transport = await this.#send.catch((error: unknown) => {
			this.#send = undefined;
			throw error;
		});
		const sent = track.clone();
		sent.enabled = !muted;
		const producer = await transport.produce({
			track: sent,
			appData: { feed, takeOver },
			stopTracks: true,
			...(kind === "video"
				? { encodings: layers, codecOptions: { videoGoogleStartBitrate: 800 } }
				: { codecOptions: { opusFec: true, opusDtx: true, opusStereo: false } }),
		});
		this.#producers.set(`${feed} ${kind}`, producer);
		return producer.id;
	}

	/** How what is sent fares on its way; nothing before anything is. */
	async way(): Promise<Way | undefined> {
		const transport = await this.#send?.catch(() => undefined);
		if (transport === undefined || this.#closed) return undefined;
		return readWay(await transport.getStats());
	}

	/** How what is sent leaves this machine; nothing before anything does. */
	async measure(feed: FeedKind): Promise<Measured | undefined> {
		const way = await this.way();
		const video = this.#producers.get(`${feed} video`);
		const stats = video === undefined || video.closed ? undefined : await video.getStats();
		if (way === undefined && stats === undefined) return undefined;
		return {
			roundTripMs: way?.roundTripMs ?? null,
			layers: stats === undefined ? [] : readLayers(stats),
		};
	}

	/** Silence at the source, and the server is told. */
	async mute(feed: FeedKind, kind: MediaKind, muted: boolean): Promise<void> {
		const producer = this.#producers.get(`${feed} ${kind}`);
		if (producer === undefined || producer.closed) return;
		if (muted) producer.pause();
		else producer.resume();
		await this.#lane.ask<"mute">({ type: "mute", producerId: producer.id, muted });
	}

	/** Ends what is sent. The server is told unless it was the one to end it. */
	stop(feed: FeedKind, tellServer: boolean): void {
		for (const kind of ["audio", "video"] as const) {
			this.#producers.get(`${feed} ${kind}`)?.close();
			this.#producers.delete(`${feed} ${kind}`);
		}
		if (tellServer) this.#lane.ask<"stop">({ type: "stop", feed }).catch(() => {});
	}

	close(): void {
		this.#closed = true;
		this.#receive?.close();
		void this.#send?.then((transport) => transport.close()).catch(() => {});
		this.#producers.clear();
	}

	async #transport(direction: "send" | "receive"): Promise<types.Transport> {
		const parameters = await this.#lane.ask<"transport">({ type: "transport", direction });
		const options = { ...(parameters as Options), iceServers: this.#iceServers };
		const transport =
			direction === "send"
				? this.#device.createSendTransport(options)
				: this.#device.createRecvTransport(options);
		const transportId = transport.id;
		transport.on("connect", ({ dtlsParameters }, done, failed) => {
			this.#lane
				.ask<"connect">({ type: "connect", transportId, dtlsParameters: { ...dtlsParameters } })
				.then(done, failed);
		});
		transport.on("produce", ({ kind, rtpParameters, appData }, done, failed) => {
			const { feed, takeOver } = appData as { feed: FeedKind; takeOver: boolean };
			const request = { type: "produce" as const, feed, kind, takeOver };
			this.#lane
				.ask<"produce">({ ...request, rtpParameters: { ...rtpParameters } })
				.then(({ producerId }) => done({ id: producerId }), failed);
		});
		this.#mend(transport);
		return transport;
	}

	/** Another network, or one that went and came back: new credentials for the same way, else all anew. */
	#mend(transport: types.Transport): void {
		let timer: ReturnType<typeof setTimeout> | undefined;
		transport.on("connectionstatechange", (state) => {
			clearTimeout(timer);
			if (this.#closed) return;
			if (state === "failed") this.#handlers.failed();
			if (state !== "disconnected") return;
			timer = setTimeout(() => {
				this.#lane
					.ask<"restartIce">({ type: "restartIce", transportId: transport.id })
					.then(({ iceParameters }) =>
						transport.restartIce({ iceParameters: iceParameters as types.IceParameters }),
					)
					.catch(() => {
						if (!this.#closed) this.#handlers.failed();
					});
			}, patience);
		});
	}
}

type Options = {
	readonly [Name in keyof MediaAnswers["transport"]]: types.TransportOptions[Name];
};
