import type { Need } from "./needs.ts";
import type { Pledge } from "./pledges.ts";
import { isCounted } from "./pledges.ts";
import type { State } from "./state.ts";

/** One unit of a need, filled by a pledge. Units beyond what was asked for are `beyond`. */
export interface Slot {
	readonly pledgeId: string;
	readonly delegationId: string;
	readonly confirmed: boolean;
	readonly announcedAt: number;
	readonly beyond: boolean;
}

export interface NeedTally {
	readonly need: Need;
	/** In the order of announcement; of the surplus the first dozen. */
	readonly slots: readonly Slot[];
	/** Units pledged, counted at most up to what was asked for; the rest is `surplus`. */
	readonly counted: number;
	readonly surplus: number;
	readonly open: number;
}

/**
 * The tally that the world watches. Delegations and pledges are two figures, and neither is ever added up
 * across categories, because one delegation is in many (PL7, PL8). Units are: each belongs to one need.
 */
export interface Tally {
	readonly pledges: number;
	readonly confirmed: number;
	/** Delegations with at least one announced pledge, of all that take part and may pledge. */
	readonly delegations: number;
	readonly participants: number;
	readonly pledging: ReadonlySet<string>;
	readonly units: {
		readonly required: number;
		readonly counted: number;
		readonly open: number;
		readonly surplus: number;
	};
	readonly needs: readonly NeedTally[];
	readonly needsClosed: number;
	readonly categories: readonly {
		readonly id: string;
		readonly delegations: number;
		readonly pledges: number;
	}[];
}

/** Counted pledges, in the order of their announcement. */
export function countedPledges(state: State): Pledge[] {
	return [...state.pledges.pledges.values()]
		.filter(isCounted)
		.sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
}

const cache = new WeakMap<object, { readonly needs: object; readonly tally: Tally }>();

/** Computed once per change of the pledges, the needs or the delegations. */
export function tally(state: State): Tally {
	const known = cache.get(state.pledges);
	if (known !== undefined && known.needs === state.needs && known.tally.participants === participants(state))
		return known.tally;
	const fresh = compute(state);
	cache.set(state.pledges, { needs: state.needs, tally: fresh });
	return fresh;
}

/** Units beyond what was asked for that get a slot of their own; more are counted in `surplus` only. */
const mostBeyond = 12;

/** Everybody takes part but the secretariat of the United Nations, which asks and does not pledge. */
function participants(state: State): number {
	let count = 0;
	for (const { kind } of state.delegations.delegations.values()) if (kind !== "secretariat") count += 1;
	return count;
}

function compute(state: State): Tally {
	const counted = countedPledges(state);
	const units = new Map<string, number>();
	const slots = new Map<string, Slot[]>();
	const categories = new Map<string, { delegations: Set<string>; pledges: number }>();
	for (const pledge of counted) {
		const category = categories.get(pledge.category) ?? { delegations: new Set(), pledges: 0 };
		category.delegations.add(pledge.delegationId);
		category.pledges += 1;
		categories.set(pledge.category, category);
		const need = pledge.needId === null ? undefined : state.needs.needs.get(pledge.needId);
		// PL8: a reaffirmed pledge was counted when it was first made.
		if (need === undefined || pledge.kind === "reaffirmed") continue;
		const filled = slots.get(need.id) ?? [];
		const before = units.get(need.id) ?? 0;
		units.set(need.id, before + pledge.quantity);
		const drawn = Math.min(before + pledge.quantity, need.quantity + mostBeyond);
		for (let unit = filled.length; unit < drawn; unit += 1)
			filled.push({
				pledgeId: pledge.id,
				delegationId: pledge.delegationId,
				confirmed: pledge.state === "confirmed",
				announcedAt: pledge.announcedAt ?? 0,
				beyond: filled.length >= need.quantity,
			});
		slots.set(need.id, filled);
	}
	const needs = [...state.needs.needs.values()].map((need): NeedTally => {
		const filled = slots.get(need.id) ?? [];
		const pledged = units.get(need.id) ?? 0;
		const within = Math.min(pledged, need.quantity);
		return {
			need,
			slots: filled,
			counted: within,
			surplus: pledged - within,
			open: need.quantity - within,
		};
	});
	const sum = (of: (each: NeedTally) => number) => needs.reduce((total, each) => total + of(each), 0);
	const pledging = new Set(counted.map(({ delegationId }) => delegationId));
	return {
		pledges: counted.length,
		confirmed: counted.filter((pledge) => pledge.state === "confirmed").length,
		delegations: pledging.size,
		participants: participants(state),
		pledging,
		units: {
			required: sum(({ need }) => need.quantity),
			counted: sum((each) => each.counted),
			open: sum((each) => each.open),
			surplus: sum((each) => each.surplus),
		},
		needs,
		needsClosed: needs.filter(({ open }) => open === 0).length,
		categories: state.profile.categories.map(({ id }) => ({
			id,
			delegations: categories.get(id)?.delegations.size ?? 0,
			pledges: categories.get(id)?.pledges ?? 0,
		})),
	};
}
