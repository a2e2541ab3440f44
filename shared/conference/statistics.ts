import type { Level, Region } from "./common.ts";
import { heardIn } from "./pace.ts";
import type { State } from "./state.ts";

/** How many statements, and how long they were together, in ms. */
export interface Share {
	readonly statements: number;
	readonly spokenMs: number;
}

/** What was heard in some segments (ST4). Statements going on count from their end. */
export interface Statistics extends Share {
	readonly overran: number;
	/** In the order of the ranks; what has none at the end. */
	readonly byLevel: ReadonlyMap<Level | null, Share>;
	/** Regional groups, and null for who is in none. */
	readonly byRegion: ReadonlyMap<Region | null, Share>;
	readonly byDelegation: ReadonlyMap<string, Share>;
}

/** Statements and speaking time of some segments, by level, region and delegation. */
export function statistics(state: State, segmentIds: readonly string[]): Statistics {
	const heard = segmentIds.flatMap((id) => heardIn(state, id)).filter(({ endedAt }) => endedAt !== null);
	const { levels } = state.profile.procedure;
	const byLevel = new Map<Level | null, Share>([...levels, null].map((level) => [level, none]));
	const byRegion = new Map<Region | null, Share>();
	const byDelegation = new Map<string, Share>();
	for (const { level, delegationId, spokenMs } of heard) {
		add(byLevel, level, spokenMs);
		add(byRegion, state.delegations.delegations.get(delegationId)?.region ?? null, spokenMs);
		add(byDelegation, delegationId, spokenMs);
	}
	for (const [level, { statements }] of byLevel) if (statements === 0) byLevel.delete(level);
	return {
		statements: heard.length,
		spokenMs: heard.reduce((sum, each) => sum + each.spokenMs, 0),
		overran: heard.filter((each) => each.spokenMs > each.limitMs).length,
		byLevel,
		byRegion,
		byDelegation,
	};
}

const none: Share = { statements: 0, spokenMs: 0 };

function add<Key>(shares: Map<Key, Share>, key: Key, spokenMs: number): void {
	const before = shares.get(key) ?? none;
	shares.set(key, { statements: before.statements + 1, spokenMs: before.spokenMs + spokenMs });
}
