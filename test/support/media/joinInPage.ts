import { io, type Socket } from "socket.io-client";
import { viewVersion } from "../../../shared/conference/visibility.ts";
import type { ClientToServer, ServerToClient } from "../../../shared/protocol/events.ts";
import { socketPath } from "../../../shared/protocol/events.ts";
import { protocolVersion } from "../../../shared/protocol/version.ts";

export type PageSocket = Socket<ServerToClient, ClientToServer>;

/** In a page: a connection of its own, with the sign-in that the page's cookie is. */
export async function connectInPage(): Promise<PageSocket> {
	const socket: PageSocket = io(location.origin, {
		path: socketPath,
		transports: ["websocket"],
		forceNew: true,
	});
	await new Promise<void>((resolve) => socket.once("connect", () => resolve()));
	return socket;
}

/** The same, joined where its audience stands. */
export async function joinInPage(conferenceId: string): Promise<PageSocket> {
	const socket = await connectInPage();
	const anew = { conferenceId, viewVersion, protocolVersion };
	const first = await socket.emitWithAck("join", { ...anew, audience: null, since: null, epoch: null });
	if (first.status !== "resync") throw new Error(`join was answered with ${JSON.stringify(first)}`);
	const { audience } = first;
	const snapshot = await fetch(`/api/conferences/${conferenceId}/snapshot?as=${audience}`);
	const { n, epoch } = (await snapshot.json()) as { n: number; epoch: string };
	const joined = await socket.emitWithAck("join", { ...anew, audience, since: n, epoch });
	if (joined.status !== "joined") throw new Error(`join was answered with ${JSON.stringify(joined)}`);
	return socket;
}
