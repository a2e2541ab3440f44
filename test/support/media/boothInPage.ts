import { MediaLane } from "../../../client/conference/mediaLane.ts";
import { openDevices } from "../../../client/media/devices.ts";
import { MediaClient } from "../../../client/media/mediaClient.ts";
import type { Command } from "../../../shared/conference/decider.ts";
import { type FeedKind, kindsOf } from "../../../shared/protocol/feeds.ts";
import { joinInPage, type PageSocket } from "./joinInPage.ts";

/** A booth or a seat with our own client of sound and picture, and no screen. */
export interface BoothPage {
	/** Joins with the sign-in that the page's cookie is. */
	join(conferenceId: string): Promise<void>;
	/** @throws Error when it is refused. */
	act(command: Command): Promise<void>;
	/** Turns microphone or camera on; `silent`: a microphone in which nobody speaks. */
	send(feed: FeedKind, silent: boolean): Promise<void>;
	mute(feed: FeedKind, muted: boolean): Promise<void>;
	/** Where what it sends stands. */
	status(feed: FeedKind): string | undefined;
	/** The connection is lost and comes back. */
	reconnect(): Promise<void>;
}

declare global {
	interface Window {
		booth: BoothPage;
	}
}

let socket: PageSocket;
let conference = "";
const lane = new MediaLane((request) => socket.emitWithAck("media", request));
const client = new MediaClient(lane);

async function connect(): Promise<void> {
	socket = await joinInPage(conference);
	socket.on("media", (news) => lane.tell(news));
	lane.joined();
}

window.booth = {
	join(conferenceId) {
		conference = conferenceId;
		return connect();
	},
	async act(command) {
		const answer = await socket.emitWithAck("command", { id: crypto.randomUUID(), command });
		if (answer.status === "refused") throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
	},
	async send(feed, silent) {
		const [kind] = kindsOf(feed);
		if (silent) {
			const [audio = null] = new AudioContext().createMediaStreamDestination().stream.getAudioTracks();
			return client.send(feed, { audio, video: null });
		}
		const tracks = await openDevices(kind === "audio" ? "microphone" : "camera");
		if (typeof tracks === "string") throw new Error(tracks);
		return client.send(feed, tracks);
	},
	mute: (feed, muted) => client.mute(feed, muted),
	status: (feed) => client.sending.get()[feed]?.status,
	async reconnect() {
		socket.disconnect();
		lane.lost();
		await connect();
	},
};
