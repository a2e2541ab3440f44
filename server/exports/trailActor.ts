import { actorOf, system } from "../../shared/conference/actor.ts";
import type { Role } from "../../shared/conference/common.ts";
import type { DomainEvent } from "../../shared/conference/decider.ts";
import type { State } from "../../shared/conference/state.ts";

/** Who did it, and in which capacity: a co-chair acts with the gavel, or for its own delegation like any other. */
export interface TrailActor {
	readonly id: string;
	readonly role: Role | "system" | null;
	readonly delegationId: string | null;
	readonly actedAs: "system" | "secretariat" | "presiding" | "coChair" | "delegation" | null;
}

/** What a delegation does for itself; the presiding chair does the same to others. */
const ownActs: ReadonlySet<DomainEvent["type"]> = new Set<DomainEvent["type"]>([
	"DelegationInscribed",
	"InscriptionChanged",
	"InscriptionWithdrawn",
	"SpeakerReplaced",
	"StatementMadeInWriting",
	"SwapProposed",
	"SwapDropped",
	"EntriesSwapped",
	"LateRequestMade",
	"LateRequestWithdrawn",
	"HandRaised",
	"HandLowered",
	"PointOfOrderRaised",
	"PointOfOrderWithdrawn",
	"RulingChallenged",
	"ReplyRequested",
	"ReplyWithdrawn",
	"MotionMoved",
	"MotionWithdrawn",
	"VoteCast",
]);

/** Who stands behind a record, by the accreditations as they were then. */
export function trailActor(id: string, event: DomainEvent, before: State): TrailActor {
	const actor = id === system.id ? system : actorOf(before, id);
	if (actor === undefined) return { id, role: null, delegationId: null, actedAs: null };
	const { role } = actor;
	if (role === "system" || role === "secretariat")
		return { id, role, delegationId: actor.role === "system" ? null : actor.delegationId, actedAs: role };
	return { id, role, delegationId: actor.delegationId, actedAs: capacity(id, role, event, before) };
}

function capacity(id: string, role: Role, event: DomainEvent, before: State): TrailActor["actedAs"] {
	if (role === "delegate" || ownActs.has(event.type)) return "delegation";
	if (event.type === "FloorEnded" && event.data.reason === "yielded") return "delegation";
	return before.gavel.holder?.representativeId === id ? "presiding" : "coChair";
}
