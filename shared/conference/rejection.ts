/**
 * Every reason for which an act can be refused. A refusal is a value, never an exception; the client has
 * one message `refusal.<code>` for each, in every language, that says what to do (a test compares the two).
 */
export const rejectionCodes = [
	// The wire and the session
	"malformed",
	"notAllowed",
	"signedOut",
	"commandReused",
	"tooManyRequests",
	"journalUnavailable",
	"outcomeUnknown",
	// Conference and clock
	"alreadyDefined",
	"notDefined",
	"rehearsalOnly",
	// Delegations and representatives
	"unknownDelegation",
	"unknownRepresentative",
	"representativeExists",
	"notOfDelegation",
	"cannotSpeak",
	// Programme and gavel
	"unknownMeeting",
	"unknownSegment",
	"meetingNotOpen",
	"meetingNotSuspended",
	"meetingAlreadyHeld",
	"anotherMeetingOpen",
	"segmentNotRunning",
	"segmentAlreadyStarted",
	"timesReversed",
	"alreadyInMode",
	"sameLimits",
	"debateNotAdjourned",
	"gavelHeld",
	"gavelNotHeld",
	"notCoChair",
	"alreadyHoldsGavel",
	"holderReachable",
	// Speakers' list
	"noListInSegment",
	"listNotOpen",
	"listAlreadyOpen",
	"listClosed",
	"openingInPast",
	"closingInPast",
	"alreadyInscribed",
	"unknownInscription",
	"alreadyCalled",
	"reasonNeeded",
	"sameSpeaker",
	"alreadyThere",
	"noDrawInRules",
	"alreadyDrawn",
	"noSlotsInRules",
	"slotTaken",
	"jointlyWithSelf",
	"notInWriting",
	"listTakesInscriptions",
	"alreadyRequested",
	"unknownRequest",
	"swapWithSelf",
	"alreadyProposed",
	"unknownProposal",
	"nothingToUndo",
	// Raised hands
	"notInThisMode",
	"handAlreadyRaised",
	"unknownHand",
	// Floor
	"floorChanged",
	"floorFree",
	"floorPaused",
	"floorRunning",
	"notYourFloor",
	"noProgrammeSpeaker",
	"extensionTooLong",
	"nothingSpoken",
	"debateNotOpen",
	// Points of order, replies, motions
	"pointAlreadyRaised",
	"unknownPoint",
	"pointDecided",
	"pointHeard",
	"pointOfOrderFirst",
	"noWaitingInRules",
	"rulingStands",
	"unknownReply",
	"replyDecided",
	"replyNotGranted",
	"replyToSelf",
	"replyAlreadyRequested",
	"repliesSpent",
	"repliesAfterList",
	"unknownStatement",
	"unknownMotion",
	"motionAlreadyMoved",
	"motionDecided",
	"anotherMotionFirst",
	"challengePending",
	"noDebate",
	"noBallot",
	"ballotOpen",
	"ballotFirst",
	"doesNotVote",
	"sameVote",
	// Interpretation
	"alreadyOnAir",
	"notOnAir",
	"handOverOffered",
	"slowDownAsked",
	"channelNeeded",
	// Messages, texts, documents
	"messageToSelf",
	"unknownText",
	"textPublished",
	"sameText",
	"notDelivered",
	// Recordings
	"unknownRecording",
	"recordingTooLong",
	"recordingPlayed",
	"sameRecording",
	"sameCaptions",
	"noCaptions",
	"samePoster",
	"noRecording",
	"alreadyPlaying",
	"notPlaying",
	// Documents
	"unknownDocument",
	"languageTwice",
	// Pledges, needs, initiatives
	"unknownPledge",
	"pledgeNotDraft",
	"pledgeNotSubmitted",
	"pledgeNotCleared",
	"pledgeNotAnnounced",
	"pledgeNotCued",
	"pledgeNotPublic",
	"pledgeNotSpoken",
	"pledgeConfirmed",
	"pledgeWithdrawn",
	"pledgeOver",
	"alreadyShared",
	"publicStays",
	"nothingCorrected",
	"notDuplicates",
	"matchNotImported",
	"percentNeeded",
	"unknownCategory",
	"unknownSubcategory",
	"unknownNeed",
	"unknownPriority",
	"unknownCurrency",
	"unknownPart",
	"partTwice",
	"partTaken",
	"partDeclined",
	"notYourPart",
	"partnersNeeded",
	"unilateralAlone",
	"matchNeeded",
	"earlierNeeded",
	"quantityNeeded",
	"quantityTooLarge",
	"needExists",
	"unknownInitiative",
	"alreadySupports",
	"doesNotSupport",
	"sponsorSupports",
	"notSponsor",
	"sameVersion",
] as const;

export type RejectionCode = (typeof rejectionCodes)[number];

/** Why a command changed nothing, with what the words of the message need: ids, figures, times in ms. */
export interface Rejection {
	readonly code: RejectionCode;
	readonly params: Readonly<Record<string, string | number>>;
}

/** What `decide` gives: the events that follow from a command, or why none do. */
export type Decision<E> = { readonly events: readonly E[] } | { readonly rejection: Rejection };

/** A decision that changes nothing. */
export function refuse(
	code: RejectionCode,
	params: Rejection["params"] = {},
): { readonly rejection: Rejection } {
	return { rejection: { code, params } };
}

/** A decision, with the events that follow in this order. */
export function accept<E>(...events: readonly E[]): { readonly events: readonly E[] } {
	return { events };
}
