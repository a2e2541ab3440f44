import type { Accounts, SignIn } from "../accounts/accounts.ts";
import type { Conference } from "../conference/conference.ts";
import type { Conferences } from "../conference/registry.ts";
import type { Names } from "../directory/names.ts";
import { FanOut } from "./fanOut.ts";
import type { Limits } from "./limits.ts";
import type { GreenRoomPort, MediaPort, MonitorPort } from "./mediaPort.ts";
import type { Presence } from "./presence.ts";
import { PresenceSignals } from "./presenceSignals.ts";
import type { Presences } from "./presences.ts";
import type { Session } from "./session.ts";
import type { PlenariaSockets } from "./socket.ts";

/** What a conference has while screens may follow it on this node. */
export interface LiveConference {
	readonly conference: Conference;
	readonly fanOut: FanOut;
	readonly presence: Presence;
	readonly presenceSignals: PresenceSignals;
	readonly greenRoom: GreenRoomPort;
	readonly monitor: MonitorPort;
}

export interface RealtimePorts {
	readonly conferences: Conferences;
	readonly media: MediaPort;
	readonly accounts: Accounts;
	readonly names: Names;
	readonly presences: Presences;
	readonly limits: Limits;
}

/** Revoked sign-ins that are remembered: a handshake that was under way when it happened must not slip through. */
const rememberedRevocations = 1000;

/** Sockets of one sign-in, which are the tabs of one browser. One more takes the place of the oldest. */
const socketsPerSignIn = 16;

/** How often it is looked whether a sign-in has expired under an open socket, in ms. */
const expiryCheckMs = 1000;

/** The live side of all conferences on this node, and the sessions of everybody who is signed in. */
export class Realtime {
	readonly limits: Limits;
	readonly media: MediaPort;
	readonly #sockets: PlenariaSockets;
	readonly #ports: RealtimePorts;
	readonly #live = new Map<string, LiveConference>();
	/** Sessions with a sign-in, by its id; plain viewers are not kept. */
	readonly #sessions = new Map<string, Set<Session>>();
	readonly #revoked = new Set<string>();
	readonly #expiry: NodeJS.Timeout;
	readonly #ends: (() => void)[];

	constructor(sockets: PlenariaSockets, ports: RealtimePorts) {
		this.limits = ports.limits;
		this.media = ports.media;
		this.#sockets = sockets;
		this.#ports = ports;
		this.#expiry = setInterval(() => this.#endExpired(), expiryCheckMs).unref();
		this.#ends = [
			ports.accounts.onRevoked((signInIds) => {
				for (const id of signInIds) this.#revoke(id);
			}),
			ports.names.onChange((conferenceId, version) => {
				this.#live.get(conferenceId)?.fanOut.emitToAccredited("directory", { version });
			}),
		];
	}

	/** The live side of a conference, made when the first screen comes; nothing for one that is not open here. */
	live(conferenceId: string): LiveConference | undefined {
		const known = this.#live.get(conferenceId);
		if (known !== undefined) return known;
		const conference = this.#ports.conferences.get(conferenceId);
		if (conference === undefined) return undefined;
		const fanOut = new FanOut(this.#sockets, conference, () => this.#recheck(conference));
		const presence = this.#ports.presences.of(conferenceId);
		const presenceSignals = new PresenceSignals(conference, presence, fanOut);
		const greenRoom = this.media.greenRoom(conferenceId);
		this.#ends.push(greenRoom.onChange(() => fanOut.emitToPresiding("readiness", greenRoom.now())));
		const monitor = this.media.monitor(conferenceId);
		const live = { conference, fanOut, presence, presenceSignals, greenRoom, monitor };
		this.#live.set(conferenceId, live);
		return live;
	}

	enter(session: Session): void {
		const signInId = session.signIn?.id;
		if (signInId === undefined) return;
		const sessions = this.#sessions.get(signInId) ?? new Set();
		this.#sessions.set(signInId, sessions.add(session));
		if (this.#revoked.has(signInId)) session.ended();
		// Not the newest: after a lost network the oldest is the one whose connection is gone.
		const [oldest] = sessions;
		if (sessions.size > socketsPerSignIn) oldest?.cut();
	}

	exit(session: Session): void {
		session.leave();
		const signInId = session.signIn?.id;
		if (signInId === undefined) return;
		const sessions = this.#sessions.get(signInId);
		sessions?.delete(session);
		if (sessions?.size === 0) this.#sessions.delete(signInId);
	}

	/** Sign-ins with at least one screen connected here. */
	connected(): SignIn[] {
		return [...this.#sessions.values()].flatMap((sessions) => {
			const [session] = sessions;
			return session?.signIn ?? [];
		});
	}

	close(): void {
		clearInterval(this.#expiry);
		for (const end of this.#ends) end();
		for (const { fanOut, presenceSignals } of this.#live.values()) {
			fanOut.close();
			presenceSignals.close();
		}
	}

	#recheck(conference: Conference): void {
		for (const sessions of this.#sessions.values())
			for (const session of sessions) session.recheck(conference);
	}

	#endExpired(): void {
		const now = Date.now();
		for (const sessions of this.#sessions.values())
			for (const session of sessions) if ((session.signIn?.expiresAt ?? now) <= now) session.ended();
	}

	#revoke(signInId: string): void {
		this.#revoked.add(signInId);
		if (this.#revoked.size > rememberedRevocations) {
			const [oldest] = this.#revoked;
			if (oldest !== undefined) this.#revoked.delete(oldest);
		}
		for (const session of this.#sessions.get(signInId) ?? []) session.ended();
	}
}
