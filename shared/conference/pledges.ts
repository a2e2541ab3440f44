import * as z from "zod/mini";
import type { Actor, Context } from "./actor.ts";
import { identifier, text } from "./common.ts";
import type { EventOf } from "./event.ts";
import { presides } from "./gavel.ts";
import { runningSegment, sittingMeeting } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { accept, refuse } from "./rejection.ts";
import type { State } from "./state.ts";
import { wasHeard } from "./statements.ts";

export type PledgeState =
	| "draft"
	| "submitted"
	| "changeRequested"
	| "accepted"
	| "announced"
	| "confirmed"
	| "withdrawn";

/** How it became public: by the delegation at the words, read out by chair or desk, or in writing without the floor. */
export type Announcement = "floor" | "desk" | "writing";

export interface Pledge {
	readonly id: string;
	readonly delegationId: string;
	readonly title: string;
	readonly details: string | null;
	readonly kind: "new" | "enhanced" | "reaffirmed";
	readonly category: string;
	/** The capability need it closes, and how many of its units. */
	readonly needId: string | null;
	readonly quantity: number;
	readonly priority: string | null;
	/** Private to the delegation and the secretariat. */
	readonly contact: string | null;
	/** What the desk asks; private to the delegation and the secretariat. */
	readonly question: string | null;
	readonly state: PledgeState;
	/** Number of the announcement, 1 for the first: nothing private can be read from it (PL6). */
	readonly number: number | null;
	readonly announcement: Announcement | null;
	/** Statement and meeting in which it was announced. */
	readonly statementId: string | null;
	readonly meetingId: string | null;
	readonly draftedAt: number | null;
	readonly submittedAt: number | null;
	readonly acceptedAt: number | null;
	readonly announcedAt: number | null;
	readonly confirmedAt: number | null;
	readonly withdrawnAt: number | null;
}

export interface PledgesState {
	readonly pledges: Map<string, Pledge>;
	/** How many were announced, withdrawn ones included; the next number is one more. */
	readonly announced: number;
}

const content = {
	title: text(200),
	details: z.nullable(text(4000)),
	kind: z.enum(["new", "enhanced", "reaffirmed"]),
	category: identifier,
	needId: z.nullable(identifier),
	quantity: z.int().check(z.gte(0), z.lte(10_000)),
	priority: z.nullable(identifier),
	contact: z.nullable(text(200)),
};
export type PledgeContent = Pick<Pledge, keyof typeof content>;

const pledgeId = identifier;

/** Schemas of the commands, by type. */
export const pledgesCommands = {
	draftPledge: z.strictObject({
		type: z.literal("draftPledge"),
		delegationId: identifier,
		content: z.strictObject(content),
	}),
	revisePledge: z.strictObject({
		type: z.literal("revisePledge"),
		pledgeId,
		content: z.strictObject(content),
	}),
	submitPledge: z.strictObject({ type: z.literal("submitPledge"), pledgeId }),
	requestChange: z.strictObject({ type: z.literal("requestChange"), pledgeId, question: text(600) }),
	acceptPledge: z.strictObject({ type: z.literal("acceptPledge"), pledgeId }),
	announcePledge: z.strictObject({ type: z.literal("announcePledge"), pledgeId }),
	/** Announces without the floor; the desk alone, and marked so. */
	announceInWriting: z.strictObject({ type: z.literal("announceInWriting"), pledgeId }),
	confirmPledge: z.strictObject({ type: z.literal("confirmPledge"), pledgeId }),
	withdrawPledge: z.strictObject({ type: z.literal("withdrawPledge"), pledgeId }),
};
export type PledgesCommand = z.infer<(typeof pledgesCommands)[keyof typeof pledgesCommands]>;

export type PledgesEvent =
	| EventOf<
			"PledgeDrafted",
			{ readonly pledgeId: string; readonly delegationId: string; readonly content: PledgeContent }
	  >
	| EventOf<"PledgeRevised", { readonly pledgeId: string; readonly content: PledgeContent }>
	| EventOf<"PledgeSubmitted", { readonly pledgeId: string }>
	| EventOf<"PledgeChangeRequested", { readonly pledgeId: string; readonly question: string }>
	| EventOf<"PledgeAccepted", { readonly pledgeId: string }>
	| EventOf<
			"PledgeAnnounced",
			{
				readonly pledgeId: string;
				readonly announcement: Announcement;
				readonly statementId: string | null;
				readonly meetingId: string | null;
			}
	  >
	| EventOf<"PledgeConfirmed", { readonly pledgeId: string }>
	| EventOf<"PledgeWithdrawn", { readonly pledgeId: string }>;

/**
 * What an audience is told instead of the events above (see `visibility.ts`): the whole object as it may
 * see it, or that it is hidden. Never in a journal.
 */
export type PledgesProjection =
	| EventOf<"PledgeShown", { readonly pledge: Pledge }>
	| EventOf<"PledgeHidden", { readonly pledgeId: string }>;

/** Before the first event. */
export function emptyPledges(): PledgesState {
	return { pledges: new Map(), announced: 0 };
}

/** A copy for a `Fork`: maps of its own, the same entries. */
export function copyPledges(subject: PledgesState): PledgesState {
	return { pledges: new Map(subject.pledges), announced: subject.announced };
}

/** Counted in the public tally: announced and confirmed pledges only (PL7). */
export function isCounted(pledge: Pledge): boolean {
	return pledge.state === "announced" || pledge.state === "confirmed";
}

/** Decides a command by the rules PL. */
export function decidePledges(
	command: PledgesCommand,
	state: State,
	context: Context,
): Decision<PledgesEvent> {
	const at = context.now;
	if (command.type === "draftPledge") {
		const { delegationId } = command;
		if (!state.delegations.delegations.has(delegationId))
			return refuse("unknownDelegation", { delegationId });
		const refusal = contentRefusal(command.content, state);
		if (refusal !== undefined) return refusal;
		return accept({
			type: "PledgeDrafted",
			at,
			data: { pledgeId: context.newId, delegationId, content: command.content },
		});
	}
	const { pledgeId } = command;
	const pledge = state.pledges.pledges.get(pledgeId);
	if (pledge === undefined || !isKnownTo(context.actor, pledge)) return refuse("unknownPledge");
	switch (command.type) {
		case "revisePledge": {
			// PL2: only what the desk has not yet cleared can be rewritten.
			if (pledge.state !== "draft" && pledge.state !== "changeRequested") return refuse("pledgeNotDraft");
			const refusal = contentRefusal(command.content, state);
			if (refusal !== undefined) return refusal;
			return accept({ type: "PledgeRevised", at, data: { pledgeId, content: command.content } });
		}
		case "submitPledge":
			if (pledge.state !== "draft" && pledge.state !== "changeRequested") return refuse("pledgeNotDraft");
			return accept({ type: "PledgeSubmitted", at, data: { pledgeId } });
		case "requestChange":
			if (pledge.state !== "submitted") return refuse("pledgeNotSubmitted");
			return accept({ type: "PledgeChangeRequested", at, data: { pledgeId, question: command.question } });
		case "acceptPledge":
			if (pledge.state !== "submitted") return refuse("pledgeNotSubmitted");
			return accept({ type: "PledgeAccepted", at, data: { pledgeId } });
		case "announcePledge":
			return announce(pledge, state, context);
		case "announceInWriting": {
			if (pledge.state !== "accepted") return refuse("pledgeNotCleared");
			const meetingId = sittingMeeting(state)?.id ?? null;
			return accept({
				type: "PledgeAnnounced",
				at,
				data: { pledgeId, announcement: "writing", statementId: null, meetingId },
			});
		}
		case "confirmPledge":
			if (pledge.state === "confirmed") return refuse("pledgeConfirmed");
			if (pledge.state !== "announced") return refuse("pledgeNotAnnounced");
			return accept({ type: "PledgeConfirmed", at, data: { pledgeId } });
		case "withdrawPledge":
			if (pledge.state === "withdrawn") return refuse("pledgeWithdrawn");
			return accept({ type: "PledgeWithdrawn", at, data: { pledgeId } });
	}
}

/** A refusal tells nothing of a pledge that the actor may not see (VI2, VI3): it is as if it were not there. */
function isKnownTo(actor: Actor, pledge: Pledge): boolean {
	if (actor.role === "system" || pledge.announcedAt !== null) return true;
	if (actor.role === "secretariat") return pledge.submittedAt !== null;
	return actor.delegationId === pledge.delegationId || pledge.state === "accepted";
}

/**
 * PL4: a pledge is announced at the words: the delegation that has the floor does it, or the chair or the
 * pledge desk does it for that delegation, also right after its statement in the same segment.
 */
function announce(pledge: Pledge, state: State, context: Context): Decision<PledgesEvent> {
	if (pledge.state !== "accepted") return refuse("pledgeNotCleared");
	const speaking = state.floor.statement;
	const meetingId = sittingMeeting(state)?.id ?? null;
	// PO3: a point of order is limited to procedure.
	const hasFloor = speaking?.kind !== "pointOfOrder" && speaking?.delegationId === pledge.delegationId;
	if (hasFloor && actsForDelegation(context.actor, pledge.delegationId)) {
		const data = { pledgeId: pledge.id, announcement: "floor" as const, statementId: speaking.id, meetingId };
		return accept({ type: "PledgeAnnounced", at: context.now, data });
	}
	if (context.actor.role === "system" || !presides(context.actor, state)) return refuse("notYourFloor");
	const statementId = hasFloor ? speaking.id : lastStatementOf(pledge.delegationId, state);
	if (statementId === undefined) return refuse("floorFree");
	const data = { pledgeId: pledge.id, announcement: "desk" as const, statementId, meetingId };
	return accept({ type: "PledgeAnnounced", at: context.now, data });
}

/** In a rehearsal the system speaks for the delegations. */
function actsForDelegation(actor: Actor, delegationId: string): boolean {
	if (actor.role === "system") return true;
	return (
		actor.role !== "secretariat" && actor.delegationId === delegationId && actor.rights.includes("pledge")
	);
}

function lastStatementOf(delegationId: string, state: State): string | undefined {
	const segmentId = runningSegment(state)?.segment.id;
	let last: string | undefined;
	for (const each of state.statements.statements.values())
		if (
			each.delegationId === delegationId &&
			each.segmentId === segmentId &&
			each.kind !== "pointOfOrder" &&
			wasHeard(each)
		)
			last = each.id;
	return last;
}

function contentRefusal(next: PledgeContent, state: State) {
	const { categories, priorities } = state.profile;
	if (!categories.some(({ id }) => id === next.category))
		return refuse("unknownCategory", { category: next.category });
	if (next.priority !== null && !priorities.some(({ id }) => id === next.priority))
		return refuse("unknownPriority", { priority: next.priority });
	if (next.needId === null) return undefined;
	if (!state.needs.needs.has(next.needId)) return refuse("unknownNeed", { needId: next.needId });
	// PL3: what closes a need says how many of its units.
	if (next.quantity < 1) return refuse("quantityNeeded");
	return undefined;
}

/** Returns the subject, because the running number is not in a map; the map is changed in place (see `Fork`). */
export function evolvePledges(subject: PledgesState, event: PledgesEvent | PledgesProjection): PledgesState {
	const { pledges } = subject;
	switch (event.type) {
		case "PledgeShown": {
			const { pledge } = event.data;
			pledges.set(pledge.id, pledge);
			return { pledges, announced: Math.max(subject.announced, pledge.number ?? 0) };
		}
		case "PledgeHidden":
			pledges.delete(event.data.pledgeId);
			return subject;
		default: {
			const next = pledgeAfter(pledges.get(event.data.pledgeId), event, subject.announced);
			if (next !== undefined) pledges.set(next.id, next);
			return event.type === "PledgeAnnounced" ? { pledges, announced: subject.announced + 1 } : subject;
		}
	}
}

/** One pledge after one of its events; pure, so that `project` can look ahead without a second state. */
export function pledgeAfter(
	pledge: Pledge | undefined,
	event: PledgesEvent,
	announced: number,
): Pledge | undefined {
	if (event.type === "PledgeDrafted") {
		const { pledgeId, delegationId, content: drafted } = event.data;
		return { ...undecided, ...drafted, id: pledgeId, delegationId, draftedAt: event.at };
	}
	if (pledge === undefined) return undefined;
	switch (event.type) {
		case "PledgeRevised":
			return { ...pledge, ...event.data.content };
		case "PledgeSubmitted":
			return { ...pledge, state: "submitted", submittedAt: event.at, question: null };
		case "PledgeChangeRequested":
			return { ...pledge, state: "changeRequested", question: event.data.question };
		case "PledgeAccepted":
			return { ...pledge, state: "accepted", acceptedAt: event.at };
		case "PledgeAnnounced": {
			const { announcement, statementId, meetingId } = event.data;
			const number = announced + 1;
			return {
				...pledge,
				state: "announced",
				announcedAt: event.at,
				number,
				announcement,
				statementId,
				meetingId,
			};
		}
		case "PledgeConfirmed":
			return { ...pledge, state: "confirmed", confirmedAt: event.at };
		case "PledgeWithdrawn":
			return { ...pledge, state: "withdrawn", withdrawnAt: event.at };
	}
}

const undecided = {
	question: null,
	state: "draft" as const,
	number: null,
	announcement: null,
	statementId: null,
	meetingId: null,
	draftedAt: null,
	submittedAt: null,
	acceptedAt: null,
	announcedAt: null,
	confirmedAt: null,
	withdrawnAt: null,
};
