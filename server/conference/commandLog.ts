import { createHash } from "node:crypto";
import type { DomainEvent } from "../../shared/conference/decider.ts";
import type { NewRecord } from "../journal/journal.ts";

/**
 * Which commands have been applied: (actor, command id) with the hash of what was asked and the id of what
 * was made. Folded from the journal like everything else, so that a repeat is recognised on any node and
 * after any restart.
 */
export class CommandLog {
	/** By actor, then by command id: no key is made for each of a hundred thousand records. */
	readonly #applied = new Map<string, Map<string, Applied>>();

	note(record: Pick<NewRecord, "actor" | "commandId" | "commandHash">, created: string | null): void {
		let byId = this.#applied.get(record.actor);
		if (byId === undefined) {
			byId = new Map();
			this.#applied.set(record.actor, byId);
		}
		if (created === null && byId.has(record.commandId)) return;
		byId.set(record.commandId, { hash: record.commandHash, created });
	}

	find(actorId: string, commandId: string): Applied | undefined {
		return this.#applied.get(actorId)?.get(commandId);
	}
}

interface Applied {
	readonly hash: string;
	readonly created: string | null;
}

/** Id of what an event brought into being for its author to go on with, if it did. */
export function createdBy(event: DomainEvent): string | null {
	switch (event.type) {
		case "DelegationInscribed":
			return event.data.entry.id;
		case "FloorGiven":
			return event.data.statement.id;
		case "PledgeDrafted":
			return event.data.pledgeId;
		case "HandRaised":
			return event.data.hand.id;
		case "LateRequestMade":
			return event.data.request.id;
		case "SwapProposed":
			return event.data.swap.id;
		case "PointOfOrderRaised":
			return event.data.point.id;
		case "ReplyRequested":
			return event.data.reply.id;
		case "MotionMoved":
			return event.data.motion.id;
		case "TextFiled":
			return event.data.text.id;
		case "RecordingFiled":
			return event.data.recording.id;
		case "DocumentAdded":
			return event.data.document.id;
		default:
			return null;
	}
}

/** Hash of a command as it was received; objects with the same members in another order are the same command. */
export function commandHash(received: unknown): string {
	return createHash("sha256")
		.update(JSON.stringify(sorted(received)))
		.digest("base64url");
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

/**
 * The id of what a command creates. Made of who and which command, so that it is the same when a batch is
 * decided again, on whichever node; and tells nobody how many there are.
 */
export function newIdOf(conferenceId: string, actorId: string, commandId: string): string {
	const digest = createHash("sha256").update(`${conferenceId}\n${actorId}\n${commandId}`).digest("base64url");
	return `x${digest.replaceAll(/[-_]/g, "").slice(0, 20)}`;
}
