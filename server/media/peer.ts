import type { types } from "mediasoup";
import type { Channel } from "../../shared/conference/common.ts";
import { channelOf } from "../../shared/protocol/feeds.ts";
import type {
	MediaAnswer,
	MediaAnswers,
	MediaNews,
	MediaRefusal,
	MediaRequest,
	MediaRequestOf,
} from "../../shared/protocol/media.ts";
import type { Feed } from "./feed.ts";
import type { MediaRoom } from "./room.ts";
import { betweenKeyFrames, firstOutgoing, iceServers, mostIncoming } from "./settings.ts";
import type { Carrier } from "./workers.ts";

/** What a request could not be done for; becomes an answer. */
export class MediaRefused extends Error {
	readonly code: MediaRefusal;

	constructor(code: MediaRefusal) {
		super(code);
		this.code = code;
	}
}

/** What one screen takes of what is sent. */
interface Wants {
	readonly rtpCapabilities: types.RtpCapabilities;
	readonly video: boolean;
	readonly channels: ReadonlySet<Channel>;
}

/** What one screen has of a conference's media: a transport in each direction, and what goes through them. */
export class MediaPeer {
	/** Nobody for the public, which only ever receives. */
	readonly representativeId: string | undefined;
	readonly tell: (news: MediaNews) => void;
	readonly #room: MediaRoom;
	#carrier: Carrier | undefined;
	#send: types.WebRtcTransport | undefined;
	#receive: types.WebRtcTransport | undefined;
	#wants: Wants | undefined;
	readonly #consumers = new Map<string, types.Consumer>();
	/** Raised by everything that begins anew, so that what was begun before is recognised as late. */
	#turn = 0;
	#syncing = false;
	#closed = false;

	constructor(room: MediaRoom, representativeId: string | undefined, tell: (news: MediaNews) => void) {
		this.#room = room;
		this.representativeId = representativeId;
		this.tell = tell;
	}

	/** Whether it takes part in what is sent to all. */
	get isListening(): boolean {
		return this.#wants !== undefined;
	}

	/** What it receives, by the producer. */
	get received(): ReadonlyMap<string, types.Consumer> {
		return this.#consumers;
	}

	/** Executes a request. What a client did wrong, and what went away meanwhile, is an answer; a bug rejects. */
	async handle(request: MediaRequest): Promise<MediaAnswer> {
		const turn = request.type === "open" ? undefined : this.#turn;
		try {
			const result = await this.#do(request);
			if (turn !== undefined && turn !== this.#turn) return { status: "refused", code: "notOpen" };
			return { status: "done", result };
		} catch (error) {
			if (error instanceof MediaRefused) return { status: "refused", code: error.code };
			// What the library says of parameters that do not fit.
			if (error instanceof TypeError || (error as Error).name === "UnsupportedError")
				return { status: "refused", code: "malformed" };
			if (this.#closed || (turn !== undefined && turn !== this.#turn) || this.#carrier?.router.closed)
				return { status: "refused", code: "notOpen" };
			throw error;
		}
	}

	/** Makes what is received what should be: floor and gavel, and the channels that are heard, but for one's own. One at a time. */
	async sync(): Promise<void> {
		// Ends first and at once: nobody is heard a moment longer than the plan says.
		const wanted = this.#wanted();
		for (const [producerId, consumer] of [...this.#consumers])
			if (!wanted.has(producerId)) this.#end(producerId, consumer);
		if (this.#syncing) return;
		this.#syncing = true;
		try {
			for (;;) {
				const missing = [...this.#wanted()].find(([producerId]) => !this.#consumers.has(producerId));
				if (missing === undefined) return;
				await this.#consume(...missing);
			}
		} finally {
			this.#syncing = false;
		}
	}

	/** The worker is gone and everything with it. */
	reset(): void {
		if (this.#carrier === undefined) return;
		this.#drop();
		this.tell({ type: "reset" });
	}

	close(): void {
		this.#closed = true;
		this.#drop();
		this.#room.leave(this);
	}

	async #do(request: MediaRequest): Promise<MediaAnswers[MediaRequest["type"]]> {
		switch (request.type) {
			case "open":
				return this.#open();
			case "transport":
				return this.#transport(request.direction);
			case "connect": {
				const dtlsParameters = request.dtlsParameters as unknown as types.DtlsParameters;
				await this.#transportOf(request.transportId).connect({ dtlsParameters });
				return null;
			}
			case "restartIce":
				return { iceParameters: await this.#transportOf(request.transportId).restartIce() };
			case "listen": {
				if (this.#receive === undefined) throw new MediaRefused("notOpen");
				this.#room.letListen(this);
				const rtpCapabilities = request.rtpCapabilities as unknown as types.RtpCapabilities;
				this.#wants = { rtpCapabilities, video: request.video, channels: new Set(request.channels) };
				await this.sync();
				return null;
			}
			case "hear":
				if (this.#wants === undefined) throw new MediaRefused("notOpen");
				this.#wants = { ...this.#wants, channels: new Set(request.channels) };
				await this.sync();
				return null;
			case "stopListening":
				this.#wants = undefined;
				for (const [producerId, consumer] of [...this.#consumers]) this.#end(producerId, consumer);
				return null;
			case "resume":
				await this.#consumer(request.consumerId)?.resume();
				return null;
			case "produce":
				return this.#produce(request);
			case "mute": {
				const { feed, producer } = this.#room.producerOf(this, request.producerId);
				feed.mute(producer, request.muted);
				return null;
			}
			case "stop":
				this.#room.stop(this, request.feed);
				return null;
			case "report":
				this.#room.report(this, request.report);
				return null;
			case "measured":
				this.#room.measured(this, request);
				return null;
			case "restartFeed":
				this.#room.restart(this, request.feedId);
				return null;
		}
	}

	async #open(): Promise<MediaAnswers["open"]> {
		this.#drop();
		const turn = this.#turn;
		const carrier = await this.#room.carrier();
		if (turn !== this.#turn || this.#closed) throw new MediaRefused("notOpen");
		this.#carrier = carrier;
		return {
			rtpCapabilities: carrier.router.rtpCapabilities,
			iceServers: iceServers(this.#room.turn, Date.now()),
		};
	}

	async #transport(direction: "send" | "receive"): Promise<MediaAnswers["transport"]> {
		const { router, server } = this.#opened();
		if (direction === "send" && !this.#room.maySend(this)) throw new MediaRefused("notYourTurn");
		const turn = this.#turn;
		const transport = await router.createWebRtcTransport({
			webRtcServer: server,
			preferUdp: true,
			initialAvailableOutgoingBitrate: firstOutgoing,
			// A client that is gone without a word is forgotten as soon as its socket is.
			iceConsentTimeout: 20,
		});
		if (turn !== this.#turn) {
			transport.close();
			throw new MediaRefused("notOpen");
		}
		if (direction === "send") {
			this.#send?.close();
			this.#send = transport;
			await transport.setMaxIncomingBitrate(mostIncoming);
		} else {
			this.#receive?.close();
			this.#receive = transport;
		}
		const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
		return { id, iceParameters, iceCandidates, dtlsParameters };
	}

	async #produce(request: MediaRequestOf<"produce">): Promise<MediaAnswers["produce"]> {
		const transport = this.#send;
		if (transport === undefined) throw new MediaRefused("notOpen");
		this.#room.checkTurn(this, request);
		const rtpParameters = request.rtpParameters as unknown as types.RtpParameters;
		// Nothing goes on before the plan, as it is now, has been asked once more.
		const { kind } = request;
		const options = { kind, rtpParameters, paused: true, keyFrameRequestDelay: betweenKeyFrames };
		const producer = await transport.produce(options).catch((error: unknown) => {
			// What the worker says of parameters, such as a stream that is sent already, comes as a plain error.
			throw transport.closed ? error : new MediaRefused("malformed");
		});
		try {
			this.#room.checkTurn(this, request);
		} catch (error) {
			producer.close();
			throw error;
		}
		this.#room.add(this, request, producer);
		return { producerId: producer.id };
	}

	async #consume(producerId: string, feed: Feed): Promise<void> {
		const { router } = this.#opened();
		const transport = this.#receive;
		const wants = this.#wants;
		const producer = [...feed.producers.values()].find(({ id }) => id === producerId);
		if (transport === undefined || wants === undefined || producer === undefined) return;
		const { rtpCapabilities } = wants;
		// A browser without the speaker's codec gets the sound alone.
		const canConsume = router.canConsume({ producerId, rtpCapabilities });
		const consumer = canConsume
			? await transport
					.consume({ producerId, rtpCapabilities, paused: producer.kind === "video" })
					.catch(() => undefined)
			: undefined;
		if (consumer === undefined) {
			this.#unfit.add(producerId);
			return;
		}
		if (this.#wanted().get(producerId) !== feed) return consumer.close();
		this.#consumers.set(producerId, consumer);
		consumer.once("producerclose", () => this.#end(producerId, consumer));
		consumer.on("producerpause", () => this.#tellMuted(consumer, feed, producer));
		consumer.on("producerresume", () => this.#tellMuted(consumer, feed, producer));
		this.tell({
			type: "track",
			consumerId: consumer.id,
			producerId,
			feed: feed.kind,
			delegationId: feed.delegationId,
			kind: consumer.kind,
			rtpParameters: consumer.rtpParameters,
			muted: feed.isMuted(producer),
		});
	}

	/** Producers of which this client can receive nothing; looked at again when it begins to listen anew. */
	readonly #unfit = new Set<string>();

	#wanted(): Map<string, Feed> {
		const wanted = new Map<string, Feed>();
		if (this.#wants === undefined || this.#receive === undefined) return wanted;
		const { video, channels } = this.#wants;
		for (const feed of this.#room.liveFeeds()) {
			const channel = channelOf(feed.kind);
			if (channel !== undefined && !channels.has(channel)) continue;
			if (this.#isOwn(feed)) continue;
			for (const [kind, { id, closed }] of feed.producers)
				if (!closed && !this.#unfit.has(id) && (kind === "audio" || video)) wanted.set(id, feed);
		}
		return wanted;
	}

	/** Of a booth also what another device of the same person sends: an interpreter would be put off by an echo of themselves. */
	#isOwn({ owner, kind }: Feed): boolean {
		if (owner === this) return true;
		return channelOf(kind) !== undefined && owner.representativeId === this.representativeId;
	}

	#tellMuted({ id }: types.Consumer, feed: Feed, producer: types.Producer): void {
		this.tell({ type: "muted", consumerId: id, muted: feed.isMuted(producer) });
	}

	#end(producerId: string, consumer: types.Consumer): void {
		if (this.#consumers.get(producerId) !== consumer) return;
		this.#consumers.delete(producerId);
		consumer.close();
		this.tell({ type: "ended", consumerId: consumer.id });
	}

	#consumer(id: string): types.Consumer | undefined {
		return [...this.#consumers.values()].find((each) => each.id === id);
	}

	#opened(): Carrier {
		if (this.#carrier === undefined || this.#carrier.router.closed) throw new MediaRefused("notOpen");
		return this.#carrier;
	}

	#transportOf(id: string): types.WebRtcTransport {
		const transport = [this.#send, this.#receive].find((each) => each?.id === id);
		if (transport === undefined) throw new MediaRefused("notOpen");
		return transport;
	}

	#drop(): void {
		this.#turn += 1;
		this.#wants = undefined;
		this.#carrier = undefined;
		this.#consumers.clear();
		this.#unfit.clear();
		this.#room.forget(this);
		for (const transport of [this.#send, this.#receive]) transport?.close();
		this.#send = undefined;
		this.#receive = undefined;
	}
}
