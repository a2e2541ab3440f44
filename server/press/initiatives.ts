import type { Initiative } from "../../shared/conference/initiatives.ts";
import type { State } from "../../shared/conference/state.ts";
import type { PublicInitiative } from "../../shared/protocol/press.ts";
import { isoTime } from "./isoTime.ts";

/** The initiatives with their rolls, for the press and other sites. */
export function presentInitiatives(state: State): PublicInitiative[] {
	return [...state.initiatives.initiatives.values()].map(presentInitiative);
}

export function presentInitiative(initiative: Initiative): PublicInitiative {
	const { id, title, summary, text, sponsors, versions, supporters, withdrawn } = initiative;
	return {
		...{ id, title, summary, text },
		version: versions.at(-1)?.number ?? 1,
		sponsors: [...sponsors],
		support: { value: supporters.size, counts: "delegations that support it, sponsors included" },
		supporters: [...supporters.values()].map(({ delegationId, how, at, version, explanation }) => ({
			...{ delegation: delegationId, how, at: isoTime(at), version, explanation },
		})),
		withdrawn: withdrawn.map(({ delegationId, at, withdrawnAt }) => ({
			...{ delegation: delegationId, at: isoTime(at), withdrawnAt: isoTime(withdrawnAt) },
		})),
	};
}
