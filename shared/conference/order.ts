import type { Level } from "./common.ts";
import type { Delegation } from "./delegations.ts";
import type { OrderCriterion, ProcedureRules } from "./procedure.ts";
import type { Entry, Moved, SpeakersList, Swapped } from "./speakersList.ts";
import type { State } from "./state.ts";

/** What the order of a list rests on beside its entries. */
export interface OrderGround {
	readonly rules: ProcedureRules;
	readonly delegations: ReadonlyMap<string, Delegation>;
	/** Numbers drawn by lot, by delegation; empty while none were drawn. */
	readonly drawn: ReadonlyMap<string, number>;
}

/** The ground on which a list is ordered. */
export function groundOf(state: State, list: Pick<SpeakersList, "draw">): OrderGround {
	return {
		rules: state.profile.procedure,
		delegations: state.delegations.delegations,
		drawn: new Map(list.draw?.order.map((id, index) => [id, index + 1])),
	};
}

/** The criteria that make a class, up to the first by which its members are told apart: lot or time. */
function classCriteria({ order }: ProcedureRules): readonly OrderCriterion[] {
	const end = order.findIndex((criterion) => criterion === "draw" || criterion === "time");
	return end < 0 ? order : order.slice(0, end);
}

/** Whether a person has placed the entry, so that the rules no longer do (SL6). */
export function isPlacedByHand(entry: Pick<Entry, "moved" | "swapped">): boolean {
	return entry.moved !== null || entry.swapped !== null;
}

/** Whether a statement is made for more than one's own delegation. */
export function isForGroup(entry: Pick<Entry, "onBehalfOf" | "jointly">): boolean {
	return entry.onBehalfOf !== null || entry.jointly.length > 0;
}

/** Member States and who speaks among them, then observers, then everybody else. */
export type SpeakerCategory = "states" | "observers" | "organisations";
const categories: readonly SpeakerCategory[] = ["states", "observers", "organisations"];

/** In which category a delegation speaks. */
export function categoryOf(delegationId: string, ground: OrderGround): SpeakerCategory {
	const kind = ground.delegations.get(delegationId)?.kind;
	if (kind === "memberState" || ground.rules.rankedWithStates.includes(delegationId)) return "states";
	return kind === "observer" ? "observers" : "organisations";
}

function rank(entry: Entry, criterion: OrderCriterion, ground: OrderGround): number {
	switch (criterion) {
		case "slot":
			return entry.slot ?? Number.POSITIVE_INFINITY;
		case "category":
			return categories.indexOf(categoryOf(entry.delegationId, ground));
		case "group":
			return isForGroup(entry) ? 0 : 1;
		case "level": {
			const { levels } = ground.rules;
			return entry.level === null ? levels.length : levels.indexOf(entry.level);
		}
		case "draw":
			return ground.drawn.get(entry.delegationId) ?? Number.POSITIVE_INFINITY;
		case "time":
			return entry.inscribedAt;
	}
}

function compareBy(criteria: readonly OrderCriterion[], a: Entry, b: Entry, ground: OrderGround): number {
	for (const criterion of criteria) {
		const [one, other] = [rank(a, criterion, ground), rank(b, criterion, ground)];
		if (one !== other) return one < other ? -1 : 1;
	}
	return 0;
}

function compareClass(a: Entry, b: Entry, ground: OrderGround): number {
	return compareBy(classCriteria(ground.rules), a, b, ground);
}

/**
 * Who speaks first by the rules alone (SL11): negative when `a` does, 0 when only the order of arrival tells
 * them apart. Who was called and absent stands at the end of the class (SL16).
 */
export function compareEntries(a: Entry, b: Entry, ground: OrderGround): number {
	const byClass = compareClass(a, b, ground);
	if (byClass !== 0) return byClass;
	if (a.absentAt !== b.absentAt) return (a.absentAt ?? 0) - (b.absentAt ?? 0);
	const { order } = ground.rules;
	return compareBy([...order.slice(classCriteria(ground.rules).length), "time"], a, b, ground);
}

/** Whether the rules put one before the other; equals stand in the order of arrival, in which `entries` are. */
function precedes(
	entry: Entry,
	other: Entry,
	entries: ReadonlyMap<string, Entry>,
	ground: OrderGround,
): boolean {
	const compared = compareEntries(entry, other, ground);
	if (compared !== 0) return compared < 0;
	for (const id of entries.keys()) if (id === entry.id || id === other.id) return id === entry.id;
	return false;
}

/** Whether an entry stands in an order as the rules would have it, towards all whom no person has placed. */
export function standsByRules(
	order: readonly string[],
	entry: Entry,
	entries: ReadonlyMap<string, Entry>,
	ground: OrderGround,
): boolean {
	const place = order.indexOf(entry.id);
	return order.every((id, index) => {
		const other = entries.get(id);
		if (other === undefined || index === place || isPlacedByHand(other)) return true;
		return precedes(entry, other, entries, ground) === place < index;
	});
}

/** The order with an entry put where the rules place it; entries that a person has placed are passed over. */
export function placedByRules(
	order: readonly string[],
	entry: Entry,
	entries: ReadonlyMap<string, Entry>,
	ground: OrderGround,
): string[] {
	const others = order.filter((id) => id !== entry.id);
	const place = others.findIndex((id) => {
		const other = entries.get(id);
		return other !== undefined && !isPlacedByHand(other) && precedes(entry, other, entries, ground);
	});
	return others.toSpliced(place < 0 ? others.length : place, 0, entry.id);
}

/** The order by the rules, in which whoever a person has placed keeps the place. */
export function orderedByRules(list: SpeakersList, ground: OrderGround): string[] {
	const isFree = (id: string) => {
		const entry = list.entries.get(id);
		return entry !== undefined && !isPlacedByHand(entry);
	};
	const free = new Set(list.order.filter(isFree));
	// By arrival first: the sort keeps that order among equals.
	const sorted = [...list.entries.values()]
		.filter(({ id }) => free.has(id))
		.sort((a, b) => compareEntries(a, b, ground))
		.values();
	return list.order.map((id) => (free.has(id) ? (sorted.next().value?.id ?? id) : id));
}

/** Why an entry stands where it stands (SL12). */
export interface Placement {
	/** 1 for who is called next. */
	readonly place: number;
	readonly of: number;
	readonly reason: PlacementReason;
	/** How many stand before it only because a person put them there. */
	readonly putAhead: number;
}

export type PlacementReason =
	| { readonly by: "move"; readonly moved: Moved }
	| { readonly by: "swap"; readonly swapped: Swapped }
	| { readonly by: "slot"; readonly slot: number }
	| {
			readonly by: "rules";
			/** What makes its class; only what the conference's rules look at. */
			readonly category: SpeakerCategory | null;
			readonly isForGroup: boolean | null;
			/** `"none"` while the delegation has not said who speaks. */
			readonly level: Level | "none" | null;
			/** 1 for the first of the class. */
			readonly placeInClass: number;
			/** What tells it from the others of its class. */
			readonly thenBy: "draw" | "time";
			readonly drawn: number | null;
			readonly inscribedAt: number;
			readonly absentAt: number | null;
	  };

/** Why a waiting entry stands where it stands, or nothing when it does not wait. */
export function placementOf(state: State, list: SpeakersList, entryId: string): Placement | undefined {
	const place = list.order.indexOf(entryId);
	const entry = list.entries.get(entryId);
	if (place < 0 || entry === undefined) return undefined;
	const ground = groundOf(state, list);
	const before = list.order.slice(0, place).flatMap((id) => list.entries.get(id) ?? []);
	const putAhead = before.filter(
		(other) => isPlacedByHand(other) && precedes(entry, other, list.entries, ground),
	).length;
	return { place: place + 1, of: list.order.length, reason: reasonOf(entry, before, ground), putAhead };
}

function reasonOf(entry: Entry, before: readonly Entry[], ground: OrderGround): PlacementReason {
	if (entry.moved !== null) return { by: "move", moved: entry.moved };
	if (entry.swapped !== null) return { by: "swap", swapped: entry.swapped };
	const { order } = ground.rules;
	const classes = classCriteria(ground.rules);
	if (entry.slot !== null && classes.includes("slot")) return { by: "slot", slot: entry.slot };
	const isDrawn = order[classes.length] === "draw";
	const drawn = isDrawn ? (ground.drawn.get(entry.delegationId) ?? null) : null;
	return {
		by: "rules",
		category: classes.includes("category") ? categoryOf(entry.delegationId, ground) : null,
		isForGroup: classes.includes("group") ? isForGroup(entry) : null,
		level: classes.includes("level") ? (entry.level ?? "none") : null,
		placeInClass: 1 + before.filter((other) => compareClass(other, entry, ground) === 0).length,
		thenBy: drawn === null ? "time" : "draw",
		drawn,
		inscribedAt: entry.inscribedAt,
		absentAt: entry.absentAt,
	};
}
