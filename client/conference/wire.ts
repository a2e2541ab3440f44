import type { Socket } from "socket.io-client";
import { io } from "socket.io-client";
import type { ClockAnswer } from "../../shared/protocol/clock.ts";
import type { CommandAnswer, CommandMessage } from "../../shared/protocol/command.ts";
import type { ClientToServer, ServerToClient } from "../../shared/protocol/events.ts";
import { socketPath } from "../../shared/protocol/events.ts";
import type { JoinAnswer, JoinMessage } from "../../shared/protocol/join.ts";
import type { MediaAnswer, MediaRequest } from "../../shared/protocol/media.ts";

/**
 * The seam to the server, so that tests can stand on the other side. A question rejects when the
 * connection is lost or nothing came back in time: then nobody knows whether it was heard.
 */
export interface Wire {
	/** Tries once; `connected` or `disconnected` follows. */
	connect(): void;
	/** Cuts the connection; `disconnected` does not follow. */
	close(): void;
	join(message: JoinMessage): Promise<JoinAnswer>;
	command(message: CommandMessage): Promise<CommandAnswer>;
	clock(): Promise<ClockAnswer>;
	media(request: MediaRequest): Promise<MediaAnswer>;
}

export interface WireHandlers extends ServerToClient {
	connected(): void;
	disconnected(): void;
}

export type OpenWire = (handlers: WireHandlers) => Wire;

const answerWithinMs = 8_000;

/**
 * Socket.IO over WebSocket alone. It never reconnects by itself: `ConferenceClient` says when, and shows it.
 * A page connects to where it came from; `origin` and `headers` are for tests, which have no page.
 */
export function socketWire(origin?: string, headers?: Record<string, string>): OpenWire {
	return (handlers) => openSocket(handlers, origin ?? window.location.origin, headers);
}

function openSocket(handlers: WireHandlers, origin: string, headers?: Record<string, string>): Wire {
	const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
		...(headers === undefined ? {} : { extraHeaders: headers }),
		forceNew: true,
		path: socketPath,
		transports: ["websocket"],
		reconnection: false,
		autoConnect: false,
		timeout: answerWithinMs,
	});
	socket.on("connect", () => handlers.connected());
	socket.on("connect_error", () => handlers.disconnected());
	socket.on("disconnect", (reason) => {
		if (reason !== "io client disconnect") handlers.disconnected();
	});
	socket.on("frame", (frame) => handlers.frame(frame));
	socket.on("presence", (signal) => handlers.presence(signal));
	socket.on("readiness", (signal) => handlers.readiness(signal));
	socket.on("monitor", (signal) => handlers.monitor(signal));
	socket.on("levels", (signal) => handlers.levels(signal));
	socket.on("journal", (signal) => handlers.journal(signal));
	socket.on("directory", (signal) => handlers.directory(signal));
	socket.on("signedOut", (signal) => handlers.signedOut(signal));
	socket.on("media", (news) => handlers.media(news));
	return {
		connect: () => void socket.connect(),
		close: () => void socket.disconnect(),
		join: (message) => socket.timeout(answerWithinMs).emitWithAck("join", message),
		command: (message) => socket.timeout(answerWithinMs).emitWithAck("command", message),
		clock: () => socket.timeout(answerWithinMs).emitWithAck("clock"),
		media: (request) => socket.timeout(answerWithinMs).emitWithAck("media", request),
	};
}
