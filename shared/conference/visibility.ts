import type { Audience } from "./audience.ts";
import { isOwn } from "./audience.ts";
import type { Channel } from "./common.ts";
import type { DomainEvent, ProjectedEvent } from "./decider.ts";
import type { AccreditedRepresentative, Representative } from "./delegations.ts";
import type { InterpretationState, OnAir, SlowDown } from "./interpretationFold.ts";
import type { Message, Party } from "./messages.ts";
import type { Motion } from "./motions.ts";
import type { Pledge } from "./pledge.ts";
import { partnersOf } from "./pledge.ts";
import { projectPledge, visiblePledge } from "./pledgeVisibility.ts";
import type { PointOfOrder } from "./pointsOfOrder.ts";
import type { Recording } from "./recordings.ts";
import type { Reply } from "./replies.ts";
import type { Entry, LateRequest, Moved, SpeakersList, SwapProposal } from "./speakersList.ts";
import type { State } from "./state.ts";
import type { StatementText } from "./texts.ts";

/*
 * Who sees what: the one place, with `pledgeVisibility.ts` for the fields of a pledge. A socket gets exactly one
 * composed stream, that of its audience.
 *
 * The law, for every event and audience, is tested on random journals:
 * `view(a, evolve(s, e)) = evolve(view(a, s), project(a, s, e))`, where a projection of nothing changes nothing.
 */

/** Raise when a rule below changes: clients and caches then take a fresh snapshot. */
export const viewVersion = 5;

type EventType = DomainEvent["type"];
/** What each audience is told of one event; the state before it is looked at once, when the function is made. */
export type Projector = (audience: Audience) => ProjectedEvent | undefined;

type Row<Type extends EventType> =
	| "everyone"
	| ((before: State, event: Extract<DomainEvent, { type: Type }>) => Projector);

const rows: { readonly [Type in EventType]: Row<Type> } = {
	ConferenceDefined: "everyone",
	ProcedureSet: "everyone",
	ClockRateSet: "everyone",
	DelegationsImported: "everyone",
	RepresentativesAccredited: (_before, event) => (audience) => {
		const representatives = event.data.representatives.filter((each) => seesRepresentative(audience, each));
		return representatives.length === 0 ? undefined : { ...event, data: { representatives } };
	},
	AccreditationChanged: (before, event) => {
		const { representative } = event.data;
		const was = before.delegations.representatives.get(representative.id);
		return (audience) => {
			if (seesRepresentative(audience, representative)) return event;
			if (was === undefined || !seesRepresentative(audience, was)) return undefined;
			return { type: "AccreditationHidden", at: event.at, data: { representativeId: representative.id } };
		};
	},
	AccreditationWithdrawn: (before, event) => {
		const was = before.delegations.representatives.get(event.data.representativeId);
		return (audience) => (was !== undefined && seesRepresentative(audience, was) ? event : undefined);
	},
	ProgrammeAdopted: "everyone",
	MeetingRescheduled: "everyone",
	MeetingOpened: "everyone",
	MeetingSuspended: "everyone",
	MeetingResumed: "everyone",
	MeetingClosed: "everyone",
	SegmentStarted: "everyone",
	ModeChanged: "everyone",
	LimitsSet: "everyone",
	DebateChanged: "everyone",
	GavelTaken: "everyone",
	GavelTakenOver: "everyone",
	GavelHandedOver: "everyone",
	GavelLaidDown: "everyone",
	ListScheduled: "everyone",
	SpeakersListOpened: "everyone",
	ClosingAnnounced: "everyone",
	SpeakersListClosed: "everyone",
	ListStatusTakenBack: "everyone",
	DelegationInscribed: (_before, event) => (audience) => {
		const { entry } = event.data;
		if (seesReasons(audience) || entry.lateReason === null) return event;
		return { ...event, data: { ...event.data, entry: { ...entry, lateReason: null } } };
	},
	InscriptionChanged: "everyone",
	InscriptionWithdrawn: "everyone",
	SpeakerReplaced: "everyone",
	EntryMoved: (_before, event) => (audience) => {
		if (seesReasons(audience)) return event;
		return { ...event, data: { ...event.data, moved: { ...event.data.moved, reason: null } } };
	},
	MoveTakenBack: "everyone",
	SlotFixed: "everyone",
	EntryMarkedAbsent: "everyone",
	LotsDrawn: "everyone",
	SwapProposed: (_before, event) => (audience) => (seesSwap(audience, event.data.swap) ? event : undefined),
	SwapDropped: (before, event) => {
		const swap = before.speakersLists.lists.get(event.data.segmentId)?.swaps.get(event.data.swapId);
		return (audience) => (swap !== undefined && seesSwap(audience, swap) ? event : undefined);
	},
	EntriesSwapped: "everyone",
	LateRequestMade: (_before, event) => (audience) =>
		seesRequest(audience, event.data.request) ? event : undefined,
	LateRequestDeclined: projectLate,
	LateRequestWithdrawn: projectLate,
	StatementMadeInWriting: "everyone",
	HandRaised: "everyone",
	HandLowered: "everyone",
	FloorGiven: "everyone",
	FloorPaused: "everyone",
	FloorResumed: "everyone",
	FloorExtended: "everyone",
	FloorReset: "everyone",
	FloorEnded: "everyone",
	CallTakenBack: "everyone",
	PauseTakenBack: "everyone",
	ExtensionTakenBack: "everyone",
	PointOfOrderRaised: (_before, event) => (audience) => {
		const point = visiblePoint(audience, event.data.point);
		return point === event.data.point ? event : { ...event, data: { point } };
	},
	PointOfOrderWithdrawn: "everyone",
	PointOfOrderAskedToWait: "everyone",
	PointOfOrderRuled: "everyone",
	RulingChallenged: "everyone",
	ChallengeDecided: "everyone",
	ReplyRequested: "everyone",
	ReplyWithdrawn: "everyone",
	ReplyGranted: "everyone",
	ReplyDeclined: (_before, event) => (audience) =>
		seesReasons(audience) ? event : { ...event, data: { ...event.data, reason: null } },
	MotionMoved: "everyone",
	MotionWithdrawn: "everyone",
	BallotOpened: "everyone",
	VoteCast: (before, event) => {
		const motion = before.motions.motions.get(event.data.motionId);
		return (audience) =>
			motion !== undefined && seesVote(audience, motion, event.data.delegationId) ? event : undefined;
	},
	BallotClosed: "everyone",
	PledgeDrafted: projectPledge,
	PledgeRevised: projectPledge,
	PledgeShared: projectPledge,
	PartConfirmed: projectPledge,
	PartDeclined: projectPledge,
	PartReopened: projectPledge,
	PledgeSubmitted: projectPledge,
	PledgeChangeRequested: projectPledge,
	PledgeAccepted: projectPledge,
	PledgeRejected: projectPledge,
	PledgeCued: projectPledge,
	PledgeUncued: projectPledge,
	PledgeAnnounced: projectPledge,
	PledgeImported: projectPledge,
	PledgeConfirmed: projectPledge,
	PledgeDelivered: projectPledge,
	PledgeCorrected: projectPledge,
	PledgeMerged: projectPledge,
	DeliveryReported: projectPledge,
	PledgeWithdrawn: projectPledge,
	RateGiven: "everyone",
	NeedsPublished: "everyone",
	NeedChanged: "everyone",
	InitiativeOpened: "everyone",
	InitiativeRevised: "everyone",
	SupportDeclared: "everyone",
	SupportWithdrawn: "everyone",
	TextFiled: (_before, event) => (audience) => (seesText(audience, event.data.text) ? event : undefined),
	TextWithdrawn: (before, event) => {
		const text = before.texts.texts.get(event.data.textId);
		return (audience) => (text !== undefined && seesText(audience, text) ? event : undefined);
	},
	TextPublished: "everyone",
	RecordingFiled: (_before, event) => (audience) =>
		seesRecording(audience, event.data.recording) ? event : undefined,
	RecordingWithdrawn: projectRecording,
	CaptionsFiled: projectRecording,
	CaptionsWithdrawn: projectRecording,
	PosterFiled: projectRecording,
	RecordingPlayed: "everyone",
	RecordingStopped: "everyone",
	DocumentAdded: forParticipants,
	DocumentRemoved: forParticipants,
	MessageSent: (_before, event) => (audience) =>
		seesMessage(audience, event.data.message) ? event : undefined,
	WentOnAir: (_before, event) => (audience) => {
		if (worksOn(audience, event.data.channel)) return event;
		return { ...event, data: { ...event.data, representativeId: null } };
	},
	WentOffAir: "everyone",
	HandOverOffered: (_before, event) => (audience) =>
		worksOn(audience, event.data.channel) ? event : undefined,
	SlowDownAsked: (_before, event) => (audience) => (seesSlowDown(audience, event.data) ? event : undefined),
	CaptionWritten: "everyone",
};

/** What an audience is told of an event, or nothing. */
export function project(audience: Audience, before: State, event: DomainEvent): ProjectedEvent | undefined {
	return projector(before, event)(audience);
}

/** The same for any number of audiences. An event without a row is told to nobody. */
export function projector(before: State, event: DomainEvent): Projector {
	const row = rows[event.type] as Row<EventType> | undefined;
	if (row === undefined) return () => undefined;
	return row === "everyone" ? () => event as ProjectedEvent : row(before, event);
}

/** Whether every audience is told the very same event; then one encoding serves all of them. */
export function isForEveryone(event: DomainEvent): boolean {
	return rows[event.type] === "everyone";
}

/**
 * The delegations to which an event may look different than to the rest of their kind; with it the
 * positions of hundreds of audiences are counted without projecting for each of them.
 */
export function concernedDelegations(before: State, event: DomainEvent): readonly string[] {
	switch (event.type) {
		case "RepresentativesAccredited":
			return [...new Set(event.data.representatives.flatMap((each) => each.delegationId ?? []))];
		case "AccreditationChanged":
			return event.data.representative.delegationId === null ? [] : [event.data.representative.delegationId];
		case "AccreditationWithdrawn": {
			const was = before.delegations.representatives.get(event.data.representativeId);
			return was?.delegationId == null ? [] : [was.delegationId];
		}
		case "PledgeDrafted":
			return [event.data.delegationId];
		case "PledgeImported":
			return [event.data.delegationId, ...partnersOf(event.data.content.parts)];
		case "PledgeRevised":
		case "PledgeShared":
		case "PartConfirmed":
		case "PartDeclined":
		case "PartReopened":
		case "PledgeSubmitted":
		case "PledgeChangeRequested":
		case "PledgeAccepted":
		case "PledgeRejected":
		case "PledgeCued":
		case "PledgeUncued":
		case "PledgeAnnounced":
		case "PledgeConfirmed":
		case "PledgeDelivered":
		case "PledgeCorrected":
		case "PledgeMerged":
		case "DeliveryReported":
		case "PledgeWithdrawn": {
			const pledge = before.pledges.pledges.get(event.data.pledgeId);
			if (pledge === undefined) return [];
			// Who is named only now is told by a correction at once, and by a revision if told of it before and left out meanwhile.
			const writes = event.type === "PledgeCorrected" || event.type === "PledgeRevised";
			const named = writes ? partnersOf(event.data.content.parts ?? []) : [];
			return [...new Set([pledge.delegationId, ...partnersOf(pledge.parts), ...named])];
		}
		case "SwapProposed":
			return partiesOf(event.data.swap);
		case "SwapDropped": {
			const swap = before.speakersLists.lists.get(event.data.segmentId)?.swaps.get(event.data.swapId);
			return swap === undefined ? [] : partiesOf(swap);
		}
		case "LateRequestMade":
			return [event.data.request.delegationId];
		case "LateRequestDeclined":
		case "LateRequestWithdrawn": {
			const list = before.speakersLists.lists.get(event.data.segmentId);
			const request = list?.lateRequests.get(event.data.requestId);
			return request === undefined ? [] : [request.delegationId];
		}
		case "VoteCast": {
			const motion = before.motions.motions.get(event.data.motionId);
			return motion?.ballot?.method === "showOfHands" ? [event.data.delegationId] : [];
		}
		case "TextFiled":
			return [event.data.text.delegationId];
		case "TextWithdrawn": {
			const text = before.texts.texts.get(event.data.textId);
			return text === undefined ? [] : [text.delegationId];
		}
		case "RecordingFiled":
			return [event.data.recording.delegationId];
		case "RecordingWithdrawn":
		case "CaptionsFiled":
		case "CaptionsWithdrawn":
		case "PosterFiled": {
			const recording = before.recordings.recordings.get(event.data.recordingId);
			return recording === undefined ? [] : [recording.delegationId];
		}
		case "MessageSent":
			return [event.data.message.from, event.data.message.to].flatMap((party) =>
				party.kind === "delegation" ? [party.delegationId] : [],
			);
		case "SlowDownAsked":
			return [event.data.delegationId];
		default:
			return [];
	}
}

/** The state as an audience may see it. */
export function view(audience: Audience, state: State): State {
	const pledges = new Map<string, Pledge>();
	for (const pledge of state.pledges.pledges.values()) {
		const visible = visiblePledge(audience, pledge);
		if (visible !== undefined) pledges.set(visible.id, visible);
	}
	const representatives = new Map<string, Representative>();
	for (const each of state.delegations.representatives.values())
		if (seesRepresentative(audience, each)) representatives.set(each.id, each);
	const lists = new Map<string, SpeakersList>();
	for (const [segmentId, list] of state.speakersLists.lists) {
		const entries = new Map<string, Entry>();
		for (const [id, entry] of list.entries) entries.set(id, visibleEntry(audience, entry));
		const swaps = filtered(list.swaps, (swap) => seesSwap(audience, swap));
		const lateRequests = filtered(list.lateRequests, (request) => seesRequest(audience, request));
		const { move } = list.undo;
		const visibleMove = move === null ? null : { ...move, moved: visibleMoved(audience, move.moved) };
		lists.set(segmentId, {
			...list,
			entries,
			swaps,
			lateRequests,
			undo: { ...list.undo, move: visibleMove },
		});
	}
	return {
		...state,
		delegations: { delegations: state.delegations.delegations, representatives },
		speakersLists: { lists },
		// A count of what is hidden would tell of it.
		pledges: { pledges, announced: 0, restricted: 0, rates: state.pledges.rates },
		pointsOfOrder: {
			points: mapped(state.pointsOfOrder.points, (point) => visiblePoint(audience, point)),
		},
		replies: { replies: mapped(state.replies.replies, (reply) => visibleReply(audience, reply)) },
		motions: { motions: mapped(state.motions.motions, (motion) => visibleMotion(audience, motion)) },
		texts: { texts: filtered(state.texts.texts, (text) => seesText(audience, text)) },
		recordings: {
			recordings: filtered(state.recordings.recordings, (recording) => seesRecording(audience, recording)),
			playbacks: state.recordings.playbacks,
		},
		documents: {
			documents: filtered(state.documents.documents, () => audience.kind !== "public"),
		},
		messages: { messages: filtered(state.messages.messages, (message) => seesMessage(audience, message)) },
		interpretation: visibleInterpretation(audience, state.interpretation),
	};
}

/**
 * Accreditations are seen by the secretariat and the own delegation; co-chairs see each other, to hand over the gavel, a
 * booth sees who works in it, and operators see the booths.
 */
function seesRepresentative(
	audience: Audience,
	{ role, delegationId, channel }: AccreditedRepresentative,
): boolean {
	if (audience.kind === "secretariat" || isOwn(audience, delegationId)) return true;
	if (audience.kind === "podium") return role === "chair";
	if (channel == null) return audience.kind === "operator" && role === "operator";
	return worksOn(audience, channel);
}

/** Who is at the microphone of a booth is known in it, to the secretariat and to the operators (IP8). */
function worksOn(audience: Audience, channel: Channel): boolean {
	if (audience.kind === "booth") return audience.channel === channel;
	return audience.kind === "secretariat" || audience.kind === "operator";
}

/** That a speaker is asked to slow down is told to the speaker's delegation and to those who see to it (IP6). */
function seesSlowDown(audience: Audience, { delegationId }: Pick<SlowDown, "delegationId">): boolean {
	switch (audience.kind) {
		case "podium":
		case "secretariat":
		case "booth":
		case "operator":
			return true;
		default:
			return isOwn(audience, delegationId);
	}
}

function visibleInterpretation(
	audience: Audience,
	{ booths, slowDown }: InterpretationState,
): InterpretationState {
	const visible = (channel: Channel, onAir: OnAir): OnAir =>
		worksOn(audience, channel) ? onAir : { ...onAir, representativeId: null, handOver: false };
	return {
		booths: new Map([...booths].map(([channel, onAir]) => [channel, visible(channel, onAir)])),
		slowDown: slowDown !== null && seesSlowDown(audience, slowDown) ? slowDown : null,
	};
}

/** Why an entry was moved or added late is told in the room, not to the public. */
function seesReasons(audience: Audience): boolean {
	return audience.kind !== "public";
}

function visibleEntry(audience: Audience, entry: Entry): Entry {
	if (seesReasons(audience)) return entry;
	if (entry.lateReason === null && (entry.moved === null || entry.moved.reason === null)) return entry;
	return { ...entry, lateReason: null, moved: visibleMoved(audience, entry.moved) };
}

function visibleMoved(audience: Audience, moved: Moved | null): Moved | null {
	return moved === null || seesReasons(audience) ? moved : { ...moved, reason: null };
}

function partiesOf(swap: SwapProposal): readonly string[] {
	return [swap.delegationId, swap.withDelegation];
}

/** A proposal to exchange places is known to both delegations, to the podium and the secretariat (SL15). */
function seesSwap(audience: Audience, swap: SwapProposal): boolean {
	if (audience.kind === "secretariat" || audience.kind === "podium") return true;
	return partiesOf(swap).some((delegationId) => isOwn(audience, delegationId));
}

/** A late request is between the delegation and those who answer it (SL17). */
function seesRequest(audience: Audience, { delegationId }: Pick<LateRequest, "delegationId">): boolean {
	if (audience.kind === "secretariat" || audience.kind === "podium") return true;
	return isOwn(audience, delegationId);
}

function projectLate<
	E extends Extract<DomainEvent, { type: "LateRequestDeclined" | "LateRequestWithdrawn" }>,
>(before: State, event: E): Projector {
	const request = before.speakersLists.lists
		.get(event.data.segmentId)
		?.lateRequests.get(event.data.requestId);
	return (audience) => (request !== undefined && seesRequest(audience, request) ? event : undefined);
}

/** What a point of order is about is told in the room; the public hears that there is one (VI5). */
function visiblePoint(audience: Audience, point: PointOfOrder): PointOfOrder {
	return seesReasons(audience) || point.text === null ? point : { ...point, text: null };
}

function visibleReply(audience: Audience, reply: Reply): Reply {
	return seesReasons(audience) || reply.declined === null ? reply : { ...reply, declined: null };
}

/** In a roll call everybody hears each vote; in a show of hands who counts does, and the delegation itself (MO4). */
function seesVote(audience: Audience, motion: Motion, delegationId: string): boolean {
	if (motion.ballot?.method === "rollCall" || isOwn(audience, delegationId)) return true;
	return audience.kind === "secretariat" || audience.kind === "podium";
}

function visibleMotion(audience: Audience, motion: Motion): Motion {
	const { ballot } = motion;
	if (ballot === null) return motion;
	const votes = new Map([...ballot.votes].filter(([id]) => seesVote(audience, motion, id)));
	return votes.size === ballot.votes.size ? motion : { ...motion, ballot: { ...ballot, votes } };
}

/** A filed text is its delegation's, and the booths', until it is delivered (TX1). */
function seesText(audience: Audience, text: StatementText): boolean {
	return text.published !== null || audience.kind === "booth" || isOwn(audience, text.delegationId);
}

function forParticipants(
	_before: State,
	event: Extract<DomainEvent, { type: "DocumentAdded" | "DocumentRemoved" }>,
): Projector {
	return (audience) => (audience.kind === "public" ? undefined : event);
}

/** A recording is its delegation's, the podium's, the secretariat's, the operators' and the booths' until it is played (RC4). */
function seesRecording(audience: Audience, { delegationId, played }: Recording): boolean {
	if (played !== null || audience.kind === "secretariat" || audience.kind === "podium") return true;
	if (audience.kind === "booth" || audience.kind === "operator") return true;
	return isOwn(audience, delegationId);
}

function projectRecording<
	E extends Extract<
		DomainEvent,
		{ type: "RecordingWithdrawn" | "CaptionsFiled" | "CaptionsWithdrawn" | "PosterFiled" }
	>,
>(before: State, event: E): Projector {
	const recording = before.recordings.recordings.get(event.data.recordingId);
	return (audience) => (recording !== undefined && seesRecording(audience, recording) ? event : undefined);
}

/** A message is seen by its two parties (ME1); every co-chair reads what is written to the chair. */
function seesMessage(audience: Audience, { from, to }: Message): boolean {
	return isParty(audience, from) || isParty(audience, to);
}

function isParty(audience: Audience, party: Party): boolean {
	switch (party.kind) {
		case "delegation":
			return isOwn(audience, party.delegationId);
		case "chair":
			return audience.kind === "podium";
		case "secretariat":
			return audience.kind === "secretariat";
		case "operator":
			return audience.kind === "operator" || audience.kind === "secretariat";
		case "booth":
			return audience.kind === "booth" && audience.channel === party.channel;
	}
}

function filtered<T>(map: ReadonlyMap<string, T>, fits: (value: T) => boolean): Map<string, T> {
	return new Map([...map].filter(([, value]) => fits(value)));
}

function mapped<T>(map: ReadonlyMap<string, T>, change: (value: T) => T): Map<string, T> {
	return new Map([...map].map(([id, value]) => [id, change(value)]));
}
