import * as z from "zod/mini";
import type { Actor, Context } from "./actor.ts";
import { audienceOf } from "./audience.ts";
import { identifier, text } from "./common.ts";
import { currencies } from "./currencies.ts";
import { spokenUntil } from "./floor.ts";
import { presides } from "./gavel.ts";
import type { Announcement, Pledge, PledgesEvent, RatesEvent } from "./pledge.ts";
import {
	contentOf,
	deliveryStages,
	isAlive,
	isCleared,
	isPartyTo,
	isPending,
	moneyStages,
	partnersOf,
	readinessLevels,
	stands,
} from "./pledge.ts";
import { contentRefusal, pledgeContent } from "./pledgeContent.ts";
import { completed, correct, merge, reopened } from "./pledgeCorrections.ts";
import { importAll, importedPledge, mostImported } from "./pledgeImport.ts";
import { visiblePledge } from "./pledgeVisibility.ts";
import { runningSegment, sittingMeeting } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import { marked } from "./secrecy.ts";
import type { State } from "./state.ts";
import { wasHeard } from "./statements.ts";

const pledgeId = identifier;

/** Schemas of the commands, by type. */
export const pledgesCommands = {
	draftPledge: z.strictObject({
		type: z.literal("draftPledge"),
		delegationId: identifier,
		content: pledgeContent,
	}),
	revisePledge: z.strictObject({ type: z.literal("revisePledge"), pledgeId, content: pledgeContent }),
	/** Tells the partners that it names of a pledge that is not submitted yet (PL12). */
	sharePledge: z.strictObject({ type: z.literal("sharePledge"), pledgeId }),
	/** A partner confirms its part, or the desk does it for the partner. */
	confirmPart: z.strictObject({
		type: z.literal("confirmPart"),
		pledgeId,
		partId: identifier,
		delegationId: identifier,
	}),
	declinePart: z.strictObject({
		type: z.literal("declinePart"),
		pledgeId,
		partId: identifier,
		delegationId: identifier,
	}),
	submitPledge: z.strictObject({
		type: z.literal("submitPledge"),
		pledgeId,
		/** To the desk's question. */
		answer: z.optional(z.nullable(text(2000, "secret"))),
	}),
	requestChange: z.strictObject({
		type: z.literal("requestChange"),
		pledgeId,
		question: text(600, "secret"),
	}),
	acceptPledge: z.strictObject({ type: z.literal("acceptPledge"), pledgeId }),
	rejectPledge: z.strictObject({ type: z.literal("rejectPledge"), pledgeId, reason: text(600, "secret") }),
	/** Puts a cleared pledge next to be announced, or takes it back from there. */
	cuePledge: z.strictObject({ type: z.literal("cuePledge"), pledgeId }),
	uncuePledge: z.strictObject({ type: z.literal("uncuePledge"), pledgeId }),
	announcePledge: z.strictObject({ type: z.literal("announcePledge"), pledgeId }),
	/** Announces without the floor; the desk alone, and marked so. */
	announceInWriting: z.strictObject({ type: z.literal("announceInWriting"), pledgeId }),
	confirmPledge: z.strictObject({ type: z.literal("confirmPledge"), pledgeId }),
	/** Notes what was said on the floor, beside what was submitted; nothing where the two are the same. */
	recordDelivered: z.strictObject({
		type: z.literal("recordDelivered"),
		pledgeId,
		words: z.nullable(text(4000, "secret")),
	}),
	correctPledge: z.strictObject({
		type: z.literal("correctPledge"),
		pledgeId,
		content: pledgeContent,
		reason: text(600, "untilPublic"),
	}),
	mergePledges: z.strictObject({ type: z.literal("mergePledges"), pledgeId, intoId: identifier }),
	/** Many pledges at once, all or none; it comes over HTTP, because the socket's messages are small. */
	importPledges: z.strictObject({
		type: z.literal("importPledges"),
		pledges: z.array(importedPledge).check(z.minLength(1), z.maxLength(mostImported)),
	}),
	/** How far delivery has come; the percentage belongs to what is in progress. */
	reportDelivery: z.strictObject({
		type: z.literal("reportDelivery"),
		pledgeId,
		stage: z.enum(deliveryStages),
		percent: z.nullable(z.union([z.literal(25), z.literal(50), z.literal(75)])),
		readiness: z.nullable(z.enum(readinessLevels)),
		money: z.nullable(z.enum(moneyStages)),
	}),
	/** What one unit of a currency is worth in US dollars on a day. */
	giveRate: z.strictObject({
		type: z.literal("giveRate"),
		currency: text(8, "open"),
		dollars: z.number().check(z.gt(0), z.lte(1_000_000)),
		day: marked("open", z.iso.date()),
	}),
	withdrawPledge: z.strictObject({ type: z.literal("withdrawPledge"), pledgeId }),
};
export type PledgesCommand = z.infer<(typeof pledgesCommands)[keyof typeof pledgesCommands]>;
type AboutPledge = Exclude<PledgesCommand, { type: "draftPledge" | "importPledges" | "giveRate" }>;

/** Decides a command by the rules PL. */
export function decidePledges(
	command: PledgesCommand,
	state: State,
	context: Context,
): Decision<PledgesEvent | RatesEvent> {
	const at = context.now;
	switch (command.type) {
		case "draftPledge": {
			const { delegationId, content } = command;
			if (!state.delegations.delegations.has(delegationId))
				return refuse("unknownDelegation", { delegationId });
			const refusal = contentRefusal(content, delegationId, null, state);
			if (refusal !== undefined) return refusal;
			const data = { pledgeId: context.newId, delegationId, content };
			return accept({ type: "PledgeDrafted", at, data });
		}
		case "importPledges":
			return importAll(command.pledges, state, context);
		case "giveRate": {
			const { currency, dollars, day } = command;
			if (!currencies.has(currency)) return refuse("unknownCurrency", { currency });
			return accept({ type: "RateGiven", at, data: { currency, rate: { dollars, day } } });
		}
		default: {
			const pledge = state.pledges.pledges.get(command.pledgeId);
			if (pledge === undefined || !isKnownTo(context.actor, pledge)) return refuse("unknownPledge");
			return decideAbout(command, pledge, state, context);
		}
	}
}

function decideAbout(
	command: AboutPledge,
	pledge: Pledge,
	state: State,
	context: Context,
): Decision<PledgesEvent> {
	const at = context.now;
	const { id: pledgeId } = pledge;
	const data = { pledgeId };
	switch (command.type) {
		case "revisePledge": {
			// PL2: only what the desk has not yet cleared can be rewritten.
			if (!isWritable(pledge)) return refuse("pledgeNotDraft");
			const { content } = command;
			const refusal = contentRefusal(content, pledge.delegationId, pledgeId, state);
			return refusal ?? accept({ type: "PledgeRevised", at, data: { pledgeId, content } });
		}
		case "sharePledge": {
			if (!isPending(pledge)) return refuse("pledgeNotDraft");
			const partners = partnersOf(pledge.parts).filter((id) => id !== pledge.delegationId);
			if (partners.length === 0) return refuse("partnersNeeded");
			if (partners.every((id) => pledge.sharedWith.includes(id))) return refuse("alreadyShared");
			return accept({ type: "PledgeShared", at, data });
		}
		case "confirmPart":
		case "declinePart":
			return decidePart(command, pledge, at);
		case "submitPledge":
			if (!isWritable(pledge)) return refuse("pledgeNotDraft");
			return accept({ type: "PledgeSubmitted", at, data: { pledgeId, answer: command.answer ?? null } });
		case "requestChange":
			if (pledge.state !== "submitted") return refuse("pledgeNotSubmitted");
			return accept({ type: "PledgeChangeRequested", at, data: { pledgeId, question: command.question } });
		case "acceptPledge":
			if (pledge.state !== "submitted") return refuse("pledgeNotSubmitted");
			return accept({ type: "PledgeAccepted", at, data });
		case "rejectPledge":
			if (!isPending(pledge) || pledge.state === "draft") return refuse("pledgeNotSubmitted");
			return accept({ type: "PledgeRejected", at, data: { pledgeId, reason: command.reason } });
		case "cuePledge":
			if (pledge.state !== "accepted") return refuse("pledgeNotCleared");
			if (pledge.classification !== "public") return refuse("pledgeNotPublic");
			return accept({ type: "PledgeCued", at, data });
		case "uncuePledge":
			return pledge.state === "cued" ? accept({ type: "PledgeUncued", at, data }) : refuse("pledgeNotCued");
		case "announcePledge":
			return announce(pledge, state, context);
		case "announceInWriting": {
			if (!isCleared(pledge.state)) return refuse("pledgeNotCleared");
			const meetingId = sittingMeeting(state)?.id ?? null;
			const how = { announcement: "writing" as const, statementId: null, meetingId, second: null };
			return announced(pledge, how, state, at);
		}
		case "confirmPledge":
			if (pledge.state === "confirmed") return refuse("pledgeConfirmed");
			if (pledge.state !== "announced") return refuse("pledgeNotAnnounced");
			return accept({ type: "PledgeConfirmed", at, data });
		case "recordDelivered":
			if (!stands(pledge) || pledge.statementId === null) return refuse("pledgeNotSpoken");
			return accept({ type: "PledgeDelivered", at, data: { pledgeId, words: command.words } });
		case "correctPledge":
			return correct(pledge, command, state, at);
		case "mergePledges": {
			const into = state.pledges.pledges.get(command.intoId);
			if (into === undefined || !isKnownTo(context.actor, into)) return refuse("unknownPledge");
			return merge(pledge, into, state, at);
		}
		case "reportDelivery": {
			if (!stands(pledge)) return refuse("pledgeNotAnnounced");
			const { stage, percent, readiness, money } = command;
			if ((stage === "inProgress") !== (percent !== null)) return refuse("percentNeeded");
			const delivery = { stage, percent, readiness, money };
			return accept({ type: "DeliveryReported", at, data: { pledgeId, delivery } });
		}
		case "withdrawPledge":
			if (pledge.state === "withdrawn") return refuse("pledgeWithdrawn");
			if (!isAlive(pledge)) return refuse("pledgeOver");
			return accept<PledgesEvent>({ type: "PledgeWithdrawn", at, data }, ...reopened(pledge, state, at));
	}
}

/** PL2: what the desk has not been given, or has asked about. */
function isWritable({ state }: Pledge): boolean {
	return state === "draft" || state === "changeRequested";
}

/** VI8: a refusal tells nothing of a pledge that the actor does not see; it is as if it were not there. */
function isKnownTo(actor: Actor, pledge: Pledge): boolean {
	return actor.role === "system" || visiblePledge(audienceOf(actor), pledge) !== undefined;
}

/** PL12: whoever holds a part confirms or declines it, for as long as the pledge stands or is on its way. */
function decidePart(
	{ type, partId, delegationId }: Extract<PledgesCommand, { type: "confirmPart" | "declinePart" }>,
	pledge: Pledge,
	at: number,
): Decision<PledgesEvent> {
	const part = pledge.parts.find(({ id }) => id === partId);
	if (part === undefined) return refuse("unknownPart");
	if (part.delegationId !== delegationId || !isPartyTo(pledge, delegationId)) return refuse("notYourPart");
	if (!isAlive(pledge)) return refuse("pledgeOver");
	// PL15: what another pledge completes is opened by withdrawing that one.
	if (part.matchedBy !== null) return refuse("partTaken");
	const { id: pledgeId } = pledge;
	if (type === "confirmPart") {
		if (part.status === "confirmed") return refuse("partTaken");
		return accept({ type: "PartConfirmed", at, data: { pledgeId, partId, delegationId, matchedBy: null } });
	}
	if (part.status === "declined") return refuse("partDeclined");
	return accept({ type: "PartDeclined", at, data: { pledgeId, partId } });
}

interface Manner {
	readonly announcement: Announcement;
	readonly statementId: string | null;
	readonly meetingId: string | null;
	readonly second: number | null;
}

/**
 * PL4: a pledge is announced at the words: the delegation that has the floor does it, or the chair or the
 * pledge desk does it for that delegation, also right after its statement in the same segment.
 */
function announce(pledge: Pledge, state: State, context: Context): Decision<PledgesEvent> {
	if (!isCleared(pledge.state)) return refuse("pledgeNotCleared");
	if (pledge.classification !== "public") return refuse("pledgeNotPublic");
	const speaking = state.floor.statement;
	const meetingId = sittingMeeting(state)?.id ?? null;
	const { delegationId } = pledge;
	// PO3: a point of order is limited to procedure.
	const hasFloor =
		speaking !== null &&
		speaking.kind !== "pointOfOrder" &&
		(speaking.delegationId === delegationId || speaking.jointly.includes(delegationId));
	const at = context.now;
	if (hasFloor && actsForDelegation(context.actor, delegationId)) {
		const second = Math.floor(spokenUntil(speaking, at) / 1000);
		const how = { announcement: "floor" as const, statementId: speaking.id, meetingId, second };
		return announced(pledge, how, state, at);
	}
	if (context.actor.role === "system" || !presides(context.actor, state)) return refuse("notYourFloor");
	const last = hasFloor ? undefined : lastStatementOf(delegationId, state);
	if (!hasFloor && last === undefined) return refuse("floorFree");
	const statementId = hasFloor ? speaking.id : (last?.id ?? null);
	// PL4: after the statement the second is its whole length.
	const spokenMs = hasFloor ? spokenUntil(speaking, at) : (last?.spokenMs ?? 0);
	const second = Math.floor(spokenMs / 1000);
	return announced(pledge, { announcement: "desk", statementId, meetingId, second }, state, at);
}

/** The announcement, and with it the part of another pledge that it completes (PL15). */
function announced(pledge: Pledge, how: Manner, state: State, at: number): Decision<PledgesEvent> {
	const { matches } = pledge;
	// What the pledge names may have gone since it was cleared.
	const refusal =
		matches === null ? undefined : contentRefusal(contentOf(pledge), pledge.delegationId, pledge.id, state);
	if (refusal !== undefined) return refusal;
	return accept<PledgesEvent>(
		{ type: "PledgeAnnounced", at, data: { pledgeId: pledge.id, ...how } },
		...(pledge.classification === "public" ? completed(pledge, matches, at) : []),
	);
}

/** In a rehearsal the system speaks for the delegations. */
function actsForDelegation(actor: Actor, delegationId: string): boolean {
	if (actor.role === "system") return true;
	return (
		actor.role !== "secretariat" && actor.delegationId === delegationId && actor.rights.includes("pledge")
	);
}

function lastStatementOf(delegationId: string, state: State) {
	const segmentId = runningSegment(state)?.segment.id;
	return [...state.statements.statements.values()].findLast(
		(each) =>
			(each.delegationId === delegationId || each.jointly.includes(delegationId)) &&
			each.segmentId === segmentId &&
			each.kind !== "pointOfOrder" &&
			wasHeard(each),
	);
}
