import { Device, type types } from "mediasoup-client";
import { openDevices } from "../../../client/media/devices.ts";
import { layers } from "../../../client/media/mediaSession.ts";
import type { MediaNews } from "../../../shared/protocol/media.ts";
import { connectInPage, joinInPage, type PageSocket } from "../../support/media/joinInPage.ts";

/** What the receivers of a page counted so far, over all of its screens. */
export interface Counted {
	/** Tracks that have received anything. */
	readonly tracks: number;
	readonly packets: number;
	readonly lost: number;
	readonly freezes: number;
	readonly frames: number;
}

/** What a page does that is nothing but a client of mediasoup, on our server and on the bare one alike. */
export interface RawMedia {
	/** Has the microphone and camera sent, ahead of the moment in which everybody is to receive them. `small`: a picture of 320x180. */
	publish(small: boolean): Promise<void>;
	/** So many screens that receive. `shown`: in an element of the page. */
	listen(screens: number, shown: boolean): Promise<void>;
	counted(): Promise<Counted>;
}

declare global {
	interface Window {
		/** The conference to join; null on the bare server, which has none. */
		conferenceId: string | null;
		raw: RawMedia;
	}
}

/** One connection with the server, and the library's device behind it. */
class Screen {
	readonly socket: PageSocket;
	readonly device = new Device();

	private constructor(socket: PageSocket) {
		this.socket = socket;
	}

	static async open(): Promise<Screen> {
		const { conferenceId } = window;
		const screen = new Screen(conferenceId === null ? await connectInPage() : await joinInPage(conferenceId));
		const { rtpCapabilities } = await screen.ask<{ rtpCapabilities: types.RtpCapabilities }>({
			type: "open",
		});
		await screen.device.load({ routerRtpCapabilities: rtpCapabilities });
		return screen;
	}

	async ask<Result>(request: Record<string, unknown>): Promise<Result> {
		const answer = await this.socket.emitWithAck("media", request as never);
		if (answer.status !== "done") throw new Error(`${request.type}: ${answer.code}`);
		return answer.result as Result;
	}

	onNews(heard: (news: MediaNews | { type: "publishNow" }) => void): void {
		this.socket.on("media", heard as (news: MediaNews) => void);
	}

	async transport(direction: "send" | "receive"): Promise<types.Transport> {
		const options = await this.ask<types.TransportOptions>({ type: "transport", direction });
		const made =
			direction === "send"
				? this.device.createSendTransport(options)
				: this.device.createRecvTransport(options);
		made.on("connect", ({ dtlsParameters }, done, failed) => {
			this.ask({ type: "connect", transportId: made.id, dtlsParameters }).then(() => done(), failed);
		});
		made.on("produce", ({ kind, rtpParameters }, done, failed) => {
			this.ask<{ producerId: string }>({
				type: "produce",
				feed: "floor",
				kind,
				rtpParameters,
				takeOver: true,
			}).then(({ producerId }) => done({ id: producerId }), failed);
		});
		return made;
	}
}

let publisher: Promise<{ screen: Screen; transport: types.Transport }> | undefined;
let sent: types.Producer[] = [];
const receiving: types.Transport[] = [];

window.raw = {
	async publish(small) {
		const opened = small ? await smallPicture() : await openDevices("both");
		if (typeof opened === "string" || opened.audio === null || opened.video === null)
			throw new Error("There is no camera or no microphone.");
		publisher ??= openPublisher();
		const { transport } = await publisher;
		for (const each of sent) each.close();
		const codecOptions = { opusFec: true, opusDtx: true, opusStereo: false };
		sent = [
			await transport.produce({ track: opened.audio, codecOptions }),
			await transport.produce({
				track: opened.video,
				encodings: layers,
				codecOptions: { videoGoogleStartBitrate: 800 },
			}),
		];
	},
	async listen(screens, shown) {
		for (let index = 0; index < screens; index += 1) await openListener(shown);
	},
	async counted() {
		const all = { tracks: 0, packets: 0, lost: 0, freezes: 0, frames: 0 };
		for (const transport of receiving)
			for (const each of (await transport.getStats()).values()) {
				// The library's own, by which the server finds out what the network takes, is of no picture.
				if (each.type !== "inbound-rtp" || each.mid === "probator" || each.packetsReceived === 0) continue;
				all.tracks += 1;
				all.packets += each.packetsReceived;
				all.lost += each.packetsLost;
				all.freezes += each.freezeCount ?? 0;
				all.frames += each.framesDecoded ?? 0;
			}
		return all;
	},
};

async function smallPicture() {
	const video = { width: 320, height: 180, frameRate: 15 };
	const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video });
	const [audio] = stream.getAudioTracks();
	const [picture = null] = stream.getVideoTracks();
	if (audio === undefined) throw new Error("There is no microphone.");
	return { audio, video: picture };
}

async function openPublisher() {
	const screen = await Screen.open();
	screen.onNews((news) => {
		if (news.type === "publishNow") void screen.ask({ type: "publish" });
	});
	return { screen, transport: await screen.transport("send") };
}

async function openListener(shown: boolean): Promise<void> {
	const screen = await Screen.open();
	const transport = await screen.transport("receive");
	receiving.push(transport);
	const consumers = new Map<string, types.Consumer>();
	const stream = new MediaStream();
	if (shown) {
		const player = Object.assign(document.createElement("video"), { autoplay: true, srcObject: stream });
		document.body.append(player);
	}
	screen.onNews(async (news) => {
		if (news.type === "ended") {
			const ended = consumers.get(news.consumerId);
			ended?.close();
			if (ended !== undefined) stream.removeTrack(ended.track);
		}
		if (news.type !== "track") return;
		const { consumerId, producerId, kind } = news;
		const rtpParameters = news.rtpParameters as types.RtpParameters;
		const consumer = await transport.consume({ id: consumerId, producerId, kind, rtpParameters });
		consumers.set(consumerId, consumer);
		stream.addTrack(consumer.track);
		await screen.ask({ type: "resume", consumerId });
	});
	await screen.ask({
		type: "listen",
		rtpCapabilities: screen.device.recvRtpCapabilities,
		video: true,
		channels: [],
	});
}
