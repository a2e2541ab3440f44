import * as z from "zod/mini";
import { type MediaNews, mediaRequest } from "../../shared/protocol/media.ts";
import type { Conference } from "../conference/conference.ts";
import type { MediaPort, MediaSeat } from "../realtime/mediaPort.ts";
import { GreenRoom } from "./greenRoom.ts";
import { Monitor } from "./monitor.ts";
import { MediaRoom } from "./room.ts";
import type { MediaNetwork, TurnServers } from "./settings.ts";
import { fetchPrebuilt, findWorker } from "./workerBinary.ts";
import { MediaWorkers } from "./workers.ts";

export interface MediaSettings extends MediaNetwork {
	/** Absent: the one that is found. */
	readonly workerBin: string | undefined;
	readonly turn: TurnServers | undefined;
	/** Processes that forward, usually one for each core. */
	readonly workers: number;
	/** Screens of the public that may receive at once. */
	readonly publicListeners: number;
}

export interface MediaOptions {
	/** Absent: media is left out. */
	readonly settings: MediaSettings | undefined;
	/** Called with a bug, never with what a client did wrong. */
	report(error: unknown): void;
	/** Called with a sentence for whoever started the server. */
	say(line: string): void;
}

/**
 * Sound and picture of all conferences on this node. Without a worker to forward them it answers `mediaOff` to everything, and
 * nothing else of the server is any different.
 */
export class Media implements MediaPort {
	readonly #options: MediaOptions;
	readonly #rooms = new Map<string, MediaRoom>();
	readonly #greenRooms = new Map<string, GreenRoom>();
	readonly #monitors = new Map<string, Monitor>();
	readonly #fetching = new AbortController();
	#workers: MediaWorkers | undefined;
	#closed = false;

	constructor(options: MediaOptions) {
		this.#options = options;
	}

	/** Whether this server forwards sound and picture now. */
	get isOn(): boolean {
		return this.#workers !== undefined;
	}

	/** Process ids of the workers. */
	async pids(): Promise<number[]> {
		return (await this.#workers?.pids()) ?? [];
	}

	/**
	 * Starts with the worker that is there. Without one, the package has one try to fetch its own, which nobody waits for.
	 * Never rejects: a conference is held without media rather than not at all.
	 */
	async start(): Promise<void> {
		const { settings, say } = this.#options;
		if (settings === undefined) return undefined;
		const found = findWorker(settings.workerBin);
		if (found !== undefined) return this.#startWith(found, settings);
		const named = settings.workerBin;
		if (named !== undefined)
			return say(`No sound and picture: MEDIASOUP_WORKER_BIN names ${named}, where nothing is.`);
		void fetchPrebuilt(this.#fetching.signal).then((fetched) => {
			if (this.#closed) return undefined;
			if (fetched !== undefined) return this.#startWith(fetched, settings);
			return say("No sound and picture: the media worker is not built. `npm run media:build` builds it.");
		});
	}

	greenRoom(conferenceId: string): GreenRoom {
		const greenRoom = this.#greenRooms.get(conferenceId) ?? new GreenRoom();
		this.#greenRooms.set(conferenceId, greenRoom);
		return greenRoom;
	}

	monitor(conferenceId: string): Monitor {
		const { report } = this.#options;
		const survey = () => (this.isOn ? this.#rooms.get(conferenceId)?.survey() : "off");
		const monitor = this.#monitors.get(conferenceId) ?? new Monitor({ survey, report });
		this.#monitors.set(conferenceId, monitor);
		return monitor;
	}

	/** A screen of a conference. `representativeId` is nobody for the public. */
	enter(
		conference: Conference,
		representativeId: string | undefined,
		tell: (news: MediaNews) => void,
	): MediaSeat {
		const enter = () => this.#room(conference)?.enter(representativeId, tell);
		let peer = enter();
		return {
			handle: async (message) => {
				const parsed = z.safeParse(mediaRequest, message);
				if (!parsed.success) return { status: "refused", code: "malformed" };
				// The workers may have come later than the screen.
				peer ??= enter();
				return peer?.handle(parsed.data) ?? { status: "refused", code: "mediaOff" };
			},
			close: () => peer?.close(),
		};
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#fetching.abort();
		for (const monitor of this.#monitors.values()) monitor.close();
		for (const room of this.#rooms.values()) room.close();
		await this.#workers?.close();
	}

	async #startWith(bin: string, settings: MediaSettings): Promise<void> {
		const { report, say } = this.#options;
		try {
			const started = await MediaWorkers.start(bin, settings.workers, settings, report);
			if (this.#closed) return await started.close();
			this.#workers = started;
		} catch (error) {
			say(`No sound and picture: ${(error as Error).message} (worker ${bin}, port ${settings.port}).`);
		}
	}

	#room(conference: Conference): MediaRoom | undefined {
		const workers = this.#workers;
		const { settings, report } = this.#options;
		if (workers === undefined || settings === undefined) return undefined;
		const { turn, publicListeners } = settings;
		const greenRoom = this.greenRoom(conference.id);
		const options = { conference, workers, turn, publicListeners, greenRoom, report };
		const room = this.#rooms.get(conference.id) ?? new MediaRoom(options);
		this.#rooms.set(conference.id, room);
		return room;
	}
}
