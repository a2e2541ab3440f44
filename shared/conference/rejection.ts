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
	"gavelHeld",
	"gavelNotHeld",
	"notCoChair",
	"alreadyHoldsGavel",
	// Speakers' list
	"noListInSegment",
	"listNotOpen",
	"listAlreadyOpen",
	"listClosed",
	"closingInPast",
	"alreadyInscribed",
	"unknownInscription",
	"alreadyCalled",
	"reasonNeeded",
	"sameSpeaker",
	"alreadyThere",
	// Floor
	"floorChanged",
	"floorFree",
	"floorPaused",
	"floorRunning",
	"notYourFloor",
	"noProgrammeSpeaker",
	"extensionTooLong",
	// Pledges, needs, initiatives
	"unknownPledge",
	"pledgeNotDraft",
	"pledgeNotSubmitted",
	"pledgeNotCleared",
	"pledgeNotAnnounced",
	"pledgeConfirmed",
	"pledgeWithdrawn",
	"unknownCategory",
	"unknownNeed",
	"unknownPriority",
	"quantityNeeded",
	"needExists",
	"unknownInitiative",
	"alreadySupports",
	"doesNotSupport",
	"sponsorSupports",
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
