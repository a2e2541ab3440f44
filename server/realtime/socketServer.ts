import type { Server as HttpServer, IncomingMessage } from "node:http";
import { type DefaultEventsMap, Server } from "socket.io";
import type { ServerToClient } from "../../shared/protocol/events.ts";
import { socketPath } from "../../shared/protocol/events.ts";
import type { SignIn } from "../accounts/accounts.ts";
import { DirectAdapter } from "./directAdapter.ts";
import { Realtime, type RealtimePorts } from "./realtime.ts";
import { Session } from "./session.ts";
import type { FromClient, PlenariaSocket, PlenariaSockets } from "./socket.ts";
import { TokenBucket } from "./tokenBucket.ts";

export interface SocketServerOptions extends RealtimePorts {
	readonly adapter: "direct" | "stock";
	readonly maxConnections: number;
	/** Whether a page of this origin may connect; a program that is no browser sends none. */
	isAllowedOrigin(request: IncomingMessage): boolean;
	/** The sign-in that the cookie stands for. @throws when the accounts cannot be read now. */
	signInOf(cookieHeader: string | undefined): Promise<SignIn | undefined>;
	/** Called with a bug, never with what a client did wrong. */
	report(error: unknown): void;
}

/** Largest message that a client may send, in bytes. The longest text of the domain is far below. */
const largestMessage = 32 * 1024;

/**
 * A network that is gone without a word is noticed within 20 s, by both ends, instead of Socket.IO's 45: a co-chair
 * who is to take over a lost gavel waits for it (GV6). In ms.
 */
const heartbeat = { pingInterval: 12_000, pingTimeout: 8000 };

/** Pings of the WebSocket protocol that a client may send; the heartbeat of ours is none of them. */
const pingRate = { burst: 20, perSecond: 1 };

/** The part that is used of the WebSocket beneath a connection. */
interface PingedWebSocket {
	on?(event: "ping", listener: (this: PingedWebSocket) => void): unknown;
	terminate(): void;
}

/** Opens the socket endpoint on an HTTP server. Returns the sockets and what closes them. */
export function openSockets(
	http: HttpServer,
	options: SocketServerOptions,
): { readonly sockets: PlenariaSockets; connected(): SignIn[]; close(): Promise<void> } {
	/** Read once at the handshake, and gone with the request. */
	const signIns = new WeakMap<IncomingMessage, SignIn>();
	const sockets = new Server<FromClient, ServerToClient, DefaultEventsMap, { session?: Session }>(http, {
		path: socketPath,
		transports: ["websocket"],
		perMessageDeflate: false,
		httpCompression: false,
		serveClient: false,
		maxHttpBufferSize: largestMessage,
		connectTimeout: 10_000,
		...heartbeat,
		cors: { origin: false },
		...(options.adapter === "direct" ? { adapter: DirectAdapter } : {}),
		allowRequest: (request, decide) => {
			if (!options.isAllowedOrigin(request)) return decide("origin", false);
			options.signInOf(request.headers.cookie).then(
				(signIn) => {
					// However many watch, whoever takes part gets in.
					const isFull = sockets.engine.clientsCount >= options.maxConnections;
					if (signIn === undefined && isFull) return decide("full", false);
					if (signIn !== undefined) signIns.set(request, signIn);
					decide(null, true);
				},
				// The client tries again; letting it in as a visitor would silently show less than it may see.
				() => decide("unavailable", false),
			);
		},
	});
	const realtime = new Realtime(sockets, options);
	const connections = new WeakMap<object, Session>();
	/** Of the connections that have sent a ping. */
	const pings = new WeakMap<object, TokenBucket>();
	sockets.engine.on("connection", ({ transport }: { transport: { socket?: PingedWebSocket } }) => {
		transport.socket?.on?.("ping", onPing);
	});
	sockets.on("connection", (socket) => {
		const session = new Session(realtime, socket, signIns.get(socket.request));
		socket.data.session = session;
		socket.on("join", onJoin);
		socket.on("command", onCommand);
		socket.on("clock", onClock);
		socket.on("media", onMedia);
		socket.on("disconnect", onDisconnect);
		connections.set(socket.conn, session);
		socket.conn.on("packet", onPacket);
		// The request of the handshake is read and would otherwise stay as long as the socket does.
		Object.assign(socket.conn, { request: undefined });
		realtime.enter(session);
	});

	// Shared by all sockets, which come as `this`: thousands of viewers do not each need functions of their own.
	// What one of them throws is a bug, and must not end the process for everybody.
	function onJoin(this: PlenariaSocket, message: unknown, answer: unknown): void {
		if (typeof answer !== "function") return;
		try {
			this.data.session?.join(message, (result) => answer(result));
		} catch (error) {
			options.report(error);
		}
	}
	function onCommand(this: PlenariaSocket, message: unknown, answer: unknown): void {
		if (typeof answer !== "function") return;
		this.data.session
			?.command(message)
			.then((result) => answer(result))
			.catch(options.report);
	}
	function onMedia(this: PlenariaSocket, message: unknown, answer: unknown): void {
		if (typeof answer !== "function") return;
		this.data.session
			?.media(message)
			.then((result) => answer(result))
			.catch(options.report);
	}
	function onClock(this: PlenariaSocket, answer: unknown): void {
		if (typeof answer !== "function") return;
		const result = this.data.session?.clock();
		if (result !== undefined) answer(result);
	}
	function onPacket(this: PlenariaSocket["conn"]): void {
		if (connections.get(this)?.mayGoOn() === false) this.close(true);
	}
	/** Browsers send none. Each is answered at once, and who reads no answers would have them pile up here. */
	function onPing(this: PingedWebSocket): void {
		const now = performance.now();
		const bucket = pings.get(this) ?? new TokenBucket(pingRate, now);
		pings.set(this, bucket);
		if (!bucket.take(now)) this.terminate();
	}
	function onDisconnect(this: PlenariaSocket): void {
		if (this.data.session !== undefined) realtime.exit(this.data.session);
	}

	return {
		sockets,
		connected: () => realtime.connected(),
		async close() {
			realtime.close();
			await sockets.close();
		},
	};
}
