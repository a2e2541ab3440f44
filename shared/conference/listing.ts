import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import { identifier, text } from "./common.ts";
import { drawLots } from "./draw.ts";
import type { FloorEvent } from "./floor.ts";
import { endOfFloor } from "./floor.ts";
import { findSegment } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import { marked } from "./secrecy.ts";
import type { Entry, SpeakersList, SpeakersListEvent } from "./speakersList.ts";
import { listOf, takesInscriptions } from "./speakersList.ts";
import type { State } from "./state.ts";
import { isInTimeToUndo } from "./undo.ts";

const segmentId = identifier;
const entryId = identifier;

/** Schemas of the commands by which chair and secretariat run a list, by type. */
export const listingCommands = {
	/** Opens and closes the list by itself, at times announced ahead. */
	scheduleList: z.strictObject({
		type: z.literal("scheduleList"),
		segmentId,
		opensAt: z.int(),
		closesAt: z.nullable(z.int()),
	}),
	openList: z.strictObject({ type: z.literal("openList"), segmentId, closesAt: z.nullable(z.int()) }),
	announceClosing: z.strictObject({ type: z.literal("announceClosing"), segmentId, closesAt: z.int() }),
	closeList: z.strictObject({ type: z.literal("closeList"), segmentId }),
	/** Draws lots for the list. The seed is filled in by the server, so that nobody can choose it. */
	drawLots: z.strictObject({
		type: z.literal("drawLots"),
		segmentId,
		seed: marked("open", z.string().check(z.regex(/^([0-9a-f]{32})?$/))),
	}),
	moveEntry: z.strictObject({
		type: z.literal("moveEntry"),
		segmentId,
		entryId,
		/** Entry in front of which it is placed; null for the end of the list. */
		before: z.nullable(entryId),
		reason: text(300, "room"),
	}),
	/** Gives a place ahead of all who have none, or takes it away. The smallest number speaks first. */
	fixSlot: z.strictObject({
		type: z.literal("fixSlot"),
		segmentId,
		entryId,
		slot: z.nullable(z.int().check(z.gte(1), z.lte(999))),
	}),
	/** Called and absent, or known to be: to the end of its class. */
	markAbsent: z.strictObject({ type: z.literal("markAbsent"), segmentId, entryId }),
	takeBackMove: z.strictObject({ type: z.literal("takeBackMove"), segmentId, entryId }),
	takeBackListStatus: z.strictObject({ type: z.literal("takeBackListStatus"), segmentId }),
};
export type ListingCommand = z.infer<(typeof listingCommands)[keyof typeof listingCommands]>;

/** The list of a segment that can have one and is not over, or why there is none (SL1). */
export function listAhead(state: State, segmentId: string) {
	const found = listAt(state, segmentId);
	if ("rejection" in found) return found;
	if (found.meeting.status === "closed") return refuse("meetingAlreadyHeld", { meetingId: found.meeting.id });
	if (found.segment.status === "ended") return refuse("segmentNotRunning", { segmentId });
	return found;
}

/** The list of a segment, also of one that is over. */
export function listAt(state: State, segmentId: string) {
	const found = findSegment(state, segmentId);
	if (found === undefined) return refuse("unknownSegment", { segmentId });
	if (found.segment.kind !== "statements") return refuse("noListInSegment", { segmentId });
	return { ...found, list: listOf(state, segmentId) };
}

/** An entry that still waits for its turn, or why it cannot be acted on. */
export function waitingEntry(list: SpeakersList, entryId: string): Entry | ReturnType<typeof refuse> {
	const entry = list.entries.get(entryId);
	if (entry === undefined || entry.status === "withdrawn") return refuse("unknownInscription");
	if (entry.status !== "waiting") return refuse("alreadyCalled", { delegationId: entry.delegationId });
	return entry;
}

/** Decides a command by the rules SL. */
export function decideListing(
	command: ListingCommand,
	state: State,
	context: Context,
): Decision<SpeakersListEvent | FloorEvent> {
	switch (command.type) {
		case "scheduleList":
		case "openList":
		case "announceClosing":
		case "closeList":
		case "drawLots": {
			const found = listAhead(state, command.segmentId);
			if ("rejection" in found) return found;
			if (command.type === "drawLots") return draw(command, state, context);
			return decideStatus(command, found.list, context);
		}
		case "takeBackListStatus": {
			const found = listAhead(state, command.segmentId);
			if ("rejection" in found) return found;
			// UN3: the vote that closed the debate closed the list with it (PR9).
			if (found.segment.debate === "closed") return refuse("nothingToUndo");
			return takeBackStatus(found.list, context.now);
		}
		default: {
			const found = listAhead(state, command.segmentId);
			return "rejection" in found ? found : decideOrder(command, found.list, state, context);
		}
	}
}

type StatusCommand = Extract<
	ListingCommand,
	{ type: "scheduleList" | "openList" | "announceClosing" | "closeList" }
>;

function decideStatus(
	command: StatusCommand,
	list: SpeakersList,
	context: Context,
): Decision<SpeakersListEvent> {
	const { segmentId } = command;
	const at = context.now;
	const isOpen = list.status === "open" || list.status === "closing";
	switch (command.type) {
		case "scheduleList": {
			const { opensAt, closesAt } = command;
			if (isOpen || takesInscriptions(list, at)) return refuse("listAlreadyOpen");
			if (opensAt <= at) return refuse("openingInPast");
			if (closesAt !== null && closesAt <= opensAt) return refuse("timesReversed");
			return accept({ type: "ListScheduled", at, data: { segmentId, opensAt, closesAt } });
		}
		case "openList":
			if (isOpen) return refuse("listAlreadyOpen");
			// What was scheduled may be recorded late; it then closes at once.
			if (command.closesAt !== null && command.closesAt <= at && context.actor.role !== "system")
				return refuse("closingInPast");
			return accept({ type: "SpeakersListOpened", at, data: { segmentId, closesAt: command.closesAt } });
		case "announceClosing":
			// SL3: what the clock has closed is closed, also before the record says so.
			if (!takesInscriptions(list, at)) return refuse("listNotOpen");
			if (command.closesAt <= at) return refuse("closingInPast");
			return accept({ type: "ClosingAnnounced", at, data: { segmentId, closesAt: command.closesAt } });
		case "closeList":
			if (!isOpen && !takesInscriptions(list, at)) return refuse("listNotOpen");
			return accept({ type: "SpeakersListClosed", at, data: { segmentId } });
	}
}

/** SL14: lots are drawn for all that take part, so that who inscribes later has a number too. */
function draw(
	{ segmentId, seed }: Extract<ListingCommand, { type: "drawLots" }>,
	state: State,
	context: Context,
): Decision<SpeakersListEvent> {
	if (seed === "") return refuse("malformed");
	if (!state.profile.procedure.order.includes("draw")) return refuse("noDrawInRules");
	// Drawn again until it pleases, a lot would be a choice.
	if (listOf(state, segmentId).draw !== null) return refuse("alreadyDrawn");
	const order = drawLots(state.delegations.delegations.keys(), seed);
	return accept({ type: "LotsDrawn", at: context.now, data: { segmentId, seed, order } });
}

/** UN1: an opening or a closing is taken back while the list stands as it left it. */
function takeBackStatus(list: SpeakersList, now: number): Decision<SpeakersListEvent> {
	const was = list.undo.status;
	if (was === null || !isInTimeToUndo(was.at, now)) return refuse("nothingToUndo");
	// What the clock has opened or closed stays so.
	if ([was.opensAt, was.closesAt].some((time) => time !== null && time <= now))
		return refuse("nothingToUndo");
	const { status, opensAt, closesAt } = was;
	const data = { segmentId: list.segmentId, status, opensAt, closesAt };
	return accept({ type: "ListStatusTakenBack", at: now, data });
}

type OrderCommand = Extract<
	ListingCommand,
	{ type: "moveEntry" | "fixSlot" | "markAbsent" | "takeBackMove" }
>;

function decideOrder(
	command: OrderCommand,
	list: SpeakersList,
	state: State,
	context: Context,
): Decision<SpeakersListEvent | FloorEvent> {
	const { segmentId, entryId } = command;
	const at = context.now;
	const speaking = state.floor.statement;
	const isCalled = speaking?.segmentId === segmentId && speaking.entryId === entryId;
	if (command.type === "markAbsent" && isCalled) {
		// SL16: also whoever was given the floor and is not there.
		const absent = { type: "EntryMarkedAbsent" as const, at, data: { segmentId, entryId } };
		return accept<SpeakersListEvent | FloorEvent>(...endOfFloor(state, at, "absent"), absent);
	}
	const entry = waitingEntry(list, entryId);
	if ("rejection" in entry) return entry;
	switch (command.type) {
		case "moveEntry": {
			const { before } = command;
			if (before !== null && !list.order.includes(before)) return refuse("unknownInscription");
			const place = list.order.indexOf(entryId);
			if (before === entryId || (list.order[place + 1] ?? null) === before) return refuse("alreadyThere");
			const byDelegation = context.actor.role === "chair" ? context.actor.delegationId : null;
			const moved = { at, byDelegation, reason: command.reason };
			return accept({ type: "EntryMoved", at, data: { segmentId, entryId, before, moved } });
		}
		case "fixSlot": {
			const { slot } = command;
			if (!state.profile.procedure.order.includes("slot")) return refuse("noSlotsInRules");
			if (entry.slot === slot && entry.moved === null && entry.swapped === null)
				return refuse("alreadyThere");
			const holder = [...list.entries.values()].find(
				(other) => other.status === "waiting" && other.slot === slot && other.id !== entryId,
			);
			if (slot !== null && holder !== undefined)
				return refuse("slotTaken", { slot, delegationId: holder.delegationId });
			return accept({ type: "SlotFixed", at, data: { segmentId, entryId, slot } });
		}
		case "markAbsent":
			return accept({ type: "EntryMarkedAbsent", at, data: { segmentId, entryId } });
		case "takeBackMove": {
			const was = list.undo.move;
			if (was === null || was.entryId !== entryId || !isInTimeToUndo(was.at, at))
				return refuse("nothingToUndo");
			return accept({ type: "MoveTakenBack", at, data: { segmentId, entryId, before: was.before } });
		}
	}
}
