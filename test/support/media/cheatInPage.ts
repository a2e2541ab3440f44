import { Device, type types } from "mediasoup-client";
import type { MediaAnswer, MediaNews } from "../../../shared/protocol/media.ts";
import { joinInPage, type PageSocket } from "./joinInPage.ts";

/** Somebody with a valid sign-in who speaks the lane of media by hand, and takes no for an answer never. */
export interface Cheat {
	/** Joins with the sign-in that the page's cookie is. */
	join(conferenceId: string): Promise<void>;
	/** Asks the server for anything. */
	ask(request: Record<string, unknown>): Promise<MediaAnswer>;
	/** News so far. */
	news(): MediaNews[];
	/**
	 * Sends the microphone over a transport of this direction, and goes on whatever is answered, which it gives. `feed` is what it
	 * calls it.
	 */
	send(
		direction: "send" | "receive",
		feed: string,
	): Promise<{ transport: MediaAnswer; produce: MediaAnswer }>;
	/** Says that what it sends last is something else. */
	claim(feed: string): Promise<MediaAnswer>;
	/** Packets of what it sends last that have left this page. */
	sent(): Promise<number>;
}

declare global {
	interface Window {
		cheat: Cheat;
	}
}

let socket: PageSocket;
const heard: MediaNews[] = [];
let last: types.Producer | undefined;

const ask = (request: unknown): Promise<MediaAnswer> => socket.emitWithAck("media", request as never);

window.cheat = {
	async join(conferenceId) {
		socket = await joinInPage(conferenceId);
		socket.on("media", (news) => heard.push(news));
	},
	ask,
	news: () => heard,
	async send(direction, feed) {
		const opened = await ask({ type: "open" });
		if (opened.status !== "done") throw new Error(`not opened: ${opened.code}`);
		const { rtpCapabilities } = opened.result as { rtpCapabilities: types.RtpCapabilities };
		const device = new Device();
		await device.load({ routerRtpCapabilities: rtpCapabilities });
		const transport = await ask({ type: "transport", direction });
		if (transport.status !== "done") return { transport, produce: transport };
		const way = device.createSendTransport(transport.result as types.TransportOptions);
		way.on("connect", ({ dtlsParameters }, done, failed) => {
			ask({ type: "connect", transportId: way.id, dtlsParameters }).then(() => done(), failed);
		});
		let produce: MediaAnswer | undefined;
		way.on("produce", ({ kind, rtpParameters }, done, failed) => {
			ask({ type: "produce", feed, kind, rtpParameters, takeOver: true }).then((answer) => {
				produce = answer;
				// As if it had been told yes.
				const isDone = answer.status === "done";
				done({ id: isDone ? (answer.result as { producerId: string }).producerId : "forged" });
			}, failed);
		});
		const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
		const [track] = stream.getAudioTracks();
		if (track === undefined) throw new Error("There is no microphone.");
		last = await way.produce({ track, codecOptions: { opusDtx: false } });
		if (produce === undefined) throw new Error("The server was not asked.");
		return { transport, produce };
	},
	claim(feed) {
		return ask({
			type: "produce",
			feed,
			kind: "audio",
			rtpParameters: last?.rtpParameters,
			takeOver: true,
		});
	},
	async sent() {
		for (const each of (await last?.getStats())?.values() ?? [])
			if (each.type === "outbound-rtp") return each.packetsSent;
		return 0;
	},
};
