import type { MediaAnswer, MediaNews } from "../../shared/protocol/media.ts";
import type { LevelsSignal, MonitorSignal } from "../../shared/protocol/monitor.ts";
import type { ReadinessSignal } from "../../shared/protocol/signals.ts";
import type { Conference } from "../conference/conference.ts";

/** Sound and picture, as the sockets know them: who stands behind is for `server.ts` to say. */
export interface MediaPort {
	/** A screen of a conference. `representativeId` is nobody for the public. */
	enter(
		conference: Conference,
		representativeId: string | undefined,
		tell: (news: MediaNews) => void,
	): MediaSeat;
	/** What the seats say that wait for the floor; there for every conference, also where media is off. */
	greenRoom(conferenceId: string): GreenRoomPort;
	/** What the operators watch; there for every conference, also where media is off. */
	monitor(conferenceId: string): MonitorPort;
}

/** What goes through this node, for operators alone. */
export interface MonitorPort {
	/** Tells this screen from here on. Gives the end of it. */
	watch(screen: { monitor(signal: MonitorSignal): void; levels(signal: LevelsSignal): void }): () => void;
}

/** The green room, as the podium and the secretariat see it. */
export interface GreenRoomPort {
	now(): ReadinessSignal;
	/** Calls back after every change. Gives the end of it. */
	onChange(listener: () => void): () => void;
}

/** What a connected screen has of the media. */
export interface MediaSeat {
	/** Executes what a client asks for, which may be anything. Rejects with a bug, never with what a client did wrong. */
	handle(message: unknown): Promise<MediaAnswer>;
	close(): void;
}
