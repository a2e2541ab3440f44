import * as z from "zod/mini";
import { actorOf } from "../../shared/conference/actor.ts";
import { type Audience, audienceKey, audienceOf } from "../../shared/conference/audience.ts";
import { parseCommand } from "../../shared/conference/decider.ts";
import { fileCommands } from "../../shared/conference/recordings.ts";
import { viewVersion } from "../../shared/conference/visibility.ts";
import type { ClockAnswer } from "../../shared/protocol/clock.ts";
import { type CommandAnswer, commandMessage } from "../../shared/protocol/command.ts";
import { type JoinAnswer, type JoinMessage, joinMessage } from "../../shared/protocol/join.ts";
import type { MediaAnswer, MediaNews } from "../../shared/protocol/media.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import type { SignIn } from "../accounts/accounts.ts";
import type { Conference } from "../conference/conference.ts";
import { seatOf } from "../conference/seat.ts";
import type { AudienceStream } from "./audienceStream.ts";
import { presides } from "./fanOut.ts";
import type { Limits } from "./limits.ts";
import type { MediaSeat } from "./mediaPort.ts";
import type { Attendee } from "./presence.ts";
import type { LiveConference, Realtime } from "./realtime.ts";
import type { PlenariaSocket } from "./socket.ts";
import { TokenBucket } from "./tokenBucket.ts";

/** One connected screen: who it is, what it follows, and how much it has asked for. */
export class Session {
	readonly signIn: SignIn | undefined;
	readonly #socket: PlenariaSocket;
	readonly #realtime: Realtime;
	#live: LiveConference | undefined;
	#stream: AudienceStream | undefined;
	/** As counted by the presence of the conference. */
	#present: Attendee | null = null;
	/** Ends what an operator is told of sound and picture. */
	#endMonitor: (() => void) | undefined;
	/** Made when first needed: who only reads has none. */
	#media: { readonly conference: Conference; readonly seat: MediaSeat } | undefined;
	/** Made when first needed: most viewers only ever join. */
	readonly #buckets: { -readonly [K in keyof Limits]?: TokenBucket } = {};

	constructor(realtime: Realtime, socket: PlenariaSocket, signIn: SignIn | undefined) {
		this.#realtime = realtime;
		this.#socket = socket;
		this.signIn = signIn;
	}

	/** The socket's one stream begins or goes on where the client stands. */
	join(message: unknown, answer: (answer: JoinAnswer) => void): void {
		if (!this.#take("join")) return void answer({ status: "refused", code: "tooManyRequests" });
		// Looked at before the schema: a page of another version may well ask in another shape.
		if (versionOf(message) !== protocolVersion) return void answer({ status: "reload", protocolVersion });
		const parsed = z.safeParse(joinMessage, message);
		if (!parsed.success) return void answer({ status: "refused", code: "malformed" });
		const live = this.#realtime.live(parsed.data.conferenceId);
		// Who joins the same conference again, after a gap, goes on seeing, hearing and speaking meanwhile.
		this.#leaveStream();
		if (live?.conference !== this.#media?.conference) this.#leaveMedia();
		if (live === undefined) return void answer({ status: "refused", code: "notDefined" });
		this.#follow(live, parsed.data, answer);
	}

	/** All in one turn: an event committed between entering the room and sending the tail would overtake the tail. */
	#follow(live: LiveConference, message: JoinMessage, answer: (answer: JoinAnswer) => void): void {
		const { conference, fanOut, presence, presenceSignals, greenRoom, monitor } = live;
		const representativeId = this.#representativeIn(conference);
		const audience = this.#audience(conference);
		const key = audienceKey(audience);
		const { since } = message;
		const isSameStream = message.audience === key && message.epoch === conference.epoch;
		const mayResume = since !== null && isSameStream && message.viewVersion === viewVersion;
		const stream = fanOut.stream(audience);
		const added = mayResume ? stream.add(this.#socket, since) : undefined;
		if (added === undefined) return void answer({ status: "resync", audience: key });
		this.#live = live;
		this.#stream = stream;
		answer({
			status: "joined",
			audience: key,
			n: added.n,
			seat: seatOf(conference.state, representativeId),
			now: conference.now(),
			rate: conference.state.profile.clock.rate,
			journalAvailable: conference.journalAvailable,
		});
		if (added.tail !== undefined) stream.sendTo(this.#socket, added.tail);
		if (audience.kind === "public" || representativeId === undefined) return;
		const delegationId = "delegationId" in audience ? audience.delegationId : null;
		this.#present = { representativeId, delegationId };
		presence.add(this.#present);
		this.#socket.emit("presence", presenceSignals.now());
		if (presides(audience)) this.#socket.emit("readiness", greenRoom.now());
		if (audience.kind !== "operator") return;
		this.#endMonitor = monitor.watch({
			monitor: (signal) => void this.#socket.emit("monitor", signal),
			levels: (signal) => void this.#socket.volatile.emit("levels", signal),
		});
	}

	/** Executes an act as the signed-in representative; whatever the client says of itself does not count. */
	async command(message: unknown): Promise<CommandAnswer> {
		if (!this.#take("command")) return refused("tooManyRequests");
		const parsed = z.safeParse(commandMessage, message);
		const command = parsed.success ? parseCommand(parsed.data.command) : undefined;
		if (!parsed.success || command === undefined) return refused("malformed");
		// What a file is says the server, which has looked at it (RC2).
		if (fileCommands.has(command.type)) return refused("notAllowed");
		const { conference } = this.#live ?? {};
		if (conference === undefined) return refused("notDefined");
		const representativeId = this.#representativeIn(conference);
		if (representativeId === undefined)
			return refused(this.signIn === undefined ? "notAllowed" : "signedOut");
		const { id, command: received } = parsed.data;
		const outcome = await conference.execute(representativeId, id, command, received);
		if (outcome.status === "refused") return { status: "refused", ...outcome.rejection };
		const n = outcome.position(this.#stream?.audience ?? this.#audience(conference));
		return { status: "accepted", n, created: outcome.created };
	}

	/** Asks for something of sound and picture, as whoever is signed in. */
	async media(message: unknown): Promise<MediaAnswer> {
		if (!this.#take("media")) return { status: "refused", code: "tooManyRequests" };
		this.#media ??= this.#enterMedia();
		return this.#media?.seat.handle(message) ?? { status: "refused", code: "notOpen" };
	}

	/** Conference time; nothing when asked too often, so that a lost answer is simply asked for again. */
	clock(): ClockAnswer | undefined {
		const { conference } = this.#live ?? {};
		if (conference === undefined || !this.#take("clock")) return undefined;
		return { now: conference.now(), rate: conference.state.profile.clock.rate };
	}

	/** Counts a message of any kind; false when there are so many that only cutting the socket helps. */
	mayGoOn(): boolean {
		return this.#take("any");
	}

	/** Ends the stream, if there is one; another may be joined. */
	leave(): void {
		this.#leaveStream();
		this.#leaveMedia();
	}

	#enterMedia() {
		const { conference } = this.#live ?? {};
		if (conference === undefined) return undefined;
		const representativeId = this.#representativeIn(conference);
		const tell = (news: MediaNews) => void this.#socket.emit("media", news);
		return { conference, seat: this.#realtime.media.enter(conference, representativeId, tell) };
	}

	#leaveMedia(): void {
		this.#media?.seat.close();
		this.#media = undefined;
	}

	#leaveStream(): void {
		this.#endMonitor?.();
		this.#endMonitor = undefined;
		this.#stream?.remove(this.#socket);
		if (this.#present !== null) this.#live?.presence.remove(this.#present);
		this.#present = null;
		this.#stream = undefined;
		this.#live = undefined;
	}

	/** The accreditation changed: a screen that now belongs to another audience must get nothing more of this one. */
	recheck(conference: Conference): void {
		if (this.#live?.conference !== conference || this.#stream === undefined) return;
		if (audienceKey(this.#audience(conference)) === audienceKey(this.#stream.audience)) return;
		this.cut();
	}

	/** Ends the connection. The client, unlike after a disconnection, comes back by itself and joins anew. */
	cut(): void {
		this.leave();
		this.#socket.conn.close();
	}

	/** The sign-in was revoked or has expired: the screen is told and cut at once. */
	ended(): void {
		this.leave();
		this.#socket.emit("signedOut", { reason: "revoked" });
		this.#socket.disconnect(true);
	}

	#audience(conference: Conference): Audience {
		const representativeId = this.#representativeIn(conference);
		return audienceOf(
			representativeId === undefined ? undefined : actorOf(conference.state, representativeId),
		);
	}

	/** A sign-in is good for its own conference, until it expires. */
	#representativeIn(conference: Conference): string | undefined {
		const { signIn } = this;
		if (signIn === undefined || signIn.conferenceId !== conference.id) return undefined;
		return signIn.expiresAt > Date.now() ? signIn.representativeId : undefined;
	}

	#take(kind: keyof Limits): boolean {
		const now = performance.now();
		this.#buckets[kind] ??= new TokenBucket(this.#realtime.limits[kind], now);
		return this.#buckets[kind].take(now);
	}
}

function versionOf(message: unknown): unknown {
	return typeof message === "object" && message !== null && "protocolVersion" in message
		? message.protocolVersion
		: undefined;
}

function refused(code: string): CommandAnswer {
	return { status: "refused", code, params: {} };
}
