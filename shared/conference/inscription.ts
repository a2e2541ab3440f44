import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import { identifier, languages, levels, text } from "./common.ts";
import { speakerRefusal } from "./delegations.ts";
import { presides } from "./gavel.ts";
import { listAhead, listAt, waitingEntry } from "./listing.ts";
import type { Meeting } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { Entry, Inscription, SpeakersList, SpeakersListEvent } from "./speakersList.ts";
import { listOf, statementModes, takesInscriptions, waitingEntryOf } from "./speakersList.ts";
import type { State } from "./state.ts";
import type { Statement } from "./statements.ts";

const segmentId = identifier;
const entryId = identifier;
const reason = text(300, "room");
/** Between a delegation that comes late and those who answer it (SL17). */
const lateReason = text(300, "secret");

/** How the statement is to be made; what a delegation may change until it is called. Live and its own where it says nothing. */
const manner = {
	language: z.enum(languages),
	onBehalfOf: z.nullable(text(120, "open")),
	/** Delegations that make the statement together with this one. */
	jointly: z.optional(z.array(identifier).check(z.maxLength(200))),
	mode: z.optional(z.enum(statementModes)),
	expectedMs: z.optional(z.nullable(z.int().check(z.gte(10_000), z.lte(3_600_000)))),
};

const inscription = {
	delegationId: identifier,
	speakerId: z.nullable(identifier),
	/** Rank of a speaker who is not yet named; a named one has the rank of the accreditation. */
	level: z.optional(z.nullable(z.enum(levels))),
	...manner,
};

/** Schemas of the commands, by type. */
export const inscriptionCommands = {
	inscribe: z.strictObject({
		type: z.literal("inscribe"),
		segmentId,
		...inscription,
		/** Needed when the chair or the secretariat adds to a list that is not open, or a delegation that has spoken. */
		reason: z.nullable(reason),
	}),
	/** Inscribes many delegations at once, in this order: all of them or none. */
	importInscriptions: z.strictObject({
		type: z.literal("importInscriptions"),
		segmentId,
		inscriptions: z.array(z.strictObject(inscription)).check(z.minLength(1), z.maxLength(500)),
		reason: z.nullable(reason),
	}),
	changeInscription: z.strictObject({ type: z.literal("changeInscription"), segmentId, entryId, ...manner }),
	withdrawInscription: z.strictObject({ type: z.literal("withdrawInscription"), segmentId, entryId }),
	replaceSpeaker: z.strictObject({
		type: z.literal("replaceSpeaker"),
		segmentId,
		entryId,
		speakerId: identifier,
	}),
	/** Asks the chair to be added to a list that takes no more. */
	requestLate: z.strictObject({
		type: z.literal("requestLate"),
		segmentId,
		...inscription,
		onBehalfOf: z.nullable(text(120, "secret")),
		reason: lateReason,
	}),
	withdrawLate: z.strictObject({ type: z.literal("withdrawLate"), segmentId, requestId: identifier }),
	grantLate: z.strictObject({ type: z.literal("grantLate"), segmentId, requestId: identifier }),
	declineLate: z.strictObject({
		type: z.literal("declineLate"),
		segmentId,
		requestId: identifier,
		reason: lateReason,
	}),
	/** Puts a written statement on the record. */
	makeInWriting: z.strictObject({ type: z.literal("makeInWriting"), segmentId, entryId }),
};
export type InscriptionCommand = z.infer<(typeof inscriptionCommands)[keyof typeof inscriptionCommands]>;

/** Decides a command by the rules SL. */
export function decideInscription(
	command: InscriptionCommand,
	state: State,
	context: Context,
): Decision<SpeakersListEvent> {
	const { segmentId } = command;
	switch (command.type) {
		case "inscribe": {
			const found = listAhead(state, segmentId);
			if ("rejection" in found) return found;
			return inscribe(askedIn(command), command.reason, found, state, context);
		}
		case "importInscriptions":
			return importAll(command, state, context);
		case "changeInscription":
		case "withdrawInscription":
		case "replaceSpeaker":
		case "makeInWriting": {
			// A written statement may still go on the record when its meeting is over.
			const found = command.type === "makeInWriting" ? listAt(state, segmentId) : listAhead(state, segmentId);
			return "rejection" in found ? found : decideEntry(command, found.list, state, context);
		}
		case "requestLate":
		case "withdrawLate":
		case "grantLate":
		case "declineLate": {
			const found = listAhead(state, segmentId);
			return "rejection" in found ? found : decideLate(command, found, state, context);
		}
	}
}

type Asked = Omit<z.infer<typeof inscriptionCommands.inscribe>, "type" | "segmentId" | "reason">;

function askedIn(asked: Asked): Inscription {
	const { delegationId, speakerId, level = null, language, onBehalfOf } = asked;
	const { jointly = [], mode = "live", expectedMs = null } = asked;
	return { delegationId, speakerId, level, language, onBehalfOf, jointly, mode, expectedMs };
}

type Found = { readonly list: SpeakersList; readonly meeting: Meeting };

/** What keeps a delegation from being inscribed, whoever asks; nothing when it can be. */
function inscriptionRefusal(asked: Inscription, list: SpeakersList, state: State, adds: boolean) {
	const { delegationId, jointly } = asked;
	const stranger = [delegationId, ...jointly].find((id) => !state.delegations.delegations.has(id));
	if (stranger !== undefined) return refuse("unknownDelegation", { delegationId: stranger });
	// SL18: nobody makes a statement together with itself.
	if (jointly.includes(delegationId) || new Set(jointly).size !== jointly.length)
		return refuse("jointlyWithSelf");
	// SL2: one inscription per delegation and segment; only the chair may call on a delegation a second time.
	const { statement, interrupted } = state.floor;
	const speaks = [statement, interrupted].some(
		(each) => each?.entryId != null && list.entries.get(each.entryId)?.delegationId === delegationId,
	);
	if (isInscribed(list, delegationId) || speaks || (hasBeenHeard(list, delegationId) && !adds))
		return refuse("alreadyInscribed", { delegationId });
	return speakerRefusal(state, delegationId, asked.speakerId);
}

function isInscribed(list: SpeakersList, delegationId: string): boolean {
	if (waitingEntryOf(list, delegationId) !== undefined) return true;
	for (const entry of list.entries.values())
		if (entry.delegationId === delegationId && entry.status === "written") return true;
	return false;
}

function hasBeenHeard(list: SpeakersList, delegationId: string): boolean {
	for (const { delegationId: id, status } of list.entries.values())
		if (id === delegationId && (status === "called" || status === "delivered")) return true;
	return false;
}

function inscribe(
	asked: Inscription,
	reason: string | null,
	{ list, meeting }: Found,
	state: State,
	context: Context,
): Decision<SpeakersListEvent> {
	const { delegationId } = asked;
	if (!state.delegations.delegations.has(delegationId)) return refuse("unknownDelegation", { delegationId });
	const adds = presides(context.actor, state, meeting.id);
	// SL4: the chair may still add to a closed list, and says why.
	const isOpen = takesInscriptions(list, context.now);
	if (!isOpen && !adds) return refuse(isAheadOf(list) ? "listNotOpen" : "listClosed");
	const refusal = inscriptionRefusal(asked, list, state, adds);
	if (refusal !== undefined) return refusal;
	const isRegular = isOpen && !hasBeenHeard(list, delegationId);
	if (!isRegular && reason === null) return refuse("reasonNeeded");
	const entry = entryOf(asked, context.newId, isRegular ? null : reason, state, context.now);
	return accept({
		type: "DelegationInscribed",
		at: context.now,
		data: { segmentId: list.segmentId, entry },
	});
}

function isAheadOf(list: SpeakersList): boolean {
	return list.status === "notOpen";
}

function entryOf(
	asked: Inscription,
	id: string,
	lateReason: string | null,
	state: State,
	inscribedAt: number,
): Entry {
	const { delegationId, speakerId, language, onBehalfOf, jointly, mode, expectedMs } = asked;
	const person = speakerId === null ? undefined : state.delegations.representatives.get(speakerId);
	return {
		id,
		delegationId,
		speakerId,
		level: person?.level ?? asked.level,
		language,
		onBehalfOf,
		jointly,
		mode,
		expectedMs,
		inscribedAt,
		status: mode === "written" ? "written" : "waiting",
		slot: null,
		moved: null,
		swapped: null,
		absentAt: null,
		lateReason,
	};
}

/** SL19: a sheet of inscriptions is taken whole or not at all; the refusal names the row. */
function importAll(
	command: Extract<InscriptionCommand, { type: "importInscriptions" }>,
	state: State,
	context: Context,
): Decision<SpeakersListEvent> {
	const found = listAhead(state, command.segmentId);
	if ("rejection" in found) return found;
	const events: SpeakersListEvent[] = [];
	const seen = new Set<string>();
	for (const [index, given] of command.inscriptions.entries()) {
		const row = index + 1;
		const asked = askedIn(given);
		if (seen.has(asked.delegationId))
			return refuse("alreadyInscribed", { row, delegationId: asked.delegationId });
		seen.add(asked.delegationId);
		const made = { ...context, newId: `${context.newId}-${row}` };
		const decision = inscribe(asked, command.reason, found, state, made);
		if ("rejection" in decision) {
			const { code, params } = decision.rejection;
			return refuse(code, { row, ...params });
		}
		events.push(...decision.events);
	}
	return accept(...events);
}

type EntryCommand = Extract<
	InscriptionCommand,
	{ type: "changeInscription" | "withdrawInscription" | "replaceSpeaker" | "makeInWriting" }
>;

function decideEntry(
	command: EntryCommand,
	list: SpeakersList,
	state: State,
	context: Context,
): Decision<SpeakersListEvent> {
	const { segmentId, entryId } = command;
	const at = context.now;
	const present = list.entries.get(entryId);
	const entry = present?.status === "written" ? present : waitingEntry(list, entryId);
	if ("rejection" in entry) return entry;
	switch (command.type) {
		case "withdrawInscription":
			return accept({ type: "InscriptionWithdrawn", at, data: { segmentId, entryId } });
		case "changeInscription": {
			const { language, onBehalfOf, jointly = [], mode = "live", expectedMs = null } = command;
			const stranger = jointly.find((id) => !state.delegations.delegations.has(id));
			if (stranger !== undefined) return refuse("unknownDelegation", { delegationId: stranger });
			if (jointly.includes(entry.delegationId) || new Set(jointly).size !== jointly.length)
				return refuse("jointlyWithSelf");
			const data = { segmentId, entryId, language, onBehalfOf, jointly, mode, expectedMs };
			return accept({ type: "InscriptionChanged", at, data });
		}
		case "replaceSpeaker": {
			const { speakerId } = command;
			if (speakerId === entry.speakerId) return refuse("sameSpeaker");
			const refusal = speakerRefusal(state, entry.delegationId, speakerId);
			if (refusal !== undefined) return refusal;
			const level = state.delegations.representatives.get(speakerId)?.level ?? null;
			return accept({ type: "SpeakerReplaced", at, data: { segmentId, entryId, speakerId, level } });
		}
		case "makeInWriting": {
			if (entry.status !== "written") return refuse("notInWriting");
			const statement = writtenStatement(entry, segmentId, context);
			return accept({ type: "StatementMadeInWriting", at, data: { segmentId, entryId, statement } });
		}
	}
}

/** ST3: a written statement is on the record without having had the floor. */
function writtenStatement(entry: Entry, segmentId: string, { now, newId, plateOf }: Context): Statement {
	return {
		id: newId,
		segmentId,
		kind: "statement",
		entryId: entry.id,
		delegationId: entry.delegationId,
		plate: entry.speakerId === null ? null : (plateOf(entry.speakerId) ?? null),
		level: entry.level,
		language: entry.language,
		onBehalfOf: entry.onBehalfOf,
		jointly: entry.jointly,
		mode: "written",
		startedAt: now,
		endedAt: now,
		spokenMs: 0,
		pausedMs: 0,
		limitMs: 0,
		end: "inWriting",
	};
}

type LateCommand = Extract<
	InscriptionCommand,
	{ type: "requestLate" | "withdrawLate" | "grantLate" | "declineLate" }
>;

/** SL17: a late request goes to the chair, who adds the delegation or says why not. */
function decideLate(
	command: LateCommand,
	found: Found,
	state: State,
	context: Context,
): Decision<SpeakersListEvent> {
	const { list } = found;
	const { segmentId } = list;
	const at = context.now;
	if (command.type === "requestLate") {
		const { reason } = command;
		const asked = askedIn(command);
		if (takesInscriptions(list, at)) return refuse("listTakesInscriptions");
		if (isAheadOf(list)) return refuse("listNotOpen");
		const refusal = inscriptionRefusal(asked, list, state, false);
		if (refusal !== undefined) return refusal;
		for (const { delegationId, declined } of list.lateRequests.values())
			if (delegationId === asked.delegationId && declined === null) return refuse("alreadyRequested");
		const level = entryOf(asked, context.newId, reason, state, at).level;
		const request = { ...asked, level, id: context.newId, requestedAt: at, reason, declined: null };
		return accept({ type: "LateRequestMade", at, data: { segmentId, request } });
	}
	const { requestId } = command;
	const request = list.lateRequests.get(requestId);
	if (request === undefined || request.declined !== null) return refuse("unknownRequest");
	switch (command.type) {
		case "withdrawLate":
			return accept({ type: "LateRequestWithdrawn", at, data: { segmentId, requestId } });
		case "declineLate":
			return accept({
				type: "LateRequestDeclined",
				at,
				data: { segmentId, requestId, reason: command.reason },
			});
		case "grantLate": {
			const refusal = inscriptionRefusal(request, listOf(state, segmentId), state, true);
			if (refusal !== undefined) return refusal;
			const entry = entryOf(request, context.newId, request.reason, state, at);
			return accept({ type: "DelegationInscribed", at, data: { segmentId, entry } });
		}
	}
}
