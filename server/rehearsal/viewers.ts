import type { Socket } from "socket.io-client";
import { io } from "socket.io-client";
import { viewVersion } from "../../shared/conference/visibility.ts";
import type { ClientToServer, ServerToClient } from "../../shared/protocol/events.ts";
import { socketPath } from "../../shared/protocol/events.ts";
import type { SnapshotMessage } from "../../shared/protocol/snapshot.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import type { Target } from "./target.ts";
import { checkTarget } from "./target.ts";

export interface Viewers {
	report(): ViewersReport;
	stop(): void;
}

export interface ViewersReport {
	readonly connected: number;
	readonly frames: number;
	readonly events: number;
	/** Frames that did not follow the one before; each was answered by joining again. */
	readonly gaps: number;
	/** Frames that repeated something already seen. */
	readonly repeats: number;
	/** Lowest and highest position that a connected viewer has reached. */
	readonly behind: number | null;
	readonly ahead: number | null;
}

/** More would measure this process, not the server. */
const mostViewers = 5_000;

/** Opened at once in each step, and the time between two steps in ms. */
const stepSize = 25;
const stepMs = 50;

/** Opens public sockets that only look, and counts what they see. @throws RangeError for another machine or too many. */
export function openViewers(options: Target & { readonly count: number }): Viewers {
	checkTarget(options);
	if (options.count > mostViewers) throw new RangeError(`At most ${mostViewers} viewers from one process.`);
	const viewers: Viewer[] = [];
	const ramp = setInterval(() => {
		for (let step = 0; step < stepSize && viewers.length < options.count; step += 1)
			viewers.push(new Viewer(options));
		if (viewers.length >= options.count) clearInterval(ramp);
	}, stepMs);
	return {
		report() {
			const sum = (of: (viewer: Viewer) => number) => viewers.reduce((total, each) => total + of(each), 0);
			const reached = viewers.filter((each) => each.isJoined).map((each) => each.n);
			return {
				connected: reached.length,
				frames: sum((each) => each.frames),
				events: sum((each) => each.events),
				gaps: sum((each) => each.gaps),
				repeats: sum((each) => each.repeats),
				behind: reached.length === 0 ? null : Math.min(...reached),
				ahead: reached.length === 0 ? null : Math.max(...reached),
			};
		},
		stop() {
			clearInterval(ramp);
			for (const viewer of viewers) viewer.close();
		},
	};
}

class Viewer {
	n = -1;
	frames = 0;
	events = 0;
	gaps = 0;
	repeats = 0;
	isJoined = false;
	readonly #target: Target;
	readonly #socket: Socket<ServerToClient, ClientToServer>;
	#epoch: string | null = null;

	constructor(target: Target) {
		this.#target = target;
		this.#socket = io(target.origin, { path: socketPath, transports: ["websocket"], forceNew: true });
		this.#socket.on("connect", () => void this.#join());
		this.#socket.on("disconnect", () => {
			this.isJoined = false;
		});
		this.#socket.on("frame", ({ from, to }) => {
			if (to <= this.n) this.repeats += 1;
			else if (from > this.n + 1) {
				this.gaps += 1;
				void this.#join();
			} else {
				this.frames += 1;
				this.events += to - this.n;
				this.n = to;
			}
		});
	}

	close(): void {
		this.#socket.removeAllListeners();
		this.#socket.disconnect();
	}

	async #join(): Promise<void> {
		const { origin, conferenceId } = this.#target;
		this.isJoined = false;
		try {
			if (this.n < 0) {
				const response = await fetch(`${origin}/api/conferences/${conferenceId}/snapshot?as=public`);
				const snapshot = (await response.json()) as SnapshotMessage;
				this.n = snapshot.n;
				this.#epoch = snapshot.epoch;
			}
			const answer = await this.#socket.timeout(8_000).emitWithAck("join", {
				conferenceId,
				audience: "public",
				since: this.n,
				epoch: this.#epoch,
				viewVersion,
				protocolVersion,
			});
			this.isJoined = answer.status === "joined";
			if (answer.status === "resync") this.n = -1;
			if (!this.isJoined) setTimeout(() => void this.#join(), 2_000).unref();
		} catch {
			setTimeout(() => void this.#join(), 2_000).unref();
		}
	}
}
