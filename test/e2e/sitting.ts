import { type FormalDelegation, personOf } from "../support/formalConference.ts";
import type { ServerProcess } from "../support/serverProcess.ts";
import { SeatOnSocket } from "./seatOnSocket.ts";

const segmentId = "statements";

/** The session sits, and these delegations follow each other in its list. */
export class Sitting {
	readonly #chair: SeatOnSocket;
	readonly #entries = new Map<FormalDelegation, string | null>();

	private constructor(chair: SeatOnSocket) {
		this.#chair = chair;
	}

	static async of(server: ServerProcess, ...delegations: FormalDelegation[]): Promise<Sitting> {
		const chair = await SeatOnSocket.at(server, { link: await server.makeLink(personOf("rwa")) });
		const desk = await SeatOnSocket.at(server, "secretariat");
		await chair.act({ type: "openMeeting", meetingId: "session" });
		await chair.act({ type: "startSegment", segmentId });
		await chair.act({ type: "openList", segmentId, closesAt: null });
		const sitting = new Sitting(chair);
		const asked = { speakerId: null, language: "en", onBehalfOf: null, reason: null } as const;
		for (const delegationId of delegations)
			sitting.#entries.set(
				delegationId,
				await desk.act({ type: "inscribe", segmentId, delegationId, ...asked }),
			);
		desk.leave();
		return sitting;
	}

	/** Gives the floor, and gives what ends it. */
	async call(delegation: FormalDelegation): Promise<() => Promise<unknown>> {
		const entryId = this.#entries.get(delegation) ?? "";
		const statementId = await this.#chair.act({ type: "giveFloor", segmentId, entryId, after: null });
		return () => this.#chair.act({ type: "endFloor", statementId: statementId ?? "" });
	}

	suspend(): Promise<unknown> {
		return this.#chair.act({ type: "suspendMeeting", meetingId: "session" });
	}

	resume(): Promise<unknown> {
		return this.#chair.act({ type: "resumeMeeting", meetingId: "session" });
	}
}
