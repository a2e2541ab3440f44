import { describe, expect, it } from "vitest";
import type { Actor } from "../../shared/conference/actor.ts";
import { actorOf } from "../../shared/conference/actor.ts";
import type { Right } from "../../shared/conference/common.ts";
import { rights, roles } from "../../shared/conference/common.ts";
import type { Command, CommandType } from "../../shared/conference/decider.ts";
import { commandTypes, decide, evolve, parseCommand } from "../../shared/conference/decider.ts";
import type { PolicyRow } from "../../shared/conference/policy.ts";
import { policy } from "../../shared/conference/policy.ts";
import type { State } from "../../shared/conference/state.ts";
import { actor, contextFor, given, start } from "../support/decider.ts";
import {
	content,
	defineCommand,
	delegationsCommand,
	fileNamed,
	giveFloor,
	initiativeCommand,
	inscribe,
	moveMotion,
	needsCommand,
	person,
	programmeCommand,
	raisePoint,
	recordingOf,
	setProcedure,
	sitting,
} from "../support/factories.ts";

/**
 * Written by hand from the rules of procedure, not from `policy.ts`. Session 1 sits and Rwanda presides; the
 * United States are the other co-chair; Ghana chairs session 2 alone. Each act concerns a delegation: that
 * of the actor in the columns `own`, another in the rest. S, P and R are accreditations with only the right to
 * speak, to pledge, to read; the others have all three.
 */
const table = `
                            delegate           gavel holder        co-chair            elsewhere  desk system  booth captioner op
                            own S P R other    other own ownR      other own S P R     other own      fr sign fr en
defineConference             .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    .  .    .  .     .
setProcedure                 .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
setClockRate                 .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
importDelegations            .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
accreditRepresentatives      .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
changeAccreditation          .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
withdrawAccreditation        .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
adoptProgramme               .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    .  .    .  .     .
rescheduleMeeting            .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
openMeeting                  .  . . .  .         x    x   x          x    x  x x x       .    .     .    x    .  .    .  .     .
openMeeting@2                .  . . .  .         .    .   .          x    x  x x x       x    x     .    x    .  .    .  .     .
suspendMeeting               .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
suspendMeeting@2             .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    .  .    .  .     .
resumeMeeting                .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
closeMeeting                 .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
closeMeeting@2               .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    .  .    .  .     .
startSegment                 .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
changeMode                   .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
changeMode@2                 .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    .  .    .  .     .
setLimits                    .  . . .  .         x    x   x          .    .  . . .       .    .     x    x    .  .    .  .     .
setLimits@2                  .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
resumeDebate                 .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
takeGavel@self               .  . . .  .         x    x   x          x    x  x x x       .    .     x    x    .  .    .  .     .
takeGavel                    .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
takeOverGavel@self           .  . . .  .         x    x   x          x    x  x x x       .    .     x    x    .  .    .  .     .
takeOverGavel                .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
handGavel                    .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
scheduleList                 .  . . .  .         x    x   x          .    .  . . .       .    .     x    x    .  .    .  .     .
scheduleList@2               .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
openList                     .  . . .  .         x    x   x          .    .  . . .       .    .     x    x    .  .    .  .     .
openList@2                   .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
announceClosing              .  . . .  .         x    x   x          .    .  . . .       .    .     x    x    .  .    .  .     .
closeList                    .  . . .  .         x    x   x          .    .  . . .       .    .     x    x    .  .    .  .     .
closeList@2                  .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
drawLots                     .  . . .  .         x    x   x          .    .  . . .       .    .     x    x    .  .    .  .     .
drawLots@2                   .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
takeBackListStatus           .  . . .  .         x    x   x          .    .  . . .       .    .     x    x    .  .    .  .     .
takeBackListStatus@2         .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
inscribe                     x  x . .  .         x    x   x          .    x  x . .       .    x     x    x    .  .    .  .     .
inscribe@2                   x  x . .  .         .    x   .          .    x  x . .       .    x     x    x    .  .    .  .     .
importInscriptions           .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
changeInscription            x  x . .  .         x    x   x          .    x  x . .       .    x     x    x    .  .    .  .     .
withdrawInscription          x  x . .  .         x    x   x          .    x  x . .       .    x     x    x    .  .    .  .     .
replaceSpeaker               x  x . .  .         x    x   x          .    x  x . .       .    x     x    x    .  .    .  .     .
makeInWriting                x  x . .  .         x    x   x          .    x  x . .       .    x     x    x    .  .    .  .     .
moveEntry                    .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
moveEntry@2                  .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    .  .    .  .     .
takeBackMove                 .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
takeBackMove@2               .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    .  .    .  .     .
fixSlot                      .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
markAbsent                   .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
markAbsent@2                 .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    .  .    .  .     .
requestLate                  x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
withdrawLate                 x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
grantLate                    .  . . .  .         x    x   x          .    .  . . .       .    .     x    x    .  .    .  .     .
grantLate@2                  .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
declineLate                  .  . . .  .         x    x   x          .    .  . . .       .    .     x    x    .  .    .  .     .
proposeSwap                  x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
agreeToSwap@partner          x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
agreeToSwap@proposer         .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    .  .    .  .     .
declineSwap@partner          x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
declineSwap@proposer         .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    .  .    .  .     .
withdrawSwap@proposer        x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
withdrawSwap@partner         .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    .  .    .  .     .
raiseHand                    x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
lowerHand                    x  x . .  .         x    x   x          .    x  x . .       .    x     .    x    .  .    .  .     .
giveFloor                    .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
callHand                     .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
callReply                    .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
hearPointOfOrder             .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
callProgrammeSpeaker         .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
pauseFloor                   .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
resumeFloor                  .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
extendFloor                  .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
resetFloor                   .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
yieldFloor                   x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
endFloor                     .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
takeBackCall                 .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
takeBackPause                .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
takeBackExtension            .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
raisePointOfOrder            x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
withdrawPointOfOrder         x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
askToWait                    .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
ruleOnPoint                  .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
challengeRuling              x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
requestReply                 x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
withdrawReply                x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
grantReply                   .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
declineReply                 .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
moveMotion                   x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
withdrawMotion               x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
openBallot                   .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
castVote                     x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
closeBallot                  .  . . .  .         x    x   x          .    .  . . .       .    .     .    x    .  .    .  .     .
draftPledge                  x  . x .  .         .    x   .          .    x  . x .       .    x     .    x    .  .    .  .     .
revisePledge                 x  . x .  .         .    x   .          .    x  . x .       .    x     .    x    .  .    .  .     .
submitPledge                 x  . x .  .         .    x   .          .    x  . x .       .    x     .    x    .  .    .  .     .
sharePledge                  x  . x .  .         .    x   .          .    x  . x .       .    x     .    x    .  .    .  .     .
confirmPart                  x  . x .  .         .    x   .          .    x  . x .       .    x     x    x    .  .    .  .     .
declinePart                  x  . x .  .         .    x   .          .    x  . x .       .    x     x    x    .  .    .  .     .
requestChange                .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
acceptPledge                 .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
rejectPledge                 .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
cuePledge                    x  . x .  .         x    x   x          .    x  . x .       .    x     x    x    .  .    .  .     .
uncuePledge                  x  . x .  .         x    x   x          .    x  . x .       .    x     x    x    .  .    .  .     .
announcePledge               x  . x .  .         x    x   x          .    x  . x .       .    x     x    x    .  .    .  .     .
announceInWriting            .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
confirmPledge                .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
recordDelivered              .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
correctPledge                .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
mergePledges                 .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
importPledges                .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
reportDelivery               .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
giveRate                     .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
withdrawPledge               x  . x .  .         .    x   .          .    x  . x .       .    x     .    x    .  .    .  .     .
publishNeeds                 .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
changeNeed                   .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
openInitiative               .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
reviseInitiative             x  . x .  .         .    x   .          .    x  . x .       .    x     x    x    .  .    .  .     .
declareSupport               x  . x .  .         .    x   .          .    x  . x .       .    x     x    x    .  .    .  .     .
withdrawSupport              x  . x .  .         .    x   .          .    x  . x .       .    x     x    x    .  .    .  .     .
fileText                     x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
withdrawText                 x  x . .  .         .    x   .          .    x  x . .       .    x     .    x    .  .    .  .     .
publishText                  .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    .  .    .  .     .
fileRecording                x  x . .  .         .    x   .          .    x  x . .       .    x     x    x    .  .    .  .     .
withdrawRecording            x  x . .  .         .    x   .          .    x  x . .       .    x     x    x    .  .    .  .     .
fileCaptions                 x  x . .  .         .    x   .          .    x  x . .       .    x     x    x    .  .    .  .     .
withdrawCaptions             x  x . .  .         .    x   .          .    x  x . .       .    x     x    x    .  .    .  .     .
filePoster                   x  x . .  .         .    x   .          .    x  x . .       .    x     x    x    .  .    .  .     .
playRecording                .  . . .  .         x    x   x          .    .  . . .       .    .     x    x    .  .    .  .     x
stopRecording                .  . . .  .         x    x   x          .    .  . . .       .    .     x    x    .  .    .  .     x
addDocument                  .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
removeDocument               .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
writeAsDelegation            x  x x x  .         .    x   x          .    x  x x x       .    x     .    x    .  .    .  .     .
writeAsChair                 .  . . .  .         x    x   x          x    x  x x x       .    .     .    x    .  .    .  .     .
writeAsSecretariat           .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    .  .    .  .     .
remindDelegation             .  . . .  .         x    x   x          .    .  . . .       .    .     x    x    .  .    .  .     .
writeAsBooth                 .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    x  .    x  .     .
writeAsOperator              .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    .  .    .  .     x
goOnAir                      .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    x  .    .  .     .
offerHandOver                .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    x  .    .  .     .
leaveAir                     .  . . .  .         .    .   .          .    .  . . .       .    .     x    x    x  .    .  .     x
askToSlowDown                .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    x  .    .  .     .
writeCaption                 .  . . .  .         .    .   .          .    .  . . .       .    .     .    x    .  .    x  .     .
`;

/** For each column: who acts, with which rights (all where absent), on something of which delegation. */
const columns: readonly { as: string; only?: Right; of: string }[] = [
	{ as: "idn-minister", of: "idn" },
	{ as: "idn-minister", only: "speak", of: "idn" },
	{ as: "idn-minister", only: "pledge", of: "idn" },
	{ as: "idn-minister", only: "read", of: "idn" },
	{ as: "ury-minister", of: "idn" },
	{ as: "rwa-chair", of: "idn" },
	{ as: "rwa-chair", of: "rwa" },
	{ as: "rwa-chair", only: "read", of: "rwa" },
	{ as: "usa-chair", of: "idn" },
	{ as: "usa-chair", of: "usa" },
	{ as: "usa-chair", only: "speak", of: "usa" },
	{ as: "usa-chair", only: "pledge", of: "usa" },
	{ as: "usa-chair", only: "read", of: "usa" },
	{ as: "gha-chair", of: "idn" },
	{ as: "gha-chair", of: "gha" },
	{ as: "desk", of: "idn" },
	{ as: "system", of: "idn" },
	{ as: "fr-booth-1", of: "idn" },
	{ as: "sign-booth-1", of: "idn" },
	{ as: "fr-captioner", of: "idn" },
	{ as: "en-captioner", of: "idn" },
	{ as: "operator", of: "idn" },
];

const rows = table
	.trim()
	.split("\n")
	.slice(2)
	.map((line) => {
		const [label = "", ...cells] = line.trim().split(/\s+/);
		return { label, cells };
	});

/**
 * The delegation has the floor and an accepted pledge; its hand is up, its point of order, its reply and its motion
 * are before the chair, its late request and its text are filed. In session 2 it waits beside the organisation
 * `eun`, and each of the two has proposed to the other to exchange their places.
 */
function world(delegationId: string): State {
	const pledgeId = "the-pledge";
	const system = { as: "system" };
	const second = { segmentId: "statements-2" };
	const own = { segmentId: "statements-1", delegationId };
	const swap = (entryId: string, withEntryId: string) => ({
		type: "proposeSwap" as const,
		...second,
		entryId,
		withEntryId,
	});
	const mode = (to: "list" | "requests") => ({
		type: "changeMode" as const,
		segmentId: "statements-1",
		mode: to,
	});
	const { state } = given(
		sitting,
		[inscribe("eun"), { as: "desk", newId: "e-eun" }],
		[giveFloor("e-eun"), { as: "rwa-chair", newId: "s-eun" }],
		[inscribe(delegationId), { as: "desk", newId: "the-entry" }],
		[giveFloor("the-entry", "s-eun"), { as: "rwa-chair", newId: "the-statement" }],
		[
			{ type: "draftPledge", delegationId, content: content() },
			{ as: "system", newId: pledgeId },
		],
		[{ type: "submitPledge", pledgeId }, system],
		[{ type: "acceptPledge", pledgeId }, { as: "desk" }],
		[mode("requests"), system],
		[
			{ type: "raiseHand", ...own, speakerId: null, language: "en" },
			{ ...system, newId: "the-hand" },
		],
		[mode("list"), system],
		[
			{ type: "requestReply", ...own, statementId: "s-eun" },
			{ ...system, newId: "the-reply" },
		],
		[raisePoint(delegationId), { ...system, newId: "the-point" }],
		[moveMotion("closeDebate", delegationId), { ...system, newId: "the-motion" }],
		[
			{ type: "fileText", ...own, language: "en", fileId: fileNamed("t"), words: 100 },
			{ ...system, newId: "the-text" },
		],
		[recordingOf(own.segmentId, delegationId), { ...system, newId: "the-recording" }],
		[{ type: "openList", ...second, closesAt: null }, system],
		[inscribe(delegationId, second), { ...system, newId: "the-entry-2" }],
		[inscribe("eun", second), { ...system, newId: "other-entry-2" }],
		[swap("the-entry-2", "other-entry-2"), { ...system, newId: "swap-proposer" }],
		[swap("other-entry-2", "the-entry-2"), { ...system, newId: "swap-partner" }],
	);
	const asked = inscribe(delegationId);
	const request = {
		id: "the-request",
		delegationId,
		speakerId: null,
		level: null,
		language: asked.language,
		onBehalfOf: null,
		jointly: [],
		mode: "live" as const,
		expectedMs: null,
		requestedAt: start,
		reason: "a late flight",
		declined: null,
	};
	// No list takes both an inscription and a late request; the table asks about both.
	return evolve(state, {
		type: "LateRequestMade",
		at: start,
		data: { segmentId: "statements-1", request },
	});
}
const worlds = new Map([...new Set(columns.map(({ of }) => of))].map((id) => [id, world(id)]));

/** The command of a row for a delegation, as somebody would send it; `ids` false names nothing that exists. */
function commandOf(label: string, delegationId: string, by: Actor, ids = true): Command {
	const [name, where] = label.split("@");
	const type = name as CommandType;
	const known = (id: string) => (ids ? id : "unknown");
	const meetingId = known(where === "2" ? "session-2" : "session-1");
	const segmentId = known(where === "2" ? "statements-2" : "statements-1");
	const pledgeId = known("the-pledge");
	const statementId = known("the-statement");
	const entryId = known("the-entry");
	const asked = { segmentId, delegationId: known(delegationId) };
	const requestId = known("the-request");
	const swapId = known(`swap-${where}`);
	const replyId = known("the-reply");
	const pointId = known("the-point");
	const motionId = known("the-motion");
	const handId = known("the-hand");
	const textId = known("the-text");
	const recordingId = known("the-recording");
	const manner = { language: "en" as const, onBehalfOf: null };
	const support = { initiativeId: known("technology"), delegationId: known(delegationId) };
	const accreditation = { representativeId: known("nor-minister"), level: "M" as const, rights: [] };
	const others = by.id === "usa-chair" ? "rwa-chair" : "usa-chair";
	switch (type) {
		case "defineConference":
			return defineCommand;
		case "setProcedure":
			return setProcedure({});
		case "setClockRate":
			return { type, rate: 2, journalAt: 0 };
		case "importDelegations":
			return delegationsCommand();
		case "accreditRepresentatives":
			return { type, representatives: [person("new", "delegate", known("idn"), [])] };
		case "changeAccreditation":
			return { type, ...accreditation };
		case "withdrawAccreditation":
			return { type, representativeId: accreditation.representativeId };
		case "adoptProgramme":
			return programmeCommand;
		case "rescheduleMeeting":
			return { type, meetingId, plannedStart: start, plannedEnd: start + 1 };
		case "openMeeting":
		case "suspendMeeting":
		case "resumeMeeting":
		case "closeMeeting":
			return { type, meetingId };
		case "startSegment":
			return { type, segmentId };
		case "changeMode":
			return { type, segmentId, mode: "requests" };
		case "setLimits":
			return { type, segmentId, limitMs: 60_000, groupLimitMs: 60_000 };
		case "takeOverGavel":
			return {
				type,
				representativeId: where === "self" ? by.id : known(others),
				from: known("rwa-chair"),
			};
		case "takeGavel":
			return { type, representativeId: where === "self" ? by.id : known(others) };
		case "handGavel":
			return { type, to: known("usa-chair") };
		case "openList":
			return { type, segmentId, closesAt: null };
		case "announceClosing":
			return { type, segmentId, closesAt: start + 1 };
		case "closeList":
		case "resumeDebate":
		case "takeBackListStatus":
			return { type, segmentId };
		case "scheduleList":
			return { type, segmentId, opensAt: start + 1, closesAt: null };
		case "drawLots":
			return { type, segmentId, seed: "0".repeat(32) };
		case "importInscriptions": {
			const row = { delegationId: known(delegationId), speakerId: null, ...manner };
			return { type, segmentId, inscriptions: [row], reason: null };
		}
		case "changeInscription":
			return { type, segmentId, entryId, ...manner };
		case "makeInWriting":
		case "takeBackMove":
		case "markAbsent":
			return { type, segmentId, entryId };
		case "fixSlot":
			return { type, segmentId, entryId, slot: 1 };
		case "requestLate":
			return { type, ...asked, speakerId: null, ...manner, reason: "a late flight" };
		case "withdrawLate":
		case "grantLate":
			return { type, segmentId, requestId };
		case "declineLate":
			return { type, segmentId, requestId, reason: "no time" };
		case "proposeSwap":
			return {
				type,
				segmentId: known("statements-2"),
				entryId: known("the-entry-2"),
				withEntryId: known("other-entry-2"),
			};
		case "agreeToSwap":
		case "declineSwap":
		case "withdrawSwap":
			return { type, segmentId: known("statements-2"), swapId };
		case "raiseHand":
			return { type, ...asked, speakerId: null, language: "en" };
		case "lowerHand":
			return { type, handId };
		case "callHand":
			return { type, segmentId, handId, after: null };
		case "callReply":
			return { type, segmentId, replyId, after: null };
		case "hearPointOfOrder":
			return { type, pointId, after: null };
		case "raisePointOfOrder":
			return { ...raisePoint(known(delegationId)), meetingId };
		case "withdrawPointOfOrder":
		case "askToWait":
			return { type, pointId };
		case "ruleOnPoint":
			return { type, pointId, ruling: "noted", text: null };
		case "challengeRuling":
			return { type, pointId, delegationId: known(delegationId) };
		case "requestReply":
			return { type, ...asked, statementId: known("s-eun") };
		case "withdrawReply":
		case "grantReply":
			return { type, replyId };
		case "declineReply":
			return { type, replyId, reason: "no reply" };
		case "moveMotion":
			return { ...moveMotion("suspendMeeting", known(delegationId)), meetingId };
		case "withdrawMotion":
		case "closeBallot":
			return { type, motionId };
		case "openBallot":
			return { type, motionId, method: "rollCall" };
		case "castVote":
			return { type, motionId, delegationId: known(delegationId), vote: "yes" };
		case "fileText":
			return { type, ...asked, language: "fr", fileId: fileNamed("f"), words: 10 };
		case "fileRecording":
			return recordingOf(asked.segmentId, asked.delegationId);
		case "withdrawRecording":
			return { type, recordingId };
		case "fileCaptions":
			return { type, recordingId, language: "en", fileId: fileNamed("c") };
		case "withdrawCaptions":
			return { type, recordingId, language: "en" };
		case "filePoster":
			return { type, recordingId, fileId: fileNamed("i"), mediaType: "image/png" };
		case "playRecording":
		case "stopRecording":
			return { type, statementId };
		case "withdrawText":
			return { type, textId };
		case "publishText":
			return { type, textId, statementId };
		case "addDocument": {
			const file = { name: "a.pdf", mediaType: "application/pdf" as const, bytes: 1 };
			const files = [{ language: "en" as const, fileId: fileNamed("d"), ...file }];
			return { type, meetingId: null, title: { en: "Agenda" }, files };
		}
		case "removeDocument":
			return { type, documentId: "document" };
		case "writeAsDelegation":
			return { type, delegationId: known(delegationId), to: "chair", text: "words" };
		case "writeAsChair":
			return { type, to: { kind: "secretariat" }, text: "words" };
		case "writeAsSecretariat":
			return { type, to: { kind: "chair" }, text: "words" };
		case "remindDelegation":
			return { type, delegationId: known(delegationId) };
		case "inscribe":
			return inscribe(known(delegationId), { segmentId });
		case "withdrawInscription":
			return { type, segmentId, entryId };
		case "replaceSpeaker":
			return { type, segmentId, entryId, speakerId: known("idn-minister") };
		case "moveEntry":
			return { type, segmentId, entryId, before: null, reason: "travel" };
		case "giveFloor":
			return { type, segmentId, entryId, after: null };
		case "callProgrammeSpeaker":
			return { type, segmentId, after: null };
		case "pauseFloor":
		case "resumeFloor":
		case "resetFloor":
		case "yieldFloor":
		case "endFloor":
		case "takeBackCall":
		case "takeBackPause":
		case "takeBackExtension":
			return { type, statementId };
		case "extendFloor":
			return { type, statementId, seconds: 30 };
		case "draftPledge":
			return { type, delegationId: known(delegationId), content: content() };
		case "revisePledge":
			return { type, pledgeId, content: content() };
		case "requestChange":
			return { type, pledgeId, question: "Why?" };
		case "rejectPledge":
			return { type, pledgeId, reason: "Twice the same." };
		case "confirmPart":
		case "declinePart":
			return { type, pledgeId, partId: "part", delegationId: known(delegationId) };
		case "recordDelivered":
			return { type, pledgeId, words: "As it was said." };
		case "correctPledge":
			return { type, pledgeId, content: content(), reason: "A slip." };
		case "mergePledges":
			return { type, pledgeId, intoId: known("another") };
		case "importPledges":
			return {
				type,
				pledges: [{ delegationId: known(delegationId), content: content(), stage: "accepted" }],
			};
		case "reportDelivery":
			return { type, pledgeId, stage: "planning", percent: null, readiness: null, money: null };
		case "giveRate":
			return { type, currency: "KRW", dollars: 0.00085, day: "2021-12-07" };
		case "submitPledge":
		case "sharePledge":
		case "cuePledge":
		case "uncuePledge":
		case "acceptPledge":
		case "announcePledge":
		case "announceInWriting":
		case "confirmPledge":
		case "withdrawPledge":
			return { type, pledgeId };
		case "goOnAir":
		case "offerHandOver":
		case "leaveAir":
		case "askToSlowDown":
			return { type, channel: "fr" };
		case "writeCaption":
			return { type, channel: "fr", text: "Merci, Madame." };
		case "writeAsBooth":
			return { type, channel: "fr", to: "operator", text: "No sound." };
		case "writeAsOperator":
			return { type, to: { kind: "booth", channel: "fr" }, text: "It is back." };
		case "publishNeeds":
			return needsCommand;
		case "changeNeed":
			return { type, needId: known("hospitals"), quantity: 2 };
		case "openInitiative":
			return initiativeCommand;
		case "reviseInitiative": {
			const { title, shortTitle, summary } = initiativeCommand;
			return { type, ...support, title, shortTitle, summary };
		}
		case "declareSupport":
		case "withdrawSupport":
			return { type, ...support };
	}
}

function attempt(label: string, column: (typeof columns)[number], ids = true) {
	const state = worlds.get(column.of)!;
	const known = actor(state, column.as);
	const by =
		known.role === "system" || column.only === undefined ? known : { ...known, rights: [column.only] };
	const command = commandOf(label, column.of, by, ids);
	const decision = decide(command, state, contextFor(state, { as: by }));
	return { command, refusal: "rejection" in decision ? decision.rejection.code : undefined };
}

function cellsOf(label: string): string[] {
	return columns.map((column) => (attempt(label, column).refusal === "notAllowed" ? "." : "x"));
}

/** Whether the policy differs from the table, in the rows of one command where it is named. */
function differs(type?: CommandType): boolean {
	return rows
		.filter(({ label }) => type === undefined || label.split("@")[0] === type)
		.some(({ label, cells }) => cellsOf(label).join() !== cells.join());
}

describe("CO2 who may do what", () => {
	it.each(rows)("CO2 $label", ({ label, cells }) => {
		expect(cells).toHaveLength(columns.length);
		expect(cellsOf(label)).toEqual(cells);
	});

	it("CO2 the table has every command there is, and commands that can be sent", () => {
		expect(new Set(rows.map(({ label }) => label.split("@")[0]))).toEqual(new Set(commandTypes));
		for (const { label } of rows)
			expect(parseCommand(commandOf(label, "idn", actor(sitting, "desk"))), label).toBeDefined();
	});

	it("CO2 a visitor is nobody, and who stands for no delegation may do nothing as a delegate", () => {
		expect(actorOf(sitting, "visitor")).toBeUndefined();
		const nobody: Actor = { id: "visitor", role: "delegate", delegationId: null, rights, channel: null };
		for (const { label } of rows) {
			const state = worlds.get("idn")!;
			const decision = decide(commandOf(label, "idn", nobody), state, contextFor(state, { as: nobody }));
			expect(decision, label).toMatchObject({ rejection: { code: "notAllowed" } });
		}
	});

	it("CO2 opening or closing a single leave, or asking for another right, turns the table red", () => {
		const table = policy as Record<string, PolicyRow>;
		let changes = 0;
		for (const type of commandTypes) {
			const row = policy[type];
			const changed: PolicyRow[] = [];
			for (const role of roles) {
				const leaves = row[role] ?? [];
				if (!leaves.includes("any")) changed.push({ ...row, [role]: [...leaves, "any"] });
				for (const leave of leaves)
					changed.push({ ...row, [role]: leaves.filter((other) => other !== leave) });
			}
			if (row.right !== undefined)
				for (const right of rights) if (right !== row.right) changed.push({ ...row, right });
			for (const mutant of changed) {
				changes += 1;
				table[type] = mutant;
				const isRed = differs(type);
				table[type] = row;
				expect(isRed, `${type}: ${JSON.stringify(mutant)}`).toBe(true);
			}
		}
		expect(changes).toBeGreaterThan(350);
		expect(differs()).toBe(false);
	});
});

describe("VI8 authority comes before looking up", () => {
	it("VI8 who has no leave learns nothing from an identifier", () => {
		const strangers = columns.filter((_, index) => [4, 3, 8, 13].includes(index));
		for (const { label, cells } of rows)
			for (const column of strangers) {
				if (cells[columns.indexOf(column)] === "x") continue;
				expect(attempt(label, column).refusal, label).toBe("notAllowed");
				if (label !== "openMeeting@2")
					expect(attempt(label, column, false).refusal, label).toBe("notAllowed");
			}
	});

	it("VI8 what exists but is not to be seen is refused as what does not exist", () => {
		const acts = [
			{ type: "draftPledge" as const, delegationId: "idn", content: content() },
			{ as: "system", newId: "d" },
		] as const;
		const { state } = given(sitting, acts);
		const refusalOf = (command: Command, as: string) => decide(command, state, contextFor(state, { as }));
		for (const type of ["acceptPledge", "announcePledge", "announceInWriting", "confirmPledge"] as const)
			expect(refusalOf({ type, pledgeId: "d" }, "desk")).toEqual(
				refusalOf({ type, pledgeId: "none" }, "desk"),
			);
		const announce = (pledgeId: string) => refusalOf({ type: "announcePledge", pledgeId }, "rwa-chair");
		expect(announce("d")).toEqual(announce("none"));
		for (const type of ["submitPledge", "withdrawPledge", "announcePledge"] as const)
			expect(refusalOf({ type, pledgeId: "d" }, "ury-minister")).toEqual(
				refusalOf({ type, pledgeId: "none" }, "ury-minister"),
			);
	});
});
