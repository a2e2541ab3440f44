import { groundOf, isPlacedByHand, orderedByRules, placedByRules, standsByRules } from "./order.ts";
import type {
	Entry,
	EntryStatus,
	SpeakersList,
	SpeakersListEvent,
	SpeakersListsState,
} from "./speakersList.ts";
import { emptyList, entryOf } from "./speakersList.ts";
import type { State } from "./state.ts";

/** Folds one event in; changes the maps in place, for whoever owns them (`Fork`). `state` is that before the event. */
export function evolveSpeakersLists(
	subject: SpeakersListsState,
	event: SpeakersListEvent,
	state: State,
): void {
	const { segmentId } = event.data;
	const list = subject.lists.get(segmentId) ?? emptyList(segmentId);
	subject.lists.set(segmentId, tidied(changed(list, event, state)));
}

/** Orders every list anew when the rules of procedure have changed (SL11); `state` has the new rules. */
export function reorderSpeakersLists(subject: SpeakersListsState, state: State): void {
	for (const [segmentId, list] of subject.lists) {
		const order = orderedByRules(list, groundOf(state, list));
		subject.lists.set(segmentId, { ...list, order, undo: { ...list.undo, move: null } });
	}
}

function changed(list: SpeakersList, event: SpeakersListEvent, state: State): SpeakersList {
	const status = { status: list.status, opensAt: list.opensAt, closesAt: list.closesAt, at: event.at };
	switch (event.type) {
		case "ListScheduled": {
			const { opensAt, closesAt } = event.data;
			return { ...list, status: "notOpen", opensAt, closesAt, undo: { ...list.undo, status: null } };
		}
		case "SpeakersListOpened": {
			const { closesAt } = event.data;
			return { ...list, status: "open", opensAt: null, closesAt, undo: { ...list.undo, status } };
		}
		case "ClosingAnnounced": {
			const { closesAt } = event.data;
			return { ...list, status: "closing", closesAt, undo: { ...list.undo, status: null } };
		}
		case "SpeakersListClosed": {
			// One that had not opened yet is closed with its debate; there is nothing to take back.
			const undo = { ...list.undo, status: list.status === "notOpen" ? null : status };
			return { ...list, status: "closed", opensAt: null, closesAt: null, undo };
		}
		case "ListStatusTakenBack": {
			const { status, opensAt, closesAt } = event.data;
			return { ...list, status, opensAt, closesAt, undo: { ...list.undo, status: null } };
		}
		case "DelegationInscribed":
			return inscribed(list, entryOf(event.data.entry), state);
		case "InscriptionChanged": {
			const { segmentId: _, entryId, ...given } = event.data;
			return changedByDelegation(list, entryId, given, state);
		}
		case "InscriptionWithdrawn":
			return removed(list, event.data.entryId, "withdrawn");
		case "SpeakerReplaced": {
			const { entryId, speakerId, level } = event.data;
			return changedByDelegation(list, entryId, { speakerId, level }, state);
		}
		case "EntryMoved":
			return movedByHand(list, event);
		case "MoveTakenBack": {
			const { entryId, before } = event.data;
			const was = list.undo.move;
			const hand = { moved: was?.moved ?? null, swapped: was?.swapped ?? null };
			const back = withEntry(list, entryId, (entry) => ({ ...entry, ...hand }));
			const next = { ...back, undo: { ...list.undo, move: null } };
			return putThere({ ...next, order: putBefore(list.order, entryId, before) }, entryId, state);
		}
		case "SlotFixed": {
			const { entryId, slot } = event.data;
			const hand = { moved: null, swapped: null };
			const fixed = withEntry(list, entryId, (entry) => ({ ...entry, ...hand, slot }));
			return placed(withoutMove(fixed, entryId), entryId, state);
		}
		case "EntryMarkedAbsent": {
			const { entryId } = event.data;
			// SL16: a fixed place was for its time; kept, it would put who is not there on top again.
			const back = withEntry(list, entryId, (entry) => ({
				...entry,
				status: "waiting",
				slot: null,
				moved: null,
				swapped: null,
				absentAt: event.at,
			}));
			return placed(withoutMove(back, entryId), entryId, state);
		}
		case "LotsDrawn": {
			const { seed, order } = event.data;
			const drawn = { ...list, draw: { seed, order, at: event.at } };
			const undo = { ...list.undo, move: null };
			return { ...drawn, order: orderedByRules(drawn, groundOf(state, drawn)), undo };
		}
		case "SwapProposed":
			return { ...list, swaps: new Map(list.swaps).set(event.data.swap.id, event.data.swap) };
		case "SwapDropped":
			return { ...list, swaps: without(list.swaps, event.data.swapId) };
		case "EntriesSwapped":
			return swappedPlaces(list, event);
		case "LateRequestMade": {
			const { request } = event.data;
			const others = [...list.lateRequests].filter(([, each]) => each.delegationId !== request.delegationId);
			return { ...list, lateRequests: new Map([...others, [request.id, request]]) };
		}
		case "LateRequestDeclined": {
			const present = list.lateRequests.get(event.data.requestId);
			if (present === undefined) return list;
			const declined = { at: event.at, reason: event.data.reason };
			return { ...list, lateRequests: new Map(list.lateRequests).set(present.id, { ...present, declined }) };
		}
		case "LateRequestWithdrawn":
			return { ...list, lateRequests: without(list.lateRequests, event.data.requestId) };
		case "StatementMadeInWriting":
			return withEntry(list, event.data.entryId, (entry) => ({ ...entry, status: "delivered" }));
	}
}

function inscribed(list: SpeakersList, entry: Entry, state: State): SpeakersList {
	const entries = new Map(list.entries).set(entry.id, entry);
	// A request that was answered by an inscription is answered.
	const asked = [...list.lateRequests].filter(([, { delegationId }]) => delegationId !== entry.delegationId);
	const lateRequests = asked.length === list.lateRequests.size ? list.lateRequests : new Map(asked);
	const next = { ...list, entries, lateRequests };
	return entry.status === "waiting" ? placed(next, entry.id, state) : next;
}

/** Puts an entry where the rules place it, also one that did not wait before. */
function placed(list: SpeakersList, entryId: string, state: State): SpeakersList {
	const entry = list.entries.get(entryId);
	if (entry === undefined || entry.status !== "waiting") return list;
	return { ...list, order: placedByRules(list.order, entry, list.entries, groundOf(state, list)) };
}

/** What the delegation changes moves the entry only where the rules look at it, and never one placed by hand. */
function changedByDelegation(
	list: SpeakersList,
	entryId: string,
	change: Partial<Entry>,
	state: State,
): SpeakersList {
	const before = list.entries.get(entryId);
	if (before === undefined) return list;
	const status = (change.mode ?? before.mode) === "written" ? "written" : "waiting";
	// Who writes gives the place up, however it was come by: coming back, the entry is placed by the rules.
	const place = status === "written" ? { slot: null, moved: null, swapped: null } : {};
	const after: Entry = { ...before, ...change, ...place, status };
	const next = { ...list, entries: new Map(list.entries).set(entryId, after) };
	if (status === "written") return { ...next, order: list.order.filter((id) => id !== entryId) };
	const isPlaced = before.status === "waiting";
	if (isPlaced && isPlacedByHand(after)) return next;
	const { order } = state.profile.procedure;
	const isSame =
		(!order.includes("level") || before.level === after.level) &&
		(!order.includes("group") ||
			(before.onBehalfOf === null && before.jointly.length === 0) ===
				(after.onBehalfOf === null && after.jointly.length === 0));
	return isPlaced && isSame ? next : placed(next, entryId, state);
}

function movedByHand(list: SpeakersList, event: Extract<SpeakersListEvent, { type: "EntryMoved" }>) {
	const { entryId, before, moved } = event.data;
	const entry = list.entries.get(entryId);
	const move = {
		at: event.at,
		entryId,
		before: followerOf(list.order, entryId),
		moved: entry?.moved ?? null,
		swapped: entry?.swapped ?? null,
	};
	const next = withEntry(list, entryId, (each) => ({ ...each, moved, swapped: null }));
	return { ...next, order: putBefore(list.order, entryId, before), undo: { ...list.undo, move } };
}

function swappedPlaces(list: SpeakersList, event: Extract<SpeakersListEvent, { type: "EntriesSwapped" }>) {
	const { entryId, withEntryId } = event.data;
	const [one, other] = [list.entries.get(entryId), list.entries.get(withEntryId)];
	if (one === undefined || other === undefined) return list;
	const mark = (entry: Entry, partner: Entry): Entry => ({
		...entry,
		moved: null,
		swapped: { at: event.at, withDelegation: partner.delegationId },
	});
	const entries = new Map(list.entries).set(entryId, mark(one, other)).set(withEntryId, mark(other, one));
	const exchange = (id: string) => (id === entryId ? withEntryId : id === withEntryId ? entryId : id);
	return { ...list, entries, order: list.order.map(exchange), undo: { ...list.undo, move: null } };
}

/** UN3: a move is no longer taken back when its entry, or the one that stood behind it, has been placed anew. */
function withoutMove(list: SpeakersList, entryId: string): SpeakersList {
	const { move } = list.undo;
	if (move?.entryId !== entryId && move?.before !== entryId) return list;
	return { ...list, undo: { ...list.undo, move: null } };
}

/** Who stands right behind an entry, or nothing for the last. */
function followerOf(order: readonly string[], entryId: string): string | null {
	const place = order.indexOf(entryId);
	return place < 0 ? null : (order[place + 1] ?? null);
}

/** The order with an entry in front of another, or at the end where that one is not. */
function putBefore(order: readonly string[], entryId: string, before: string | null): string[] {
	const others = order.filter((id) => id !== entryId);
	const place = before === null ? others.length : others.indexOf(before);
	return others.toSpliced(place < 0 ? others.length : place, 0, entryId);
}

/** Proposals and undos fall away with the entries that they are about. */
function tidied(list: SpeakersList): SpeakersList {
	const waits = (id: string | null) => id === null || list.entries.get(id)?.status === "waiting";
	const stale = [...list.swaps.values()].filter((swap) => !waits(swap.entryId) || !waits(swap.withEntryId));
	const { move } = list.undo;
	const isStale = move !== null && !(waits(move.entryId) && waits(move.before));
	if (stale.length === 0 && !isStale) return list;
	const swaps = new Map(list.swaps);
	for (const { id } of stale) swaps.delete(id);
	return { ...list, swaps, undo: isStale ? { ...list.undo, move: null } : list.undo };
}

/** SL8: takes an entry out of the waiting order; it stays in the record with what became of it. */
export function removed(list: SpeakersList, entryId: string, status: EntryStatus): SpeakersList {
	const call = { entryId, place: list.order.indexOf(entryId) };
	const next = withEntry(list, entryId, (entry) => ({ ...entry, status }));
	const undo = status === "called" ? { ...list.undo, call } : list.undo;
	return tidied({ ...next, order: list.order.filter((id) => id !== entryId), undo });
}

/** UN2: who was called by mistake waits again, where it stood. */
export function putBack(list: SpeakersList, entryId: string, state: State): SpeakersList {
	const { call } = list.undo;
	const back = withEntry(list, entryId, (entry) => returned(list, entry));
	const next = { ...back, undo: { ...list.undo, call: null } };
	const order = list.order.toSpliced(call?.entryId === entryId ? call.place : 0, 0, entryId);
	return putThere({ ...next, order }, entryId, state);
}

/** An entry that was put where it stood before. Others may have come in between: the rules then place it anew. */
function putThere(list: SpeakersList, entryId: string, state: State): SpeakersList {
	const entry = list.entries.get(entryId);
	if (entry === undefined || isPlacedByHand(entry)) return list;
	const fits = standsByRules(list.order, entry, list.entries, groundOf(state, list));
	return fits ? list : placed(list, entryId, state);
}

/** An entry that waits again. Its fixed place is gone when somebody else was given the number meanwhile (SL20). */
function returned(list: SpeakersList, entry: Entry): Entry {
	const isTaken = list.order.some((id) => id !== entry.id && list.entries.get(id)?.slot === entry.slot);
	return { ...entry, status: "waiting", slot: isTaken ? null : entry.slot };
}

function withEntry(list: SpeakersList, entryId: string, change: (entry: Entry) => Entry): SpeakersList {
	const entry = list.entries.get(entryId);
	if (entry === undefined) return list;
	return { ...list, entries: new Map(list.entries).set(entryId, change(entry)) };
}

function without<T>(map: ReadonlyMap<string, T>, id: string): ReadonlyMap<string, T> {
	const rest = new Map(map);
	rest.delete(id);
	return rest;
}
