import type { DomainEvent } from "../../shared/conference/decider.ts";
import { findSegment, sittingMeeting } from "../../shared/conference/programme.ts";
import type { State } from "../../shared/conference/state.ts";

/** What an event is about. */
export interface TrailSubject {
	readonly meetingId: string | null;
	readonly segmentId: string | null;
	/** The delegation concerned; null where the act concerns none or all. */
	readonly delegationId: string | null;
	/** Why, as far as somebody said. */
	readonly reason: string | null;
}

const nothing: TrailSubject = { meetingId: null, segmentId: null, delegationId: null, reason: null };

/**
 * What an event of the speakers' list, the floor or the programme is about, looked up in the state before it.
 * Undefined for events of other subjects, which do not belong into the trail.
 */
export function subjectOf(event: DomainEvent, before: State): TrailSubject | undefined {
	const subject = ownSubject(event, before);
	if (subject === undefined || subject.meetingId !== null || subject.segmentId === null) return subject;
	return { ...subject, meetingId: findSegment(before, subject.segmentId)?.meeting.id ?? null };
}

function ownSubject(event: DomainEvent, before: State): TrailSubject | undefined {
	switch (event.type) {
		case "ProgrammeAdopted":
			return nothing;
		case "MeetingRescheduled":
		case "MeetingOpened":
		case "MeetingSuspended":
		case "MeetingResumed":
		case "MeetingClosed":
			return { ...nothing, meetingId: event.data.meetingId };
		case "SegmentStarted":
		case "ModeChanged":
		case "LimitsSet":
		case "DebateChanged":
			return { ...nothing, meetingId: event.data.meetingId, segmentId: event.data.segmentId };
		case "GavelTaken":
		case "GavelTakenOver":
		case "GavelHandedOver":
			return { ...ofSitting(before), delegationId: event.data.holder.delegationId };
		case "GavelLaidDown":
			return { ...ofSitting(before), delegationId: before.gavel.holder?.delegationId ?? null };
		case "ListScheduled":
		case "SpeakersListOpened":
		case "ClosingAnnounced":
		case "SpeakersListClosed":
		case "ListStatusTakenBack":
		case "LotsDrawn":
			return { ...nothing, segmentId: event.data.segmentId };
		case "DelegationInscribed": {
			const { segmentId, entry } = event.data;
			return { ...nothing, segmentId, delegationId: entry.delegationId, reason: entry.lateReason };
		}
		case "EntryMoved":
			return { ...ofEntry(event.data, before), reason: event.data.moved.reason };
		case "InscriptionChanged":
		case "InscriptionWithdrawn":
		case "SpeakerReplaced":
		case "MoveTakenBack":
		case "SlotFixed":
		case "EntryMarkedAbsent":
		case "EntriesSwapped":
		case "StatementMadeInWriting":
			return ofEntry(event.data, before);
		case "SwapProposed": {
			const { segmentId, swap } = event.data;
			return { ...nothing, segmentId, delegationId: swap.delegationId };
		}
		case "SwapDropped": {
			const { segmentId, swapId } = event.data;
			const swap = before.speakersLists.lists.get(segmentId)?.swaps.get(swapId);
			return { ...nothing, segmentId, delegationId: swap?.delegationId ?? null };
		}
		case "LateRequestMade": {
			const { segmentId, request } = event.data;
			return { ...nothing, segmentId, delegationId: request.delegationId, reason: request.reason };
		}
		case "LateRequestDeclined":
			return { ...ofRequest(event.data, before), reason: event.data.reason };
		case "LateRequestWithdrawn":
			return ofRequest(event.data, before);
		case "HandRaised": {
			const { segmentId, delegationId } = event.data.hand;
			return { ...nothing, segmentId, delegationId };
		}
		case "HandLowered":
			return pick(before.hands.hands.get(event.data.handId));
		case "FloorGiven":
		case "CallTakenBack": {
			const { segmentId, delegationId } = event.data.statement;
			return { ...nothing, segmentId, delegationId };
		}
		case "RecordingFiled":
		case "RecordingPlayed": {
			const { segmentId, delegationId } = event.data.recording;
			return { ...nothing, segmentId, delegationId };
		}
		case "RecordingWithdrawn":
			return pick(before.recordings.recordings.get(event.data.recordingId));
		case "RecordingStopped":
		case "FloorPaused":
		case "FloorResumed":
		case "FloorExtended":
		case "FloorReset":
		case "FloorEnded":
		case "PauseTakenBack":
		case "ExtensionTakenBack":
			return pick(before.statements.statements.get(event.data.statementId));
		case "PointOfOrderRaised": {
			const { meetingId, delegationId, text } = event.data.point;
			return { ...nothing, meetingId, delegationId, reason: text };
		}
		case "PointOfOrderRuled":
			return {
				...pick(before.pointsOfOrder.points.get(event.data.pointId)),
				reason: event.data.ruling.text,
			};
		case "PointOfOrderWithdrawn":
		case "PointOfOrderAskedToWait":
		case "RulingChallenged":
		case "ChallengeDecided":
			return pick(before.pointsOfOrder.points.get(event.data.pointId));
		case "ReplyRequested":
			return pick(event.data.reply);
		case "ReplyDeclined":
			return { ...pick(before.replies.replies.get(event.data.replyId)), reason: event.data.reason };
		case "ReplyWithdrawn":
		case "ReplyGranted":
			return pick(before.replies.replies.get(event.data.replyId));
		case "MotionMoved":
			return pick(event.data.motion);
		case "VoteCast":
			return {
				...pick(before.motions.motions.get(event.data.motionId)),
				delegationId: event.data.delegationId,
			};
		case "MotionWithdrawn":
		case "BallotOpened":
		case "BallotClosed":
			return pick(before.motions.motions.get(event.data.motionId));
		default:
			return undefined;
	}
}

function ofSitting(before: State): TrailSubject {
	return { ...nothing, meetingId: sittingMeeting(before)?.id ?? null };
}

function ofEntry(
	{ segmentId, entryId }: { readonly segmentId: string; readonly entryId: string },
	before: State,
): TrailSubject {
	const entry = before.speakersLists.lists.get(segmentId)?.entries.get(entryId);
	return { ...nothing, segmentId, delegationId: entry?.delegationId ?? null };
}

function ofRequest(
	{ segmentId, requestId }: { readonly segmentId: string; readonly requestId: string },
	before: State,
): TrailSubject {
	const request = before.speakersLists.lists.get(segmentId)?.lateRequests.get(requestId);
	return { ...nothing, segmentId, delegationId: request?.delegationId ?? null };
}

interface Placed {
	readonly meetingId?: string;
	readonly segmentId?: string;
	readonly delegationId: string;
}

function pick(found: Placed | undefined): TrailSubject {
	if (found === undefined) return nothing;
	const { meetingId = null, segmentId = null, delegationId } = found;
	return { ...nothing, meetingId, segmentId, delegationId };
}
