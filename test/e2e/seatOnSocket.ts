import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { Command } from "../../shared/conference/decider.ts";
import type { PledgeContent } from "../../shared/conference/pledge.ts";
import { plainContent } from "../../shared/conference/pledgeFold.ts";
import { viewVersion } from "../../shared/conference/visibility.ts";
import type { ClientToServer, ServerToClient } from "../../shared/protocol/events.ts";
import { socketPath } from "../../shared/protocol/events.ts";
import type { JoinMessage } from "../../shared/protocol/join.ts";
import { protocolVersion } from "../../shared/protocol/version.ts";
import type { LinkOf, ServerProcess } from "../support/serverProcess.ts";

/** A seat whose acts are sent as they stand, for journeys that look at the screens of others. */
export class SeatOnSocket {
	readonly #socket: Socket<ServerToClient, ClientToServer>;

	private constructor(socket: Socket<ServerToClient, ClientToServer>) {
		this.#socket = socket;
	}

	static async at(server: ServerProcess, who: LinkOf | { readonly link: string }): Promise<SeatOnSocket> {
		const { conferenceId } = server;
		const cookie = await (typeof who === "string" ? server.cookie(who) : server.cookieBy(who.link));
		const socket: Socket<ServerToClient, ClientToServer> = io(server.origin, {
			path: socketPath,
			transports: ["websocket"],
			forceNew: true,
			extraHeaders: { cookie },
		});
		const anew: JoinMessage = {
			conferenceId,
			audience: null,
			since: null,
			epoch: null,
			viewVersion,
			protocolVersion,
		};
		const first = await socket.emitWithAck("join", anew);
		if (first.status !== "resync") throw new Error(`join was answered with ${JSON.stringify(first)}`);
		const { audience } = first;
		const address = server.at(`/api/conferences/${conferenceId}/snapshot?as=${audience}`);
		const snapshot = await fetch(address, { headers: { cookie } });
		const { n, epoch } = (await snapshot.json()) as { n: number; epoch: string };
		const joined = await socket.emitWithAck("join", { ...anew, audience, since: n, epoch });
		if (joined.status !== "joined") throw new Error(`join was answered with ${JSON.stringify(joined)}`);
		return new SeatOnSocket(socket);
	}

	/** What the act created. @throws Error when it is refused. */
	async act(command: Command): Promise<string | null> {
		const answer = await this.#socket.emitWithAck("command", { id: randomUUID(), command });
		if (answer.status === "refused")
			throw new Error(`${command.type} was refused: ${JSON.stringify(answer)}`);
		return answer.created;
	}

	/** Public pledges of a delegation that are announced in writing, together. */
	async announce(delegationId: string, ...contents: readonly Partial<PledgeContent>[]): Promise<void> {
		const pledges = contents.map((content) => ({
			delegationId,
			content: {
				...plainContent,
				parts: [],
				priorities: [],
				evidence: [],
				title: "",
				details: null,
				kind: "new" as const,
				category: "",
				needId: null,
				quantity: 1,
				contact: null,
				...content,
			},
			stage: "announced" as const,
		}));
		await this.act({ type: "importPledges", pledges });
	}

	leave(): void {
		this.#socket.disconnect();
	}
}
