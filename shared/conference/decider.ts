import * as z from "zod/mini";
import type { Context } from "./actor.ts";
import { assertUnreachable } from "./common.ts";
import type { DelegationsEvent } from "./delegations.ts";
import { decideDelegations, delegationsCommands, evolveDelegations } from "./delegations.ts";
import type { FloorEvent } from "./floor.ts";
import { decideFloor, evolveFloor, floorCommands } from "./floor.ts";
import type { GavelEvent } from "./gavel.ts";
import { decideGavel, evolveGavel, gavelCommands } from "./gavel.ts";
import type { InitiativesEvent } from "./initiatives.ts";
import { decideInitiatives, evolveInitiatives, initiativesCommands } from "./initiatives.ts";
import type { NeedsEvent } from "./needs.ts";
import { decideNeeds, evolveNeeds, needsCommands } from "./needs.ts";
import type { PledgesEvent, PledgesProjection } from "./pledges.ts";
import { decidePledges, evolvePledges, pledgesCommands } from "./pledges.ts";
import { can } from "./policy.ts";
import type { ProfileEvent } from "./profile.ts";
import { decideProfile, evolveProfile, profileCommands } from "./profile.ts";
import type { ProgrammeEvent } from "./programme.ts";
import { decideProgramme, evolveProgramme, programmeCommands } from "./programme.ts";
import type { Decision } from "./rejection.ts";
import { refuse } from "./rejection.ts";
import type { SpeakersListEvent } from "./speakersList.ts";
import { decideSpeakersList, evolveSpeakersLists, removed, speakersListCommands } from "./speakersList.ts";
import type { State } from "./state.ts";
import { Fork } from "./state.ts";
import { evolveStatements } from "./statements.ts";

/** Every command there is, by its type: schema and, by inference, shape. */
export const commandSchemas = {
	...profileCommands,
	...delegationsCommands,
	...programmeCommands,
	...gavelCommands,
	...speakersListCommands,
	...floorCommands,
	...pledgesCommands,
	...needsCommands,
	...initiativesCommands,
};
export type CommandType = keyof typeof commandSchemas;
export type Command = z.infer<(typeof commandSchemas)[CommandType]>;
export const commandTypes = Object.keys(commandSchemas) as CommandType[];

/** What a journal holds. */
export type DomainEvent =
	| ProfileEvent
	| DelegationsEvent
	| ProgrammeEvent
	| GavelEvent
	| SpeakersListEvent
	| FloorEvent
	| PledgesEvent
	| NeedsEvent
	| InitiativesEvent;

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
			return decideProgramme(command, state, context);
		case "takeGavel":
		case "handGavel":
			return decideGavel(command, state, context);
		case "openList":
		case "announceClosing":
		case "closeList":
		case "inscribe":
		case "withdrawInscription":
		case "replaceSpeaker":
		case "moveEntry":
			return decideSpeakersList(command, state, context);
		case "giveFloor":
		case "callProgrammeSpeaker":
		case "pauseFloor":
		case "resumeFloor":
		case "extendFloor":
		case "yieldFloor":
		case "endFloor":
			return decideFloor(command, state, context);
		case "draftPledge":
		case "revisePledge":
		case "submitPledge":
		case "requestChange":
		case "acceptPledge":
		case "announcePledge":
		case "announceInWriting":
		case "confirmPledge":
		case "withdrawPledge":
			return decidePledges(command, state, context);
		case "publishNeeds":
		case "changeNeed":
			return decideNeeds(command, state, context);
		case "openInitiative":
		case "declareSupport":
		case "withdrawSupport":
			return decideInitiatives(command, state, context);
	}
}

/** Folds one event into a fork; the only place where a state changes, on the server and in every client. */
export function evolveFork(fork: Fork, event: DomainEvent | ProjectedEvent): void {
	switch (event.type) {
		case "ConferenceDefined":
		case "ClockRateSet":
			fork.replace("profile", evolveProfile(fork.state.profile, event));
			break;
		case "DelegationsImported":
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
		case "MeetingSuspended":
		case "MeetingResumed":
		case "MeetingClosed":
		case "SegmentStarted":
			evolveProgramme(fork.own("programme"), event);
			break;
		case "GavelTaken":
		case "GavelHandedOver":
		case "GavelLaidDown":
			fork.replace("gavel", evolveGavel(fork.state.gavel, event));
			break;
		case "SpeakersListOpened":
		case "ClosingAnnounced":
		case "SpeakersListClosed":
		case "DelegationInscribed":
		case "InscriptionWithdrawn":
		case "SpeakerReplaced":
		case "EntryMoved":
			evolveSpeakersLists(fork.own("speakersLists"), event);
			break;
		case "FloorGiven":
			leaveList(fork, event.data.statement);
			fork.replace("floor", evolveFloor(fork.state.floor, event));
			evolveStatements(fork.own("statements"), event);
			break;
		case "FloorPaused":
		case "FloorResumed":
		case "FloorExtended":
			fork.replace("floor", evolveFloor(fork.state.floor, event));
			break;
		case "FloorEnded":
			fork.replace("floor", evolveFloor(fork.state.floor, event));
			evolveStatements(fork.own("statements"), event);
			break;
		case "PledgeDrafted":
		case "PledgeRevised":
		case "PledgeSubmitted":
		case "PledgeChangeRequested":
		case "PledgeAccepted":
		case "PledgeAnnounced":
		case "PledgeConfirmed":
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
		case "SupportDeclared":
		case "SupportWithdrawn":
			evolveInitiatives(fork.own("initiatives"), event);
			break;
		default:
			assertUnreachable(event);
	}
}

/** SL8: who is called leaves the waiting order in the same event that gives the floor. */
function leaveList(
	fork: Fork,
	statement: { readonly segmentId: string; readonly entryId: string | null },
): void {
	if (statement.entryId === null) return;
	const { lists } = fork.own("speakersLists");
	const list = lists.get(statement.segmentId);
	if (list !== undefined) lists.set(statement.segmentId, removed(list, statement.entryId, "called"));
}

/** A new state with the event folded in; the given state is unchanged. */
export function evolve(state: State, event: DomainEvent | ProjectedEvent): State {
	const fork = new Fork(state);
	evolveFork(fork, event);
	return fork.finish();
}
