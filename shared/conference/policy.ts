import type { Actor } from "./actor.ts";
import type { Right } from "./common.ts";
import type { Command, CommandType } from "./decider.ts";
import { sittingMeeting } from "./programme.ts";
import type { State } from "./state.ts";

/**
 * Who may do what: the one table. A reviewer reads it here; a test goes through every command for every
 * role and every relation below.
 *
 * - `any`      always
 * - `own`      for the actor's own delegation, with the right named in the row
 * - `gavel`    while holding the gavel, for the meeting that sits
 * - `channel`  for the channel to which an interpreter or a captioner is accredited
 * - `coChair`  as a co-chair of the meeting that the command names (or, for gavel and messages, of the one that sits)
 *
 * The system itself may do everything: it acts only on what falls due and on definitions.
 */
export type Leave = "any" | "own" | "gavel" | "channel" | "coChair";

/** Who may give a command: for each role the conditions, any of which is enough. */
export interface PolicyRow {
	readonly delegate: readonly Leave[];
	readonly chair: readonly Leave[];
	readonly secretariat: readonly Leave[];
	/** These work for the meeting and take no part in it: what stands here is all that they may do. */
	readonly interpreter?: readonly Leave[];
	readonly captioner?: readonly Leave[];
	readonly operator?: readonly Leave[];
	/** What `own` needs beside the delegation. */
	readonly right?: Right;
}

const nobody: PolicyRow = { delegate: [], chair: [], secretariat: [] };
const secretariat: PolicyRow = { delegate: [], chair: [], secretariat: ["any"] };
const presiding: PolicyRow = { delegate: [], chair: ["gavel"], secretariat: [] };
const presidingOrSecretariat: PolicyRow = { delegate: [], chair: ["gavel"], secretariat: ["any"] };
const presidingOrRunning: PolicyRow = { ...presidingOrSecretariat, operator: ["any"] };
const ownSpeech: PolicyRow = { delegate: ["own"], chair: ["own"], secretariat: [], right: "speak" };
const ownOrPresiding: PolicyRow = {
	delegate: ["own"],
	chair: ["gavel", "own"],
	secretariat: [],
	right: "speak",
};
const ownOrRunning: PolicyRow = {
	delegate: ["own"],
	chair: ["gavel", "own"],
	secretariat: ["any"],
	right: "speak",
};
const ownSpeechOrSecretariat: PolicyRow = { ...ownSpeech, secretariat: ["any"] };
const ownPledge: PolicyRow = { delegate: ["own"], chair: ["own"], secretariat: [], right: "pledge" };
const ownPledgeOrSecretariat: PolicyRow = { ...ownPledge, secretariat: ["any"] };
const inBooth: PolicyRow = { ...nobody, interpreter: ["channel"] };
const pledgeOnFloor: PolicyRow = { ...ownPledgeOrSecretariat, chair: ["gavel", "own"] };

/** Who may give which command. */
export const policy: { readonly [Type in CommandType]: PolicyRow } = {
	defineConference: nobody,
	setProcedure: secretariat,
	setClockRate: secretariat,

	importDelegations: secretariat,
	accreditRepresentatives: secretariat,
	changeAccreditation: secretariat,
	withdrawAccreditation: secretariat,

	adoptProgramme: nobody,
	rescheduleMeeting: secretariat,
	openMeeting: { delegate: [], chair: ["coChair"], secretariat: [] },
	suspendMeeting: presiding,
	resumeMeeting: presiding,
	closeMeeting: presiding,
	startSegment: presiding,
	changeMode: presiding,
	setLimits: presidingOrSecretariat,
	resumeDebate: presiding,

	takeGavel: { delegate: [], chair: ["coChair"], secretariat: ["any"] },
	takeOverGavel: { delegate: [], chair: ["coChair"], secretariat: ["any"] },
	handGavel: presiding,

	scheduleList: presidingOrSecretariat,
	openList: presidingOrSecretariat,
	announceClosing: presidingOrSecretariat,
	closeList: presidingOrSecretariat,
	drawLots: presidingOrSecretariat,
	takeBackListStatus: presidingOrSecretariat,
	inscribe: ownOrRunning,
	importInscriptions: secretariat,
	changeInscription: ownOrRunning,
	withdrawInscription: ownOrRunning,
	replaceSpeaker: ownOrRunning,
	makeInWriting: ownOrRunning,
	moveEntry: presiding,
	takeBackMove: presiding,
	fixSlot: secretariat,
	markAbsent: presiding,
	requestLate: ownSpeech,
	withdrawLate: ownSpeech,
	grantLate: presidingOrSecretariat,
	declineLate: presidingOrSecretariat,
	proposeSwap: ownSpeech,
	agreeToSwap: ownSpeech,
	declineSwap: ownSpeech,
	withdrawSwap: ownSpeech,

	raiseHand: ownSpeech,
	lowerHand: ownOrPresiding,

	giveFloor: presiding,
	callHand: presiding,
	callReply: presiding,
	hearPointOfOrder: presiding,
	callProgrammeSpeaker: presiding,
	pauseFloor: presiding,
	resumeFloor: presiding,
	extendFloor: presiding,
	resetFloor: presiding,
	yieldFloor: ownSpeech,
	endFloor: presiding,
	takeBackCall: presiding,
	takeBackPause: presiding,
	takeBackExtension: presiding,

	raisePointOfOrder: ownSpeech,
	withdrawPointOfOrder: ownSpeech,
	askToWait: presiding,
	ruleOnPoint: presiding,
	challengeRuling: ownSpeech,
	requestReply: ownSpeech,
	withdrawReply: ownSpeech,
	grantReply: presiding,
	declineReply: presiding,
	moveMotion: ownSpeech,
	withdrawMotion: ownSpeech,
	openBallot: presiding,
	castVote: ownSpeech,
	closeBallot: presiding,

	draftPledge: ownPledge,
	revisePledge: ownPledge,
	sharePledge: ownPledge,
	confirmPart: ownPledgeOrSecretariat,
	declinePart: ownPledgeOrSecretariat,
	submitPledge: ownPledge,
	requestChange: secretariat,
	acceptPledge: secretariat,
	rejectPledge: secretariat,
	cuePledge: pledgeOnFloor,
	uncuePledge: pledgeOnFloor,
	announcePledge: pledgeOnFloor,
	announceInWriting: secretariat,
	confirmPledge: secretariat,
	recordDelivered: secretariat,
	correctPledge: secretariat,
	mergePledges: secretariat,
	importPledges: secretariat,
	reportDelivery: secretariat,
	giveRate: secretariat,
	withdrawPledge: ownPledge,

	publishNeeds: secretariat,
	changeNeed: secretariat,

	openInitiative: secretariat,
	reviseInitiative: ownPledgeOrSecretariat,
	declareSupport: ownPledgeOrSecretariat,
	withdrawSupport: ownPledgeOrSecretariat,

	fileText: ownSpeech,
	withdrawText: ownSpeech,
	publishText: nobody,
	fileRecording: ownSpeechOrSecretariat,
	withdrawRecording: ownSpeechOrSecretariat,
	fileCaptions: ownSpeechOrSecretariat,
	withdrawCaptions: ownSpeechOrSecretariat,
	filePoster: ownSpeechOrSecretariat,
	playRecording: presidingOrRunning,
	stopRecording: presidingOrRunning,
	addDocument: secretariat,
	removeDocument: secretariat,

	writeAsDelegation: { delegate: ["own"], chair: ["own"], secretariat: [] },
	writeAsChair: { delegate: [], chair: ["coChair"], secretariat: [] },
	writeAsSecretariat: secretariat,
	writeAsBooth: { ...inBooth, captioner: ["channel"] },
	writeAsOperator: { ...nobody, operator: ["any"] },
	remindDelegation: presidingOrSecretariat,

	goOnAir: inBooth,
	offerHandOver: inBooth,
	leaveAir: { ...inBooth, secretariat: ["any"], operator: ["any"] },
	askToSlowDown: inBooth,
	writeCaption: { ...nobody, captioner: ["channel"] },
};

/** Whether the actor may give this command now. Fails closed: what cannot be found is nobody's own. */
export function can(actor: Actor, command: Command, state: State): boolean {
	if (actor.role === "system") return true;
	const row = policy[command.type];
	const leaves = row[actor.role] ?? [];
	return leaves.some((leave) => {
		switch (leave) {
			case "any":
				return true;
			case "own":
				return (
					actor.delegationId !== null &&
					(row.right === undefined || actor.rights.includes(row.right)) &&
					delegationOf(command, state) === actor.delegationId
				);
			case "channel":
				return actor.channel !== null && "channel" in command && command.channel === actor.channel;
			case "gavel":
				return state.gavel.holder?.representativeId === actor.id && concernsSitting(command, state);
			case "coChair":
				return actor.delegationId !== null && coChairs(command, actor.id, state).includes(actor.delegationId);
			default:
				return false;
		}
	});
}

/** GV5: the gavel reaches no further than the meeting that sits; a command that names none is about that one. */
function concernsSitting(command: Command, state: State): boolean {
	const sitting = sittingMeeting(state);
	if ("meetingId" in command) return sitting?.id === command.meetingId;
	if ("segmentId" in command) return sitting?.segments.some(({ id }) => id === command.segmentId) ?? false;
	return true;
}

/** The delegation for which a command acts. */
function delegationOf(command: Command, state: State): string | undefined {
	if ("delegationId" in command) return command.delegationId;
	if ("pledgeId" in command) return state.pledges.pledges.get(command.pledgeId)?.delegationId;
	if ("handId" in command) return state.hands.hands.get(command.handId)?.delegationId;
	if ("replyId" in command) return state.replies.replies.get(command.replyId)?.delegationId;
	if ("pointId" in command) return state.pointsOfOrder.points.get(command.pointId)?.delegationId;
	if ("motionId" in command) return state.motions.motions.get(command.motionId)?.delegationId;
	if ("textId" in command) return state.texts.texts.get(command.textId)?.delegationId;
	if ("recordingId" in command) return state.recordings.recordings.get(command.recordingId)?.delegationId;
	if ("statementId" in command) {
		const { statement } = state.floor;
		return statement?.id === command.statementId ? statement.delegationId : undefined;
	}
	if (!("segmentId" in command)) return undefined;
	const list = state.speakersLists.lists.get(command.segmentId);
	if ("entryId" in command) return list?.entries.get(command.entryId)?.delegationId;
	if ("requestId" in command) return list?.lateRequests.get(command.requestId)?.delegationId;
	if ("swapId" in command) {
		const swap = list?.swaps.get(command.swapId);
		// SL15: who proposed may withdraw, who was asked answers.
		return command.type === "withdrawSwap" ? swap?.delegationId : swap?.withDelegation;
	}
	return undefined;
}

/** Co-chairs of the meeting that a command is about; for the gavel only when it is taken for oneself. */
function coChairs(command: Command, actorId: string, state: State): readonly string[] {
	if (command.type === "openMeeting") return state.programme.meetings.get(command.meetingId)?.coChairs ?? [];
	const isOwnGavel =
		(command.type === "takeGavel" || command.type === "takeOverGavel") &&
		command.representativeId === actorId;
	if (isOwnGavel || command.type === "writeAsChair") return sittingMeeting(state)?.coChairs ?? [];
	return [];
}
