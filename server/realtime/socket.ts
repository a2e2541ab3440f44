import type { DefaultEventsMap, Server, Socket } from "socket.io";
import type { ServerToClient } from "../../shared/protocol/events.ts";
import type { Session } from "./session.ts";

/** What comes from a client is unknown until a schema has looked at it, whatever the protocol says. */
export interface FromClient {
	join(message: unknown, answer: unknown): void;
	command(message: unknown, answer: unknown): void;
	clock(answer: unknown): void;
	media(message: unknown, answer: unknown): void;
}

interface SocketData {
	session?: Session;
}

export type PlenariaSocket = Socket<FromClient, ServerToClient, DefaultEventsMap, SocketData>;
export type PlenariaSockets = Server<FromClient, ServerToClient, DefaultEventsMap, SocketData>;
