import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import type { CaptionsEvent } from "./captions.ts";
import { captionsCommands, decideCaptions } from "./captions.ts";
import { clearCaptions, evolveCaptions } from "./captionsFold.ts";
import { assertUnreachable } from "./common.ts";
import type { DelegationsEvent } from "./delegations.ts";
import { decideDelegations, delegationsCommands, evolveDelegations } from "./delegations.ts";
import type { DocumentsEvent } from "./documents.ts";
import { decideDocuments, documentsCommands, evolveDocuments } from "./documents.ts";
import type { FloorEvent, FloorStatement } from "./floor.ts";
import { decideFloor, evolveFloor, floorCommands, statementOf } from "./floor.ts";
import type { GavelEvent } from "./gavel.ts";
import { decideGavel, evolveGavel, gavelCommands } from "./gavel.ts";
import type { HandsEvent } from "./hands.ts";
import { decideHands, evolveHands, handsCommands, setHand } from "./hands.ts";
import type { InitiativesEvent } from "./initiatives.ts";
import { decideInitiatives, evolveInitiatives, initiativesCommands } from "./initiatives.ts";
import { decideInscription, inscriptionCommands } from "./inscription.ts";
import type { InterpretationEvent } from "./interpretation.ts";
import { decideInterpretation, interpretationCommands } from "./interpretation.ts";
import { clearAir, evolveInterpretation, floorChanged } from "./interpretationFold.ts";
import { evolveSpeakersLists, putBack, removed, reorderSpeakersLists } from "./listFold.ts";
import { decideListing, listingCommands } from "./listing.ts";
import type { MessagesEvent } from "./messages.ts";
import { decideMessages, evolveMessages, messagesCommands } from "./messages.ts";
import type { MotionsEvent } from "./motions.ts";
import { decideMotions, evolveMotions, fallDebateMotions, fallMotions, motionsCommands } from "./motions.ts";
import type { NeedsEvent } from "./needs.ts";
import { decideNeeds, evolveNeeds, needsCommands } from "./needs.ts";
import type { PledgesEvent, PledgesProjection, RatesEvent } from "./pledge.ts";
import { evolvePledges } from "./pledgeFold.ts";
import { decidePledges, pledgesCommands } from "./pledges.ts";
import type { PointsOfOrderEvent } from "./pointsOfOrder.ts";
import {
	decidePointsOfOrder,
	evolvePointsOfOrder,
	pointsOfOrderCommands,
	setHeard,
} from "./pointsOfOrder.ts";
import { can } from "./policy.ts";
import type { ProfileEvent } from "./profile.ts";
import { decideProfile, evolveProfile, profileCommands } from "./profile.ts";
import type { ProgrammeEvent } from "./programme.ts";
import { decideProgramme, evolveProgramme, programmeCommands } from "./programme.ts";
import { evolveRecordings, keepPlace } from "./recordingFold.ts";
import type { RecordingsEvent } from "./recordings.ts";
import { decideRecordings, recordingsCommands, withRecording } from "./recordings.ts";
import type { Decision } from "./rejection.ts";
import { refuse } from "./rejection.ts";
import type { RepliesEvent } from "./replies.ts";
import { decideReplies, evolveReplies, repliesCommands, setReply } from "./replies.ts";
import type { SpeakersListEvent } from "./speakersList.ts";
import type { State } from "./state.ts";
import { Fork } from "./state.ts";
import { evolveStatements } from "./statements.ts";
import { decideSwaps, swapsCommands } from "./swaps.ts";
import type { TextsEvent } from "./texts.ts";
import { decideTexts, evolveTexts, textsCommands } from "./texts.ts";

/** Every command there is, by its type: schema and, by inference, shape. */
export const commandSchemas = /* @__PURE__ */ (() => ({
	...profileCommands,
	...delegationsCommands,
	...programmeCommands,
	...gavelCommands,
	...listingCommands,
	...inscriptionCommands,
	...swapsCommands,
	...handsCommands,
	...floorCommands,
	...pointsOfOrderCommands,
	...repliesCommands,
	...motionsCommands,
	...pledgesCommands,
	...needsCommands,
	...initiativesCommands,
	...textsCommands,
	...recordingsCommands,
	...documentsCommands,
	...messagesCommands,
	...interpretationCommands,
	...captionsCommands,
}))();
export type CommandType = keyof typeof commandSchemas;
export type Command = z.infer<(typeof commandSchemas)[CommandType]>;
export const commandTypes = /* @__PURE__ */ Object.keys(commandSchemas) as CommandType[];

/** What a journal holds. */
export type DomainEvent =
	| ProfileEvent
	| DelegationsEvent
	| ProgrammeEvent
	| GavelEvent
	| SpeakersListEvent
	| HandsEvent
	| FloorEvent
	| PointsOfOrderEvent
	| RepliesEvent
	| MotionsEvent
	| PledgesEvent
	| RatesEvent
	| NeedsEvent
	| InitiativesEvent
	| TextsEvent
	| RecordingsEvent
	| DocumentsEvent
	| MessagesEvent
	| InterpretationEvent
	| CaptionsEvent;

/** What an audience is sent: journal events as they are, or what visibility made of them. */
export type ProjectedEvent =
	| Exclude<DomainEvent, PledgesEvent>
	| PledgesProjection
	| {
			readonly type: "AccreditationHidden";
			readonly at: number;
			readonly data: { readonly representativeId: string };
	  };

/** Reads a command from outside; gives nothing when it is not one. */
export function parseCommand(input: unknown): Command | undefined {
	if (typeof input !== "object" || input === null || !("type" in input)) return undefined;
	const { type } = input;
	if (typeof type !== "string" || !Object.hasOwn(commandSchemas, type)) return undefined;
	const parsed = z.safeParse<z.core.$ZodType<Command>>(commandSchemas[type as CommandType], input);
	return parsed.success ? parsed.data : undefined;
}

/** Decides a command: authorise first, so that a refusal never tells a stranger what exists. */
export function decide(command: Command, state: State, context: Context): Decision<DomainEvent> {
	if (!can(context.actor, command, state)) return refuse("notAllowed");
	if (state.profile.id === "" && command.type !== "defineConference") return refuse("notDefined");
	switch (command.type) {
		case "defineConference":
		case "setProcedure":
		case "setClockRate":
			return decideProfile(command, state, context);
		case "importDelegations":
		case "accreditRepresentatives":
		case "changeAccreditation":
		case "withdrawAccreditation":
			return decideDelegations(command, state, context);
		case "adoptProgramme":
		case "rescheduleMeeting":
		case "openMeeting":
		case "suspendMeeting":
		case "resumeMeeting":
		case "closeMeeting":
		case "startSegment":
		case "changeMode":
		case "setLimits":
		case "resumeDebate":
			return decideProgramme(command, state, context);
		case "takeGavel":
		case "takeOverGavel":
		case "handGavel":
			return decideGavel(command, state, context);
		case "scheduleList":
		case "openList":
		case "announceClosing":
		case "closeList":
		case "drawLots":
		case "moveEntry":
		case "fixSlot":
		case "markAbsent":
		case "takeBackMove":
		case "takeBackListStatus":
			return decideListing(command, state, context);
		case "inscribe":
		case "importInscriptions":
		case "changeInscription":
		case "withdrawInscription":
		case "replaceSpeaker":
		case "requestLate":
		case "withdrawLate":
		case "grantLate":
		case "declineLate":
		case "makeInWriting":
			return decideInscription(command, state, context);
		case "proposeSwap":
		case "agreeToSwap":
		case "declineSwap":
		case "withdrawSwap":
			return decideSwaps(command, state, context);
		case "raiseHand":
		case "lowerHand":
			return decideHands(command, state, context);
		case "giveFloor":
		case "callHand":
		case "callReply":
		case "hearPointOfOrder":
		case "callProgrammeSpeaker":
			return withRecording(decideFloor(command, state, context), state);
		case "pauseFloor":
		case "resumeFloor":
		case "extendFloor":
		case "resetFloor":
		case "yieldFloor":
		case "endFloor":
		case "takeBackCall":
		case "takeBackPause":
		case "takeBackExtension":
			return decideFloor(command, state, context);
		case "raisePointOfOrder":
		case "withdrawPointOfOrder":
		case "askToWait":
		case "ruleOnPoint":
		case "challengeRuling":
			return decidePointsOfOrder(command, state, context);
		case "requestReply":
		case "withdrawReply":
		case "grantReply":
		case "declineReply":
			return decideReplies(command, state, context);
		case "moveMotion":
		case "withdrawMotion":
		case "openBallot":
		case "castVote":
		case "closeBallot":
			return decideMotions(command, state, context);
		case "draftPledge":
		case "revisePledge":
		case "sharePledge":
		case "confirmPart":
		case "declinePart":
		case "submitPledge":
		case "requestChange":
		case "acceptPledge":
		case "rejectPledge":
		case "cuePledge":
		case "uncuePledge":
		case "announcePledge":
		case "announceInWriting":
		case "confirmPledge":
		case "recordDelivered":
		case "correctPledge":
		case "mergePledges":
		case "importPledges":
		case "reportDelivery":
		case "giveRate":
		case "withdrawPledge":
			return decidePledges(command, state, context);
		case "publishNeeds":
		case "changeNeed":
			return decideNeeds(command, state, context);
		case "openInitiative":
		case "reviseInitiative":
		case "declareSupport":
		case "withdrawSupport":
			return decideInitiatives(command, state, context);
		case "fileText":
		case "withdrawText":
		case "publishText":
			return decideTexts(command, state, context);
		case "fileRecording":
		case "withdrawRecording":
		case "fileCaptions":
		case "withdrawCaptions":
		case "filePoster":
		case "playRecording":
		case "stopRecording":
			return decideRecordings(command, state, context);
		case "addDocument":
		case "removeDocument":
			return decideDocuments(command, state, context);
		case "writeAsDelegation":
		case "writeAsChair":
		case "writeAsSecretariat":
		case "writeAsBooth":
		case "writeAsOperator":
		case "remindDelegation":
			return decideMessages(command, state, context);
		case "goOnAir":
		case "offerHandOver":
		case "leaveAir":
		case "askToSlowDown":
			return decideInterpretation(command, state, context);
		case "writeCaption":
			return decideCaptions(command, state, context);
	}
}

/** Folds one event into a fork; the only place where a state changes, on the server and in every client. */
export function evolveFork(fork: Fork, event: DomainEvent | ProjectedEvent): void {
	switch (event.type) {
		case "ConferenceDefined":
		case "ClockRateSet":
			fork.replace("profile", evolveProfile(fork.state.profile, event));
			break;
		case "ProcedureSet":
			fork.replace("profile", evolveProfile(fork.state.profile, event));
			reorderSpeakersLists(fork.own("speakersLists"), fork.state);
			break;
		case "DelegationsImported":
			evolveDelegations(fork.own("delegations"), event);
			// A correction of what kind a delegation is may give it another place (SL11).
			reorderSpeakersLists(fork.own("speakersLists"), fork.state);
			break;
		case "RepresentativesAccredited":
		case "AccreditationChanged":
		case "AccreditationWithdrawn":
			evolveDelegations(fork.own("delegations"), event);
			break;
		case "AccreditationHidden":
			fork.own("delegations").representatives.delete(event.data.representativeId);
			break;
		case "ProgrammeAdopted":
		case "MeetingRescheduled":
		case "MeetingOpened":
		case "MeetingResumed":
		case "ModeChanged":
		case "LimitsSet":
			evolveProgramme(fork.own("programme"), event);
			break;
		case "MeetingSuspended":
			evolveProgramme(fork.own("programme"), event);
			// PR4: the pause that came with it is no mistake to be taken back, which would let the clock run.
			fork.replace("floor", { ...fork.state.floor, undo: null });
			break;
		case "SegmentStarted":
		case "DebateChanged":
			evolveProgramme(fork.own("programme"), event);
			fallDebateMotions(fork.own("motions"), event.data.meetingId);
			break;
		case "MeetingClosed":
			evolveProgramme(fork.own("programme"), event);
			fallMotions(fork.own("motions"), event.data.meetingId);
			fork.replace("interpretation", clearAir(fork.state.interpretation));
			fork.replace("captions", clearCaptions(fork.state.captions));
			break;
		case "GavelTaken":
		case "GavelTakenOver":
		case "GavelHandedOver":
		case "GavelLaidDown":
			fork.replace("gavel", evolveGavel(fork.state.gavel, event));
			break;
		case "ListScheduled":
		case "SpeakersListOpened":
		case "ClosingAnnounced":
		case "SpeakersListClosed":
		case "ListStatusTakenBack":
		case "DelegationInscribed":
		case "InscriptionChanged":
		case "InscriptionWithdrawn":
		case "SpeakerReplaced":
		case "EntryMoved":
		case "MoveTakenBack":
		case "SlotFixed":
		case "EntryMarkedAbsent":
		case "LotsDrawn":
		case "SwapProposed":
		case "SwapDropped":
		case "EntriesSwapped":
		case "LateRequestMade":
		case "LateRequestDeclined":
		case "LateRequestWithdrawn":
			evolveSpeakersLists(fork.own("speakersLists"), event, fork.state);
			break;
		case "StatementMadeInWriting":
			evolveSpeakersLists(fork.own("speakersLists"), event, fork.state);
			evolveStatements(fork.own("statements"), event);
			break;
		case "HandRaised":
		case "HandLowered":
			evolveHands(fork.own("hands"), event);
			break;
		case "FloorGiven":
			leaveQueue(fork, statementOf(event.data.statement));
			fork.replace("floor", evolveFloor(fork.state.floor, event));
			evolveStatements(fork.own("statements"), event);
			fork.replace("interpretation", floorChanged(fork.state.interpretation));
			break;
		case "CallTakenBack":
			rejoinQueue(fork, event.data.statement);
			fork.replace("floor", evolveFloor(fork.state.floor, event));
			evolveStatements(fork.own("statements"), event);
			fork.replace("interpretation", floorChanged(fork.state.interpretation));
			break;
		case "FloorReset":
			keepPlace(fork.own("recordings"), fork.state.floor, event);
			fork.replace("floor", evolveFloor(fork.state.floor, event));
			break;
		case "FloorPaused":
		case "FloorResumed":
		case "FloorExtended":
		case "PauseTakenBack":
		case "ExtensionTakenBack":
			fork.replace("floor", evolveFloor(fork.state.floor, event));
			break;
		case "FloorEnded":
			fork.replace("floor", evolveFloor(fork.state.floor, event));
			evolveStatements(fork.own("statements"), event);
			fork.replace("interpretation", floorChanged(fork.state.interpretation));
			break;
		case "PointOfOrderRaised":
		case "PointOfOrderWithdrawn":
		case "PointOfOrderAskedToWait":
		case "PointOfOrderRuled":
		case "RulingChallenged":
		case "ChallengeDecided":
			evolvePointsOfOrder(fork.own("pointsOfOrder"), event);
			break;
		case "ReplyRequested":
		case "ReplyWithdrawn":
		case "ReplyGranted":
		case "ReplyDeclined":
			evolveReplies(fork.own("replies"), event);
			break;
		case "MotionMoved":
		case "MotionWithdrawn":
		case "BallotOpened":
		case "VoteCast":
		case "BallotClosed":
			evolveMotions(fork.own("motions"), event);
			break;
		case "PledgeDrafted":
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
		case "PledgeImported":
		case "PledgeConfirmed":
		case "PledgeDelivered":
		case "PledgeCorrected":
		case "PledgeMerged":
		case "DeliveryReported":
		case "RateGiven":
		case "PledgeWithdrawn":
		case "PledgeShown":
		case "PledgeHidden":
			fork.replace("pledges", evolvePledges(fork.own("pledges"), event));
			break;
		case "NeedsPublished":
		case "NeedChanged":
			evolveNeeds(fork.own("needs"), event);
			break;
		case "InitiativeOpened":
		case "InitiativeRevised":
		case "SupportDeclared":
		case "SupportWithdrawn":
			evolveInitiatives(fork.own("initiatives"), event);
			break;
		case "TextFiled":
		case "TextWithdrawn":
		case "TextPublished":
			evolveTexts(fork.own("texts"), event);
			break;
		case "RecordingFiled":
		case "RecordingWithdrawn":
		case "CaptionsFiled":
		case "CaptionsWithdrawn":
		case "PosterFiled":
		case "RecordingPlayed":
		case "RecordingStopped":
			evolveRecordings(fork.own("recordings"), event);
			break;
		case "DocumentAdded":
		case "DocumentRemoved":
			evolveDocuments(fork.own("documents"), event);
			break;
		case "MessageSent":
			evolveMessages(fork.own("messages"), event);
			break;
		case "WentOnAir":
		case "WentOffAir":
		case "HandOverOffered":
		case "SlowDownAsked":
			fork.replace("interpretation", evolveInterpretation(fork.state.interpretation, event));
			break;
		case "CaptionWritten":
			fork.replace("captions", evolveCaptions(fork.state.captions, event));
			break;
		default:
			assertUnreachable(event);
	}
}

/** SL8: who is called leaves the waiting order in the same event that gives the floor; so do hands, replies and points of order. */
function leaveQueue(fork: Fork, { kind, segmentId, entryId, sourceId }: FloorStatement): void {
	if (entryId !== null) {
		const { lists } = fork.own("speakersLists");
		const list = lists.get(segmentId);
		if (list !== undefined) lists.set(segmentId, removed(list, entryId, "called"));
	}
	if (sourceId === null) return;
	if (kind === "hand") setHand(fork.own("hands"), sourceId, "called");
	if (kind === "reply") setReply(fork.own("replies"), sourceId, { status: "called" });
	if (kind === "pointOfOrder") setHeard(fork.own("pointsOfOrder"), sourceId, true);
}

/** UN2: a call that is taken back puts everything where it was. */
function rejoinQueue(fork: Fork, { kind, segmentId, entryId, sourceId }: FloorStatement): void {
	if (entryId !== null) {
		const { lists } = fork.own("speakersLists");
		const list = lists.get(segmentId);
		if (list !== undefined) lists.set(segmentId, putBack(list, entryId, fork.state));
	}
	if (sourceId === null) return;
	if (kind === "hand") setHand(fork.own("hands"), sourceId, "raised");
	if (kind === "reply") setReply(fork.own("replies"), sourceId, { status: "granted" });
	if (kind === "pointOfOrder") setHeard(fork.own("pointsOfOrder"), sourceId, false);
}

/** A new state with the event folded in; the given state is unchanged. */
export function evolve(state: State, event: DomainEvent | ProjectedEvent): State {
	const fork = new Fork(state);
	evolveFork(fork, event);
	return fork.finish();
}
