import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import type { Language, Level } from "./common.ts";
import { identifier, languages, text } from "./common.ts";
import { speakerRefusal } from "./delegations.ts";
import type { EventOf } from "./event.ts";
import { presides } from "./gavel.ts";
import type { Meeting } from "./programme.ts";
import { findSegment } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";

export type ListStatus = "notOpen" | "open" | "closing" | "closed";
export type EntryStatus = "waiting" | "called" | "withdrawn";

/** A delegation's inscription. It is the delegation that inscribes; the speaker may change until called. */
export interface Entry {
	readonly id: string;
	readonly delegationId: string;
	/** Representative who will speak, or null while the delegation has not said. */
	readonly speakerId: string | null;
	readonly level: Level | null;
	readonly language: Language;
	/** The group or the states on whose behalf the statement is made; null for the delegation's own. */
	readonly onBehalfOf: string | null;
	readonly inscribedAt: number;
	readonly status: EntryStatus;
	/** Why the entry stands where it stands, when that is not the order of inscription (SL6). */
	readonly moved: Moved | null;
	/** Why it was added to a list that was closed (SL4), or a second time (SL2); kept from the public. */
	readonly lateReason: string | null;
}

export interface Moved {
	readonly at: number;
	/** Delegation of the chair who moved it; null for the secretariat. */
	readonly byDelegation: string | null;
	/** Kept from the public. */
	readonly reason: string | null;
}

export interface SpeakersList {
	readonly segmentId: string;
	readonly status: ListStatus;
	/** When the list closes by itself, in ms since the epoch. */
	readonly closesAt: number | null;
	/** All entries ever made, by id. */
	readonly entries: ReadonlyMap<string, Entry>;
	/** Ids of the waiting entries, in the order in which they will be called. */
	readonly order: readonly string[];
}

export interface SpeakersListsState {
	/** By segment. */
	readonly lists: Map<string, SpeakersList>;
}

const segmentId = identifier;
const entryId = identifier;
const reason = text(300);

/** Schemas of the commands, by type. */
export const speakersListCommands = {
	openList: z.strictObject({ type: z.literal("openList"), segmentId, closesAt: z.nullable(z.int()) }),
	announceClosing: z.strictObject({ type: z.literal("announceClosing"), segmentId, closesAt: z.int() }),
	closeList: z.strictObject({ type: z.literal("closeList"), segmentId }),
	inscribe: z.strictObject({
		type: z.literal("inscribe"),
		segmentId,
		delegationId: identifier,
		speakerId: z.nullable(identifier),
		language: z.enum(languages),
		onBehalfOf: z.nullable(text(120)),
		/** Needed when the chair or the secretariat adds to a list that is not open, or a delegation that has spoken. */
		reason: z.nullable(reason),
	}),
	withdrawInscription: z.strictObject({ type: z.literal("withdrawInscription"), segmentId, entryId }),
	replaceSpeaker: z.strictObject({
		type: z.literal("replaceSpeaker"),
		segmentId,
		entryId,
		speakerId: identifier,
	}),
	moveEntry: z.strictObject({
		type: z.literal("moveEntry"),
		segmentId,
		entryId,
		/** Entry in front of which it is placed; null for the end of the list. */
		before: z.nullable(entryId),
		reason,
	}),
};
export type SpeakersListCommand = z.infer<(typeof speakersListCommands)[keyof typeof speakersListCommands]>;

export type SpeakersListEvent =
	| EventOf<"SpeakersListOpened", { readonly segmentId: string; readonly closesAt: number | null }>
	| EventOf<"ClosingAnnounced", { readonly segmentId: string; readonly closesAt: number }>
	| EventOf<"SpeakersListClosed", { readonly segmentId: string }>
	| EventOf<"DelegationInscribed", { readonly segmentId: string; readonly entry: Entry }>
	| EventOf<"InscriptionWithdrawn", { readonly segmentId: string; readonly entryId: string }>
	| EventOf<
			"SpeakerReplaced",
			{
				readonly segmentId: string;
				readonly entryId: string;
				readonly speakerId: string;
				readonly level: Level | null;
			}
	  >
	| EventOf<
			"EntryMoved",
			{
				readonly segmentId: string;
				readonly entryId: string;
				readonly before: string | null;
				readonly moved: Moved;
			}
	  >;

/** Before the first event. */
export function emptySpeakersLists(): SpeakersListsState {
	return { lists: new Map() };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copySpeakersLists(subject: SpeakersListsState): SpeakersListsState {
	return { lists: new Map(subject.lists) };
}

const never: SpeakersList = {
	segmentId: "",
	status: "notOpen",
	closesAt: null,
	entries: new Map(),
	order: [],
};

/** The list of a segment; a segment whose list was never opened has an empty one. */
export function listOf(state: State, segmentId: string): SpeakersList {
	return state.speakersLists.lists.get(segmentId) ?? { ...never, segmentId };
}

/** The entry with which a delegation waits in a list, if it does. */
export function waitingEntryOf(list: SpeakersList, delegationId: string): Entry | undefined {
	for (const id of list.order) {
		const entry = list.entries.get(id);
		if (entry?.delegationId === delegationId) return entry;
	}
	return undefined;
}

/** Decides a command by the rules SL. */
export function decideSpeakersList(
	command: SpeakersListCommand,
	state: State,
	context: Context,
): Decision<SpeakersListEvent> {
	const found = findSegment(state, command.segmentId);
	if (found === undefined) return refuse("unknownSegment", { segmentId: command.segmentId });
	if (found.segment.kind !== "statements") return refuse("noListInSegment", { segmentId: command.segmentId });
	const list = listOf(state, command.segmentId);
	switch (command.type) {
		case "openList":
		case "announceClosing":
		case "closeList":
		case "inscribe":
			// SL1: a list can be opened before its meeting, never after; nobody of an ended segment can be called.
			if (found.meeting.status === "closed")
				return refuse("meetingAlreadyHeld", { meetingId: found.meeting.id });
			if (found.segment.status === "ended")
				return refuse("segmentNotRunning", { segmentId: command.segmentId });
			if (command.type !== "inscribe") return decideStatus(command, list, context);
			return inscribe(command, list, found.meeting, state, context);
		case "withdrawInscription":
		case "replaceSpeaker":
		case "moveEntry":
			return decideEntry(command, list, state, context);
	}
}

type StatusCommand = Extract<SpeakersListCommand, { type: "openList" | "announceClosing" | "closeList" }>;

function decideStatus(
	command: StatusCommand,
	list: SpeakersList,
	context: Context,
): Decision<SpeakersListEvent> {
	const { segmentId } = command;
	const at = context.now;
	const isOpen = list.status === "open" || list.status === "closing";
	switch (command.type) {
		case "openList":
			if (isOpen) return refuse("listAlreadyOpen");
			if (command.closesAt !== null && command.closesAt <= at) return refuse("closingInPast");
			return accept({ type: "SpeakersListOpened", at, data: { segmentId, closesAt: command.closesAt } });
		case "announceClosing":
			if (!isOpen) return refuse("listNotOpen");
			if (command.closesAt <= at) return refuse("closingInPast");
			return accept({ type: "ClosingAnnounced", at, data: { segmentId, closesAt: command.closesAt } });
		case "closeList":
			if (!isOpen) return refuse("listNotOpen");
			return accept({ type: "SpeakersListClosed", at, data: { segmentId } });
	}
}

function inscribe(
	command: Extract<SpeakersListCommand, { type: "inscribe" }>,
	list: SpeakersList,
	meeting: Meeting,
	state: State,
	context: Context,
): Decision<SpeakersListEvent> {
	const { segmentId, delegationId, speakerId, language, onBehalfOf } = command;
	if (!state.delegations.delegations.has(delegationId)) return refuse("unknownDelegation", { delegationId });
	const adds = presides(context.actor, state, meeting.id);
	// SL4: the chair may still add to a closed list, and says why.
	const isOpen = takesInscriptions(list, context.now);
	if (!isOpen && !adds) return refuse(list.status === "notOpen" ? "listNotOpen" : "listClosed");
	// SL2: one inscription per delegation and segment; only the chair may call on a delegation a second time.
	const speaking = state.floor.statement;
	const speaks = speaking?.segmentId === segmentId && speaking.delegationId === delegationId;
	const spoke = hasBeenCalled(list, delegationId);
	if (waitingEntryOf(list, delegationId) !== undefined || speaks || (spoke && !adds))
		return refuse("alreadyInscribed", { delegationId });
	const isRegular = isOpen && !spoke;
	if (!isRegular && command.reason === null) return refuse("reasonNeeded");
	const refusal = speakerRefusal(state, delegationId, speakerId);
	if (refusal !== undefined) return refusal;
	const level = speakerId === null ? null : (state.delegations.representatives.get(speakerId)?.level ?? null);
	const entry: Entry = {
		id: context.newId,
		delegationId,
		speakerId,
		level,
		language,
		onBehalfOf,
		inscribedAt: context.now,
		status: "waiting",
		moved: null,
		lateReason: isRegular ? null : command.reason,
	};
	return accept({ type: "DelegationInscribed", at: context.now, data: { segmentId, entry } });
}

/** SL3: a list is closed from its closing time on, also before anybody has recorded that it closed. */
function takesInscriptions(list: SpeakersList, now: number): boolean {
	const isOpen = list.status === "open" || list.status === "closing";
	return isOpen && (list.closesAt === null || now < list.closesAt);
}

function hasBeenCalled(list: SpeakersList, delegationId: string): boolean {
	for (const entry of list.entries.values())
		if (entry.delegationId === delegationId && entry.status === "called") return true;
	return false;
}

type EntryCommand = Extract<
	SpeakersListCommand,
	{ type: "withdrawInscription" | "replaceSpeaker" | "moveEntry" }
>;

function decideEntry(
	command: EntryCommand,
	list: SpeakersList,
	state: State,
	context: Context,
): Decision<SpeakersListEvent> {
	const { segmentId, entryId } = command;
	const at = context.now;
	const entry = list.entries.get(entryId);
	if (entry === undefined || entry.status === "withdrawn") return refuse("unknownInscription");
	if (entry.status !== "waiting") return refuse("alreadyCalled", { delegationId: entry.delegationId });
	switch (command.type) {
		case "withdrawInscription":
			return accept({ type: "InscriptionWithdrawn", at, data: { segmentId, entryId } });
		case "replaceSpeaker": {
			const { speakerId } = command;
			if (speakerId === entry.speakerId) return refuse("sameSpeaker");
			const refusal = speakerRefusal(state, entry.delegationId, speakerId);
			if (refusal !== undefined) return refusal;
			const level = state.delegations.representatives.get(speakerId)?.level ?? null;
			return accept({ type: "SpeakerReplaced", at, data: { segmentId, entryId, speakerId, level } });
		}
		case "moveEntry": {
			const { before } = command;
			if (before !== null && !list.order.includes(before)) return refuse("unknownInscription");
			const place = list.order.indexOf(entryId);
			if (before === entryId || (list.order[place + 1] ?? null) === before) return refuse("alreadyThere");
			const byDelegation = context.actor.role === "chair" ? context.actor.delegationId : null;
			const moved = { at, byDelegation, reason: command.reason };
			return accept({ type: "EntryMoved", at, data: { segmentId, entryId, before, moved } });
		}
	}
}

/** Folds one event in; changes the maps in place, for whoever owns them (`Fork`). */
export function evolveSpeakersLists(subject: SpeakersListsState, event: SpeakersListEvent): void {
	const { segmentId } = event.data;
	const list = subject.lists.get(segmentId) ?? { ...never, segmentId };
	subject.lists.set(segmentId, changed(list, event));
}

function changed(list: SpeakersList, event: SpeakersListEvent): SpeakersList {
	switch (event.type) {
		case "SpeakersListOpened":
			return { ...list, status: "open", closesAt: event.data.closesAt };
		case "ClosingAnnounced":
			return { ...list, status: "closing", closesAt: event.data.closesAt };
		case "SpeakersListClosed":
			return { ...list, status: "closed", closesAt: null };
		case "DelegationInscribed": {
			const { entry } = event.data;
			return {
				...list,
				entries: new Map(list.entries).set(entry.id, entry),
				order: [...list.order, entry.id],
			};
		}
		case "InscriptionWithdrawn":
			return removed(list, event.data.entryId, "withdrawn");
		case "SpeakerReplaced": {
			const { speakerId, level } = event.data;
			return withEntry(list, event.data.entryId, (entry) => ({ ...entry, speakerId, level }));
		}
		case "EntryMoved": {
			const { entryId, before, moved } = event.data;
			const others = list.order.filter((id) => id !== entryId);
			const place = before === null ? others.length : others.indexOf(before);
			const order = others.toSpliced(place < 0 ? others.length : place, 0, entryId);
			return { ...withEntry(list, entryId, (entry) => ({ ...entry, moved })), order };
		}
	}
}

/** Takes an entry out of the waiting order; it stays in the record with what became of it. */
export function removed(list: SpeakersList, entryId: string, status: EntryStatus): SpeakersList {
	const next = withEntry(list, entryId, (entry) => ({ ...entry, status }));
	return { ...next, order: list.order.filter((id) => id !== entryId) };
}

function withEntry(list: SpeakersList, entryId: string, change: (entry: Entry) => Entry): SpeakersList {
	const entry = list.entries.get(entryId);
	if (entry === undefined) return list;
	return { ...list, entries: new Map(list.entries).set(entryId, change(entry)) };
}
