import type { DelegationsState } from "./delegations.ts";
import type { Need } from "./needs.ts";
import type { Amount, Pledge } from "./pledge.ts";
import { isCounted, missingParts } from "./pledge.ts";
import type { State } from "./state.ts";

/** One unit of a need, filled by a pledge. Units beyond what was asked for are `beyond`. */
export interface Slot {
	readonly pledgeId: string;
	readonly delegationId: string;
	readonly confirmed: boolean;
	readonly announcedAt: number;
	readonly beyond: boolean;
	/** Of a joint pledge with a missing part: drawn, and not counted (PL12). */
	readonly partly: boolean;
}

export interface NeedTally {
	readonly need: Need;
	/** Whole pledges in the order of announcement, then those with a missing part; of the surplus the first dozen. */
	readonly slots: readonly Slot[];
	/** Units pledged, counted at most up to what was asked for; the rest is `surplus`. */
	readonly counted: number;
	readonly surplus: number;
	readonly open: number;
	/** Of the open units those that a joint pledge fills once it is whole. */
	readonly partly: number;
}

/** Two figures that are never added up across categories, because one delegation is in many (PL8). */
export interface Figures {
	readonly delegations: number;
	readonly pledges: number;
}

/** What was promised in one unit; money by currency. */
export interface Quantity {
	readonly unit: Amount["unit"];
	/** ISO 4217; null for what is not money. */
	readonly currency: string | null;
	readonly value: number;
	readonly pledges: number;
	/** Money in US dollars at the rate that the secretariat gave; null without one. */
	readonly dollars: number | null;
}

/** Delegations that pledge together, and in how many pledges. */
export interface Partnership {
	/** Two for a pair, three for a triangle; sorted. */
	readonly delegationIds: readonly string[];
	readonly pledges: number;
}

/**
 * The tally that the world watches. Delegations and pledges are two figures, and neither is ever added up
 * across categories, because one delegation is in many (PL7, PL8). Units are: each belongs to one need.
 */
export interface Tally {
	readonly pledges: number;
	readonly confirmed: number;
	/** Delegations that pledged, of all that take part and may pledge. */
	readonly delegations: number;
	readonly participants: number;
	readonly pledging: ReadonlySet<string>;
	readonly units: {
		readonly required: number;
		readonly counted: number;
		readonly open: number;
		readonly surplus: number;
		readonly partly: number;
	};
	readonly needs: readonly NeedTally[];
	readonly needsClosed: number;
	/** In the order of the conference, those without a pledge too. */
	readonly categories: readonly ({ readonly id: string } & Figures)[];
	readonly priorities: readonly ({ readonly id: string } & Figures)[];
	/** By the meeting in which they were announced, in the order of the programme; null is outside of meetings. */
	readonly sessions: readonly ({ readonly meetingId: string | null } & Figures)[];
	readonly quantities: readonly Quantity[];
	readonly pairs: readonly Partnership[];
	readonly triangles: readonly Partnership[];
	/** Joint pledges with a part that nobody has confirmed. */
	readonly incomplete: number;
}

/** Counted pledges, in the order in which they became public. */
export function countedPledges(state: State): Pledge[] {
	return [...state.pledges.pledges.values()]
		.filter(isCounted)
		.sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
}

const cache = new WeakMap<object, { readonly of: State; readonly tally: Tally }>();

/** Computed once per change of what it depends on. */
export function tally(state: State): Tally {
	const known = cache.get(state.pledges);
	if (known !== undefined && dependsOnSame(known.of, state)) return known.tally;
	const fresh = compute(state);
	cache.set(state.pledges, { of: state, tally: fresh });
	return fresh;
}

function dependsOnSame(a: State, b: State): boolean {
	return (
		a.needs === b.needs &&
		a.delegations.delegations === b.delegations.delegations &&
		a.programme === b.programme &&
		a.profile.categories === b.profile.categories &&
		a.profile.priorities === b.profile.priorities
	);
}

/** Units beyond what was asked for that get a slot of their own; more are counted in `surplus` only. */
const mostBeyond = 12;

/** Everybody takes part but the secretariat of the United Nations, which asks and does not pledge. */
function participants({ delegations }: DelegationsState): number {
	let count = 0;
	for (const { kind } of delegations.values()) if (kind !== "secretariat") count += 1;
	return count;
}

/** Whether every part of a pledge is confirmed; one without parts always is (PL12). */
export function isWhole(pledge: Pledge): boolean {
	return missingParts(pledge).length === 0;
}

/**
 * Units of its need that a pledge fills: of an enhanced one only the increase (PL14), of a reaffirmed one none,
 * because it was counted when it was first made (PL8).
 */
export function unitsOf(pledge: Pledge, pledges: ReadonlyMap<string, Pledge>): number {
	if (pledge.needId === null || pledge.kind === "reaffirmed") return 0;
	const { earlier } = pledge;
	if (pledge.kind === "new" || earlier === null) return pledge.quantity;
	if (earlier.pledgeId === null) return Math.max(0, pledge.quantity - earlier.quantity);
	const was = pledges.get(earlier.pledgeId);
	return Math.max(0, pledge.quantity - (was?.needId === pledge.needId ? was.quantity : 0));
}

/** What a pledge adds to the amounts of its unit, like `unitsOf`. */
function addedValue(pledge: Pledge, pledges: ReadonlyMap<string, Pledge>): number {
	const { amount, earlier, kind } = pledge;
	if (amount === null || kind === "reaffirmed") return 0;
	const was = earlier?.pledgeId == null ? undefined : pledges.get(earlier.pledgeId)?.amount;
	if (kind === "new" || was == null || unitKey(was) !== unitKey(amount)) return amount.value;
	return Math.max(0, amount.value - was.value);
}

function unitKey(amount: Amount): string {
	return amount.unit === "money" ? amount.currency : amount.unit;
}

/** Delegations in a pledge: who leads, and who holds a confirmed part of any role; the lead first. */
export function delegationsIn(pledge: Pledge): readonly string[] {
	return [...new Set([pledge.delegationId, ...pledge.parts.flatMap(({ heldBy }) => heldBy ?? [])])];
}

/** Those of them that give something: who receives and the United Nations do not pledge (PL7). */
export function pledgersOf(pledge: Pledge): readonly string[] {
	const partners = pledge.parts.flatMap(({ heldBy, role }) =>
		heldBy === null || role === "receives" || role === "un" ? [] : [heldBy],
	);
	return [...new Set([pledge.delegationId, ...partners])];
}

/** Counts pledges and the delegations in them under keys. */
class Grouped<Key> {
	readonly #groups = new Map<Key, { delegations: Set<string>; pledges: number }>();

	add(key: Key, pledgers: readonly string[]): void {
		let group = this.#groups.get(key);
		if (group === undefined) {
			group = { delegations: new Set(), pledges: 0 };
			this.#groups.set(key, group);
		}
		group.pledges += 1;
		for (const delegationId of pledgers) group.delegations.add(delegationId);
	}

	of(key: Key): Figures {
		const group = this.#groups.get(key);
		return { delegations: group?.delegations.size ?? 0, pledges: group?.pledges ?? 0 };
	}
}

function compute(state: State): Tally {
	const { pledges } = state.pledges;
	const counted = countedPledges(state);
	const isSecretariat = (id: string) => state.delegations.delegations.get(id)?.kind === "secretariat";
	const pledging = new Set<string>();
	const categories = new Grouped<string>();
	const priorities = new Grouped<string>();
	const sessions = new Grouped<string | null>();
	for (const pledge of counted) {
		const pledgers = pledgersOf(pledge).filter((id) => !isSecretariat(id));
		for (const delegationId of pledgers) pledging.add(delegationId);
		categories.add(pledge.category, pledgers);
		for (const priority of new Set(pledge.priorities)) priorities.add(priority, pledgers);
		sessions.add(pledge.meetingId, pledgers);
	}
	const needs = needTallies(counted, state);
	const sum = (of: (each: NeedTally) => number) => needs.reduce((total, each) => total + of(each), 0);
	const meetings = [...state.programme.meetings.keys(), null];
	return {
		pledges: counted.length,
		confirmed: counted.filter((pledge) => pledge.state === "confirmed").length,
		delegations: pledging.size,
		participants: participants(state.delegations),
		pledging,
		units: {
			required: sum(({ need }) => need.quantity),
			counted: sum((each) => each.counted),
			open: sum((each) => each.open),
			surplus: sum((each) => each.surplus),
			partly: sum((each) => each.partly),
		},
		needs,
		needsClosed: needs.filter(({ open }) => open === 0).length,
		categories: state.profile.categories.map(({ id }) => ({ id, ...categories.of(id) })),
		priorities: state.profile.priorities.map(({ id }) => ({ id, ...priorities.of(id) })),
		sessions: meetings
			.map((meetingId) => ({ meetingId, ...sessions.of(meetingId) }))
			.filter((each) => each.pledges > 0),
		quantities: quantitiesOf(counted, pledges, state.pledges.rates),
		pairs: partnerships(counted, 2),
		triangles: partnerships(counted, 3),
		incomplete: counted.filter((pledge) => !isWhole(pledge)).length,
	};
}

function needTallies(counted: readonly Pledge[], state: State): NeedTally[] {
	const { pledges } = state.pledges;
	const byNeed = new Map<string, Pledge[]>();
	for (const pledge of counted) {
		if (pledge.needId === null) continue;
		const about = byNeed.get(pledge.needId);
		if (about === undefined) byNeed.set(pledge.needId, [pledge]);
		else about.push(pledge);
	}
	return [...state.needs.needs.values()].map((need): NeedTally => {
		const about = byNeed.get(need.id) ?? [];
		const slots: Slot[] = [];
		let pledged = 0;
		let partly = 0;
		// NE3: whole pledges take the slots first.
		for (const pledge of [...about.filter(isWhole), ...about.filter((each) => !isWhole(each))]) {
			const units = unitsOf(pledge, pledges);
			const isPartly = !isWhole(pledge);
			if (isPartly) partly += units;
			else pledged += units;
			const drawn = Math.min(pledged + partly, isPartly ? need.quantity : need.quantity + mostBeyond);
			while (slots.length < drawn) {
				const beyond = slots.length >= need.quantity;
				slots.push(slotOf(pledge, beyond, isPartly));
			}
		}
		const within = Math.min(pledged, need.quantity);
		const open = need.quantity - within;
		return {
			need,
			slots,
			counted: within,
			surplus: pledged - within,
			open,
			partly: Math.min(partly, open),
		};
	});
}

function slotOf(pledge: Pledge, beyond: boolean, partly: boolean): Slot {
	const { id: pledgeId, delegationId, state, announcedAt } = pledge;
	const confirmed = state === "confirmed";
	return { pledgeId, delegationId, confirmed, announcedAt: announcedAt ?? 0, beyond, partly };
}

function quantitiesOf(
	counted: readonly Pledge[],
	pledges: ReadonlyMap<string, Pledge>,
	rates: State["pledges"]["rates"],
): Quantity[] {
	const sums = new Map<string, { amount: Amount; value: number; pledges: number }>();
	for (const pledge of counted) {
		if (pledge.amount === null || pledge.kind === "reaffirmed" || !isWhole(pledge)) continue;
		const key = unitKey(pledge.amount);
		const was = sums.get(key) ?? { amount: pledge.amount, value: 0, pledges: 0 };
		const value = was.value + addedValue(pledge, pledges);
		sums.set(key, { amount: pledge.amount, value, pledges: was.pledges + 1 });
	}
	return [...sums.values()]
		.map(({ amount, value, pledges: count }): Quantity => {
			if (amount.unit !== "money")
				return { unit: amount.unit, currency: null, value, pledges: count, dollars: null };
			const { currency } = amount;
			const rate = currency === "USD" ? 1 : rates.get(currency)?.dollars;
			const dollars = rate === undefined ? null : Math.round(value * rate);
			return { unit: "money", currency, value, pledges: count, dollars };
		})
		.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ unit, currency }: Quantity): string {
	return `${unit} ${currency ?? ""}`;
}

/** PL7: every two or three delegations of one pledge, with the number of pledges they share; most first. */
function partnerships(counted: readonly Pledge[], size: 2 | 3): Partnership[] {
	const found = new Map<string, { delegationIds: readonly string[]; pledges: number }>();
	for (const pledge of counted)
		for (const delegationIds of combinations([...delegationsIn(pledge)].sort(), size)) {
			const key = delegationIds.join(" ");
			found.set(key, { delegationIds, pledges: (found.get(key)?.pledges ?? 0) + 1 });
		}
	return [...found]
		.sort(([a, { pledges: x }], [b, { pledges: y }]) => y - x || (a < b ? -1 : 1))
		.map(([, each]) => each);
}

/** Every choice of `size` of the items, in their order. */
function combinations(items: readonly string[], size: number): string[][] {
	if (size === 0) return [[]];
	return items.flatMap((item, index) =>
		combinations(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
	);
}
