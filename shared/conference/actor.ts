import type { Channel, Localized, Right, Role } from "./common.ts";
import type { State } from "./state.ts";

/**
 * Who acts: an accredited representative, or the system itself when time brings something about. Roles and
 * rights come from the committed state, never from what a client says of itself.
 */
export type Actor =
	| { readonly id: "system"; readonly role: "system" }
	| {
			readonly id: string;
			readonly role: Role;
			readonly delegationId: string | null;
			readonly rights: readonly Right[];
			readonly channel: Channel | null;
	  };

/** What acts when the passing of time brings something about; no client can be it. */
export const system: Actor = { id: "system", role: "system" };

/** The representative as an actor, or nothing when the accreditation does not exist or was withdrawn. */
export function actorOf(state: State, representativeId: string): Actor | undefined {
	const representative = state.delegations.representatives.get(representativeId);
	if (representative === undefined) return undefined;
	const { id, role, delegationId, rights, channel } = representative;
	return { id, role, delegationId, rights, channel };
}

/** What stands on a name plate beside the delegation: public record once the floor is given. */
export interface Plate {
	readonly name: string;
	readonly title: Localized;
}

/** All that a decision may know beside the state: the domain has no clock, no randomness and no directory. */
export interface Context {
	/** Conference time in ms since the epoch. */
	readonly now: number;
	readonly actor: Actor;
	/** A new unique identifier for what this command creates; the same when the batch is decided again. */
	readonly newId: string;
	/** Name and title of a representative from the directory, or nothing when erased or never entered. */
	plateOf(representativeId: string): Plate | undefined;
	/** For how long a representative has had no connection to any server, in ms of real time; 0 while connected. */
	unreachableMs(representativeId: string): number;
}
